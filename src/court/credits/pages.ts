import type { VerifyRefusal } from '#court/obligations'
import { shortName } from '#court/people'
import type { Form } from '#platform/forms'
import type { Page } from '#platform/page'
import type { LogKind } from '#platform/parts'
import type { Day } from '#platform/time'
import { type PlainKey, type Said, said } from '#words'
import type { ReverseRefusal, SettleRefusal } from './actions.ts'
import type { CreditKind } from './credit.ts'
import type { CreditLine } from './records.ts'
import { balance } from './rules.ts'

export type { CallOffPage } from './pages/calling-off.ts'

type Refused = (ReverseRefusal | SettleRefusal | VerifyRefusal)['refused']

const inWords: Record<Refused, PlainKey> = {
  'not-here': 'credits.refused-not-here',
  'reversed-already': 'credits.refused-reversed-already',
  'is-reversal': 'credits.refused-is-reversal',
  spent: 'credits.refused-spent',
  settled: 'credits.refused-settled',
  'not-waiting': 'credits.refused-not-waiting',
  'own-or-kin': 'credits.refused-own-or-kin',
  'from-attendance': 'credits.refused-from-attendance',
  'night-not-open': 'credits.refused-night-not-open',
  'cases-unsettled': 'credits.refused-cases-unsettled',
  'not-now': 'credits.refused-not-now',
}

const kindWords: Record<CreditKind, PlainKey> = {
  jury: 'credits.jury',
  training: 'credits.training',
  service: 'credits.service',
  gift: 'credits.gift',
  reversal: 'credits.reversal',
}

const pictures: Record<CreditKind, LogKind> = {
  jury: 'jury',
  training: 'plain',
  service: 'hours',
  gift: 'message',
  reversal: 'late',
}

/** One line of the ledger in words. What was taken back stays to be seen, and so does what took it back. */
export type Line = {
  id: string
  picture: LogKind
  hours: Said
  what: PlainKey
  /** Why the court counted it, or why it was taken back. */
  note: Said | null
  reason: string | null
  on: Day
  reversed: boolean
  mayReverse: boolean
}

const lineOf = (line: CreditLine, reversed: ReadonlySet<string>, mandated: PlainKey): Line => {
  const isReversal = line.kind === 'reversal'
  const isReversed = reversed.has(line.id)
  return {
    id: line.id,
    picture: pictures[line.kind],
    hours: said(isReversal ? 'credits.minus' : 'credits.plus', { minutes: line.minutes }),
    what: kindWords[line.kind],
    note: isReversed
      ? said('credits.reversed')
      : isReversal
        ? null
        : said(line.mandated ? mandated : 'credits.by-choice'),
    reason: line.reason,
    on: line.earnedOn,
    reversed: isReversed,
    mayReverse: !isReversal && !isReversed,
  }
}

const statement = (lines: readonly CreditLine[], mandated: PlainKey): Line[] => {
  const reversed = new Set(lines.flatMap(line => (line.reversesId === null ? [] : [line.reversesId])))
  return lines.map(line => lineOf(line, reversed, mandated))
}

/** What the lines add up to; one hour is one credit, anything else is several. */
const held = (lines: readonly CreditLine[]): { minutes: number; unit: Said } => {
  const minutes = balance(lines)
  return { minutes, unit: said('credits.balance', { count: minutes === 60 ? 1 : 2 }) }
}

/** Who listened to somebody, and to whom they listened. Nothing is said before there was a hearing of either kind. */
export const giveAndTakeWords = ({ heardBy, satFor }: { heardBy: number; satFor: number }): Said[] => {
  const sat = satFor > 0 ? [said('credits.sat-for', { count: satFor })] : []
  if (heardBy === 0) return sat
  return [said('credits.heard-by', { count: heardBy }), ...(satFor > 0 ? sat : [said('credits.sat-for-none')])]
}

export type CreditsPage = Page<
  'credits/show',
  { minutes: number; unit: Said; lines: readonly Line[]; giveAndTake: readonly Said[] }
>

export const creditsPage = (
  lines: readonly CreditLine[],
  exchange: { heardBy: number; satFor: number },
): CreditsPage => ({
  view: 'credits/show',
  title: said('credits.title'),
  ...held(lines),
  lines: statement(lines, 'credits.mandated'),
  giveAndTake: giveAndTakeWords(exchange),
})

type Named = { id: string; calledName: string; lastName: string }

export type PersonCreditsPage = Page<
  'credits/person',
  { personId: string; name: string; minutes: number; unit: Said; lines: readonly Line[] }
>

export const personCreditsPage = (person: Named, lines: readonly CreditLine[]): PersonCreditsPage => ({
  view: 'credits/person',
  title: said('credits.of-page'),
  personId: person.id,
  name: shortName(person),
  ...held(lines),
  lines: statement(lines, 'credits.was-mandated'),
})

export type ReversalPage = Page<
  'credits/reversal',
  { personId: string; name: string; line: Line; form: Form; problem: Said | null }
>

export const reversalPage = (
  person: Named,
  lines: readonly CreditLine[],
  entryId: string,
  form: Form,
  refused?: ReverseRefusal['refused'],
): ReversalPage | null => {
  const line = statement(lines, 'credits.was-mandated').find(one => one.id === entryId)
  if (!line) return null
  return {
    view: 'credits/reversal',
    title: said('credits.take-back-title'),
    personId: person.id,
    name: shortName(person),
    line,
    form,
    problem: refused ? said(inWords[refused]) : null,
  }
}

/** An act that was refused and has no form to go back to. */
export type RefusedPage = Page<'credits/refused', { problem: Said; back: { href: string; label: PlainKey } }>

export const refusedPage = (refused: Refused, back: RefusedPage['back']): RefusedPage => ({
  view: 'credits/refused',
  title: said('credits.problem-title'),
  problem: said(inWords[refused]),
  back,
})
