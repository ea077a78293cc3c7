import { type Disposition, type NightFrame, nightFrame, type Signer, type Term } from '#court/dispositions'
import type { DocketLine, NightInList, NightOfJuror } from '#court/hearings'
import type { Form } from '#platform/forms'
import type { Page } from '#platform/page'
import type { Day } from '#platform/time'
import { type Said, said } from '#words'
import type { Obligation } from '../records/obligations.ts'
import { type NightsProps, nightsOf } from './nights.ts'
import { problemOf, type Refused } from './refusals.ts'

/** Before the family leaves: what was promised of jury nights, and which are open. */
export type BookFacts = {
  day: Day
  today: Day
  line: DocketLine
  docket: readonly DocketLine[]
  drawn: boolean
  disposition: Disposition | undefined
  duty: Term | undefined
  missing: readonly Signer[]
  obligation: Obligation | undefined
  held: readonly NightOfJuror[]
  open: readonly NightInList[]
}

export type BookView = NightFrame & {
  no: string
  nightHref: string
  name: string
  state: 'not-signed' | 'to-start' | 'counts'
  since: Day | null
  lead: Said | null
  nights: NightsProps | null
  problem: Said | null
}
export type BookPage = Page<'obligations/book', BookView>

export const bookPage = (facts: BookFacts, form: Form | undefined, refused: Refused | null): BookPage => {
  const { line, disposition, duty } = facts
  const frame = nightFrame(facts)
  return {
    view: 'obligations/book',
    layout: 'night',
    title: said('dispositions.tonight-case', { position: line.position }),
    ...frame,
    no: line.no,
    nightHref: `/nights/${facts.day}`,
    name: line.calledName,
    state: stateOf(facts),
    since: disposition?.inEffectOn ?? null,
    lead: duty ? said('obligations.book-lead', { name: line.calledName, count: duty.amount, day: duty.dueOn }) : null,
    nights: duty ? nightsOf(frame.base, { ...facts, one: facts.obligation ?? asIf(duty) }, facts.today, form) : null,
    problem: problemOf(refused),
  }
}

const stateOf = ({ disposition, missing }: BookFacts): BookView['state'] => {
  if (disposition?.status === 'in_effect') return 'counts'
  return disposition?.status === 'proposed' && missing.length === 0 ? 'to-start' : 'not-signed'
}

/** The promise as it will be once it counts: nothing of it done. */
const asIf = (term: Term): Obligation => ({
  ...term,
  caseId: term.caseId,
  termId: term.id,
  personId: null,
  status: 'assigned',
  statusSince: new Date(0),
  endReason: null,
  version: 1,
  verified: 0,
  waiting: 0,
  waitingSince: null,
  confirmedAt: null,
  askedAt: null,
  granted: 0,
})
