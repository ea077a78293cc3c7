import { and, asc, eq, isNull, or, sql } from 'drizzle-orm'
import { NotHere } from '#court'
import { statement, type Tx } from '#platform/database'
import { likenessOf, type NameAndBirth, searchWords } from './person.ts'
import { kinships, people } from './tables.ts'

export type Person = typeof people.$inferSelect
export type NewRow = typeof people.$inferInsert
export type Kinship = Pick<typeof kinships.$inferSelect, 'personId' | 'otherId' | 'tie' | 'sameHousehold'>

const personById = statement('person_by_id', tx =>
  tx
    .select()
    .from(people)
    .where(and(eq(people.programId, sql.placeholder('programId')), eq(people.id, sql.placeholder('id')))),
)

/** One person; not here where there is none, or none that this actor may see. */
export const personOf = async (tx: Tx, programId: string, id: string): Promise<Person> => {
  const [person] = await personById(tx, { programId, id })
  if (!person) throw new NotHere()
  return person
}

/** The same, and nobody else changes it until the act is done. */
export const lockPerson = async (tx: Tx, programId: string, id: string): Promise<Person> => {
  const [person] = await tx
    .select()
    .from(people)
    .where(and(eq(people.programId, programId), eq(people.id, id)))
    .for('update')
  if (!person) throw new NotHere()
  return person
}

const peopleByIds = statement('people_by_ids', tx =>
  tx
    .select()
    .from(people)
    .where(and(eq(people.programId, sql.placeholder('programId')), sql`${people.id} = any(${sql.placeholder('ids')})`)),
)

export const peopleWith = (tx: Tx, programId: string, ids: readonly string[]): Promise<Person[]> =>
  peopleByIds(tx, { programId, ids: [...ids] })

const guardians = statement('guardians_of', tx =>
  tx
    .select({ person: people, sameHousehold: kinships.sameHousehold })
    .from(kinships)
    .innerJoin(people, and(eq(people.programId, kinships.programId), eq(people.id, kinships.otherId)))
    .where(
      and(
        eq(kinships.programId, sql.placeholder('programId')),
        eq(kinships.personId, sql.placeholder('personId')),
        eq(kinships.tie, 'guardian'),
      ),
    )
    .orderBy(asc(kinships.madeAt), asc(kinships.id)),
)

/** Those who stand for a young person, in the order in which they were entered. */
export const guardiansOf = async (tx: Tx, programId: string, personId: string): Promise<Person[]> =>
  (await guardians(tx, { programId, personId })).map(row => row.person)

const ties = statement('ties_of', tx =>
  tx
    .select({ person: people, tie: kinships.tie, sameHousehold: kinships.sameHousehold })
    .from(kinships)
    .innerJoin(people, and(eq(people.programId, kinships.programId), eq(people.id, kinships.otherId)))
    .where(
      and(eq(kinships.programId, sql.placeholder('programId')), eq(kinships.personId, sql.placeholder('personId'))),
    )
    .orderBy(asc(kinships.madeAt), asc(kinships.id)),
)

/** All who are tied to somebody, with the tie and whether they live under one roof. */
export const tiesOf = (tx: Tx, programId: string, personId: string) => ties(tx, { programId, personId })

const among = statement('kinships_among', tx =>
  tx
    .select({
      personId: kinships.personId,
      otherId: kinships.otherId,
      tie: kinships.tie,
      sameHousehold: kinships.sameHousehold,
    })
    .from(kinships)
    .where(
      and(
        eq(kinships.programId, sql.placeholder('programId')),
        sql`${kinships.personId} = any(${sql.placeholder('ids')})`,
        sql`${kinships.otherId} = any(${sql.placeholder('ids')})`,
      ),
    ),
)

/** Every tie that joins two of these people, in either direction. */
export const kinshipsAmong = (tx: Tx, programId: string, ids: readonly string[]): Promise<Kinship[]> =>
  among(tx, { programId, ids: [...ids] })

/** People whose name and birth come close to these; the likeliest first. */
export const likelyDuplicates = async (
  tx: Tx,
  programId: string,
  wanted: NameAndBirth & { id?: string },
): Promise<Person[]> => {
  const [first = '', ...rest] = searchWords(`${wanted.calledName} ${wanted.lastName}`)
  const last = rest.at(-1) ?? first
  const found = await tx
    .select()
    .from(people)
    .where(
      and(
        eq(people.programId, programId),
        isNull(people.sameAsId),
        or(
          wanted.birthDate ? eq(people.birthDate, wanted.birthDate) : undefined,
          first ? and(hasWord(first), hasWord(last)) : undefined,
        ),
      ),
    )
    .limit(200)
  return found
    .filter(one => one.id !== wanted.id)
    .map(person => ({ person, likeness: likenessOf(person, wanted) }))
    .filter(one => one.likeness > 0)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, 5)
    .map(one => one.person)
}

/** A word of the stored name begins with this one. Both are folded to a–z and 0–9, so nothing in them is a wildcard. */
const hasWord = (word: string) => sql`' ' || ${people.searchName} like ${`% ${word}%`}`

/** People in whose name each of these words begins a word; accents and case do not count. */
export const searchPeople = async (tx: Tx, programId: string, words: string, limit = 20): Promise<Person[]> => {
  const wanted = searchWords(words)
  if (wanted.length === 0) return []
  return tx
    .select()
    .from(people)
    .where(and(eq(people.programId, programId), isNull(people.sameAsId), ...wanted.map(hasWord)))
    .orderBy(asc(people.searchName), asc(people.id))
    .limit(limit)
}

export const insertPerson = (tx: Tx, row: NewRow) => tx.insert(people).values(row)

export const updatePerson = (tx: Tx, programId: string, id: string, set: Partial<NewRow>) =>
  tx
    .update(people)
    .set({ ...set, version: sql`${people.version} + 1` })
    .where(and(eq(people.programId, programId), eq(people.id, id)))

export const insertKinship = (tx: Tx, row: typeof kinships.$inferInsert) =>
  tx.insert(kinships).values(row).onConflictDoNothing()

/** The ties that begin or end at somebody. */
export const tieRowsOf = (tx: Tx, programId: string, personId: string) =>
  tx
    .select()
    .from(kinships)
    .where(and(eq(kinships.programId, programId), or(eq(kinships.personId, personId), eq(kinships.otherId, personId))))
