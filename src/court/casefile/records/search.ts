/** One box for everything: a name, a case number, or the last four figures of a phone. */
import { and, asc, desc, eq, isNull, or, sql } from 'drizzle-orm'
import { searchWords } from '#court/people'
import { statement, type Tx } from '#platform/database'
import { cases } from '#tables/cases'
import { people } from '#tables/people'
import { registerEntries } from '#tables/register'
import { isNumber, matching, nameHas } from './list.ts'

const MOST = 20

export const peopleFound = async (tx: Tx, programId: string, words: string) => {
  const named = searchWords(words)
  if (named.length === 0) return []
  const phone = /^\d{4}$/.test(words)
    ? sql`right(regexp_replace(${people.phone}, '\\D', '', 'g'), 4) = ${words}`
    : undefined
  return tx
    .select({
      id: people.id,
      calledName: people.calledName,
      lastName: people.lastName,
      school: people.school,
      birthDate: people.birthDate,
    })
    .from(people)
    .where(and(eq(people.programId, programId), isNull(people.sameAsId), or(and(...named.map(nameHas)), phone)))
    .orderBy(asc(people.searchName), asc(people.id))
    .limit(MOST)
}

export const casesFound = async (tx: Tx, programId: string, words: string) => {
  if (!isNumber(words) && searchWords(words).length === 0) return []
  return tx
    .select({
      no: cases.no,
      status: cases.status,
      calledName: people.calledName,
      lastName: people.lastName,
      openedOn: cases.openedOn,
    })
    .from(cases)
    .innerJoin(people, and(eq(people.programId, cases.programId), eq(people.id, cases.respondentId)))
    .where(and(eq(cases.programId, programId), matching(words)))
    .orderBy(desc(cases.no))
    .limit(MOST)
}

/** How far back in the register the cases that somebody opened last are looked for. */
const BACK = 1_000

/** The cases that somebody opened last. The newest entries are read first, so that the cost does not grow with the register. */
export const lastOpened = statement('search_last_opened', tx => {
  const recent = tx
    .select({
      at: registerEntries.at,
      act: registerEntries.act,
      thing: registerEntries.thing,
      accountId: registerEntries.accountId,
      caseId: registerEntries.caseId,
    })
    .from(registerEntries)
    .where(eq(registerEntries.programId, sql.placeholder('programId')))
    .orderBy(desc(registerEntries.at))
    .limit(BACK)
    .as('recent')
  return tx
    .select({ no: cases.no, status: cases.status, calledName: people.calledName, lastName: people.lastName })
    .from(recent)
    .innerJoin(cases, and(eq(cases.programId, sql.placeholder('programId')), eq(cases.id, recent.caseId)))
    .innerJoin(people, and(eq(people.programId, cases.programId), eq(people.id, cases.respondentId)))
    .where(and(eq(recent.accountId, sql.placeholder('me')), eq(recent.act, 'looked-at'), eq(recent.thing, 'case')))
    .groupBy(cases.programId, cases.id, people.calledName, people.lastName)
    .orderBy(sql`max(${recent.at}) desc`)
    .limit(5)
})
