import { afterAll, beforeAll, expect, it } from 'vitest'
import { juryOf } from '#court/jury'
import { aCourt, type Program, type TestCourt } from '../support/court.ts'
import { aBegunHearing } from '../support/night.ts'

let court: TestCourt
let program: Program
beforeAll(async () => {
  court = await aCourt()
  program = await court.aProgram()
})
afterAll(() => court.close())

it('works', async () => {
  const heard = await aBegunHearing(court, program)
  const jury = await court.db.withProgram(program.facilitator, tx => juryOf(tx, program.id, heard.hearingId))
  expect(jury.seats.length).toBe(6)
  console.log(JSON.stringify(jury, null, 1).slice(0, 1500))
})
