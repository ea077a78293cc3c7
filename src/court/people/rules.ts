import { type Refusal, refuse } from '#platform/refusal'

export type StandingRefusal = Refusal<'same-entry' | 'guardian-already' | 'ward-of-theirs'>

/** Nobody is their own guardian, nor their guardian's: the tie opens the ward's pages to whoever stands for them. */
export const mayStandFor = (
  wardId: string,
  guardianId: string,
  known: { guardianIds: readonly string[]; guardiansOfTheirs: readonly string[] },
): StandingRefusal | null => {
  if (guardianId === wardId) return refuse('same-entry')
  if (known.guardianIds.includes(guardianId)) return refuse('guardian-already')
  return known.guardiansOfTheirs.includes(wardId) ? refuse('ward-of-theirs') : null
}
