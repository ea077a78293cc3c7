/** Hours given, as the young person and the desk see them; and the acts that make them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { submitProgress } from '#court/obligations'
import { newId } from '#platform/ids'
import { asPerson, aCourt, type Program, type TestCourt } from '../support/court.ts'
import { given } from '../support/dispositions.ts'
import { anAccountFor, aCaseInHearing } from '../support/hearing.ts'
import { aHouse, type House, type Visitor } from '../support/house.ts'
import { anAgreement } from '../support/obligations.ts'

type Agreement = Awaited<ReturnType<typeof anAgreement>>

let court: TestCourt
let house: House
let program: Program
let jordan: Agreement
let jurorPersonId: string
let desk: Visitor

const personOfJuror = async (jurorId: string | undefined): Promise<string> => {
  const [row] = await court.rows<{ person_id: string }>('select person_id from jurors where id = $1', [jurorId])
  return row?.person_id ?? ''
}

beforeAll(async () => {
  court = await aCourt()
  house = await aHouse(court)
  program = await court.aProgram()
  jordan = await anAgreement(court, program)
  jurorPersonId = await personOfJuror(jordan.jurorIds[0])
  await anAccountFor(court, program, jurorPersonId, 'youth')
  desk = await house.as(program.coordinator)
})
afterAll(async () => {
  await house.close()
  await court.close()
})

describe('settling a night', () => {
  it('is refused in words while a case of the night has no outcome, and changes nothing', async () => {
    const other = await court.aProgram()
    const open = await aCaseInHearing(court, other)
    const answer = await (await house.as(other.coordinator)).post(`/hearings/${open.heldOn}/settlement`)
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('A case of this night has no outcome yet.')
    const [night] = await court.rows('select status from nights where id = $1', [open.nightId])
    expect(night).toEqual({ status: 'in_progress' })
    expect(await court.rows('select id from credit_entries where program_id = $1', [other.id])).toEqual([])
  })

  it('gives each juror the hours they were there, once', async () => {
    const settled = await desk.post(`/hearings/${jordan.heldOn}/settlement`)
    expect(settled.status).toBe(303)
    expect(settled.headers.location).toBe(`/hearings/${jordan.heldOn}`)
    const lines = await court.rows<{ minutes: number }>(
      `select minutes from credit_entries where program_id = $1 and kind = 'jury'`,
      [program.id],
    )
    expect(lines).toEqual([{ minutes: 90 }, { minutes: 90 }, { minutes: 90 }, { minutes: 90 }])
    const again = await desk.post(`/hearings/${jordan.heldOn}/settlement`)
    expect(again.status).toBe(409)
    expect(again.text).toContain('Only a night that has been opened can be settled.')
  })

  it('is open to the one who leads the night, and to nobody else', async () => {
    expect((await (await house.as(program.facilitator)).post(`/hearings/${jordan.heldOn}/settlement`)).status).toBe(409)
    expect((await (await house.as(program.officer)).post(`/hearings/${jordan.heldOn}/settlement`)).status).toBe(404)
    expect((await desk.post('/hearings/2026-02-30/settlement')).status).toBe(404)
    expect((await desk.post('/hearings/2026-08-08/settlement')).status).toBe(404)
  })
})

describe('a young person', () => {
  it('reads what they have given, line by line', async () => {
    const page = await (await house.as(await asPerson(court, program, jurorPersonId, 'youth'))).get('/credits')
    expect(page.status).toBe(200)
    expect(page.text).toContain('My credits')
    expect(page.text).toMatch(/1½<\/span>/)
    expect(page.text).toContain('+1½')
    expect(page.text).toContain('Jury night')
    expect(page.text).toContain('By choice')
    expect(page.text).toContain('One hour of helping is one credit.')
    expect(page.text).not.toMatch(/\bowe\b(?! any)|balance due|debt|Jordan/)
  })

  it('reads how many listened to them, and that their turn comes; no juror is named (rule 28)', async () => {
    const page = await (await house.as(await asPerson(court, program, jordan.respondentId, 'youth'))).get('/credits')
    expect(page.text).toContain('4 young people listened to you.')
    expect(page.text).toContain('Your turn to listen comes on your jury night.')
    expect(page.text).toContain('No credits yet')
    expect(page.text).not.toContain('Peer')
  })

  it('reads for how many others they have sat', async () => {
    const page = await (await house.as(await asPerson(court, program, jurorPersonId, 'youth'))).get('/credits')
    expect(page.text).toContain('You have sat on a jury for 1 other person.')
  })

  it('sees nobody else’s', async () => {
    const visitor = await house.as(await asPerson(court, program, jurorPersonId, 'youth'))
    expect((await visitor.get(`/people/${jordan.respondentId}/credits`)).status).toBe(404)
    const rows = await court.db.withProgram(await asPerson(court, program, jurorPersonId, 'youth'), async tx => {
      const { rows: found } = await tx.$client.query('select heard_by from reporting.give_and_take($1)', [
        jordan.respondentId,
      ])
      return found
    })
    expect(rows).toEqual([])
  })
})

describe('confirming hours of help', () => {
  const handedIn = async (): Promise<string> => {
    const youth = await asPerson(court, program, jordan.respondentId, 'youth')
    const piece = { amount: 150, doneOn: '2026-03-04', words: null, place: 'The pantry', supervisor: 'Sam' } as const
    return given(await submitProgress(court, youth, jordan.promise('community-service'), piece)).progressId
  }

  it('makes them credits, and is done once (rules 33 and 36)', async () => {
    const pid = await handedIn()
    const to = `/cases/${jordan.no}/promises/${jordan.promise('community-service')}`
    const confirmed = await desk.post(`${to}/progress/${pid}/confirmation`)
    expect(confirmed.status).toBe(303)
    expect(confirmed.headers.location).toBe(to)
    const page = await (await house.as(await asPerson(court, program, jordan.respondentId, 'youth'))).get('/credits')
    expect(page.text).toContain('+2½')
    expect(page.text).toContain('Part of your agreement')
    const again = await desk.post(`${to}/progress/${pid}/confirmation`)
    expect(again.status).toBe(409)
    expect(again.text).toContain('Somebody has answered this already.')
  })

  it('finds no piece of work under another promise, and is not for young people', async () => {
    const pid = await handedIn()
    expect(
      (await desk.post(`/cases/${jordan.no}/promises/${jordan.promise('jury-service')}/progress/${pid}/confirmation`))
        .status,
    ).toBe(404)
    expect((await desk.post(`/cases/${jordan.no}/promises/x/progress/y/confirmation`)).status).toBe(404)
    const youth = await house.as(await asPerson(court, program, jordan.respondentId, 'youth'))
    expect(
      (
        await youth.post(
          `/cases/${jordan.no}/promises/${jordan.promise('community-service')}/progress/${pid}/confirmation`,
        )
      ).status,
    ).toBe(404)
  })
})

describe('a coordinator', () => {
  const lineOf = async (personId: string, kind: string): Promise<string> => {
    const [row] = await court.rows<{ id: string }>('select id from credit_entries where person_id = $1 and kind = $2', [
      personId,
      kind,
    ])
    return row?.id ?? ''
  }

  it('sees somebody’s ledger, and that they looked is entered (rule 47)', async () => {
    const page = await desk.get(`/people/${jurorPersonId}/credits`)
    expect(page.text).toContain('Credits of Juror 1 P.')
    expect(page.text).toContain('Take back')
    const looks = await court.rows(
      `select 1 from register_entries where act = 'looked-at' and thing = 'credits' and person_id = $1`,
      [jurorPersonId],
    )
    expect(looks).toHaveLength(1)
  })

  it('takes a line back only with a reason, and what was typed is kept', async () => {
    const id = await lineOf(jurorPersonId, 'jury')
    const empty = await desk.post(`/people/${jurorPersonId}/credits/${id}/reversal`, { reason: '  ' })
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('Fill this in')
    const long = await desk.post(`/people/${jurorPersonId}/credits/${id}/reversal`, { reason: 'x'.repeat(301) })
    expect(long.text).toContain('Use at most 300 characters')
    expect(long.text).toContain('x'.repeat(301))
    expect(await lineOf(jurorPersonId, 'reversal')).toBe('')
  })

  it('takes a line back, and both lines stay to be seen (rule 36)', async () => {
    const id = await lineOf(jurorPersonId, 'jury')
    const back = await desk.post(`/people/${jurorPersonId}/credits/${id}/reversal`, {
      reason: 'Counted for the wrong Sam',
    })
    expect(back.headers.location).toBe(`/people/${jurorPersonId}/credits`)
    const page = await (await house.as(await asPerson(court, program, jurorPersonId, 'youth'))).get('/credits')
    expect(page.text).toContain('+1½')
    expect(page.text).toContain('−1½')
    expect(page.text).toContain('Counted for the wrong Sam')
    expect(page.text).toContain('This line was taken back later.')
    expect(page.text).toMatch(/>0<\/span>/)
  })

  it('is told, in words, of a line that was taken back already, and of one that takes another back', async () => {
    const twice = await desk.post(`/people/${jurorPersonId}/credits/${await lineOf(jurorPersonId, 'jury')}/reversal`, {
      reason: 'Again',
    })
    expect(twice.status).toBe(409)
    expect(twice.text).toContain('This line has been taken back already.')
    const reversal = await desk.post(
      `/people/${jurorPersonId}/credits/${await lineOf(jurorPersonId, 'reversal')}/reversal`,
      { reason: 'Undo' },
    )
    expect(reversal.text).toContain('This line takes another one back, so it stays.')
  })

  it('finds no line of one person under another, nor of another program', async () => {
    const id = await lineOf(jordan.respondentId, 'service')
    expect((await desk.post(`/people/${jurorPersonId}/credits/${id}/reversal`, { reason: 'No' })).status).toBe(404)
    expect((await desk.get(`/people/${jurorPersonId}/credits/${newId()}/reversal`)).status).toBe(404)
    const other = await house.as((await court.aProgram()).coordinator)
    expect((await other.get(`/people/${jurorPersonId}/credits`)).status).toBe(404)
    expect((await desk.get('/people/nobody/credits')).status).toBe(404)
  })
})
