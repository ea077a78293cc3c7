/** The pages of this room. */
import type { About } from './pages/about.ts'
import type { LinkTo } from './pages/case.ts'
import type { LetterLine } from './pages/letters.ts'
import type { NextWords } from './pages/next.ts'
import type { PromiseSide } from './pages/promises.ts'
import type { PersonPage } from './pages/people.ts'
import type { FoundCase } from './pages/search.ts'
import type { LooseEnd } from './pages/today.ts'

export { type CasePage, type CaseRows, casePage } from './pages/case.ts'
export { type ListPage, listPage, statusesOf } from './pages/list.ts'
export { type TaskGroup, type TodayPage, todayPage } from './pages/today.ts'
export { type PeoplePage, type PersonPage, type PersonRows, peoplePage, personPage } from './pages/people.ts'
export { emptySearchPage, type SearchPage, searchPage } from './pages/search.ts'
export { entriesFor, isLogView, type Log } from './pages/log.ts'

// Pieces of the case page
export type AlsoProps = { steps: readonly NextWords[] }
export type PromisesProps = { id: string; title: string; side: PromiseSide; none: string }
export type AboutProps = { first: string; about: About; prints: readonly LinkTo[] }
export type ActsProps = { acts: readonly LinkTo[]; letters: readonly LetterLine[] }
export type LooseEnds = { ends: readonly LooseEnd[] }
export type FoundCases = { cases: readonly FoundCase[] }
export type PersonAside = Pick<PersonPage, 'first' | 'facts' | 'reach' | 'links' | 'ties'>
