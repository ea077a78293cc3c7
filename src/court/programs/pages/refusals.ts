/** Why an edition is not taken, in words, beside the question that it is about. */
import { type Form, pointed } from '#platform/forms'
import { type PlainKey, said } from '#words'
import type { AmendRefusal } from '../rules.ts'

export type Refused = AmendRefusal['refused']

const inWords: Record<Refused, PlainKey> = {
  'changed-meanwhile': 'programs.refused-changed-meanwhile',
  'before-today': 'programs.refused-before-today',
  'before-newest': 'programs.refused-before-newest',
  'nothing-changed': 'programs.refused-nothing-changed',
  'ages-unsound': 'programs.refused-ages-unsound',
  'jury-unsound': 'programs.refused-jury-unsound',
  'grid-unsound': 'programs.refused-grid-unsound',
  'caps-unsound': 'programs.refused-caps-unsound',
  'no-jury-service': 'programs.refused-no-jury-service',
  'nothing-listed': 'programs.refused-nothing-listed',
  'nothing-taken': 'programs.refused-nothing-taken',
  'violent-taken': 'programs.refused-violent-taken',
  'holidays-unsound': 'programs.refused-holidays-unsound',
  'rules-unsound': 'programs.refused-rules-unsound',
}

/** The question that a refusal is about, where it is about one. */
const fieldOf: Partial<Record<Refused, string>> = {
  'before-today': 'effectiveFrom',
  'before-newest': 'effectiveFrom',
}

/** The form as it stands on the page, with what stood in the way. */
export const withRefusal = (form: Form, refused?: Refused) =>
  pointed(form, refused ? said(inWords[refused]) : null, refused && fieldOf[refused])
