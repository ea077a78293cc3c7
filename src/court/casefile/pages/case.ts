/** The whole case on one page: what is next, promises both ways, who it is about, and what happened. */
import type { Actor } from '#court'
import { lifecycle, type Stage, stageOf, stages } from '#court/cases'
import { initials, shortName } from '#court/people'
import type { Rulebook } from '#court/programs'
import { movesFrom } from '#platform/lifecycle'
import type { Page } from '#platform/page'
import { ageOn, type Day, daysBetween } from '#platform/time'
import { type PlainKey, type Said, said } from '#words'
import { factsOf } from '../facts.ts'
import type { Step } from '../casefile.ts'
import { furtherMoves, type OpenMove } from '../policy.ts'
import type { EntryRow, GuardianRow, LetterRow } from '../records/around.ts'
import type { Papers } from '../records/beside.ts'
import type { CaseRow, PromiseRow } from '../records/case.ts'
import { stepsOf } from '../rules.ts'
import { type About, aboutOf } from './about.ts'
import { type LetterLine, letterLine } from './letters.ts'
import { type Log, logOf, type LogView } from './log.ts'
import { type NextWords, nextInWords } from './next.ts'
import { type PromiseSide, promiseSide } from './promises.ts'
import { statusTag, type Tag } from './status.ts'

export type LinkTo = { label: Said; href: string }
export type Stop = { label: Said; state: 'done' | 'now' | 'todo'; when: Said | null }

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
    /** What the jury itself wanted to say; read with the agreement, and not while it is still being written. */
    juryWords: string | null
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
  const letters = rows.letters.map(one => letterLine(one, actor.timeZone))
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
    juryWords: row.agreementStatus === 'draft' ? null : row.juryWords,
    about: aboutOf(row, guardians, book),
    log: logOf(rows.entries, letters, view, row.no),
    letters,
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
  const here = stages.indexOf(stageAt(row))
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

/** A case under review because nobody came has not been heard yet. */
const stageAt = ({ status, inEffectOn }: CaseRow): Stage =>
  status === 'noncompliance_review' && inEffectOn === null ? 'hearing' : stageOf[status]

const stageWords: Record<Stage, PlainKey> = {
  referral: 'casefile.stage.referral',
  meeting: 'casefile.stage.meeting',
  hearing: 'casefile.stage.hearing',
  agreement: 'casefile.stage.agreement',
  closed: 'casefile.stage.closed',
}

const whenOf = (row: CaseRow, stage: Stage, state: Stop['state'], today: Day): Said | null => {
  if (stage === 'hearing' && state === 'now' && row.hearingStatus === 'missed' && row.heldOn !== null)
    return said('casefile.when.missed', { on: row.heldOn, count: row.missedHearings })
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
  const others = { label: said('casefile.act-now.co-respondents'), href: `/cases/${row.no}/co-respondents` }
  const links = isOver(row) ? moves : [...moves, { label: said('casefile.act-now.contact'), href: contacts }, others]
  return links.filter(({ href }, at) => href !== next.to && links.findIndex(one => one.href === href) === at)
}
