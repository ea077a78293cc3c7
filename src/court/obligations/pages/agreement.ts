import type { ProposedAgreement } from '#court/dispositions'
import type { Page } from '#platform/page'
import type { IconName } from '#platform/parts'
import type { Day } from '#platform/time'
import { type PlainKey, type Said, said } from '#words'
import type { Obligation } from '../records/obligations.ts'
import { isSettled, standing } from '../rules.ts'
import { lineOf, type PromiseLine, type Reader } from './line.ts'
import { type Called, spoken } from './voice.ts'

/** What is in effect, and what is still to be signed. */
export type Own = { agreements: readonly OwnFacts[]; proposed: readonly ProposedAgreement[] }

/** One young person's agreement, as they and their family read it. */
export type OneAgreement = {
  no: string
  hello: Said
  theirTitle: Said
  agreedOn: Day | null
  juryWords: string | null
  next: NextCard | null
  /** Nothing more is owed: all of it kept, or what is left waived. */
  settled: { title: Said; why: Said } | null
  theirs: readonly (PromiseLine & { href: string })[]
  ours: readonly PromiseLine[]
  sum: Said
}

export type NextCard = {
  eyebrow: PlainKey
  icon: IconName
  title: string
  text: Said
  acts: readonly { words: PlainKey; href: string; main: boolean }[]
}

export type AgreementView = {
  proposed: readonly ProposedAgreement[]
  agreements: readonly OneAgreement[]
  phone: string | null
}
export type OwnAgreementPage = Page<'obligations/agreement', AgreementView>

export type OwnFacts = {
  no: string
  called: Called
  agreedOn: Day | null
  juryWords: string | null
  promises: readonly Obligation[]
  nextNight: Day | null
}

export const ownAgreementPage = (own: Own, reader: Reader, phone: string | null): OwnAgreementPage => ({
  view: 'obligations/agreement',
  title: said('obligations.agreement'),
  proposed: own.proposed,
  agreements: own.agreements.map(one => agreementOf(one, reader)),
  phone,
})

const agreementOf = (own: OwnFacts, reader: Reader): OneAgreement => {
  const { no, called, agreedOn, juryWords, promises, nextNight } = own
  const theirs = promises.filter(one => one.owedBy === 'young-person')
  const ours = promises.filter(one => one.owedBy === 'court')
  const line = (one: Obligation) => lineOf(one, reader, one.kind === 'jury-service' ? nextNight : null)
  return {
    no,
    hello: spoken('hello', called),
    theirTitle: spoken('theirs', called),
    agreedOn,
    juryWords,
    next: nextOf(theirs, reader, own),
    settled: settledOf(theirs, ours, called),
    theirs: theirs.map(one => ({ ...line(one), href: `/agreement/${one.id}/send` })),
    ours: ours.map(line),
    sum: sumOf(theirs),
  }
}

/** What was waived, or ended with the case, is not done: it is not counted at all (rule 42). */
const sumOf = (theirs: readonly Obligation[]): Said => {
  const asked = theirs.filter(one => one.status !== 'waived' && one.status !== 'cancelled')
  const done = asked.filter(one => one.status === 'satisfied').length
  return asked.length === 0 ? said('obligations.sum-none') : said('obligations.sum', { done, of: asked.length })
}

/** Praise is for what was kept. Where some of it was waived, nothing more is asked, and no more than that is said. */
const settledOf = (
  theirs: readonly Obligation[],
  ours: readonly Obligation[],
  called: Called,
): OneAgreement['settled'] => {
  const over = theirs.length > 0 && theirs.every(one => one.status === 'satisfied' || one.status === 'waived')
  if (!over) return null
  const keptAll = theirs.every(one => one.status === 'satisfied')
  return { title: spoken(keptAll ? 'kept-all' : 'nothing-left', called), why: oursLeft(ours) }
}

/** The good news first; and what the court itself still has to keep. */
const oursLeft = (ours: readonly Obligation[]): Said => {
  const left = ours.filter(one => !isSettled(one))
  return left.length === 0
    ? said('obligations.kept-all-why')
    : said('obligations.kept-all-ours', { count: left.length, what: left.map(one => one.title).join('; ') })
}

/** What is late or must be changed comes before what is due next; what waits for us is not asked for again. */
const nextOf = (theirs: readonly Obligation[], { today, choosesNights }: Reader, own: OwnFacts): NextCard | null => {
  const open = theirs.filter(one => !isSettled(one) && standing(one, today) !== 'with-us')
  const [first] = open.toSorted((a, b) => rank(a, today) - rank(b, today) || (a.dueOn < b.dueOn ? -1 : 1))
  if (!first) return null
  return {
    eyebrow: 'obligations.next',
    icon: 'calendar-clock',
    title: first.title,
    text: textFor(first, today, own),
    acts: [
      ...mainAct(first, choosesNights),
      { words: 'obligations.ask-time', href: `/agreement/${first.id}/time`, main: false },
    ],
  }
}

const mainAct = (first: Obligation, choosesNights: boolean): NextCard['acts'] => {
  if (first.kind !== 'jury-service')
    return [{ words: 'obligations.hand-in', href: `/agreement/${first.id}/send`, main: true }]
  return choosesNights ? [{ words: 'obligations.choose-dates', href: '/dates', main: true }] : []
}

const rank = (one: Obligation, today: Day): number => ({ late: 0, 'to-fix': 1 })[standing(one, today) as string] ?? 2

const textFor = (one: Obligation, today: Day, { nextNight, called }: OwnFacts): Said => {
  const stands = standing(one, today)
  if (stands === 'late') return said('obligations.next-late', { day: one.dueOn })
  if (stands === 'to-fix') return said('obligations.next-fix')
  if (one.kind !== 'jury-service') return said('obligations.next-by', { day: one.dueOn })
  return nextNight ? said('obligations.note.next-night', { day: nextNight }) : spoken('next-jury', called)
}
