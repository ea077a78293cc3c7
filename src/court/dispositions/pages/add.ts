import type { Form } from '#platform/forms'
import type { Day } from '#platform/time'
import type { PlainKey, Said } from '#words'
import { measureOf, type Ower, type TermKind, type Unit } from '../disposition.ts'
import type { Ground } from '../ground.ts'
import { kindWords, proofWords } from '../wording.ts'
import { rangeOf } from './terms.ts'

export type Adding = { kind: TermKind; owedBy: Ower; form: Form }

/** The promise that is being written down. */
export type AddProps = {
  action: string
  cancel: string
  kind: TermKind
  owedBy: Ower
  legend: PlainKey
  form: Form
  amount: { words: PlainKey; fixed: boolean }
  range: Said | null
  proof: PlainKey
  essay: boolean
  reason: { words: PlainKey; hint: PlainKey } | null
  last: Day | null
}

const amountAsked: Record<Unit, PlainKey> = {
  session: 'dispositions.field.amount-sessions',
  minute: 'dispositions.field.amount-hours',
  piece: 'dispositions.field.amount-pieces',
  cent: 'dispositions.field.amount-money',
  day: 'dispositions.field.amount-days',
}

/** Why a promise goes beyond what is allowed: the grid, or the loss that is known. */
const reasonAsked = (kind: TermKind): AddProps['reason'] =>
  kind === 'restitution'
    ? { words: 'dispositions.field.loss-reason', hint: 'dispositions.field.loss-reason-hint' }
    : { words: 'dispositions.field.reason', hint: 'dispositions.field.reason-hint' }

export const addProps = (at: string, { kind, owedBy, form }: Adding, { setting }: Ground): AddProps => {
  const { unit, proof } = measureOf[kind]
  const theirs = owedBy === 'young-person'
  return {
    action: `${at}/promises`,
    cancel: at,
    kind,
    owedBy,
    legend: theirs ? kindWords[kind] : 'dispositions.menu-ours',
    form,
    amount: {
      words: kind === 'jury-service' ? 'dispositions.field.amount-nights' : amountAsked[unit],
      fixed: unit === 'piece',
    },
    range: theirs ? rangeOf(kind, setting.limits) : null,
    proof: proofWords[proof],
    essay: kind === 'essay',
    reason: theirs && setting.mayLeaveGrid && setting.limits[kind] !== undefined ? reasonAsked(kind) : null,
    last: theirs ? (setting.last?.day ?? null) : null,
  }
}
