import type { ActName, Actor, Court } from '#court'
import { enter } from '#court/register'
import type { Tx } from '#platform/database'
import type { Juror } from '../records.ts'

/** Enters an act upon a juror. */
export const enterJuror = (
  court: Court,
  tx: Tx,
  actor: Actor,
  act: ActName,
  juror: Pick<Juror, 'id' | 'personId'>,
  particulars: Record<string, string | number | null> = {},
): Promise<void> =>
  enter(court, tx, actor, { act, thing: 'juror', thingId: juror.id, personId: juror.personId, particulars })
