import { emptyForm, type Form } from '#platform/forms'
import type { Page } from '#platform/page'
import type { Day } from '#platform/time'
import { type PlainKey, type Said, said } from '#words'
import { answersFrom, type Cap, gridField, gridParts, numbers, powers } from './forms.ts'
import { type Refused, withRefusal } from './pages/refusals.ts'
import { toCome } from './forms/lists.ts'
import type { Edition } from './records.ts'
import type { Rulebook } from './rulebook.ts'

export {
  type EditionProps,
  type HolidaysPage,
  holidaysPage,
  type OffenceLineProps,
  type OffencesPage,
  offencesPage,
} from './pages/lists.ts'

export type Section = { title: PlainKey; sentences: Said[] }
export type GridRow = { code: string; jury: string; hours: string; workshops: string }
export type EditionLine = {
  edition: number
  from: Day
  madeOn: Date
  reason: string
  state: 'now' | 'to-come' | 'past'
}
export type OffenceRow = { title: string; plain: string; group: string; class: string; taken: boolean }

export type GridProps = { name: string; rows: GridRow[] }
export type OffencesProps = { offences: OffenceRow[] }

export type SettingsPage = Page<
  'programs/settings',
  {
    program: string
    now: { edition: number; from: Day }
    sections: Section[]
    grid: GridProps
    offences: OffenceRow[]
    holidays: Day[]
    editions: EditionLine[]
  }
>

type Kept = Edition & { reason: string; madeAt: Date }

export const settingsPage = (program: string, now: Edition, editions: readonly Kept[], today: Day): SettingsPage => ({
  view: 'programs/settings',
  title: said('programs.title'),
  program,
  now: { edition: now.edition, from: now.effectiveFrom },
  sections: sectionsOf(now.rules),
  grid: gridOf(now.rules),
  offences: now.rules.offences.map(({ title, plain, group, class: grade, allowed }) => ({
    title,
    plain,
    group,
    class: grade,
    taken: allowed,
  })),
  holidays: toCome(now.rules, today),
  editions: editions.map(one => ({
    edition: one.edition,
    from: one.effectiveFrom,
    madeOn: one.madeAt,
    reason: one.reason,
    state: one.id === now.id ? 'now' : one.effectiveFrom > today ? 'to-come' : 'past',
  })),
})

const span = ([least, most]: readonly [number, number]): string => (least === most ? String(least) : `${least}–${most}`)

const gridOf = ({ grid }: Rulebook) => ({
  name: grid.name,
  rows: grid.classes.map(row => ({
    code: row.code,
    jury: span(row.jurySessions),
    hours: span(row.serviceHours),
    workshops: span(row.workshops),
  })),
})

/** The rules as a person would say them. */
const sectionsOf = (book: Rulebook): Section[] => [
  { title: 'programs.who', sentences: whoIsTaken(book) },
  { title: 'programs.jury', sentences: juryRules(book) },
  { title: 'programs.clocks', sentences: clockRules(book) },
  { title: 'programs.limits', sentences: limits(book) },
]

const whoIsTaken = ({ ages, adultAt, priorLookBackYears: years }: Rulebook): Said[] => [
  said('programs.rule-ages', ages),
  said('programs.rule-adult', { age: adultAt }),
  years === null ? said('programs.rule-once') : said('programs.rule-look-back', { count: years }),
]

const juryRules = ({ jury }: Rulebook): Said[] => [
  said('programs.rule-jury-size', { size: jury.size, quorum: jury.quorum, maximum: jury.maximum }),
  said('programs.rule-alternates', { count: jury.alternates }),
  said('programs.rule-band', { count: jury.peerBandYears }),
  said(jury.sameSchool === 'exclude' ? 'programs.rule-school-out' : 'programs.rule-school-in'),
  said(jury.decision === 'unanimous' ? 'programs.rule-unanimous' : 'programs.rule-consensus'),
]

const clockRules = ({ clocks }: Rulebook): Said[] => [
  said('programs.rule-notice', { count: clocks.noticeBusinessDays }),
  said('programs.rule-unreached', { tries: clocks.unreachedAttempts, days: clocks.unreachedDays }),
  said('programs.rule-hearing', { count: clocks.hearingDays }),
  said('programs.rule-program', { count: clocks.programDays }),
  said('programs.rule-contact-gap', { count: clocks.contactGapDays }),
  said('programs.rule-appeal', { count: clocks.appealBusinessDays }),
  said('programs.rule-cure', { count: clocks.cureDays }),
]

const limits = ({ caps, powers: may }: Rulebook): Said[] => [
  caps.jurySessions === null
    ? said('programs.rule-no-jury-cap')
    : said('programs.rule-jury-cap', { count: caps.jurySessions }),
  caps.serviceHours === null
    ? said('programs.rule-no-hours-cap')
    : said('programs.rule-hours-cap', { count: caps.serviceHours }),
  caps.restitutionCents === null
    ? said('programs.rule-no-money-cap')
    : said('programs.rule-money-cap', { most: caps.restitutionCents }),
  said(may.decideDeadlock ? 'programs.rule-deadlock' : 'programs.rule-no-deadlock'),
  said(may.leaveGrid ? 'programs.rule-leave-grid' : 'programs.rule-keep-grid'),
  said(may.judgeConfirms ? 'programs.rule-judge' : 'programs.rule-no-judge'),
  said(may.secondApprover ? 'programs.rule-second' : 'programs.rule-no-second'),
]

export type NumberField = { name: string; label: PlainKey; min: number; max: number }
export type GridLine = { code: string; fields: { name: string; label: PlainKey }[] }

export type AmendPage = Page<
  'programs/amend',
  {
    form: Form
    problem: Said | null
    version: number
    parts: { title: PlainKey; fields: NumberField[] }[]
    grid: GridLine[]
    caps: { name: string; label: PlainKey }[]
    powers: { value: string; label: PlainKey }[]
    /** What is stored now, where somebody else was quicker. */
    stored: { edition: number; from: Day } | null
  }
>

const capLabels: Record<Cap, PlainKey> = {
  jurySessions: 'programs.cap-jury-sessions',
  serviceHours: 'programs.cap-service-hours',
  restitutionCents: 'programs.cap-restitution',
}

export const amendPage = (newest: Edition, today: Day, typed: Form | null, refused?: Refused): AmendPage => ({
  view: 'programs/amend',
  title: said('programs.amend-title'),
  ...withRefusal(
    typed ?? emptyForm({ ...answersFrom(newest.rules), effectiveFrom: later(today, newest.effectiveFrom) }),
    refused,
  ),
  version: newest.edition,
  parts: (['jury', 'ages', 'clocks'] as const).map(name => ({
    title: `programs.part-${name}`,
    fields: fieldsOf(numbers[name]),
  })),
  grid: newest.rules.grid.classes.map((row, at) => ({
    code: row.code,
    fields: gridParts.flatMap(part =>
      ([0, 1] as const).map(end => ({
        name: gridField(at, part, end),
        label: `programs.grid-${part}-${end === 0 ? 'least' : 'most'}` as const,
      })),
    ),
  })),
  caps: (Object.keys(capLabels) as Cap[]).map(name => ({ name: `cap-${name}`, label: capLabels[name] })),
  powers: powers.map(value => ({ value, label: `programs.power-${value}` as const })),
  stored: refused === 'changed-meanwhile' ? { edition: newest.edition, from: newest.effectiveFrom } : null,
})

type NumberName = { [Part in keyof typeof numbers]: keyof (typeof numbers)[Part] }[keyof typeof numbers] & string

const fieldsOf = (part: Partial<Record<NumberName, readonly [number, number]>>): NumberField[] =>
  (Object.entries(part) as [NumberName, readonly [number, number]][]).map(([name, [min, max]]) => ({
    name,
    min,
    max,
    label: `programs.number-${name}`,
  }))

const later = (one: Day, other: Day): Day => (one > other ? one : other)
