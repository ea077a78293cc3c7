import { type Refusal, refuse } from '#platform/refusal'
import { ageOn, type Day } from '#platform/time'

export type ReferralRefusal = Refusal<
  | 'incident-to-come'
  | 'born-after-incident'
  | 'age-implausible'
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

/** What a young person can be at all. Whom this court takes, its rulebook says, and the screening asks (rule 4). */
const YOUNGEST = 5
const TOO_OLD = 26

/** A date of birth that is a slip of the pen: a small child when it happened, or long grown up today. */
const isImplausible = ({ birth, incidentOn }: Pick<Asked, 'birth' | 'incidentOn'>, today: Day): boolean =>
  ageOn(birth, incidentOn) < YOUNGEST || ageOn(birth, today) >= TOO_OLD

/** A referral speaks of what has happened, to somebody who was born by then, and can be answered (rule 8). */
export const mayRefer = (asked: Asked, today: Day): ReferralRefusal | null => {
  if (asked.incidentOn > today) return refuse('incident-to-come')
  if (asked.birth >= asked.incidentOn) return refuse('born-after-incident')
  if (isImplausible(asked, today)) return refuse('age-implausible')
  if (asked.returnBy !== null && asked.returnBy < today) return refuse('return-by-past')
  if (asked.agency === '' || asked.officerName === '') return refuse('source-unnamed')
  if (asked.officerEmail === null && asked.officerMembershipId === null) return refuse('nowhere-to-answer')
  return (asked.guardianCalledName === null) === (asked.guardianLastName === null)
    ? null
    : refuse('guardian-half-named')
}
