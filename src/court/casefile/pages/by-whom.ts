/** Who did what the register tells, where somebody else sat at the keyboard: names under an agreement, and more time that is asked for. */
import type { Signer } from '#court/dispositions'
import { type Said, said } from '#words'
import type { EntryRow } from '../records/around.ts'

type Entry = Pick<EntryRow, 'act' | 'role' | 'signers'>

/** Null where whoever is named did it. */
export const byWhom = ({ act, role, signers }: Entry): Said | null => {
  if (act === 'disposition-signed') return signedBy(signers ?? [])
  return act === 'more-time-asked' ? askedBy(role) : null
}

/** Names that are written down one after the other are different names, so such lines are never counted together. */
export const isOwnLine = ({ act, signers }: Entry): boolean => act === 'disposition-signed' && signers !== null

const signedBy = (signers: readonly Signer[]): Said | null => {
  const [first, ...rest] = signers.map(signer => said<`dispositions.log.${Signer}`>(`dispositions.log.${signer}`))
  return first ? said('dispositions.log.signed', { who: inOne(first, rest) }) : null
}

const inOne = (first: Said, [next, ...rest]: readonly Said[]): Said => {
  if (!next) return first
  const key = rest.length === 0 ? 'dispositions.log.and' : 'dispositions.log.comma'
  return inOne(said(key, { first, next }), rest)
}

const askedBy = (role: string): Said => {
  if (role === 'youth') return said('obligations.log.asked.youth')
  return said(role === 'family' ? 'obligations.log.asked.family' : 'obligations.log.asked.desk')
}
