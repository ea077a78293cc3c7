/** The rules of one youth court: data with a date, so that a case keeps the rules it was opened under. */
import { z } from 'zod'
import { isDay } from '#platform/time'

const whole = (least: number, most: number) => z.int().min(least).max(most)
const range = (most: number) =>
  z.tuple([whole(0, most), whole(0, most)]).refine(([least, top]) => least <= top, 'the first number is the smaller')

export const offence = z.strictObject({
  code: z.string().min(1).max(24),
  title: z.string().min(1).max(80),
  plain: z.string().min(1).max(80),
  group: z.string().min(1).max(60),
  class: z.string().min(1).max(4),
  violent: z.boolean(),
  allowed: z.boolean(),
})
export type Offence = z.infer<typeof offence>

const gridClass = z.strictObject({
  code: z.string().min(1).max(4),
  jurySessions: range(52),
  serviceHours: range(200),
  workshops: range(10),
})
export type GridClass = z.infer<typeof gridClass>

const grid = z.strictObject({
  name: z.string().min(1).max(60),
  classes: z.array(gridClass).min(1).max(12),
  floor: z.strictObject({ jurySessions: whole(1, 52), serviceHours: whole(0, 200) }),
})

/** What the law of the state allows at most, whatever a jury or an adult would like; null where it says nothing. */
const caps = z.strictObject({
  jurySessions: whole(1, 52).nullable(),
  serviceHours: whole(0, 200).nullable(),
  restitutionCents: whole(0, 10_000_000).nullable(),
})

const clocks = z.strictObject({
  noticeBusinessDays: whole(1, 60),
  unreachedDays: whole(1, 120),
  unreachedAttempts: whole(1, 20),
  hearingDays: whole(1, 365),
  programDays: whole(7, 730),
  statuteDaysFromReferral: whole(1, 730).nullable(),
  statuteDaysFromHearing: whole(1, 730).nullable(),
  contactGapDays: whole(1, 120),
  appealBusinessDays: whole(0, 30),
  cureDays: whole(1, 90),
})

const jury = z.strictObject({
  size: whole(3, 12),
  quorum: whole(3, 12),
  maximum: whole(3, 12),
  alternates: whole(0, 6),
  peerBandYears: whole(0, 10),
  sameSchool: z.enum(['exclude', 'allow']),
  decision: z.enum(['unanimous', 'consensus']),
})

/** What the presiding adult may do beyond keeping order, and who must confirm. */
const powers = z.strictObject({
  decideDeadlock: z.boolean(),
  leaveGrid: z.boolean(),
  judgeConfirms: z.boolean(),
  secondApprover: z.boolean(),
})

type Least = { jurySessions: number; serviceHours: number }

const least = ({ jurySessions, serviceHours }: GridClass): Least => ({
  jurySessions: Math.max(1, jurySessions[0]),
  serviceHours: serviceHours[0],
})

/** Where the law allows less than a class asks for at least, no jury could ever decide. */
const leavesRoom = ({ jurySessions, serviceHours }: z.infer<typeof caps>, asked: readonly Least[]): boolean =>
  asked.every(
    one =>
      (jurySessions === null || one.jurySessions <= jurySessions) &&
      (serviceHours === null || one.serviceHours <= serviceHours),
  )

export const rulebook = z
  .strictObject({
    ages: z.strictObject({ youngest: whole(6, 17), oldest: whole(10, 21) }),
    adultAt: whole(16, 21),
    priorLookBackYears: whole(1, 10).nullable(),
    offences: z.array(offence).min(1).max(300),
    grid,
    caps,
    clocks,
    jury,
    powers,
    extensions: whole(0, 10),
    missedHearings: whole(1, 5),
    creditsForMandated: z.boolean(),
    holidays: z.array(z.string().refine(isDay, 'a day as 2026-12-25')).max(200),
  })
  .refine(book => book.ages.youngest <= book.ages.oldest, { path: ['ages'], message: 'the youngest age comes first' })
  .refine(book => book.jury.quorum <= book.jury.size && book.jury.size <= book.jury.maximum, {
    path: ['jury'],
    message: 'quorum, size and maximum rise in this order',
  })
  .refine(book => book.offences.every(one => book.grid.classes.some(row => row.code === one.class)), {
    path: ['offences'],
    message: 'each offence has a class of the grid',
  })
  .refine(book => new Set(book.offences.map(one => one.code)).size === book.offences.length, {
    path: ['offences'],
    message: 'each offence stands on the list once',
  })
  .refine(book => book.offences.some(one => one.allowed), {
    path: ['nothing-taken'],
    message: 'a court takes at least one of the offences on its list',
  })
  .refine(book => !book.offences.some(one => one.violent && one.allowed), {
    path: ['violent-taken'],
    message: 'a violent offence is taken by leave only (rule 5)',
  })
  .refine(book => book.grid.classes.every(row => row.jurySessions[1] >= 1), {
    path: ['no-jury-service'],
    message: 'every class has room for a jury night, since every disposition holds one (rule 23)',
  })
  .refine(book => leavesRoom(book.caps, [...book.grid.classes.map(least), book.grid.floor]), {
    path: ['caps'],
    message: 'the law leaves room for the least that the grid asks for (rule 25)',
  })

export type Rulebook = z.infer<typeof rulebook>

export const offenceOf = (book: Rulebook, code: string): Offence | undefined =>
  book.offences.find(one => one.code === code)

export const gridClassOf = (book: Rulebook, offenceCode: string): GridClass | undefined => {
  const found = offenceOf(book, offenceCode)
  return found && book.grid.classes.find(row => row.code === found.class)
}
