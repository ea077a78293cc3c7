/** The talk: strengths before the matter, words to say, and the beginning. */
import { anchorOf, type DocketLine } from '#court/hearings'
import { emptyForm, type Form } from '#platform/forms'
import type { Page } from '#platform/page'
import { type PlainKey, type Said, said } from '#words'
import { type StopReason, stopReasons } from '../jury.ts'
import { type Beginning, type BeginRefusal, mayBegin } from '../rules/hearing.ts'
import { frameOf, type NightFrame } from './draw.ts'
import { inWords, problemOf, type Refused } from './refusals.ts'

export type TalkPage = Page<
  'jury/talk',
  NightFrame & {
    drawn: boolean
    strengths: readonly string[]
    matter: string
    interpreter: string | null
    adjustments: string | null
    harmedStatement: string | null
    missing: Missing | null
    /** The promise of tonight is still to be said by so many of those who sit; it can be said here. */
    unsworn: number
    mayBegin: boolean
    goesOn: boolean
    mayWithdraw: boolean
    stopReasons: readonly { value: StopReason; label: PlainKey }[]
    form: Form
    problem: Said | null
  }
>

/** What keeps the case from beginning, and the page on which that is mended. */
export type Missing = { words: Said; way: { href: string; label: PlainKey } | null }

export type TalkCard = Omit<TalkPage, 'view' | 'title' | 'layout'>

export type TalkFacts = {
  docket: readonly DocketLine[]
  line: DocketLine
  beginning: Beginning
  matter: string
  intake:
    | { strengths: string[]; interpreter: string | null; adjustments: string | null; harmedStatement: string | null }
    | undefined
}

export const talkPage = (facts: TalkFacts, form: Form = emptyForm(), refused?: Refused): TalkPage => {
  const { line, intake } = facts
  const waits = mayBegin({ ...facts.beginning, askedToGoOn: true })
  return {
    view: 'jury/talk',
    layout: 'night',
    title: said('jury.talk.page-title', { position: line.position }),
    ...frameOf(facts.docket, line, facts.beginning.seated > 0),
    drawn: facts.beginning.seated > 0,
    strengths: line.strengths.length > 0 ? line.strengths : (intake?.strengths ?? []),
    matter: facts.matter,
    interpreter: intake?.interpreter ?? null,
    adjustments: intake?.adjustments ?? null,
    harmedStatement: intake?.harmedStatement ?? null,
    missing: line.status === 'docketed' && waits ? missingOf(waits, line) : null,
    unsworn: line.status === 'docketed' && facts.beginning.underWay ? facts.beginning.unsworn : 0,
    mayBegin: line.status === 'docketed' && waits === null,
    goesOn: line.status === 'in_hearing',
    mayWithdraw: facts.beginning.underWay && (line.status === 'docketed' || line.status === 'in_hearing'),
    stopReasons: stopReasons.map(value => ({ value, label: `jury.talk.stop.${value}` as const })),
    form,
    problem: problemOf(refused),
  }
}

const missingOf = ({ refused }: BeginRefusal, line: DocketLine): Missing => {
  const night = `/nights/${line.heldOn}`
  const atDoor = { href: `${night}#${anchorOf.family(line.position)}`, label: 'jury.talk.way.door' } as const
  const atJury = { href: `${night}/${line.position}/jury`, label: 'jury.talk.way.jury' } as const
  const ways: Partial<Record<Refused, Missing['way']>> = {
    'doors-closed': { href: night, label: 'jury.talk.way.night' },
    'room-busy': { href: night, label: 'jury.talk.way.night' },
    'young-person-missing': atDoor,
    'guardian-missing': atDoor,
    'no-quorum': atJury,
    'too-many': atJury,
    'juror-conflict': atJury,
    'jury-elsewhere': atJury,
  }
  return { words: said(inWords[refused]), way: ways[refused] ?? null }
}

export type MissedPage = Page<'jury/missed', NightFrame & { problem: Said | null }>

export const missedPage = (docket: readonly DocketLine[], line: DocketLine, refused?: Refused): MissedPage => ({
  view: 'jury/missed',
  layout: 'night',
  title: said('jury.missed.title', { position: line.position }),
  ...frameOf(docket, line, false),
  problem: problemOf(refused),
})

export type SeatPage = Page<
  'jury/seat',
  {
    back: string
    seats: readonly { name: string; room: string; startsAt: Date; foreperson: boolean; strengths: readonly string[] }[]
  }
>

export const seatPage = (
  nightId: string,
  seats: readonly {
    calledName: string
    room: string
    startsAt: Date
    foreperson: boolean
    strengths: readonly string[]
  }[],
): SeatPage => ({
  view: 'jury/seat',
  title: said('jury.seat.title'),
  back: `/dates/${nightId}`,
  seats: seats.map(seat => ({
    name: seat.calledName,
    room: seat.room,
    startsAt: seat.startsAt,
    foreperson: seat.foreperson,
    strengths: seat.strengths,
  })),
})
