import type { AssignmentMove, AssignmentStatus, HearingStatus, NightStatus } from '#court/hearings'
import { type Refusal, refuse } from '#platform/refusal'

const QUARTER = 15

/**
 * Time given at a night, in minutes: from the later of arrival and beginning to the earlier of leaving and end,
 * to the nearest quarter of an hour, never less than one.
 */
export const minutesGiven = (night: { startsAt: Date; endsAt: Date }, came: Date, left: Date | null): number => {
  const from = Math.max(came.getTime(), night.startsAt.getTime())
  const to = Math.min(left?.getTime() ?? Number.POSITIVE_INFINITY, night.endsAt.getTime())
  return Math.max(QUARTER, Math.round((to - from) / 60_000 / QUARTER) * QUARTER)
}

/** What becomes of each place when a night is settled: who sat has served, who came and was not needed stood by, who said yes and did not come is missed. */
export const settlement = (status: AssignmentStatus): AssignmentMove | null => {
  if (status === 'seated') return 'serve'
  if (status === 'checked_in') return 'standBy'
  if (status === 'confirmed' || status === 'swap_requested') return 'miss'
  return status === 'offered' ? 'cancel' : null
}

const whoCame: readonly AssignmentStatus[] = ['checked_in', 'seated', 'served', 'standby', 'excused_conflict']

/** Who came has given their time: seated or not, and also one who stepped back; before the night is settled and after it. */
export const came = (status: AssignmentStatus): boolean => whoCame.includes(status)

/** A night is settled once it has begun and every case on it has its outcome. */
export const maySettle = (
  status: NightStatus,
  hearings: readonly HearingStatus[],
): Refusal<'night-not-open' | 'cases-unsettled'> | null => {
  if (status !== 'open' && status !== 'in_progress') return refuse('night-not-open')
  return hearings.some(one => one === 'docketed' || one === 'in_hearing') ? refuse('cases-unsettled') : null
}

export type LedgerLine = { minutes: number }

/** The balance is never stored: it is what the lines add up to, in minutes (rule 36). */
export const balance = (lines: readonly LedgerLine[]): number => lines.reduce((sum, line) => sum + line.minutes, 0)
