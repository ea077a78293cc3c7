/** The list of cases: filtered, sorted and counted by the database, one page at a time. */
import { and, asc, desc, eq, inArray, like, type SQL, sql } from 'drizzle-orm'
import type { CaseStatus } from '#court/cases'
import { searchWords } from '#court/people'
import type { Tx } from '#platform/database'
import { cases } from '#tables/cases'
import { people } from '#tables/people'
import { referrals } from '#tables/referrals'
import { PAGE, type Sort, type Waits } from '../casefile.ts'
import { besideCase } from './beside.ts'
import { nextDay, ofMany, waitsFor } from './waits.ts'

export type Wanted = {
  statuses: readonly CaseStatus[] | null
  waits: Waits | null
  words: string
  sort: Sort
  backwards: boolean
  page: number
}

export type Seen = { programId: string; today: string; me: string; timeZone: string }

/** A word of a stored name begins with this one; both are folded to letters and figures, so nothing in them is a wildcard. */
export const nameHas = (word: string): SQL => sql`' ' || ${people.searchName} like ${`% ${word}%`}`

export const isNumber = (words: string): boolean => /^\d\d-?\d{0,6}$/.test(words)

const numberLike = (words: string): SQL =>
  like(cases.no, `${words.length > 2 && words[2] !== '-' ? `${words.slice(0, 2)}-${words.slice(2)}` : words}%`)

export const matching = (words: string): SQL | undefined =>
  isNumber(words) ? numberLike(words) : and(...searchWords(words).map(nameHas))

const asked = (tx: Tx, wanted: Pick<Wanted, 'statuses' | 'waits' | 'words'>) => {
  const beside = { ...besideCase(tx), ...ofMany(tx) }
  const waits = waitsFor(beside)
  const where = and(
    eq(cases.programId, sql.placeholder('programId')),
    wanted.statuses ? inArray(cases.status, [...wanted.statuses]) : undefined,
    wanted.words === '' ? undefined : matching(wanted.words),
    wanted.waits ? sql`${waits} = ${wanted.waits}` : undefined,
  )
  return { beside, waits, where }
}

export const casesWanted = (tx: Tx, seen: Seen, wanted: Wanted) => {
  const { beside, waits, where } = asked(tx, wanted)
  const due = nextDay(beside)
  const turned = wanted.backwards ? desc : asc
  const order: Record<Sort, SQL[]> = {
    due: [sql`${turned(due)} nulls last`],
    name: [turned(people.searchName)],
    no: [],
    step: [turned(cases.status)],
    since: [turned(cases.statusSince)],
  }
  return tx
    .select({
      no: cases.no,
      status: cases.status,
      statusSince: cases.statusSince,
      calledName: people.calledName,
      lastName: people.lastName,
      waits,
      dueOn: due,
    })
    .from(cases)
    .innerJoin(people, and(eq(people.programId, cases.programId), eq(people.id, cases.respondentId)))
    .innerJoin(referrals, and(eq(referrals.programId, cases.programId), eq(referrals.id, cases.referralId)))
    .innerJoin(beside.clocks, eq(beside.clocks.id, cases.rulebookId))
    .innerJoinLateral(beside.calls, sql`true`)
    .leftJoinLateral(beside.heard, sql`true`)
    .leftJoinLateral(beside.agreed, sql`true`)
    .leftJoinLateral(beside.ending, sql`true`)
    .innerJoinLateral(beside.pledged, sql`true`)
    .where(where)
    .orderBy(...order[wanted.sort], wanted.sort === 'no' ? turned(cases.no) : desc(cases.no))
    .limit(PAGE)
    .offset((wanted.page - 1) * PAGE)
    .execute(seen)
}

/** How many there are. Only who filters by whom a case waits for pays for working that out for all of them. */
export const countWanted = async (
  tx: Tx,
  seen: Seen,
  wanted: Pick<Wanted, 'statuses' | 'waits' | 'words'>,
): Promise<number> => {
  const { beside, where } = asked(tx, wanted)
  const base = tx
    .select({ count: sql<number>`count(*)::integer` })
    .from(cases)
    .innerJoin(people, and(eq(people.programId, cases.programId), eq(people.id, cases.respondentId)))
    .where(where)
    .$dynamic()
  const query = wanted.waits
    ? base
        .innerJoin(beside.clocks, eq(beside.clocks.id, cases.rulebookId))
        .innerJoinLateral(beside.calls, sql`true`)
        .leftJoinLateral(beside.heard, sql`true`)
        .leftJoinLateral(beside.agreed, sql`true`)
        .leftJoinLateral(beside.ending, sql`true`)
        .innerJoinLateral(beside.pledged, sql`true`)
    : base
  const [row] = await query.execute(seen)
  return row?.count ?? 0
}

export type ListRow = Awaited<ReturnType<typeof casesWanted>>[number]
