/** What a young person's own page is made of. It reads every other room and owns nothing. */
import type { CaseStatus } from '#court/cases'
import type { AssignmentStatus } from '#court/hearings'
import type { UnreadyReason } from '#court/jurors'
import type { Obligation } from '#court/obligations'
import type { Day } from '#platform/time'

/** The young person's own case, the newest one. */
export type Matter = {
  id: string
  no: string
  status: CaseStatus
  closedOn: Day | null
  missed: number
  rulebookId: string
  statusSince: Date
}

/** The night on which their own case is heard. */
export type OwnHearing = { nightId: string; on: Day; startsAt: Date; place: string; room: string }

/** A night for which they are asked, or to which they have said yes, or on which they were; by the id of the night. */
export type JuryNight = { id: string; on: Day; startsAt: Date; endsAt: Date; place: string; status: AssignmentStatus }

export type OpenNight = { on: Day; startsAt: Date; place: string; placesLeft: number }

/** All that decides what is next for one young person. */
export type Facts = {
  matter: Matter | null
  hearing: OwnHearing | null
  /** Until when a case under review can be put right. */
  cureBy: Day | null
  /** The agreement that the jury proposed, and how many names it still wants; the same that /agreement shows (rule 29). */
  proposal: { missing: number } | null
  promises: readonly Obligation[]
  nights: readonly JuryNight[]
  /** Nights with seats that they could take; none for somebody who is not a juror yet. */
  openNights: readonly OpenNight[]
  /** What a juror still needs before serving; null for somebody who is no juror. */
  unready: readonly UnreadyReason[] | null
}

/** The one next step. There always is one, and never more than one. */
export type Next =
  | { next: 'own-hearing'; hearing: OwnHearing }
  | { next: 'here'; night: JuryNight }
  | { next: 'talk'; by: Day | null }
  | { next: 'sign' }
  | { next: 'signed' }
  | { next: 'rewriting' }
  | { next: 'late'; promise: Obligation; days: number }
  | { next: 'fix'; promise: Obligation }
  | { next: 'answer'; night: JuryNight }
  | { next: 'due'; promise: Obligation; days: number }
  | { next: 'jury'; night: JuryNight }
  | { next: 'choose-nights'; promise: Obligation; left: number }
  | { next: 'finished'; no: string; keptAll: boolean }
  | { next: 'ended' }
  | { next: 'before-hearing' }
  | { next: 'with-us' }
  | { next: 'kept-all'; courtOwes: number; keptAll: boolean }
  | { next: 'prepare'; unready: readonly UnreadyReason[] }
  | { next: 'help'; nights: number }
  | { next: 'nothing' }
