import { clockWords } from '#court/dispositions'
import { type PlainKey, type Said, said } from '#words'
import type { StartRefusal } from '../actions/starting.ts'
import type {
  AmountRefusal,
  AskRefusal,
  BookRefusal,
  GrantRefusal,
  HandInRefusal,
  KeepRefusal,
  MissRefusal,
  VerifyRefusal,
  WaiveRefusal,
} from '../rules.ts'

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
  | VerifyRefusal
  | WaiveRefusal

const inWords: Record<Exclude<Refused['refused'], 'after-legal-limit'>, PlainKey> = {
  settled: 'obligations.refused.settled',
  'from-attendance': 'obligations.refused.from-attendance',
  'not-yours': 'obligations.refused.not-yours',
  'still-to-come': 'obligations.refused.still-to-come',
  'more-than-ordered': 'obligations.refused.more-than-ordered',
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

/** A refusal in words; where the law's own day was passed, with that day and whose it is. */
export const problemOf = (refusal: Refused | null): Said | null => {
  if (refusal === null) return null
  if (refusal.refused !== 'after-legal-limit') return said(inWords[refusal.refused])
  const last = 'last' in refusal ? refusal.last : undefined
  return last
    ? said('obligations.refused.after-legal-limit', { day: last.day, why: said(clockWords[last.clock]) })
    : null
}
