/** The letters themselves, and the list of those that wait for a printer. */
import type { Page } from '#platform/page'
import { type Day, dayIn } from '#platform/time'
import { isLanguage, type Language, type PlainKey, type Said, said } from '#words'
import type { NoticeKind } from './notice.ts'
import type { Envelope } from './records.ts'

/** What every letter begins and ends with. */
export type LetterFrame = {
  title: Said
  /** On paper only: the day, and the lines in the window of the envelope. */
  paper: { on: Day; to: readonly string[]; place: string } | null
  name: string | null
  program: string
  phone: string
  link: string
}

type LetterPage<Kind extends NoticeKind, Facts extends object = object> = Page<`letters/${Kind}`, LetterFrame & Facts>
/** The court's number, and the source's own, where it gave one. */
export type Reference = { caseNo: string; reportNo: string | null }
type Meeting = { day: Day; at: Date; place: string }

export type ReferralReceived = LetterPage<'referral-received', Reference>
export type ReferralAccepted = LetterPage<'referral-accepted', Reference>
export type ReferralDeclined = LetterPage<'referral-declined', Reference>
export type FirstMeeting = LetterPage<'first-meeting', { meeting: Meeting | null }>
export type CouldNotReach = LetterPage<'could-not-reach'>
export type HearingLetter = LetterPage<'hearing', Meeting>
export type HearingOff = LetterPage<'hearing-off', Meeting>
export type JuryInvitation = LetterPage<'jury-invitation', Meeting>
export type DateChanged = LetterPage<'date-changed', Meeting>
export type AgreementLetter = LetterPage<'agreement'>
export type PromiseDue = LetterPage<'promise-due', { day: Day }>
export type Warning = LetterPage<'warning', { day: Day }>
export type CompletedFamily = LetterPage<'completed-family'>
export type CompletedSource = LetterPage<'completed-source', Reference>
export type ReturnedFamily = LetterPage<'returned-family'>
export type ReturnedSource = LetterPage<'returned-source', Reference>
export type Thanks = LetterPage<'thanks', { minutes: number | null }>

/** A locked screen shows the subject: it says neither what the court is about nor who one is to it (rule 52). */
const subjects: Record<NoticeKind, PlainKey> = {
  'referral-received': 'notices.subject.status',
  'referral-accepted': 'notices.subject.status',
  'referral-declined': 'notices.subject.status',
  'first-meeting': 'notices.subject.meet',
  'could-not-reach': 'notices.subject.call',
  hearing: 'notices.subject.date',
  'hearing-off': 'notices.subject.off',
  'jury-invitation': 'notices.subject.invitation',
  'date-changed': 'notices.subject.changed',
  agreement: 'notices.subject.dates',
  'promise-due': 'notices.subject.date',
  warning: 'notices.subject.call',
  'completed-family': 'notices.subject.good-news',
  'completed-source': 'notices.subject.status',
  'returned-family': 'notices.subject.call',
  'returned-source': 'notices.subject.status',
  thanks: 'notices.subject.thanks',
}

/** The kinds that go to whoever sent the matter, and not to a family. */
const toSource: readonly NoticeKind[] = [
  'referral-received',
  'referral-accepted',
  'referral-declined',
  'completed-source',
  'returned-source',
]

type Desk = { origin: string; today: Day }

/** A letter, written in the moment in which it is sent or printed. */
export const letterPage = (
  letter: Envelope,
  { origin, today }: Desk,
  on: 'mail' | 'paper',
): Page<string, LetterFrame> => ({
  view: `letters/${letter.kind}`,
  title: said(subjects[letter.kind]),
  layout: 'print',
  wayBack: { href: '/letters', label: said('notices.letters') },
  paper: on === 'paper' ? { on: today, to: addressOf(letter), place: letter.programPlace } : null,
  name: letter.calledName ?? letter.staffName,
  program: letter.program,
  phone: letter.phone,
  link: toSource.includes(letter.kind) ? `${origin}/refer` : origin,
  ...factsFor(letter),
})

const factsFor = ({ kind, facts, programPlace, timeZone }: Envelope): object => {
  const starts = typeof facts['startsAt'] === 'string' ? new Date(facts['startsAt']) : null
  const meeting = starts && { day: dayIn(timeZone, starts), at: starts, place: facts['place'] ?? programPlace }
  if (kind === 'first-meeting') return { meeting }
  if (kind === 'thanks') return { minutes: facts['minutes'] ?? null }
  return {
    ...meeting,
    caseNo: facts['caseNo'],
    reportNo: facts['reportNo'] ?? null,
    day: facts['dueOn'] ?? facts['cureBy'] ?? meeting?.day,
  }
}

const addressOf = (letter: Envelope): string[] => {
  const name = letter.calledName === null ? letter.staffName : `${letter.calledName} ${letter.lastName ?? ''}`.trim()
  return [name, ...(letter.address ?? '').split('\n'), letter.writtenEmail].filter(
    line => line !== null && line !== '',
  ) as string[]
}

/** In the language of the one who reads it, or else in the first that the program speaks. */
export const languageOf = (letter: Pick<Envelope, 'personLanguage' | 'languages'>): Language =>
  [letter.personLanguage, ...letter.languages].find(isLanguage) ?? 'en'

const names: Record<NoticeKind, PlainKey> = {
  'referral-received': 'notices.kind.referral-received',
  'referral-accepted': 'notices.kind.referral-accepted',
  'referral-declined': 'notices.kind.referral-declined',
  'first-meeting': 'notices.kind.first-meeting',
  'could-not-reach': 'notices.kind.could-not-reach',
  hearing: 'notices.kind.hearing',
  'hearing-off': 'notices.kind.hearing-off',
  'jury-invitation': 'notices.kind.jury-invitation',
  'date-changed': 'notices.kind.date-changed',
  agreement: 'notices.kind.agreement',
  'promise-due': 'notices.kind.promise-due',
  warning: 'notices.kind.warning',
  'completed-family': 'notices.kind.completed-family',
  'completed-source': 'notices.kind.completed-source',
  'returned-family': 'notices.kind.returned-family',
  'returned-source': 'notices.kind.returned-source',
  thanks: 'notices.kind.thanks',
}

/** What a letter is called among staff. */
export const nameOfNotice = (kind: NoticeKind): PlainKey => names[kind]

/** Why a letter is to be printed. */
const whyPrinted = (letter: Envelope): PlainKey => {
  if (letter.lastFault !== null) return 'notices.print.failed'
  return letter.reachBy === 'paper' || letter.reachBy === 'phone' ? 'notices.print.wished' : 'notices.print.no-email'
}

export type LetterRow = { id: string; to: string; name: PlainKey; why: PlainKey; dueAt: Date }
export type LettersPage = Page<'notices/letters', { letters: readonly LetterRow[]; problem: PlainKey | null }>

export const lettersPage = (letters: readonly Envelope[], problem: PlainKey | null = null): LettersPage => ({
  view: 'notices/letters',
  title: said('notices.letters'),
  problem,
  letters: letters.map(letter => ({
    id: letter.id,
    to: addressOf(letter)[0] ?? '',
    name: names[letter.kind],
    why: whyPrinted(letter),
    dueAt: letter.dueAt,
  })),
})
