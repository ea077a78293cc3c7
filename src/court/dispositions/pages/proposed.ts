import type { PlainKey } from '#words'
import type { Signature, Term } from '../records.ts'
import { type Signer, signersMissing } from '../signing.ts'
import { signerWords } from '../wording.ts'
import type { Signed } from './sign.ts'
import { bothSides, type TermsProps } from './terms.ts'

/** What a jury proposed, as the family reads it at home: only to read, with whose name still belongs under it (rule 29). */
export type ProposedAgreement = {
  no: string
  name: string
  theirs: TermsProps
  ours: TermsProps
  signed: readonly Signed[]
  missing: readonly PlainKey[]
}

type Facts = {
  no: string
  name: string
  terms: readonly Term[]
  signatures: readonly Signature[]
  needed: readonly Signer[]
}

export const proposedAgreement = ({ no, name, terms, signatures, needed }: Facts): ProposedAgreement => {
  const { theirs, ours } = bothSides(terms, name, null)
  return {
    no,
    name,
    theirs: { ...theirs, id: `theirs-${no}` },
    ours: { ...ours, id: `ours-${no}` },
    signed: signatures.map(one => ({ words: signerWords[one.signer], name: one.typedName, at: one.signedAt })),
    missing: signersMissing(needed, signatures).map(signer => signerWords[signer]),
  }
}
