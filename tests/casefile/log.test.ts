/** The log of a case names who did what: who signed and who asked, and who wrote it down. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sign } from '#court/dispositions'
import { askMoreTime } from '#court/obligations'
import { asPerson, aCourt, type Program, type TestCourt } from '../support/court.ts'
import { allNames, aProposed, aTerm, given, service } from '../support/dispositions.ts'
import { aHouse, type House } from '../support/house.ts'
import { readMarkup } from '../support/markup.ts'
import { anAgreement } from '../support/obligations.ts'

let court: TestCourt
let house: House
let program: Program
beforeAll(async () => {
  court = await aCourt()
  house = await aHouse(court)
  program = await court.aProgram()
})
afterAll(async () => {
  await house.close()
  await court.close()
})

const logOf = async (no: string): Promise<string> =>
  readMarkup((await (await house.as(program.coordinator)).get(`/cases/${no}?log=all`).expect(200)).text).words

describe('the log of a case', () => {
  it('says whose names were written under the agreement and who recorded them, in one line each time (rule 29)', async () => {
    const jordan = await aProposed(court, program)
    given(
      await sign(
        court,
        program.facilitator,
        jordan.dispositionId,
        allNames(jordan, { guardianId: null, guardianName: null, facilitatorName: null }),
      ),
    )
    const rest = allNames(jordan, { respondentName: null, canDo: null, wouldChange: null })
    given(await sign(court, program.facilitator, jordan.dispositionId, rest))
    const log = await logOf(jordan.no)
    expect(log).toContain('Marcus Lee recorded that the young person signed the agreement')
    expect(log).toContain('Marcus Lee recorded that the guardian and the facilitator signed the agreement')
    expect(log).not.toMatch(/Marcus Lee signed|2 times/)
  })

  it('says who asked for more time: the young person, the guardian, or the family through the desk (rule 39)', async () => {
    const asks = async (who: 'youth' | 'family' | 'desk') => {
      const jordan = await anAgreement(court, program, [aTerm(), service])
      const actor =
        who === 'desk'
          ? program.coordinator
          : await asPerson(court, program, who === 'youth' ? jordan.respondentId : jordan.guardianId, who)
      const form = { newDueOn: '2026-06-01', asked: 'exams' } as const
      given(await askMoreTime(court, actor, jordan.promise('community-service'), form))
      return logOf(jordan.no)
    }
    expect(await asks('youth')).toContain('asked for more time, as the young person')
    expect(await asks('family')).toContain('asked for more time, as the guardian')
    expect(await asks('desk')).toContain('Dana Whitfield recorded that the family asked for more time')
  })
})
