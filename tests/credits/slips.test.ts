/** What a slip for one night opened ends with the night. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { act } from '#court'
import { issueSlip } from '#court/accounts'
import { callOffNight, settleNight } from '#court/credits'
import { openNight } from '#court/hearings'
import { giveSlip } from '#court/jurors'
import { giveAccount } from '#court/people'
import { aCourt, type Program, type TestCourt } from '../support/court.ts'
import { aHouse, type House, type Visitor } from '../support/house.ts'
import { aJuror, aNight, booked, DOORS_OPEN, granted, type Juror, type TestNight } from '../support/night.ts'

let court: TestCourt
let house: House
beforeAll(async () => {
  court = await aCourt()
  house = await aHouse(court)
})
afterAll(async () => {
  await house.close()
  await court.close()
})

const aNightOpen = async () => {
  court.setClock('2026-03-19T15:00:00Z')
  const program = await court.aProgram()
  const night = await aNight(court, program)
  const jurors: Juror[] = []
  for (let n = 0; n < 3; n += 1) jurors.push(await aJuror(court, program))
  for (const juror of jurors.slice(0, 2)) await booked(court, program, juror, night)
  court.setClock(DOORS_OPEN)
  granted(await openNight(court, program.facilitator, night.id))
  return { program, night, jurors }
}
const phoneOf = async (program: Program, juror: Juror | undefined, term: 'once' | 'month'): Promise<Visitor> => {
  const { code } = granted(await giveSlip(court, program.coordinator, juror?.jurorId ?? '', term))
  const phone = house.visitor()
  expect((await phone.post('/d', { code })).status).toBe(303)
  expect((await phone.get('/home')).status).toBe(200)
  return phone
}
const isIn = async (phone: Visitor): Promise<boolean> => (await phone.get('/home')).status === 200
const sessionsEnded = async (night: TestNight, move: string) =>
  (
    await court.rows<{ sessions: number }>(
      `select (particulars ->> 'sessions')::int as sessions from register_entries where thing_id = $1 and act = $2`,
      [night.id, move],
    )
  )[0]?.sessions

it('ends when the night is settled; a slip for the month, and one of somebody who was not there, go on', async () => {
  const { program, night, jurors } = await aNightOpen()
  const [once, month, elsewhere] = [
    await phoneOf(program, jurors[0], 'once'),
    await phoneOf(program, jurors[1], 'month'),
    await phoneOf(program, jurors[2], 'once'),
  ]
  granted(await settleNight(court, program.facilitator, night.id))
  expect([await isIn(once), await isIn(month), await isIn(elsewhere)]).toEqual([false, true, true])
  expect(await sessionsEnded(night, 'night-reconcile')).toBe(1)
})

it('goes on where a new slip was printed for somebody who comes often', async () => {
  const { program, night, jurors } = await aNightOpen()
  const lost = await phoneOf(program, jurors[0], 'once')
  court.setClock('2026-03-19T21:31:00Z')
  const own = await phoneOf(program, jurors[0], 'month')
  granted(await settleNight(court, program.facilitator, night.id))
  expect([await isIn(lost), await isIn(own)]).toEqual([false, true])
})

it('ends when the night is called off', async () => {
  const { program, night, jurors } = await aNightOpen()
  const phone = await phoneOf(program, jurors[0], 'once')
  granted(await callOffNight(court, program.coordinator, night.id, 'weather'))
  expect(await isIn(phone)).toBe(false)
  expect(await sessionsEnded(night, 'night-callOff')).toBe(1)
})

it('opens nothing for longer than the slip itself is good', async () => {
  const { program, jurors } = await aNightOpen()
  const membershipId = await act(court, program.coordinator, tx =>
    giveAccount(court, tx, program.coordinator, jurors[0]?.personId ?? '', 'youth'),
  )
  const to = new Date(court.now().getTime() + 10 * 60_000)
  const { code } = await act(court, program.coordinator, tx =>
    issueSlip(court, tx, program.coordinator, { membershipId, from: court.now(), to, singleUse: false }),
  )
  const phone = house.visitor()
  await phone.post('/d', { code })
  court.setClock(new Date(to.getTime() - 1000).toISOString())
  expect(await isIn(phone)).toBe(true)
  court.setClock(to.toISOString())
  expect(await isIn(phone)).toBe(false)
})
