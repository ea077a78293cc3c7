/** Reminders, found again and again from what is due and not done; no job waits anywhere to be lost. */
import type { Actor, Court } from '#court'
import { send } from '#court/notices'
import { guardiansOf } from '#court/people'
import type { Tx } from '#platform/database'
import { addDays, dayIn } from '#platform/time'
import { unreminded } from '../records/reminders.ts'

/** So many days before its day a promise is spoken of. */
const steps = [
  { step: 'week', from: 3, to: 7 },
  { step: 'near', from: 0, to: 2 },
] as const

/** Writes the reminders that are due in one program, to the young person and to those who stand for them. */
export const remindOfPromises = (
  court: Court,
  place: { id: string; timeZone: string },
): Promise<{ reminded: number }> => {
  const hand = clockworkAt(place)
  return court.db.withProgram(hand, async tx => {
    let reminded = 0
    for (const { step, from, to } of steps) {
      const today = dayIn(place.timeZone, court.now())
      const due = await unreminded(tx, place.id, { from: addDays(today, from), to: addDays(today, to) }, step)
      for (const one of due) await remind(court, tx, hand, one, step)
      reminded += due.length
    }
    return { reminded }
  })
}

type Due = Awaited<ReturnType<typeof unreminded>>[number]

const remind = async (court: Court, tx: Tx, hand: Actor, one: Due, step: string): Promise<void> => {
  const guardians = await guardiansOf(tx, hand.programId, one.personId)
  for (const personId of [one.personId, ...guardians.map(guardian => guardian.id)])
    await send(court, tx, hand, {
      kind: 'promise-due',
      to: { personId },
      caseId: one.caseId,
      facts: { dueOn: one.dueOn, promiseId: one.id, step },
    })
}

/** The court's own hand, with nobody at work. */
const clockworkAt = ({ id, timeZone }: { id: string; timeZone: string }): Actor => ({
  programId: id,
  accountId: '',
  personId: null,
  role: 'clockwork',
  sessionId: null,
  membershipId: null,
  name: '',
  timeZone,
  programName: '',
  once: null,
})
