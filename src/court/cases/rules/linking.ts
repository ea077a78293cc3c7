import { type Refusal, refuse } from '#platform/refusal'

/** How the desk knows that two cases are of one incident. */
export const linkReasons = ['same-report', 'same-incident', 'told-by-source', 'told-by-family'] as const
export type LinkReason = (typeof linkReasons)[number]

/** Why two cases are not of one incident after all. */
export const unlinkReasons = ['wrong-case', 'other-incident'] as const
export type UnlinkReason = (typeof unlinkReasons)[number]

export type LinkRefusal = Refusal<'no-such-case' | 'same-case' | 'same-person' | 'linked-already'>

type Side = { id: string; respondentId: string }

/** Co-respondents are two young people with a case each (rule 13); a second matter of one young person joins their case (rule 7). */
export const mayLink = (one: Side, other: Side | null, linked: readonly string[]): LinkRefusal | null => {
  if (other === null) return refuse('no-such-case')
  if (one.id === other.id) return refuse('same-case')
  if (one.respondentId === other.respondentId) return refuse('same-person')
  return linked.includes(other.id) ? refuse('linked-already') : null
}
