import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { undoLeaving } from '#court/hearings'
import { checkOutJuror, drawJury, juryOf } from '#court/jury'
import { aCourt, type Program, STOPPED_AT, type TestCourt } from '../support/court.ts'
import { aHouse, type House, type Visitor } from '../support/house.ts'
import { aNightUnderWay, granted, type Heard, NIGHT } from '../support/night.ts'

let court: TestCourt
let program: Program
let house: House
let tablet: Visitor
let heard: Heard

beforeAll(async () => {
  court = await aCourt()
  house = await aHouse(court)
})
beforeEach(async () => {
  court.setClock(STOPPED_AT)
  program = await court.aProgram()
  heard = await aNightUnderWay(court, program, { jurors: 8 })
  tablet = await house.as(program.facilitator)
})
afterAll(async () => {
  await house.close()
  await court.close()
})

const door = `/nights/${NIGHT}`
const placeOf = async (at: number): Promise<string> => {
  const [place] = await court.rows<{ id: string }>('select id from assignments where night_id = $1 and juror_id = $2', [
    heard.night.id,
    heard.jurors[at]?.jurorId,
  ])
  return place?.id ?? ''
}
const leftAt = async (id: string) =>
  (await court.rows<{ at: Date | null }>('select checked_out_at as at from assignments where id = $1', [id]))[0]?.at
const rowOf = (text: string, anchor: string): string =>
  new RegExp(`<(li|section|details)[^>]* id="${anchor}"[\\s\\S]*?</\\1>`).exec(text)?.[0] ?? ''

describe('The table by the door', () => {
  it('comes back to the row that was tapped, whether it was done or refused', async () => {
    const place = await placeOf(0)
    const gone = await tablet.post(`${door}/jurors/${place}/home`)
    expect(gone.headers.location).toBe(`${door}#juror-${place}`)
    const twice = await tablet.post(`${door}/jurors/${place}/home`)
    expect(twice.status).toBe(409)
    expect(rowOf(twice.text, `juror-${place}`)).toContain('They are not checked in.')
    expect(twice.text.split('They are not checked in.')).toHaveLength(2)
    const page = await tablet.get(door)
    for (const action of [...page.text.matchAll(/action="([^"]+\/(?:undo|home|return|family|walk-ins))[^"]*"/g)])
      expect(action[0]).toMatch(/#(juror-[\w-]+|family-\d+|walk-in)"$/)
    const { guardianId } = heard.matter.respondent
    const undone = await tablet.post(`${door}/1/family/undo`, { personId: guardianId })
    expect(undone.headers.location).toBe(`${door}#family-1`)
    const refused = await tablet.post(`${door}/1/family/undo`, { personId: guardianId })
    expect(rowOf(refused.text, 'family-1')).toContain('They are not checked in.')
  })

  it('says a walk-in’s refusal beside the two fields, which stay open with what was typed', async () => {
    const unknown = await tablet.post(`${door}/walk-ins`, { calledName: 'Omar', lastName: 'Nobody' })
    expect(unknown.status).toBe(409)
    const fields = rowOf(unknown.text, 'walk-in')
    expect(fields).toMatch(/^<details[^>]* open>/)
    expect(fields).toContain('We have no juror of that name')
    expect(fields).toContain('value="Nobody"')
    const empty = await tablet.post(`${door}/walk-ins`, { calledName: '', lastName: '' })
    expect(empty.status).toBe(422)
    expect(rowOf(empty.text, 'walk-in')).toMatch(/^<details[^>]* open>/)
    expect(empty.text).toContain('<title>Error: Thursday, March 19')
  })

  it('asks again why there is no guardian beside the family that it is about', async () => {
    await tablet.post(`${door}/1/family/undo`, { personId: heard.matter.respondent.guardianId })
    const empty = await tablet.post(`${door}/1/guardian`, { reason: '' })
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('<title>Error: Thursday, March 19')
    expect(empty.text).toContain('href="#excuse-1"')
    expect(empty.text).toMatch(/<details open><summary>[\s\S]{0,400}No guardian tonight/)
  })

  it('has the jurors before the families, the main thing before tonight’s list, and each case’s room in that list', async () => {
    const { text } = await tablet.get(door)
    expect(text.indexOf('id="jurors"')).toBeLessThan(text.indexOf('id="families"'))
    expect(text.indexOf('id="families"')).toBeLessThan(text.indexOf('aria-label="Tonight"'))
    expect(/<nav[^>]*aria-label="Tonight"[\s\S]*?<\/nav>/.exec(text)?.[0]).toContain('Room 204')
    expect(text).toContain('8 of 8 jurors here')
    expect(text).not.toContain('Steps of this case')
  })
})

describe('A mistaken “Goes home”', () => {
  it('is taken back with one tap; they can be drawn again, and the register keeps both', async () => {
    const place = await placeOf(0)
    await tablet.post(`${door}/jurors/${place}/home`)
    expect(rowOf((await tablet.get(door)).text, `juror-${place}`)).toContain('is still here')
    const back = await tablet.post(`${door}/jurors/${place}/return`)
    expect(back.headers.location).toBe(`${door}#juror-${place}`)
    expect(await leftAt(place)).toBeNull()
    const drawn = granted(await drawJury(court, program.facilitator, heard.hearingId))
    expect([...drawn.seated, ...drawn.alternates]).toContain(heard.jurors[0]?.jurorId)
    const acts = await court.rows<{ act: string }>(
      `select act from register_entries where thing_id = $1 and act like 'place-lea%' or thing_id = $1 and act = 'place-left' order by at, id`,
      [place],
    )
    expect(acts.map(one => one.act).toSorted()).toEqual(['place-leaving-undone', 'place-left'])
    expect((await tablet.post(`${door}/jurors/${place}/return`)).status).toBe(409)
  })

  it('makes them next in line again, and gives them no chair that somebody else took meanwhile (rule 28)', async () => {
    granted(await drawJury(court, program.facilitator, heard.hearingId))
    const jury = () => court.db.withProgram(program.facilitator, tx => juryOf(tx, program.id, heard.hearingId))
    const before = await jury()
    const next = before.next?.assignmentId ?? ''
    granted(await checkOutJuror(court, program.facilitator, next))
    expect((await jury()).next?.assignmentId).not.toBe(next)
    granted(await undoLeaving(court, program.facilitator, next))
    const after = await jury()
    expect(after.next?.assignmentId).toBe(next)
    expect(after.seats.map(seat => seat.jurorId)).toEqual(before.seats.map(seat => seat.jurorId))
  })

  it('stays when the night is over, in the code and in the database', async () => {
    const place = await placeOf(0)
    await tablet.post(`${door}/jurors/${place}/home`)
    await court.rows('alter table nights disable trigger only_lawful_moves')
    await court.rows(`update nights set status = 'reconciled' where id = $1`, [heard.night.id])
    await court.rows('alter table nights enable trigger only_lawful_moves')
    expect((await tablet.post(`${door}/jurors/${place}/return`)).status).toBe(409)
    expect((await tablet.get(door)).text).not.toContain('is still here')
    await expect(court.rows('update assignments set checked_out_at = null where id = $1', [place])).rejects.toThrow(
      'taken back only while the night is open',
    )
    expect(await leftAt(place)).not.toBeNull()
  })
})
