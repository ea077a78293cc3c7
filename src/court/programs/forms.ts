/** The form in which a court changes the numbers of its rules, and who may do what. Its lists have forms of their own. */
import { z } from 'zod'
import { cents, choice, day, optionalText, several, text, whole } from '#platform/forms'
import type { Day } from '#platform/time'
import type { Rulebook } from './rulebook.ts'

/** A number that the law may leave open. */
const open = (asked: z.ZodType<number>) =>
  z
    .unknown()
    .optional()
    .transform((sent, context): number | null => {
      const empty = optionalText({ max: 20 }).safeParse(sent)
      if (empty.success && empty.data === null) return null
      const read = asked.safeParse(sent)
      if (read.success) return read.data
      context.addIssue({ code: 'custom', message: read.error.issues[0]?.message ?? '' })
      return z.NEVER
    })

/** The numbers of a rulebook that a court changes now and then, by the part they stand in. */
export const numbers = {
  ages: { youngest: [6, 17], oldest: [10, 21] },
  jury: { size: [3, 12], quorum: [3, 12], maximum: [3, 12], alternates: [0, 6], peerBandYears: [0, 10] },
  clocks: {
    noticeBusinessDays: [1, 60],
    unreachedAttempts: [1, 20],
    unreachedDays: [1, 120],
    hearingDays: [1, 365],
    programDays: [7, 730],
    contactGapDays: [1, 120],
    appealBusinessDays: [0, 30],
    cureDays: [1, 90],
  },
} as const satisfies {
  [Part in 'ages' | 'jury' | 'clocks']: { [Name in keyof Rulebook[Part]]?: readonly [number, number] }
}

/** What the law of the state allows at most. */
export const caps = {
  jurySessions: open(whole({ min: 1, max: 52 })),
  serviceHours: open(whole({ min: 0, max: 200 })),
  restitutionCents: open(cents()),
} as const satisfies Record<keyof Rulebook['caps'], z.ZodType<number | null>>
export type Cap = keyof typeof caps

/** What the presiding adult may do, and who must confirm. */
export const powers = [
  'decideDeadlock',
  'leaveGrid',
  'judgeConfirms',
  'secondApprover',
] as const satisfies (keyof Rulebook['powers'])[]

/** What every new edition is asked for. */
export const edition = {
  version: whole({ min: 1, max: 100_000 }),
  effectiveFrom: day(),
  reason: text({ max: 500, lines: true }),
}

export type EditionAnswers = { version: number; effectiveFrom: Day; reason: string }

/** What stands in one line of the grid, beside the code of its class. */
export const gridParts = ['jurySessions', 'serviceHours', 'workshops'] as const
export const gridField = (at: number, part: (typeof gridParts)[number], end: 0 | 1): string =>
  `${part}${at}${end === 0 ? 'Least' : 'Most'}`

const numberFields = (): Record<string, z.ZodType<number>> =>
  Object.fromEntries(
    Object.values(numbers).flatMap(part =>
      Object.entries(part).map(([name, [min, max]]) => [name, whole({ min, max })] as const),
    ),
  )

const gridFields = (book: Rulebook): Record<string, z.ZodType<number>> =>
  Object.fromEntries(
    book.grid.classes.flatMap((_row, at) =>
      gridParts.flatMap(part =>
        ([0, 1] as const).map(end => [gridField(at, part, end), whole({ min: 0, max: 200 })] as const),
      ),
    ),
  )

const capFields = (): Record<string, z.ZodType<number | null>> =>
  Object.fromEntries(Object.entries(caps).map(([name, asked]) => [`cap-${name}`, asked]))

/** The questions depend on how many classes the grid has. */
export const amendmentForm = (book: Rulebook) =>
  z.strictObject({
    ...edition,
    sameSchool: choice(['exclude', 'allow']),
    powers: several(powers),
    ...numberFields(),
    ...gridFields(book),
    ...capFields(),
  })

export type Answers = Record<string, unknown>

const part = <Name extends keyof typeof numbers>(name: Name, answers: Answers): Partial<Rulebook[Name]> =>
  Object.fromEntries(Object.keys(numbers[name]).map(field => [field, answers[field]])) as Partial<Rulebook[Name]>

/** The rules as they stood, with what was answered in their place. */
export const rulesFrom = (book: Rulebook, answers: Answers): Rulebook => ({
  ...book,
  ages: { ...book.ages, ...part('ages', answers) },
  jury: { ...book.jury, ...part('jury', answers), sameSchool: answers.sameSchool as Rulebook['jury']['sameSchool'] },
  clocks: { ...book.clocks, ...part('clocks', answers) },
  caps: Object.fromEntries(Object.keys(caps).map(name => [name, answers[`cap-${name}`]])) as Rulebook['caps'],
  powers: Object.fromEntries(
    powers.map(name => [name, (answers.powers as string[]).includes(name)]),
  ) as Rulebook['powers'],
  grid: {
    ...book.grid,
    classes: book.grid.classes.map((row, at) => ({
      ...row,
      ...(Object.fromEntries(
        gridParts.map(name => [name, [answers[gridField(at, name, 0)], answers[gridField(at, name, 1)]]]),
      ) as Pick<typeof row, (typeof gridParts)[number]>),
    })),
  },
})

/** The rules as the form shows them on a first visit. */
export const answersFrom = (book: Rulebook): Record<string, string | string[]> => ({
  sameSchool: book.jury.sameSchool,
  powers: powers.filter(name => book.powers[name]),
  ...Object.fromEntries(
    (Object.keys(numbers) as (keyof typeof numbers)[]).flatMap(name =>
      Object.keys(numbers[name]).map(field => [field, String((book[name] as Record<string, unknown>)[field])]),
    ),
  ),
  ...Object.fromEntries((Object.keys(caps) as Cap[]).map(name => [`cap-${name}`, capShown(name, book.caps[name])])),
  ...Object.fromEntries(
    book.grid.classes.flatMap((row, at) =>
      gridParts.flatMap(name => ([0, 1] as const).map(end => [gridField(at, name, end), String(row[name][end])])),
    ),
  ),
})

const capShown = (name: Cap, cap: number | null): string =>
  cap === null ? '' : name === 'restitutionCents' ? (cap / 100).toFixed(2).replace('.00', '') : String(cap)
