/** What a jury stands on when it decides: the rulebook of the day, the limits of the grid, the clocks that run. */
import { type Actor, type Court, todayFor } from '#court'
import { type CaseHead, lockCase } from '#court/cases'
import { type Hearing, hearingById, lockHearing, lockNight } from '#court/hearings'
import { type Rulebook, rulebookOf, rulebookOn } from '#court/programs'
import type { Tx } from '#platform/database'
import type { Day } from '#platform/time'
import { type Disposition, dispositionById, lockDisposition } from './records.ts'
import { matterOf } from './records/matter.ts'
import { limitsFor, type Setting } from './rules.ts'
import { clocksOf, type Dates, lastDueDay } from './rules/clocks.ts'

/** The case first, then its disposition: every act locks them in this order. */
export const lockWithCase = async (
  tx: Tx,
  programId: string,
  id: string,
): Promise<{ head: CaseHead; disposition: Disposition }> => {
  const { caseId } = await dispositionById(tx, programId, id)
  const head = await lockCase(tx, programId, caseId)
  return { head, disposition: await lockDisposition(tx, programId, id) }
}

/**
 * For an act that ends the hearing, or that counts who sits: the night and the hearing are locked too, in the order of the whole
 * court (night, case, hearing, disposition), so that nobody steps back or goes home in between.
 */
export const lockWithHearing = async (
  tx: Tx,
  programId: string,
  id: string,
): Promise<{ head: CaseHead; hearing: Hearing; disposition: Disposition }> => {
  const { caseId, hearingId } = await dispositionById(tx, programId, id)
  const { nightId } = await hearingById(tx, programId, hearingId)
  await lockNight(tx, programId, nightId)
  const head = await lockCase(tx, programId, caseId)
  const hearing = await lockHearing(tx, programId, hearingId)
  return { head, hearing, disposition: await lockDisposition(tx, programId, id) }
}

export type Ground = { rulebookId: string; rules: Rulebook; setting: Setting; dates: Dates }

/** The rulebook in force on the day of the hearing; where that one no longer knows the offence, the one that the case was opened under (rule 24). */
export const bookFor = async (tx: Tx, head: CaseHead, heldOn: Day) => {
  const book = await rulebookOn(tx, head.programId, heldOn)
  const knows = book.rules.offences.some(one => one.code === head.offenceCode)
  return knows ? book : rulebookOf(tx, head.programId, head.rulebookId)
}

/** The days from which the clocks of a case run. */
export const datesOf = async (tx: Tx, head: CaseHead, heardOn: Day): Promise<Dates> => {
  const { receivedOn, returnBy } = await matterOf(tx, head.id)
  return { heardOn, receivedOn, returnBy }
}

/** The loss that was recorded in all matters of a case; null where nobody knows one. */
export const knownLossOf = async (tx: Tx, caseId: string): Promise<number | null> =>
  (await matterOf(tx, caseId)).lossCents

export const groundOf = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  head: CaseHead,
  rulebookId: string,
  heldOn: Day,
): Promise<Ground> => {
  const { rules } = await rulebookOf(tx, actor.programId, rulebookId)
  const { lossCents, ...days } = await matterOf(tx, head.id)
  const dates = { heardOn: heldOn, ...days }
  const setting = {
    limits: limitsFor(rules, head.offenceCode, lossCents),
    last: lastDueDay(clocksOf(rules, dates)),
    today: todayFor(court, actor),
    mayLeaveGrid: rules.powers.leaveGrid,
  }
  return { rulebookId, rules, setting, dates }
}
