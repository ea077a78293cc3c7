/** People: one record each, whatever they are to the court today. */
import { fullName, initials, shortName, type Tie } from '#court/people'
import type { Page } from '#platform/page'
import { ageOn, type Day } from '#platform/time'
import { type PlainKey, type Said, said } from '#words'
import { type Hat, hats } from '../casefile.ts'
import type { PeopleQuery } from '../forms.ts'
import type { PersonCaseRow, PersonListRow, PersonNightRow, PersonRow, TieRow } from '../records/people.ts'
import { asIs, languageInWords, reachOf } from './about.ts'
import type { LinkTo } from './case.ts'
import { type Chip, type Pages, pagesOf, pathWith } from './lists.ts'
import { statusTag, type Tag } from './status.ts'

const hatTags: Record<Hat, Tag> = {
  'young-person': { kind: 'go', icon: 'sprout', text: said('casefile.hat.young-person') },
  juror: { kind: 'jury', text: said('casefile.hat.juror') },
  guardian: { kind: 'plain', icon: 'heart-handshake', text: said('casefile.hat.guardian') },
}

export type PersonLine = { href: string; name: string; age: number | null; school: string; hats: readonly Tag[] }
export type PeoplePage = Page<
  'casefile/people',
  {
    query: PeopleQuery
    count: number
    hats: readonly { value: Hat; label: Said }[]
    chips: readonly Chip[]
    lines: readonly PersonLine[]
    pages: Pages | null
  }
>

export const peoplePage = (
  query: PeopleQuery,
  found: { rows: readonly PersonListRow[]; count: number },
  today: Day,
): PeoplePage => ({
  view: 'casefile/people',
  title: said('casefile.people'),
  query,
  count: found.count,
  hats: hats.map(value => ({ value, label: hatTags[value].text })),
  chips: [
    ...(query.hat
      ? [{ label: hatTags[query.hat].text, without: pathWith('/people', { ...query, hat: null, page: 1 }) }]
      : []),
    ...(query.q
      ? [
          {
            label: said('casefile.list.words', { words: query.q }),
            without: pathWith('/people', { ...query, q: '', page: 1 }),
          },
        ]
      : []),
  ],
  lines: found.rows.map(row => personLine(row, today)),
  pages: pagesOf('/people', { ...query }, found.count),
})

const personLine = (row: PersonListRow, today: Day): PersonLine => ({
  href: `/people/${row.id}`,
  name: fullName(row),
  age: row.birthDate && ageOn(row.birthDate, today),
  school: row.school ?? '',
  hats: [
    ...(row.isYoung ? [hatTags['young-person']] : []),
    ...(row.isJuror ? [hatTags.juror] : []),
    ...(row.isGuardian ? [hatTags.guardian] : []),
  ],
})

export type PersonCase = { href: string; no: string; tag: Tag; since: Day; closed: Day | null }
export type PersonTie = { name: string; href: string; tie: Said; write: Said; call: string | null; mail: string | null }
export type PersonPage = Page<
  'casefile/person',
  {
    face: string
    name: string
    first: string
    age: number | null
    pronouns: string | null
    hats: readonly Tag[]
    strengths: readonly string[]
    facts: readonly { label: Said; value: Said }[]
    reach: { write: Said; call: string | null; mail: string | null }
    cases: readonly PersonCase[]
    juror: { served: number; coming: readonly { on: Day; at: Date }[]; ready: Tag } | null
    minutes: number
    credits: string
    ties: readonly PersonTie[]
    links: readonly LinkTo[]
  }
>

export type PersonRows = {
  row: PersonRow
  cases: readonly PersonCaseRow[]
  nights: readonly PersonNightRow[]
  ties: readonly TieRow[]
}

export const personPage = ({ row, cases, nights, ties }: PersonRows, today: Day): PersonPage => ({
  view: 'casefile/person',
  title: said('casefile.person'),
  face: initials(row),
  name: shortName(row),
  first: row.calledName,
  age: row.birthDate && ageOn(row.birthDate, today),
  pronouns: row.pronouns,
  hats: [
    ...(cases.length > 0 ? [hatTags['young-person']] : []),
    ...(row.jurorId && !row.endedOn ? [hatTags.juror] : []),
    ...(row.isGuardian ? [hatTags.guardian] : []),
  ],
  strengths: row.strengths,
  facts: factsOf(row),
  reach: reachOf(row),
  cases: cases.map(one => ({
    href: `/cases/${one.no}`,
    no: one.no,
    tag: statusTag(one.status),
    since: one.openedOn,
    closed: one.closedOn,
  })),
  juror: row.jurorId ? jurorOf(row, nights, today) : null,
  minutes: row.minutes,
  credits: `/people/${row.id}/credits`,
  ties: ties.map(tieLine),
  links: [
    ...cases
      .filter(one => one.closedOn === null)
      .map(one => ({ label: said('casefile.print.slip'), href: `/cases/${one.no}/slips` })),
    { label: said('casefile.person.change'), href: `/people/${row.id}/change` },
    { label: said('casefile.person.guardian'), href: `/people/${row.id}/guardian` },
    ...(row.jurorId ? [{ label: said('casefile.person.juror'), href: `/people/jurors/${row.jurorId}` }] : []),
    ...(row.jurorId && !row.endedOn
      ? []
      : [{ label: said('casefile.person.enrol'), href: `/people/jurors/new?person=${row.id}` }]),
  ],
})

const factsOf = (row: PersonRow): { label: Said; value: Said }[] => [
  { label: said('casefile.person.name'), value: asIs(fullName(row)) },
  ...(row.school ? [{ label: said('casefile.about.school'), value: asIs(row.school) }] : []),
  ...(row.grade ? [{ label: said('casefile.person.grade'), value: asIs(row.grade) }] : []),
  { label: said('casefile.about.speaks'), value: languageInWords(row.language) },
]

const came = ['served', 'standby', 'excused_conflict']
const comes = ['offered', 'confirmed', 'swap_requested']

const jurorOf = (row: PersonRow, nights: readonly PersonNightRow[], today: Day): PersonPage['juror'] => ({
  served: nights.filter(night => came.includes(night.status)).length,
  coming: nights
    .filter(night => night.heldOn >= today && comes.includes(night.status))
    .map(night => ({ on: night.heldOn, at: night.startsAt }))
    .toReversed(),
  ready:
    row.endedOn !== null
      ? { kind: 'plain', text: said('casefile.juror.ended') }
      : row.trainedOn && row.oathOn
        ? { kind: 'done', text: said('casefile.juror.ready') }
        : { kind: 'you', text: said('casefile.juror.not-yet') },
})

const tieWords: Record<Tie, { other: PlainKey; back: PlainKey }> = {
  guardian: { other: 'casefile.guardian', back: 'casefile.tie.in-care' },
  relative: { other: 'casefile.tie.relative', back: 'casefile.tie.relative' },
  acquaintance: { other: 'casefile.tie.knows', back: 'casefile.tie.knows' },
}

const tieLine = (row: TieRow): PersonTie => ({
  name: fullName(row),
  href: `/people/${row.id}`,
  tie: said(tieWords[row.tie][row.isOther ? 'other' : 'back']),
  ...reachOf(row),
})
