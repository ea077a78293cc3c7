/** What a search found, in groups; before anything is typed, what was opened last. */
import { fullName, shortName } from '#court/people'
import type { Page } from '#platform/page'
import { ageOn, type Day } from '#platform/time'
import { said } from '#words'
import type { casesFound, lastOpened, peopleFound } from '../records/search.ts'
import { statusTag, type Tag } from './status.ts'

export type FoundCase = { href: string; no: string; name: string; tag: Tag }
export type FoundPerson = { href: string; name: string; age: number | null; school: string | null }
export type SearchPage = Page<
  'casefile/search',
  {
    words: string
    cases: readonly FoundCase[]
    people: readonly FoundPerson[]
    count: number
    last: readonly FoundCase[] | null
  }
>

type Rows<Read extends (...given: never[]) => Promise<unknown>> = Awaited<ReturnType<Read>>

const foundCase = (row: Rows<typeof lastOpened>[number]): FoundCase => ({
  href: `/cases/${row.no}`,
  no: row.no,
  name: shortName(row),
  tag: statusTag(row.status),
})

export const searchPage = (
  words: string,
  cases: Rows<typeof casesFound>,
  people: Rows<typeof peopleFound>,
  today: Day,
): SearchPage => ({
  view: 'casefile/search',
  title: said('casefile.search'),
  words,
  cases: cases.map(foundCase),
  people: people.map(row => ({
    href: `/people/${row.id}`,
    name: fullName(row),
    age: row.birthDate && ageOn(row.birthDate, today),
    school: row.school,
  })),
  count: cases.length + people.length,
  last: null,
})

export const emptySearchPage = (last: Rows<typeof lastOpened>): SearchPage => ({
  view: 'casefile/search',
  title: said('casefile.search'),
  words: '',
  cases: [],
  people: [],
  count: 0,
  last: last.map(foundCase),
})
