/** The certificate: what was given, and never more than was given (rule 42). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { settleNight } from '#court/credits'
import { closeCase } from '#court/outcomes'
import { waive } from '#court/obligations'
import { asPerson, aCourt, type Program, STOPPED_AT, type TestCourt } from '../support/court.ts'
import { aTerm, given, service } from '../support/dispositions.ts'
import { aNightRow } from '../support/hearing.ts'
import { aHouse, type House } from '../support/house.ts'
import { anAgreement, aPlace } from '../support/obligations.ts'

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

type Agreement = Awaited<ReturnType<typeof anAgreement>>

const certificateOf = async (jordan: Agreement): Promise<string> => {
  given(await closeCase(court, program.coordinator, jordan.caseId, 'Jordan Ellis'))
  const rosa = await house.as(await asPerson(court, program, jordan.guardianId, 'family'))
  return (await rosa.get(`/cases/${jordan.no}/certificate`).expect(200)).text
}

const waived = async (jordan: Agreement, kind: string) =>
  given(await waive(court, program.coordinator, jordan.promise(kind), 'moved away'))

describe('the certificate', () => {
  it('never says that waived service was served, nor that every promise was kept (rule 42)', async () => {
    const jordan = await anAgreement(court, program, [aTerm(), service])
    await waived(jordan, 'jury-service')
    await waived(jordan, 'community-service')
    const text = await certificateOf(jordan)
    expect(text).toContain('<p>finished an agreement with peers</p>')
    expect(text).not.toMatch(/kept every promise|sat on|to the community/)
    expect(text).toContain('Given on March 4, 2026')
  })

  it('counts juries that were sat on, and not evenings on which somebody only stood by, in one sentence', async () => {
    const jordan = await anAgreement(court, program, [aTerm(), service])
    for (const heldOn of ['2026-03-25', '2026-03-26']) {
      court.setClock(`${heldOn}T23:00:00Z`)
      const night = await aNightRow(court, program, heldOn, { status: 'in_progress' })
      await aPlace(court, program, night, jordan.respondentId, 'checked_in')
      given(await settleNight(court, program.facilitator, night))
    }
    await court.rows('set session_replication_role = replica')
    await court.rows(`update obligations set status = 'satisfied' where id = $1`, [jordan.promise('community-service')])
    await court.rows('set session_replication_role = default')
    const text = await certificateOf(jordan)
    expect(text).toContain('<p>kept every promise of an agreement with peers</p>')
    expect(text).not.toContain('sat on')
    court.setClock(STOPPED_AT)
  })
})
