import { type Form, pointed } from '#platform/forms'
import { type PlainKey, type Said, said } from '#words'
import type { WalkInRefusal, FamilyRefusal } from '../actions/door.ts'
import type { AddRoomRefusal, GiveRefusal } from '../actions/rooms.ts'
import type { ShiftRefusal } from '../actions/shifting.ts'
import type { DocketRefusal } from '../rules/docket.ts'
import type {
  AddRefusal,
  ChangeRefusal,
  LockRefusal,
  OpenRefusal,
  PublishRefusal,
  StaffRefusal,
} from '../rules/nights.ts'
import type { OtherDayRefusal } from '../rules/other-day.ts'
import type { AnswerRefusal } from '../rules/places.ts'

type Refusals =
  | AddRefusal
  | ChangeRefusal
  | AddRoomRefusal
  | GiveRefusal
  | PublishRefusal
  | StaffRefusal
  | OpenRefusal
  | LockRefusal
  | DocketRefusal
  | ShiftRefusal
  | AnswerRefusal
  | WalkInRefusal
  | FamilyRefusal
  | OtherDayRefusal

export type Refused =
  | Refusals['refused']
  | 'day-taken'
  | 'day-called-off'
  | 'not-here'
  | 'on-a-jury'
  | 'not-a-juror'
  | 'ended-already'

/** Every refusal of this room, in words. */
export const inWords: Record<Refused, PlainKey> = {
  'past-day': 'hearings.refused.past-day',
  'ends-before-it-starts': 'hearings.refused.ends-before-it-starts',
  'slots-too-short': 'hearings.refused.slots-too-short',
  'day-taken': 'hearings.refused.day-taken',
  'day-called-off': 'hearings.refused.day-called-off',
  'times-stand': 'hearings.refused.times-stand',
  'places-given': 'hearings.refused.places-given',
  'night-over': 'hearings.refused.night-over',
  'name-taken': 'hearings.refused.name-taken',
  'facilitator-tied': 'hearings.refused.facilitator-tied',
  'not-a-draft': 'hearings.refused.not-a-draft',
  'no-room': 'hearings.refused.no-room',
  'not-published': 'hearings.refused.not-published',
  'too-few-yes': 'hearings.refused.too-few-yes',
  'before-its-day': 'hearings.refused.before-its-day',
  'not-now': 'hearings.refused.not-now',
  'not-settled': 'hearings.refused.not-settled',
  'outcomes-missing': 'hearings.refused.outcomes-missing',
  'case-not-ready': 'hearings.refused.case-not-ready',
  'no-admission': 'hearings.refused.no-admission',
  'no-consent': 'hearings.refused.no-consent',
  'no-guardian-consent': 'hearings.refused.no-guardian-consent',
  'night-not-published': 'hearings.refused.night-not-published',
  'after-deadline': 'hearings.refused.after-deadline',
  'juror-that-night': 'hearings.refused.juror-that-night',
  'room-full': 'hearings.refused.room-full',
  'night-open': 'hearings.refused.night-open',
  'no-earlier': 'hearings.refused.no-earlier',
  'no-later': 'hearings.refused.no-later',
  'too-late': 'hearings.refused.too-late',
  'night-full': 'hearings.refused.night-full',
  'night-not-open': 'hearings.refused.night-not-open',
  'not-active': 'hearings.refused.not-active',
  'own-case-that-night': 'hearings.refused.own-case-that-night',
  'has-a-place': 'hearings.refused.has-a-place',
  'answered-already': 'hearings.refused.answered-already',
  'doors-closed': 'hearings.refused.doors-closed',
  'not-known': 'hearings.refused.not-known',
  'several-of-that-name': 'hearings.refused.several-of-that-name',
  'not-of-this-case': 'hearings.refused.not-of-this-case',
  'not-here': 'hearings.refused.not-here',
  'on-a-jury': 'hearings.refused.on-a-jury',
  'not-a-juror': 'hearings.refused.not-a-juror',
  'ended-already': 'hearings.refused.ended-already',
  'same-day': 'hearings.refused.same-day',
  holiday: 'hearings.refused.holiday',
  'case-too-late': 'hearings.refused.case-too-late',
  'case-needs-yes': 'hearings.refused.case-needs-yes',
}

/** What a page says when an act was refused; nothing on a first visit. */
export const problemOf = (refused?: Refused): Said | null => (refused ? said(inWords[refused]) : null)

/** The question that a refusal is about; a form that does not ask it leaves the refusal at the top of the page. */
const fieldOf: Partial<Record<Refused, string>> = {
  'past-day': 'day',
  'day-taken': 'day',
  'day-called-off': 'day',
  'ends-before-it-starts': 'ends',
  'slots-too-short': 'capacity',
  'places-given': 'jurorPlaces',
  'times-stand': 'starts',
  'name-taken': 'room',
  'facilitator-tied': 'facilitatorId',
  'room-full': 'where',
  'after-deadline': 'where',
  'night-not-published': 'where',
  'juror-that-night': 'where',
  'not-known': 'calledName',
  'several-of-that-name': 'calledName',
  'night-full': 'jurors',
  'not-active': 'jurors',
  'own-case-that-night': 'jurors',
  'has-a-place': 'jurors',
}

/** A form that was refused: the words stand beside the question that they are about, if the form asks it. */
export const pointedAt = (form: Form, refused: Refused | undefined): { form: Form; problem: Said | null } => {
  const field = refused && fieldOf[refused]
  return pointed(form, problemOf(refused), field !== undefined && Object.hasOwn(form.values, field) ? field : undefined)
}
