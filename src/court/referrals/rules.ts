import { type Refusal, refuse } from '#platform/refusal'
import type { Day } from '#platform/time'

export type ReferralRefusal = Refusal<
  | 'incident-to-come'
  | 'born-after-incident'
  | 'return-by-past'
  | 'source-unnamed'
  | 'nowhere-to-answer'
  | 'guardian-half-named'
>

type Asked = {
  birth: Day
  incidentOn: Day
  returnBy: Day | null
  agency: string
  officerName: string
  officerEmail: string | null
  officerMembershipId: string | null
  guardianCalledName: string | null
  guardianLastName: string | null
}

/** A referral speaks of what has happened, to somebody who was born by then, and can be answered (rule 8). */
export const mayRefer = (asked: Asked, today: Day): ReferralRefusal | null => {
  if (asked.incidentOn > today) return refuse('incident-to-come')
  if (asked.birth >= asked.incidentOn) return refuse('born-after-incident')
  if (asked.returnBy !== null && asked.returnBy < today) return refuse('return-by-past')
  if (asked.agency === '' || asked.officerName === '') return refuse('source-unnamed')
  if (asked.officerEmail === null && asked.officerMembershipId === null) return refuse('nowhere-to-answer')
  return (asked.guardianCalledName === null) === (asked.guardianLastName === null)
    ? null
    : refuse('guardian-half-named')
}
