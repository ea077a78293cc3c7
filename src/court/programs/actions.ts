import { type ActName, type Actor, act, type Court, todayFor } from '#court'
import type { Tx } from '#platform/database'
import { newId } from '#platform/ids'
import { refuse } from '#platform/refusal'
import type { Day } from '#platform/time'
import { insertEdition, newestEdition } from './records.ts'
import type { Rulebook } from './rulebook.ts'
import { type AmendRefusal, mayAmend } from './rules.ts'

/** The register is a later room, so the front hall brings along the hand that enters what is done here. */
export type Enter = (
  court: Court,
  tx: Tx,
  actor: Actor,
  entry: { act: ActName; thing: string; thingId: string; particulars: Record<string, string | number> },
) => Promise<void>

export type Amendment = {
  /** The newest edition when the page was opened. */
  edition: number
  effectiveFrom: Day
  reason: string
  rules: Rulebook
}

export type Amended = { id: string; edition: number }

/** Writes a new edition of the rules. The old ones stay: every case keeps the edition that it was opened under. */
export const amendRulebook = (
  court: Court,
  enter: Enter,
  actor: Actor,
  wish: Amendment,
): Promise<Amended | AmendRefusal> =>
  act(court, actor, async tx => {
    const newest = await newestEdition(tx, actor.programId)
    const refusal = mayAmend(newest, wish, todayFor(court, actor))
    if (refusal) return refusal
    const made = { id: newId(), edition: newest.edition + 1 }
    const { effectiveFrom, reason, rules } = wish
    const written = await insertEdition(tx, {
      programId: actor.programId,
      ...made,
      effectiveFrom,
      reason,
      rules,
      madeBy: actor.accountId,
      madeAt: court.now(),
    })
    if (!written) return refuse('changed-meanwhile')
    await enter(court, tx, actor, {
      act: 'rulebook-amended',
      thing: 'rulebook',
      thingId: made.id,
      particulars: {
        edition: made.edition,
        effectiveFrom,
      },
    })
    return made
  })
