/** The reads of each page: everything that can start at once goes out together. */
import { type Actor, type Court, NotHere, todayFor } from '#court'
import type { Rulebook } from '#court/programs'
import { enter, enterLook, enterLookAt } from '#court/register'
import { bookOf } from './books.ts'
import type { ListQuery, PeopleQuery } from './forms.ts'
import { type CaseRows, type PersonRows, statusesOf } from './pages.ts'
import { guardiansOfCase, lettersOf, lookAtCase, registerOf } from './records/around.ts'
import { isCollecting } from './records/beside.ts'
import { caseFile, papersOf, promisesOf } from './records/case.ts'
import { casesWanted, countWanted } from './records/list.ts'
import {
  casesOfPerson,
  countPeople,
  lookAtPerson,
  nightsOfPerson,
  peopleWanted,
  personFile,
  tiesOfPerson,
} from './records/people.ts'
import { casesFound, lastOpened, peopleFound } from './records/search.ts'
import { lettersWaiting, nightsAround, promisesOfMany, waitingCases } from './records/today.ts'

const viewpoint = (court: Court, actor: Actor) => ({
  programId: actor.programId,
  me: actor.accountId,
  timeZone: actor.timeZone,
  today: todayFor(court, actor),
})

/** A whole case in one trip, the look with it; where that cannot be entered, nothing is shown (rule 47). */
export const readCase = async (
  court: Court,
  actor: Actor,
  no: string,
  entries: { acts: number; looks: number },
): Promise<CaseRows> => {
  const one = { programId: actor.programId, no }
  const [[row], promises, guardians, register, letters] = await court.db.inOneTrip(actor, tx =>
    Promise.all([
      caseFile(tx, one),
      promisesOf(tx, { ...one, today: todayFor(court, actor) }),
      guardiansOfCase(tx, one),
      registerOf(tx, { ...one, ...entries }),
      lettersOf(tx, one),
      enterLookAt(court, tx, actor, lookAtCase, one),
    ]),
  )
  if (!row) throw new NotHere()
  const papers = isCollecting(row.status) ? await court.db.inOneTrip(actor, tx => papersOf(tx, one)) : []
  return {
    row: { ...row, ...(papers[0] ?? { given: null, signers: null }) },
    promises,
    guardians,
    entries: register,
    letters,
    book: await bookOf(court, actor, row.rulebookId),
  }
}

export const readList = (court: Court, actor: Actor, { step, waiting, q, sort, back, page }: ListQuery) => {
  const wanted = { statuses: statusesOf(step), waits: waiting, words: q, sort, backwards: back, page }
  const seen = viewpoint(court, actor)
  return court.db.withProgram(actor, async tx => {
    const [rows, count] = await Promise.all([
      casesWanted(tx, seen, wanted),
      countWanted(tx, seen, wanted),
      enterLook(court, tx, actor, { thing: 'case-list' }),
    ])
    const hidden = count > 0 ? 0 : await countWanted(tx, seen, { statuses: null, waits: null, words: '' })
    return { rows, count, hidden }
  })
}

export const readToday = async (court: Court, actor: Actor) => {
  const seen = viewpoint(court, actor)
  const rows = await court.db.withProgram(actor, async tx => {
    const [waiting, nights, [letters]] = await Promise.all([
      waitingCases(tx, seen),
      nightsAround(tx, seen),
      lettersWaiting(tx, { programId: seen.programId, now: court.now() }),
      enterLook(court, tx, actor, { thing: 'today' }),
    ])
    const promises = await promisesOfMany(tx, { programId: seen.programId, caseIds: waiting.map(one => one.id) })
    return { waiting, promises, nights, letters }
  })
  return { ...rows, books: await booksOf(court, actor, rows.waiting) }
}

/** The rulebooks that these cases go by; nearly always one or two, and nearly always in memory. */
const booksOf = async (
  court: Court,
  actor: Actor,
  rows: readonly { rulebookId: string }[],
): Promise<Map<string, Rulebook>> => {
  const ids = [...new Set(rows.map(row => row.rulebookId))]
  return new Map(
    await Promise.all(ids.map(async (id): Promise<[string, Rulebook]> => [id, await bookOf(court, actor, id)])),
  )
}

export const readPeople = (court: Court, actor: Actor, query: PeopleQuery) => {
  const wanted = { hat: query.hat, words: query.q, page: query.page }
  return court.db.inOneTrip(actor, async tx => {
    const [rows, count] = await Promise.all([
      peopleWanted(tx, actor, wanted),
      countPeople(tx, actor, wanted),
      enterLook(court, tx, actor, { thing: 'people-list' }),
    ])
    return { rows, count }
  })
}

/** One person in one trip, the look with it. */
export const readPerson = async (court: Court, actor: Actor, id: string): Promise<PersonRows> => {
  const one = { programId: actor.programId, id }
  const [[row], cases, nights, ties] = await court.db.inOneTrip(actor, tx =>
    Promise.all([
      personFile(tx, one),
      casesOfPerson(tx, one),
      nightsOfPerson(tx, one),
      tiesOfPerson(tx, one),
      enterLookAt(court, tx, actor, lookAtPerson, one),
    ]),
  )
  if (!row) throw new NotHere()
  return { row, cases, nights, ties }
}

/** That somebody searched is entered, and how much came of it; not what they typed. */
export const readSearch = (court: Court, actor: Actor, words: string) =>
  court.db.withProgram(actor, async tx => {
    const [cases, people] = await Promise.all([
      casesFound(tx, actor.programId, words),
      peopleFound(tx, actor.programId, words),
    ])
    await enter(court, tx, actor, {
      act: 'searched',
      thing: 'search',
      particulars: { cases: cases.length, people: people.length },
    })
    return { cases, people }
  })

export const readLastOpened = (court: Court, actor: Actor) =>
  court.db.inOneTrip(actor, tx => lastOpened(tx, { programId: actor.programId, me: actor.accountId }))
