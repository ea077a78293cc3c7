/** One program of the county with its clock, its staff at work, and everybody met so far. */
import { type Actor, act, type Court } from '#court'
import { addAccount, membershipOf, type Role } from '#court/accounts'
import { personOf } from '#court/people'
import { foundProgram } from '#court/programs'
import { enter } from '#court/register'
import { asking } from '#platform/ground'
import { newId } from '#platform/ids'
import { isRefusal, type Refusal } from '#platform/refusal'
import { addDays, type Day, dayIn, instantAt, weekdayOf } from '#platform/time'
import type { Respondent } from './cast.ts'
import { type Diary, openDiary } from './diary.ts'
import type { Adult, Program } from './programs.ts'

export const TIME_ZONE = 'America/New_York'

/** Everybody knows it: it is for the demo only, and a production server does not start with it. */
export const DEMO_PASSWORD = 'round-table-demo'

export type Staff = {
  coordinator: Actor
  second: Actor
  facilitator: Actor
  other: Actor
  officers: [Actor, Actor]
  evaluator: Actor
}

export type KnownJuror = {
  jurorId: string
  personId: string
  born: Day
  school: string
  nth: number
  ready: boolean
  asked: number
}

export type KnownNight = { id: string; index: number; day: Day; startsAt: Date; endsAt: Date; roomId: string }

/** A young person of the cast, as far as the court has met them. */
export type KnownCase = {
  cast: Respondent
  caseId: string
  no: string
  personId: string
  guardianId: string
  hearingId: string
}

export type Scene = {
  court: Court
  diary: Diary
  program: Program
  programId: string
  staff: Staff
  present: Date
  today: Day
  jurors: KnownJuror[]
  nights: Map<number, KnownNight>
  cases: Map<string, KnownCase>
}

/** How many days before today the county opens its courts. */
const OPENED = 250

export const openScene = async (given: Court, adminUrl: string, program: Program): Promise<Scene> => {
  const present = given.now()
  const today = dayIn(TIME_ZONE, present)
  const opened = instantAt(TIME_ZONE, addDays(today, -OPENED), '09:00')
  const diary = openDiary(opened, present)
  let lots = 0
  const court = { ...given, now: diary.now, seed: () => `${program.slug} ${(lots += 1)}` }
  const { programId } = await foundIt(adminUrl, program, opened, addDays(today, -OPENED))
  const staff = await hire(court, program, programId)
  return {
    ...{ court, diary, program, programId, staff, present, today },
    ...{ jurors: [], nights: new Map(), cases: new Map() },
  }
}

const foundIt = async (adminUrl: string, program: Program, at: Date, effectiveFrom: Day) => {
  const { slug, name, shortName, helpPhone, place, rules } = program
  const where = { timeZone: TIME_ZONE, languages: ['en', 'es', 'fr'], helpPhone, place }
  return asking(adminUrl, client => foundProgram(client, { slug, name, shortName, ...where, rules, effectiveFrom, at }))
}

/** Everyone at work gets an account; those whom the demo names get its password. */
const hire = async (court: Court, program: Program, programId: string): Promise<Staff> => {
  const desk = actorOf(program, {
    programId,
    accountId: newId(),
    membershipId: null,
    role: 'clockwork',
    name: program.name,
  })
  const give = async (
    role: Role,
    who: Adult,
    password: string | null,
    agency: string | null = null,
  ): Promise<Actor> => {
    const added = await act(court, desk, async tx => {
      const made = await addAccount(court, tx, desk, {
        ...{ displayName: who.name, email: who.email },
        password,
        role,
        agency,
      })
      if (isRefusal(made)) return made
      const { membershipId } = made
      await enter(court, tx, desk, {
        act: 'account-given',
        thing: 'membership',
        thingId: membershipId,
        particulars: { role },
      })
      return made
    })
    return actorOf(program, { programId, ...must(added), role, name: who.name })
  }
  const shown = (at: number): string | null => (at === 0 || program.slug === 'maple-street' ? DEMO_PASSWORD : null)
  const [first, second] = program.coordinators
  const [officer, school] = program.officers
  return {
    coordinator: await give('coordinator', first, DEMO_PASSWORD),
    second: await give('coordinator', second, shown(1)),
    facilitator: await give('facilitator', program.facilitators[0], shown(1)),
    other: await give('facilitator', program.facilitators[1], null),
    officers: [
      await give('officer', officer, shown(1), officer.agency),
      await give('officer', school, null, school.agency),
    ],
    evaluator: await give('evaluator', program.evaluator, shown(1)),
  }
}

type Who = Pick<Actor, 'programId' | 'accountId' | 'membershipId' | 'role' | 'name'>

const actorOf = (program: Program, who: Who): Actor => ({
  ...{ personId: null, sessionId: null, timeZone: TIME_ZONE, programName: program.name, once: null },
  ...who,
})

/** A young person or a guardian at work for themselves. */
export const asThemselves = async (scene: Scene, personId: string, role: 'youth' | 'family'): Promise<Actor> => {
  const { court, staff, program, programId } = scene
  return court.db.withProgram(staff.coordinator, async tx => {
    const { accountId, calledName } = await personOf(tx, programId, personId)
    const held = accountId ? await membershipOf(tx, programId, accountId, role) : undefined
    if (!accountId || !held) throw new Error(`${calledName} has no pages of their own yet`)
    return {
      ...actorOf(program, { programId, accountId, membershipId: held.membershipId, role, name: calledName }),
      personId,
    }
  })
}

/** A story has no place for a no: whoever writes against the law hears of it here. */
export const must = <Answer>(answer: Answer): Exclude<Answer, Refusal> => {
  if (isRefusal(answer)) throw new Error(`the court refused what the story tells: ${answer.refused}`)
  return answer as Exclude<Answer, Refusal>
}

export const at = (day: Day, time: string): Date => instantAt(TIME_ZONE, day, time)

/** Some minutes after an instant. */
export const plus = (when: Date, minutes: number): Date => new Date(when.getTime() + minutes * 60_000)

const shifts: Record<number, number> = { 0: -2, 6: -1 }

/** The office is closed on weekends; what falls on one is done on the Friday before. */
export const officeDay = (day: Day): Day => addDays(day, shifts[weekdayOf(day)] ?? 0)

/** An hour at the desk, another for each in the cast. */
export const atDesk = (day: Day, nth: number): Date => plus(at(officeDay(day), '09:05'), (nth * 37) % 420)

export const nightDay = ({ program, today }: Pick<Scene, 'program' | 'today'>, index: number): Day =>
  addDays(today, program.nights.next + index * program.nights.every)
