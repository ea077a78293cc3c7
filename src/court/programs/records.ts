import { and, desc, eq, lte, sql } from 'drizzle-orm'
import { statement, type Tx } from '#platform/database'
import type { Day } from '#platform/time'
import { caseCounters, programs, rulebooks } from './tables.ts'

const inForce = statement('rulebook_in_force', tx =>
  tx
    .select({
      id: rulebooks.id,
      edition: rulebooks.edition,
      effectiveFrom: rulebooks.effectiveFrom,
      rules: rulebooks.rules,
    })
    .from(rulebooks)
    .where(
      and(eq(rulebooks.programId, sql.placeholder('programId')), lte(rulebooks.effectiveFrom, sql.placeholder('day'))),
    )
    .orderBy(desc(rulebooks.effectiveFrom), desc(rulebooks.edition))
    .limit(1),
)

const byId = statement('rulebook_by_id', tx =>
  tx
    .select({
      id: rulebooks.id,
      edition: rulebooks.edition,
      effectiveFrom: rulebooks.effectiveFrom,
      rules: rulebooks.rules,
    })
    .from(rulebooks)
    .where(and(eq(rulebooks.programId, sql.placeholder('programId')), eq(rulebooks.id, sql.placeholder('id')))),
)

export type Edition = Awaited<ReturnType<typeof inForce>>[number]

/** The rulebook in force on a day. A program without one cannot open a case, so there always is one. */
export const rulebookOn = async (tx: Tx, programId: string, day: Day): Promise<Edition> => {
  const [edition] = await inForce(tx, { programId, day })
  if (!edition) throw new Error(`no rulebook is in force on ${day}`)
  return edition
}

/** The rulebook that a case or a disposition was made under. */
export const rulebookOf = async (tx: Tx, programId: string, id: string): Promise<Edition> => {
  const [edition] = await byId(tx, { programId, id })
  if (!edition) throw new Error('the rulebook is missing')
  return edition
}

/** The next case number of the year: '26-0142'. The counter's row is locked until the act commits. */
export const nextCaseNo = async (tx: Tx, programId: string, year: number, id: string): Promise<string> => {
  const [row] = await tx
    .insert(caseCounters)
    .values({ programId, id, year, last: 1 })
    .onConflictDoUpdate({
      target: [caseCounters.programId, caseCounters.year],
      set: { last: sql`${caseCounters.last} + 1` },
    })
    .returning({ last: caseCounters.last })
  return `${String(year % 100).padStart(2, '0')}-${String(row?.last ?? 1).padStart(4, '0')}`
}

const theProgram = statement('the_program', tx =>
  tx
    .select()
    .from(programs)
    .where(eq(programs.id, sql.placeholder('programId'))),
)

export const programOf = async (tx: Tx, programId: string) => {
  const [program] = await theProgram(tx, { programId })
  if (!program) throw new Error('the program is missing')
  return program
}

const editions = statement('rulebook_editions', tx =>
  tx
    .select({
      id: rulebooks.id,
      edition: rulebooks.edition,
      effectiveFrom: rulebooks.effectiveFrom,
      rules: rulebooks.rules,
      reason: rulebooks.reason,
      madeAt: rulebooks.madeAt,
    })
    .from(rulebooks)
    .where(eq(rulebooks.programId, sql.placeholder('programId')))
    .orderBy(desc(rulebooks.edition)),
)

/** Every edition of the rules, the newest first. */
export const editionsOf = (tx: Tx, programId: string) => editions(tx, { programId })

export const newestEdition = async (tx: Tx, programId: string) => {
  const [newest] = await editionsOf(tx, programId)
  if (!newest) throw new Error('the program has no rulebook')
  return newest
}

/** False where somebody else wrote an edition of this number first. */
export const insertEdition = async (tx: Tx, row: typeof rulebooks.$inferInsert): Promise<boolean> => {
  const written = await tx
    .insert(rulebooks)
    .values(row)
    .onConflictDoNothing({ target: [rulebooks.programId, rulebooks.edition] })
    .returning({ id: rulebooks.id })
  return written.length === 1
}
