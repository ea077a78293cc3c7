/** The dates of a young person, what they owe first. */
import { type Actor, type Court, NotHere, todayFor } from '#court'
import { nightsOfPerson, type OwedNights, showDates } from '#court/hearings'
import { actorOf, get } from '#platform/routes'
import { openDutiesOf } from '../records/duties.ts'
import { obligationsOfPerson } from '../records/obligations.ts'

/** The jury service that is due first, as far as it is not served yet, and the nights they have said yes to. */
const readOwed = (court: Court, actor: Actor): Promise<OwedNights | null> => {
  const { programId, personId } = actor
  if (personId === null) throw new NotHere()
  return court.db.withProgram(actor, async tx => {
    const [duties, promised, held] = await Promise.all([
      openDutiesOf(tx, programId, personId),
      obligationsOfPerson(tx, programId, personId),
      nightsOfPerson(tx, programId, personId),
    ])
    const [duty] = duties.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
    const one = promised.find(promise => promise.id === duty?.id)
    if (!duty || !one) return null
    const today = todayFor(court, actor)
    const booked = held.filter(night => night.heldOn >= today && night.status === 'confirmed').length
    return { toServe: one.amount - one.verified, booked, dueOn: one.dueOn, since: duty.inEffectOn }
  })
}

export const datesDoors = (court: Court) => [
  get('/dates', ['youth'], async (_req, res) => showDates(court, res, await readOwed(court, actorOf(res)))),
]
