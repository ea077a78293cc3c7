import { amountWords, type Clock, proofWords } from '#court/dispositions'
import type { NightInList, NightOfJuror } from '#court/hearings'
import type { Form } from '#platform/forms'
import type { Page } from '#platform/page'
import type { Day } from '#platform/time'
import { type PlainKey, type Said, said } from '#words'
import type { Asked } from '../records/extensions.ts'
import type { Obligation, Origin } from '../records/obligations.ts'
import type { HandedIn } from '../records/progress.ts'
import { isSettled, mayMiss } from '../rules.ts'
import { type ExtensionProps, extensionOf } from './extension.ts'
import { blank, type PieceFields, pieceFields } from './fields.ts'
import { lineOf, type PromiseLine, type Reader } from './line.ts'
import { type Look, type MainAct, mainOf, withMain } from './main.ts'
import { type NightsProps, nextNightOf, nightsOf } from './nights.ts'
import { type PieceRow, pieceRow } from './pieces.ts'
import { problemOf, type Refused } from './refusals.ts'
import { aboutOf } from './send.ts'

/** All that the desk knows of one promise. */
export type PromiseFacts = {
  no: string
  name: string
  one: Obligation
  origin: Origin
  pieces: readonly HandedIn[]
  asked: readonly Asked[]
  allowed: number
  last: Clock | null
  held: readonly NightOfJuror[]
  open: readonly NightInList[]
  appeal: { businessDays: number; holidays: readonly Day[] }
}

/** The forms of the page; the one that was just posted holds what was typed. */
export type PromiseForms = Partial<
  Record<'piece' | 'keep' | 'ask' | 'answer' | 'waive' | 'amount' | 'nights', Form>
> & {
  /** The piece that is being sent back. */
  fix?: FixProps | undefined
}

export type FixProps = { action: string; cancel: string; form: Form }

/** A form that is folded away until it is wanted, or was filled in wrongly. */
type Folded = { open: boolean; form: Form }
export type EndingProps = {
  base: string
  mayMiss: boolean
  waive: Folded
  amount: (Folded & { now: Said | null }) | null
}

/** Something known about a promise: a day, a text of ours or somebody's own words. */
export type KnownFact = { label: PlainKey } & ({ day: Day } | { words: Said } | { text: string })

export type PromiseView = {
  no: string
  base: string
  whose: Said
  line: PromiseLine
  known: readonly KnownFact[]
  pieces: readonly PieceRow[]
  fix: FixProps | null
  record: PieceFields | null
  keep: Form | null
  nights: NightsProps | null
  extension: ExtensionProps | null
  ending: EndingProps | null
  main: MainAct
  proof: PlainKey
  problem: Said | null
}
export type PromisePage = Page<'obligations/show', PromiseView>

const folded = (form: Form | undefined): Folded => ({ open: form !== undefined, form: blank(form) })

export const promisePage = (
  facts: PromiseFacts,
  reader: Reader,
  forms: PromiseForms,
  refused: Refused | null,
): PromisePage => {
  const { no, name, one } = facts
  const base = `/cases/${no}/promises/${one.id}`
  const open = !isSettled(one)
  const theirs = one.owedBy === 'young-person'
  const today = { doneOn: reader.today }
  const shown = {
    fix: forms.fix ?? null,
    record:
      open && theirs && one.kind !== 'jury-service'
        ? pieceFields(one, blank(forms.piece, { ...today, amount: one.unit === 'piece' ? '1' : '' }), 'desk')
        : null,
    keep: open && !theirs ? blank(forms.keep, today) : null,
    nights: open && one.kind === 'jury-service' ? nightsOf(base, facts, reader.today, forms.nights) : null,
    extension: theirs && (open || facts.asked.length > 0) ? extensionOf(base, facts, reader.today, forms) : null,
  }
  const pieces = facts.pieces.map(piece => pieceRow(piece, one, { desk: base, open }))
  const main = mainOf(shown, pieces)
  return {
    view: 'obligations/show',
    title: said('obligations.promise-title', { no }),
    no,
    base,
    whose: theirs ? said('obligations.of-name', { name }) : said('obligations.of-court', { name }),
    line: lineOf(one, reader, nextNightOf(facts.held, reader.today)),
    known: knownOf(facts),
    pieces: withMain(pieces, main),
    ...shown,
    ending: open ? endingOf(base, facts, reader.today, forms) : null,
    main,
    proof: proofWords[one.proof],
    problem: problemOf(refused),
  }
}

const knownOf = ({ one, origin }: PromiseFacts): KnownFact[] => {
  const about = aboutOf(origin)
  return [
    { label: 'obligations.fact.due', day: one.dueOn },
    { label: 'obligations.fact.proof', words: said(proofWords[one.proof]) },
    ...(about ? [{ label: 'obligations.fact.about' as const, words: about }] : []),
    ...(origin.tiesTo ? [{ label: 'obligations.fact.because' as const, text: origin.tiesTo }] : []),
    ...(origin.inEffectOn ? [{ label: 'obligations.fact.since' as const, day: origin.inEffectOn }] : []),
    ...(one.endReason ? [{ label: 'obligations.fact.end' as const, text: one.endReason }] : []),
  ]
}

const agreedNow = ({ kind, unit, amount }: Obligation): Said | null => {
  const words = amountWords(kind, unit, amount)
  return words && said('obligations.field.agreed-now', { amount: words })
}

const endingOf = (
  base: string,
  { one, origin, appeal }: PromiseFacts,
  today: Day,
  forms: PromiseForms,
): EndingProps => ({
  base,
  mayMiss:
    one.owedBy === 'young-person' &&
    mayMiss(one, today, { from: origin.inEffectOn ?? origin.heardOn, ...appeal }) === null,
  waive: folded(forms.waive),
  amount: one.owedBy === 'young-person' ? { now: agreedNow(one), ...folded(forms.amount) } : null,
})

// Pieces of the page
export type RecordProps = { base: string; fields: PieceFields; proof: PlainKey; look: Look }
export type KeepProps = { base: string; form: Form; look: Look }
export type FixAsked = FixProps & { look: Look }
export type ExtensionAsked = ExtensionProps & { look: Look }
