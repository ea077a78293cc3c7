/** Rulebooks kept in memory: an edition is never changed once it is written, so a copy of it stays true. */
import type { Actor, Court } from '#court'
import { type Rulebook, rulebookOf } from '#court/programs'
import type { Database } from '#platform/database'

const KEPT_MOST = 500

const shelves = new WeakMap<Database, Map<string, Rulebook>>()

/** The rules that a case goes by. Only the first who asks for an edition waits for it. */
export const bookOf = async (court: Court, actor: Actor, rulebookId: string): Promise<Rulebook> => {
  const shelf = shelves.get(court.db) ?? new Map<string, Rulebook>()
  shelves.set(court.db, shelf)
  const kept = shelf.get(rulebookId)
  if (kept) return kept
  const { rules } = await court.db.withProgram(actor, tx => rulebookOf(tx, actor.programId, rulebookId))
  if (shelf.size >= KEPT_MOST) shelf.clear()
  shelf.set(rulebookId, rules)
  return rules
}
