import type { Form } from '#platform/forms'
import type { Page } from '#platform/page'
import type { Day } from '#platform/time'
import { type Said, said } from '#words'
import type { Asked } from '../records/extensions.ts'
import type { Obligation, Origin } from '../records/obligations.ts'
import type { HandedIn } from '../records/progress.ts'
import { isSettled } from '../rules.ts'
import { type PieceFields, pieceFields } from './fields.ts'
import { lineOf, type PromiseLine, type Reader } from './line.ts'
import { type AskedRow, askedRow, type PieceRow, pieceRow } from './pieces.ts'
import { problemOf, type Refused } from './refusals.ts'

type Own = { one: Obligation; origin: Origin }

export type SendView = {
  id: string
  line: PromiseLine
  about: Said | null
  tie: string | null
  state: 'open' | 'jury' | 'with-us' | 'settled'
  choosesNights: boolean
  fields: PieceFields
  pieces: readonly PieceRow[]
  problem: Said | null
}
export type SendPage = Page<'obligations/send', SendView>

export const sendPage = (
  { one, origin }: Own,
  pieces: readonly HandedIn[],
  reader: Reader,
  form: Form,
  refused: Refused | null,
): SendPage => ({
  view: 'obligations/send',
  title: said('obligations.send-title'),
  id: one.id,
  line: lineOf(one, reader),
  about: aboutOf(origin),
  tie: origin.tiesTo,
  state: stateOf(one),
  choosesNights: reader.choosesNights,
  fields: pieceFields(one, form),
  pieces: pieces.map(piece => pieceRow(piece, one, null)),
  problem: problemOf(refused),
})

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
  asked: readonly AskedRow[]
  mayAsk: boolean
  left: number
  form: Form
  problem: Said | null
}
export type TimePage = Page<'obligations/time', TimeView>

export const timePage = (
  one: Obligation,
  asked: readonly Asked[],
  allowed: number,
  reader: Reader,
  form: Form,
  refused: Refused | null,
): TimePage => ({
  view: 'obligations/time',
  title: said('obligations.time-title'),
  id: one.id,
  line: lineOf(one, reader),
  dueOn: one.dueOn,
  asked: asked.map(askedRow),
  mayAsk: !isSettled(one) && one.askedAt === null && one.granted < allowed,
  left: Math.max(0, allowed - one.granted),
  form,
  problem: problemOf(refused),
})
