/** The definition of each figure: its title, what it counts, the field's term, and where in the books it is counted. */
import type { PlainKey } from '#words'
import {
  type CohortKey,
  type EndReason,
  endReasons,
  type FigureKey,
  type PromiseKey,
  type RateKey,
  type ServiceKey,
} from './figure.ts'

export type Unit = 'cases' | 'share' | 'evenings' | 'people' | 'hours' | 'promises'
export type Definition = {
  key: FigureKey
  unit: Unit
  title: PlainKey
  words: PlainKey
  term: PlainKey
  source: string
}

type Defined = CohortKey | RateKey | ServiceKey | PromiseKey

const define = (unit: Unit, key: Defined, source: string): Definition => ({
  key,
  unit,
  source,
  title: `reports.${key}`,
  words: `reports.${key}.words`,
  term: `reports.${key}.term`,
})

const why = (reason: EndReason): Definition => ({
  key: `returned-${reason}`,
  unit: 'cases',
  title: reason === 'not-recorded' ? 'reports.returned-not-recorded' : `outcomes.reason-${reason}`,
  words: 'reports.returned-why.words',
  term: 'reports.returned-why.term',
  source:
    reason === 'not-recorded' ? 'returned, and no return_reason yet' : `returned, and return_reason = '${reason}'`,
})

export const definitions: readonly Definition[] = [
  define('cases', 'referred', 'cases.opened_on in the span, and the referral is in no further_matters'),
  define('cases', 'answered', 'referred less open-answer'),
  define(
    'cases',
    'accepted',
    "referred, past screening: status beyond 'screening' and not 'declined_ineligible', return_reason not 'not-eligible'",
  ),
  define('share', 'accepted-rate', 'accepted / answered'),
  define('cases', 'family-answered', 'accepted less open-family'),
  define('cases', 'ready', "accepted, past 'awaiting_consent', return_reason not 'family-declined' or 'not-reached'"),
  define('share', 'ready-rate', 'ready / family-answered'),
  define('cases', 'hearing-settled', 'ready less open-hearing'),
  define('cases', 'heard', "a hearing of the case has status 'heard'"),
  define('share', 'heard-rate', 'heard / hearing-settled'),
  define('cases', 'signing-settled', 'heard less open-signing'),
  define('cases', 'in-effect', "a disposition of the case has status 'in_effect'"),
  define('share', 'in-effect-rate', 'in-effect / signing-settled'),
  define(
    'cases',
    'due',
    'in-effect, and ended or the latest obligations.due_on of the young person is before the day of counting',
  ),
  define('cases', 'completed', "closures.outcome = 'completed', or status 'completed' or 'closed_success'"),
  define('share', 'completed-rate', 'completed / due'),
  define('cases', 'open', 'referred less completed less returned'),
  define('cases', 'open-answer', 'open, not accepted'),
  define('cases', 'open-family', 'open, accepted, not ready'),
  define('cases', 'open-hearing', 'open, ready, not heard'),
  define('cases', 'open-signing', 'open, heard, not in-effect'),
  define('cases', 'open-not-due', 'open, in-effect, not due'),
  define('cases', 'open-late', 'open, in-effect, due'),
  define('cases', 'returned', "closures.outcome = 'returned', or a status that only leads back to the source"),
  ...endReasons.map(why),
  define('cases', 'without-jury-service', 'in-effect, and dispositions.no_jury_service_reason is filled in'),
  define('share', 'without-jury-service-rate', 'without-jury-service / in-effect'),
  define('cases', 'with-waiver', "in-effect, and an obligation of the young person has status 'waived'"),
  define(
    'cases',
    'outside-grid',
    'in-effect, and terms.out_of_range_reason or dispositions.below_floor_reason is filled in',
  ),
  define('cases', 'half-year', 'completed, and cases.closed_on at least 180 days before the day of counting'),
  define(
    'cases',
    'came-back',
    'half-year, and an assignment of the respondent that was not mandated, attended 1 to 180 days after closed_on',
  ),
  define('share', 'came-back-rate', 'came-back / half-year'),
  define('cases', 'sealed', 'referred, and cases.sealed_at is filled in'),
  define(
    'evenings',
    'jury',
    "assignments with status 'served', 'standby' or 'excused_conflict' whose nights.held_on is in the span",
  ),
  define('people', 'jury-people', 'different persons behind jury'),
  define('evenings', 'jury-owed', 'jury, and assignments.mandated'),
  define('evenings', 'jury-by-choice', 'jury, and not assignments.mandated'),
  define(
    'hours',
    'community',
    "progress of obligations of kind 'community-service', state 'verified', done_on in the span; sum of minutes",
  ),
  define('people', 'community-people', 'different persons behind community'),
  define(
    'promises',
    'our-due',
    "obligations owed by the court, due_on in the span and not after the day of counting, not 'waived' or 'cancelled'",
  ),
  define('promises', 'our-kept', "our-due with status 'satisfied'"),
  define('share', 'our-kept-rate', 'our-kept / our-due'),
  define(
    'promises',
    'our-set-aside',
    "obligations owed by the court, due_on as in our-due, status 'waived' or 'cancelled'",
  ),
]
