import { clockWords } from '#court/dispositions'
import { type Form, pointed } from '#platform/forms'
import { type PlainKey, type Said, said } from '#words'
import type { StartRefusal } from '../actions/starting.ts'
import type {
  AmountRefusal,
  AskRefusal,
  BookRefusal,
  GrantRefusal,
  MissRefusal,
  VerifyRefusal,
  WaiveRefusal,
} from '../rules.ts'
import { type HandInRefusal, type KeepRefusal, MOST_A_DAY, type TakeBackRefusal } from '../rules/pieces.ts'

/** Every lawful no of this room. */
export type Refused =
  | AmountRefusal
  | AskRefusal
  | BookRefusal
  | GrantRefusal
  | HandInRefusal
  | KeepRefusal
  | MissRefusal
  | StartRefusal
  | TakeBackRefusal
  | VerifyRefusal
  | WaiveRefusal

type Told = 'after-legal-limit' | 'before-agreement' | 'too-much-for-a-day'

const inWords: Record<Exclude<Refused['refused'], Told>, PlainKey> = {
  settled: 'obligations.refused.settled',
  'from-attendance': 'obligations.refused.from-attendance',
  'not-yours': 'obligations.refused.not-yours',
  'still-to-come': 'obligations.refused.still-to-come',
  'more-than-ordered': 'obligations.refused.more-than-ordered',
  unworded: 'obligations.refused.unworded',
  'not-handed-in-by-you': 'obligations.refused.not-handed-in-by-you',
  'not-waiting': 'obligations.refused.not-waiting',
  'own-or-kin': 'obligations.refused.own-or-kin',
  'asked-already': 'obligations.refused.asked-already',
  'no-more-extensions': 'obligations.refused.no-more-extensions',
  'not-later': 'obligations.refused.not-later',
  'not-late': 'obligations.refused.not-late',
  'in-appeal-window': 'obligations.refused.in-appeal-window',
  'not-now': 'obligations.refused.not-now',
  'not-ours': 'obligations.refused.not-ours',
  'below-done': 'obligations.refused.below-done',
  'above-cap': 'obligations.refused.above-cap',
  'above-loss': 'obligations.refused.above-loss',
  'above-range': 'obligations.refused.above-range',
  'below-range': 'obligations.refused.below-range',
  'not-jury-service': 'obligations.refused.not-jury-service',
  'nothing-chosen': 'obligations.refused.nothing-chosen',
  'night-not-open': 'obligations.refused.night-not-open',
  'after-due': 'obligations.refused.after-due',
  'night-full': 'obligations.refused.night-full',
  'more-than-owed': 'obligations.refused.more-than-owed',
  'has-a-place': 'obligations.refused.has-a-place',
  'own-case-that-night': 'obligations.refused.own-case-that-night',
  'not-active': 'obligations.refused.not-active',
  'answered-already': 'obligations.refused.answered-already',
  'not-proposed': 'obligations.refused.not-proposed',
  'not-signed': 'obligations.refused.not-signed',
}

/** A refusal in words; where a day or an amount was passed, with that day or amount. */
export const problemOf = (refusal: Refused | null): Said | null => {
  if (refusal === null) return null
  if (refusal.refused === 'after-legal-limit') return pastLastDay(refusal)
  if (refusal.refused === 'before-agreement')
    return 'since' in refusal && refusal.since
      ? said('obligations.refused.before-agreement', { day: refusal.since })
      : null
  if (refusal.refused === 'too-much-for-a-day') {
    const minutes = 'minutes' in refusal ? (refusal.minutes ?? MOST_A_DAY) : MOST_A_DAY
    return said('obligations.refused.too-much-for-a-day', { minutes, most: MOST_A_DAY })
  }
  return said(inWords[refusal.refused])
}

const pastLastDay = (refusal: Refused): Said | null => {
  const last = 'last' in refusal ? refusal.last : undefined
  return last
    ? said('obligations.refused.after-legal-limit', { day: last.day, why: said(clockWords[last.clock]) })
    : null
}

/** The questions that a refusal may be about; the one that its form asks is meant. */
const fieldsOf: Partial<Record<Refused['refused'], readonly string[]>> = {
  'still-to-come': ['doneOn'],
  'before-agreement': ['doneOn'],
  'more-than-ordered': ['amount'],
  'too-much-for-a-day': ['amount'],
  unworded: ['words'],
  'not-later': ['newDueOn', 'grantedDay'],
  'after-legal-limit': ['newDueOn', 'grantedDay'],
  'below-done': ['newAmount'],
  'above-cap': ['newAmount'],
  'above-loss': ['newAmount'],
  'above-range': ['newAmount'],
  'below-range': ['newAmount'],
}

/** A form that was refused: the words stand beside the question that they are about, if the form asks it. */
export const pointedAt = (form: Form, refused: Refused | null): { form: Form; problem: Said | null } => {
  const fields = (refused && fieldsOf[refused.refused]) ?? []
  const field = fields.find(one => Object.hasOwn(form.values, one))
  return pointed(form, problemOf(refused), field)
}
