import { type Clock, proofWords } from '#court/dispositions'
import type { Form } from '#platform/forms'
import type { Page } from '#platform/page'
import type { Day } from '#platform/time'
import { type PlainKey, type Said, said } from '#words'
import type { Asked } from '../records/extensions.ts'
import type { Obligation, Origin } from '../records/obligations.ts'
import type { HandedIn } from '../records/progress.ts'
import { isSettled } from '../rules.ts'
import { type PieceFields, pieceFields } from './fields.ts'
import { lineOf, type PromiseLine, type Reader } from './line.ts'
import { isAskable, limitOf } from './extension.ts'
import { type AskedRow, askedRow, type PieceRow, pieceRow } from './pieces.ts'
import { pointedAt, problemOf, type Refused } from './refusals.ts'
import { type Called, spoken } from './voice.ts'

type Own = { called: Called; one: Obligation; origin: Origin; pieces: readonly HandedIn[] }

export type SendView = {
  id: string
  line: PromiseLine
  proof: PlainKey
  about: Said | null
  tie: string | null
  state: 'open' | 'jury' | 'with-us' | 'settled'
  choosesNights: boolean
  attendance: Said
  fields: PieceFields
  pieces: readonly PieceRow[]
  problem: Said | null
}
export type SendPage = Page<'obligations/send', SendView>

export const sendPage = (
  { called, one, origin, pieces }: Own,
  { reader, accountId }: { reader: Reader; accountId: string },
  typed: Form,
  refused: Refused | null,
): SendPage => {
  const state = stateOf(one)
  const { form, problem } = state === 'open' ? pointedAt(typed, refused) : { form: typed, problem: problemOf(refused) }
  return {
    view: 'obligations/send',
    title: spoken('send-title', called),
    attendance: spoken('from-attendance', called),
    id: one.id,
    line: lineOf(one, reader),
    proof: proofWords[one.proof],
    about: aboutOf(origin),
    tie: origin.tiesTo,
    state,
    choosesNights: reader.choosesNights,
    fields: pieceFields(one, form, 'home'),
    pieces: pieces.map(piece => pieceRow(piece, one, { accountId, open: !isSettled(one) })),
    problem,
  }
}

/** What was handed in whole is not asked for again while it is being read. */
const stateOf = (one: Obligation): SendView['state'] => {
  if (isSettled(one)) return 'settled'
  if (one.kind === 'jury-service') return 'jury'
  return one.verified + one.waiting >= one.amount ? 'with-us' : 'open'
}

export const aboutOf = ({ topic, length }: Pick<Origin, 'topic' | 'length'>): Said | null =>
  topic !== null && length !== null ? said('obligations.about', { topic, length }) : null

export type TimeView = {
  id: string
  line: PromiseLine
  dueOn: Day
  why: Said
  asked: readonly AskedRow[]
  mayAsk: boolean
  /** The last possible day, or that none is left. */
  limit: Said | null
  last: Day | null
  left: number
  form: Form
  problem: Said | null
}
export type TimePage = Page<'obligations/time', TimeView>

type Asking = { called: Called; one: Obligation; asked: readonly Asked[]; allowed: number; last: Clock | null }

export const timePage = (
  { called, one, asked, allowed, last }: Asking,
  reader: Reader,
  form: Form,
  refused: Refused | null,
): TimePage => ({
  view: 'obligations/time',
  title: said('obligations.time-title'),
  id: one.id,
  line: lineOf(one, reader),
  dueOn: one.dueOn,
  why: spoken('field.why', called),
  asked: asked.map(askedRow),
  mayAsk: isAskable(one, allowed, last, reader.today),
  limit: isSettled(one) ? null : limitOf(one, last, reader.today),
  last: last?.day ?? null,
  left: Math.max(0, allowed - one.granted),
  ...(isAskable(one, allowed, last, reader.today) ? pointedAt(form, refused) : { form, problem: problemOf(refused) }),
})
