import { kinshipsAmong } from '#court/people'
import type { Tx } from '#platform/database'
import { personOfMembership } from '../records/rooms.ts'
import { isTied } from '../rules/docket.ts'

type Sides = { respondentId: string; harmedId: string | null }

/** Whether the adult who would preside is family to one of the sides (rule 20). */
export const isFamilyOf = async (
  tx: Tx,
  programId: string,
  membershipId: string | null,
  { respondentId, harmedId }: Sides,
): Promise<boolean> => {
  const personId = membershipId && (await personOfMembership(tx, programId, membershipId))
  if (!personId) return false
  const sides = [respondentId, ...(harmedId ? [harmedId] : [])]
  return isTied(personId, sides, await kinshipsAmong(tx, programId, [personId, ...sides]))
}
