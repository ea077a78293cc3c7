/** The whole case on one page: what is next, promises both ways, who it is about, and what happened. */
import type { Actor } from '#court'
import { lifecycle, type Stage, stageOf, stages } from '#court/cases'
import { nameOfNotice } from '#court/notices'
import { initials, shortName } from '#court/people'
import type { Rulebook } from '#court/programs'
import { movesFrom } from '#platform/lifecycle'
import type { Page } from '#platform/page'
import { ageOn, type Day, dayIn, daysBetween } from '#platform/time'
import { type PlainKey, type Said, said } from '#words'
import { factsOf } from '../facts.ts'
import type { Step } from '../casefile.ts'
import { furtherMoves, type OpenMove } from '../policy.ts'
import type { EntryRow, GuardianRow, LetterRow } from '../records/around.ts'
import type { Papers } from '../records/beside.ts'
import type { CaseRow, PromiseRow } from '../records/case.ts'
import { stepsOf } from '../rules.ts'
import { type About, aboutOf } from './about.ts'
import { type Log, logOf, type LogView } from './log.ts'
import { type NextWords, nextInWords } from './next.ts'
import { type PromiseSide, promiseSide } from './promises.ts'
import { statusTag, type Tag } from './status.ts'

export type LinkTo = { label: Said; href: string }
export type Stop = { label: Said; state: 'done' | 'now' | 'todo'; when: Said | null }
export type LetterLine = { text: Said; state: Tag }

export type CasePage = Page<
  'casefile/show',
  {
    no: string
    face: string
    name: string
    first: string
    age: number | null
    pronouns: string | null
    tags: readonly Tag[]
    journey: readonly Stop[]
    next: NextWords
    also: readonly NextWords[]
    theirs: PromiseSide
    ours: PromiseSide
    promised: boolean
    about: About
    log: Log
    letters: readonly LetterLine[]
    prints: readonly LinkTo[]
    acts: readonly LinkTo[]
  }
>

export type CaseRows = {
  row: CaseRow & Papers
  promises: readonly PromiseRow[]
  guardians: readonly GuardianRow[]
  entries: readonly EntryRow[]
  letters: readonly LetterRow[]
  book: Rulebook
}

export const casePage = (rows: CaseRows, actor: Actor, today: Day, view: LogView): CasePage => {
  const { row, promises, guardians, book } = rows
  const first = row.calledName
  const [next, ...also] = stepsOf(factsOf(row, promises, { actor, today, book }), today)
  const theirs = promises.filter(one => one.owedBy === 'young-person')
  const ours = promises.filter(one => one.owedBy === 'court')
  return {
    view: 'casefile/show',
    title: said('casefile.title', { no: row.no }),
    no: row.no,
    face: initials(row),
    name: shortName(row),
    first,
    age: row.birthDate && ageOn(row.birthDate, today),
    pronouns: row.pronouns,
    tags: [statusTag(row.status), ...daysLeft(row, today)],
    journey: journeyOf(row, today),
    next: nextInWords(next, first, today),
    also: also.map(one => nextInWords(one, first, today)),
    theirs: promiseSide(theirs, row.no, today),
    ours: promiseSide(ours, row.no, today),
    promised: promises.length > 0,
    about: aboutOf(row, guardians, book),
    log: logOf(rows.entries, view, row.no),
    letters: rows.letters.map(one => letterLine(one, actor.timeZone)),
    prints: printsOf(row),
    acts: actsOf(row, next),
  }
}

const isOver = (row: CaseRow): boolean => row.closedOn !== null

const daysLeft = (row: CaseRow, today: Day): Tag[] => {
  if (row.dueOn === null || isOver(row)) return []
  const count = daysBetween(today, row.dueOn)
  if (count < 0) return [{ kind: 'late', text: said('casefile.days-over', { count: -count }) }]
  return [
    {
      kind: 'plain',
      icon: 'calendar-clock',
      text: count === 0 ? said('casefile.last-day') : said('casefile.days-left', { count }),
    },
  ]
}

/** A stage is done when it lies behind the case, or, in a case that goes back, when it was really reached. */
const journeyOf = (row: CaseRow, today: Day): Stop[] => {
  const here = stages.indexOf(stageOf[row.status])
  const finished = row.status === 'closed_success'
  const back = stageOf[row.status] === 'closed' && !finished
  const reached: Record<Stage, boolean> = {
    referral: true,
    meeting: row.metOn !== null,
    hearing: row.inEffectOn !== null,
    agreement: false,
    closed: isOver(row),
  }
  return stages.map((stage, at) => {
    const state = finished || (back ? reached[stage] : at < here) ? 'done' : at === here ? 'now' : 'todo'
    const label = back && stage === 'closed' ? 'casefile.stage.back' : stageWords[stage]
    return { label: said(label), state, when: whenOf(row, stage, state, today) }
  })
}

const stageWords: Record<Stage, PlainKey> = {
  referral: 'casefile.stage.referral',
  meeting: 'casefile.stage.meeting',
  hearing: 'casefile.stage.hearing',
  agreement: 'casefile.stage.agreement',
  closed: 'casefile.stage.closed',
}

const whenOf = (row: CaseRow, stage: Stage, state: Stop['state'], today: Day): Said | null => {
  const days: Record<Stage, Day | null> = {
    referral: row.receivedOn,
    meeting: row.metOn,
    hearing: state === 'done' || (row.heldOn !== null && row.heldOn >= today) ? row.heldOn : null,
    agreement: state === 'done' ? row.closedOn : row.dueOn,
    closed: row.closedOn,
  }
  const on = days[stage]
  if (on === null && state === 'done') return null
  if (on === null || (state === 'todo' && stage !== 'hearing'))
    return said(state === 'now' ? 'platform.state.now' : 'platform.not-yet')
  return stage === 'agreement' && state === 'now' ? said('casefile.when.by', { on }) : said('casefile.when.on', { on })
}

const letterLine = (row: LetterRow, timeZone: string): LetterLine => {
  const letter = said(nameOfNotice(row.kind))
  const text = row.calledName === null ? letter : said('casefile.letters.to', { letter, name: row.calledName })
  return { text, state: letterState(row, timeZone) }
}

const letterState = (row: LetterRow, timeZone: string): Tag => {
  if (row.sentAt) return { kind: 'done', text: said('casefile.letters.sent', { on: dayIn(timeZone, row.sentAt) }) }
  if (row.channel === 'print') return { kind: 'you', icon: 'printer', text: said('casefile.letters.print') }
  if (row.lastFault !== null) return { kind: 'late', icon: 'triangle-alert', text: said('casefile.letters.failed') }
  return { kind: 'plain', icon: 'clock', text: said('casefile.letters.due', { on: dayIn(timeZone, row.dueAt) }) }
}

const printsOf = (row: CaseRow): LinkTo[] => [
  ...(row.inEffectOn ? [{ label: said('casefile.print.agreement'), href: `/cases/${row.no}/agreement/print` }] : []),
  ...(row.status === 'closed_success'
    ? [{ label: said('casefile.print.certificate'), href: `/cases/${row.no}/certificate` }]
    : []),
  ...(row.acceptedOn === null || isOver(row)
    ? []
    : [{ label: said('casefile.print.slip'), href: `/cases/${row.no}/slips` }]),
]

/** Quiet links: every other lawful move, and what may be done at any time. */
const actsOf = (row: CaseRow, next: Step): LinkTo[] => {
  const moves = furtherMoves(row, movesFrom(lifecycle, row.status), next.step).map(({ move, to }) => ({
    label: said<`casefile.move.${OpenMove}`>(`casefile.move.${move}`),
    href: to,
  }))
  const contacts = `/cases/${row.no}/contacts`
  const links = isOver(row) ? moves : [...moves, { label: said('casefile.act-now.contact'), href: contacts }]
  return links.filter(({ href }, at) => href !== next.to && links.findIndex(one => one.href === href) === at)
}
