/** The register of a case in plain words. */
import type { ActName } from '#court'
import { isRole, roleWord } from '#court/accounts'
import type { IconName, LogKind } from '#platform/parts'
import { type PlainKey, type Said, said } from '#words'
import type { EntryRow } from '../records/around.ts'
import { actsAbout, quietActs } from './acts.ts'
import { byWhom, isOwnLine } from './by-whom.ts'
import type { LetterLine } from './letters.ts'

export type LogLine = {
  kind: LogKind
  icon: IconName | undefined
  who: string | null
  text: Said
  note: Said | null
  at: Date
  iso: string
}
/** How often somebody looked, one time after another, and when last. */
export type Look = { who: string | null; role: Said; count: number; at: Date }
export type Log = {
  views: readonly { label: Said; href: string; current: boolean }[]
  lines: readonly LogLine[]
  /** The address of the whole, where there is more than is shown. */
  more: string | null
  looks: readonly Look[]
}

export const logViews = ['all', 'promises', 'hearing', 'family', 'letters'] as const
/** 'some' is how the page opens: the newest of everything. */
export type LogView = 'some' | (typeof logViews)[number]

export const isLogView = (word: unknown): word is LogView => logViews.includes(word as (typeof logViews)[number])

/** How many entries are read for each way of looking at them. */
export const entriesFor = (view: LogView): { acts: number; looks: number } => ({
  acts: view === 'some' ? 24 : 300,
  looks: 24,
})
const SOME = 8
const LOOKS = 8

type Kind = { view: LogView; kind: LogKind; icon?: IconName }

/** What an act is about, told by the thing it was done to. */
const kinds: Record<string, Kind> = {
  obligation: { view: 'promises', kind: 'hours' },
  credit: { view: 'promises', kind: 'hours', icon: 'coins' },
  hearing: { view: 'hearing', kind: 'hearing' },
  night: { view: 'hearing', kind: 'hearing', icon: 'calendar-days' },
  juror: { view: 'hearing', kind: 'jury' },
  place: { view: 'hearing', kind: 'jury' },
  disposition: { view: 'hearing', kind: 'hearing' },
  term: { view: 'hearing', kind: 'hearing', icon: 'scroll-text' },
  contact: { view: 'family', kind: 'message', icon: 'phone' },
  intake: { view: 'family', kind: 'message' },
  termination: { view: 'family', kind: 'plain', icon: 'triangle-alert' },
  notice: { view: 'letters', kind: 'letter' },
}

const colours = {
  promises: 'hours',
  hearing: 'hearing',
  family: 'message',
  letters: 'letter',
} as const satisfies Record<string, LogKind>

const plain: Kind = { view: 'all', kind: 'plain' }

export const logOf = (entries: readonly EntryRow[], letters: readonly LetterLine[], view: LogView, no: string): Log => {
  const acts = entries.filter(entry => entry.act !== 'looked-at')
  const lines = tidy(acts).filter(run => view === 'some' || view === 'all' || kindOf(run.entry).view === view)
  const shown = (view === 'some' ? lines.slice(0, SOME) : lines).map(logLine)
  const cut = view === 'some' && (lines.length > SOME || acts.length === entriesFor(view).acts)
  return {
    views: logViews.map(one => ({
      label: said(viewWords[one]),
      href: one === 'all' ? `/cases/${no}#log` : `/cases/${no}?log=${one}#log`,
      current: one === view || (one === 'all' && view === 'some'),
    })),
    lines: view === 'letters' ? newestFirst([...shown, ...letters.map(letterInLog)]) : shown,
    more: cut ? `/cases/${no}?log=all#log` : null,
    looks: looksOf(entries.filter(entry => entry.act === 'looked-at')),
  }
}

/** One line for the looks of one person that follow upon one another. */
const looksOf = (entries: readonly EntryRow[]): Look[] => {
  const runs: Run[] = []
  for (const entry of entries) {
    const last = runs.at(-1)
    if (last?.entry.by === entry.by && last.entry.role === entry.role) last.count += 1
    else runs.push({ entry, count: 1 })
  }
  return runs
    .slice(0, LOOKS)
    .map(({ entry, count }) => ({ who: entry.by, role: roleInWords(entry.role), count, at: entry.at }))
}

/** The register knows who printed a letter; that one was written, and whether it went out, its own row says. */
const letterInLog = ({ text, state, at }: LetterLine): LogLine => ({
  kind: 'letter',
  icon: 'mail',
  who: null,
  text: said('casefile.log.letter', { letter: text }),
  note: state.text,
  at,
  iso: at.toISOString(),
})

const newestFirst = (lines: readonly LogLine[]): LogLine[] =>
  lines.toSorted((one, other) => other.at.getTime() - one.at.getTime())

type Run = { entry: EntryRow; count: number }

/** One line for what one person did in one go: acts that only accompany another are left out, and repeated ones counted. */
const tidy = (acts: readonly EntryRow[]): Run[] => {
  const runs: Run[] = []
  for (const [at, entry] of acts.entries()) {
    const last = runs.at(-1)
    if (
      quietActs.has(entry.act) &&
      acts.slice(Math.max(0, at - 3), at + 4).some(near => !quietActs.has(near.act) && isOneGo(near, entry, SECONDS))
    )
      continue
    if (last?.entry.act === entry.act && !isOwnLine(entry) && isOneGo(last.entry, entry, AN_HOUR)) last.count += 1
    else runs.push({ entry, count: 1 })
  }
  return runs
}

const SECONDS = 2_000
const AN_HOUR = 3_600_000

const isOneGo = (one: EntryRow, other: EntryRow, within: number): boolean =>
  one.by === other.by && Math.abs(one.at.getTime() - other.at.getTime()) <= within

const viewWords: Record<(typeof logViews)[number], PlainKey> = {
  all: 'casefile.log.all',
  promises: 'casefile.log.promises',
  hearing: 'casefile.log.hearing',
  family: 'casefile.log.family',
  letters: 'casefile.log.letters',
}

const kindOf = (entry: EntryRow): Kind => {
  const about = actsAbout[entry.act]
  return about ? { ...about, kind: colours[about.view] } : (kinds[entry.thing] ?? plain)
}

const logLine = ({ entry, count }: Run): LogLine => {
  const { kind, icon } = kindOf(entry)
  const note = count > 1 ? said('casefile.log.times', { count }) : null
  return {
    kind,
    icon,
    who: entry.by,
    text: byWhom(entry) ?? actInWords(entry.act),
    note,
    at: entry.at,
    iso: entry.at.toISOString(),
  }
}

const actInWords = (act: ActName): Said => said<`register.act.${ActName}`>(`register.act.${act}`)

const roleInWords = (role: string): Said => said(isRole(role) ? roleWord(role) : 'casefile.the-court')
