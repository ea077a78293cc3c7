/** The page on which a case chooses its night, as the desk sees it. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { docketCase, placeOf } from '#court/hearings'
import { aReadyCase, must } from '../support/cases.ts'
import { aCourt, type Program, type TestCourt } from '../support/court.ts'
import { aHouse, type House, type Visitor } from '../support/house.ts'
import { aNight } from '../support/night.ts'

let court: TestCourt
let house: House
let program: Program
let desk: Visitor
beforeAll(async () => {
  court = await aCourt()
  house = await aHouse(court)
  program = await court.aProgram()
  desk = await house.as(program.coordinator)
})
afterAll(async () => {
  await house.close()
  await court.close()
})

it('says on which evenings the family is free, and names a room once that the address names already', async () => {
  const { no } = await aReadyCase(court, program)
  const night = await aNight(court, program)
  await court.rows(
    `update nights set place = '12 Maple Street, ' || (select name from rooms where id = $2) where id = $1`,
    [night.id, night.roomId],
  )
  const [{ place } = { place: '' }] = await court.rows<{ place: string }>('select place from nights where id = $1', [
    night.id,
  ])
  const { text } = await desk.get(`/cases/${no}/docket`)
  expect(text).toContain('The family is free in the evening on Thursday.')
  expect(text).toContain(`${place} · `)
  must(await docketCase(court, program.coordinator, { caseNo: no, nightId: night.id, roomId: night.roomId }))
  expect((await desk.get(`/cases/${no}/docket`)).text).toContain(`${place}. Case 1 that night.`)
  const letters = await court.rows<{ place: string }>(
    `select distinct facts ->> 'place' as place from outbox where program_id = $1 and kind = 'hearing'`,
    [program.id],
  )
  expect(letters).toEqual([{ place }])
})

it('leaves out no room whose name only happens to stand in the address', () => {
  expect(placeOf('12 Maple Street, Room 204', 'Room 204')).toBe('12 Maple Street, Room 204')
  expect(placeOf('12 Maple Street', '1')).toBe('12 Maple Street, 1')
  expect(placeOf('Room 2040, Maple Street', 'Room 204')).toBe('Room 2040, Maple Street, Room 204')
})

it('offers no night after the last day on which a hearing leads anywhere, and names that day (rule 32)', async () => {
  await aNight(court, program, { day: '2026-03-26' })
  const { no } = await aReadyCase(court, program, { calledName: 'Sam', returnBy: '2026-03-20' })
  const { text } = await desk.get(`/cases/${no}/docket`)
  expect(text).toContain('The last day for a hearing is Friday, March 20.')
  expect(text).toContain('Thursday, March 19')
  expect(text).not.toContain('Thursday, March 26')
})
