/** How a program comes into being: by the operator, with the login that owns the tables, since the pages may not add programs. */
import { drizzle } from 'drizzle-orm/node-postgres'
import type { Client } from 'pg'
import { newId } from '#platform/ids'
import type { Day } from '#platform/time'
import { type Rulebook, rulebook } from './rulebook.ts'
import { programs, rulebooks } from './tables.ts'

export type Founding = {
  /** Its short name in addresses and on the operator's lists. */
  slug: string
  name: string
  /** What stands on a locked screen: it says nothing of what the court does. */
  shortName: string
  timeZone: string
  languages: readonly string[]
  helpPhone: string
  place: string
  rules: Rulebook
  effectiveFrom: Day
  at: Date
}

/** Founds a program with the first edition of its rules; its first coordinator is given an account afterwards. */
export const foundProgram = async (
  adminClient: Client,
  { rules, effectiveFrom, at, languages, ...wish }: Founding,
): Promise<{ programId: string; rulebookId: string }> => {
  const sound = rulebook.parse(rules)
  const [programId, rulebookId] = [newId(), newId()]
  await drizzle(adminClient).transaction(async tx => {
    await tx.insert(programs).values({ id: programId, ...wish, languages: [...languages], openedAt: at })
    await tx.insert(rulebooks).values({
      programId,
      id: rulebookId,
      edition: 1,
      effectiveFrom,
      rules: sound,
      madeAt: at,
      reason: 'first edition',
    })
  })
  return { programId, rulebookId }
}
