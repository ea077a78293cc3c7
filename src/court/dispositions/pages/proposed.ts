import { type PlainKey, type Said, said } from '#words'
import type { Signature, Term } from '../records.ts'
import { type Signer, signersMissing } from '../signing.ts'
import { signerWords } from '../wording.ts'
import type { Signed } from './sign.ts'
import { bothSides, type TermsProps } from './terms.ts'

/** What a jury proposed, as the family reads it at home: only to read, with whose name still belongs under it (rule 29). */
export type ProposedAgreement = {
  no: string
  title: Said
  theirs: TermsProps
  ours: TermsProps
  signed: readonly Signed[]
  missing: readonly PlainKey[]
  juryWords: string | null
}

type Facts = {
  no: string
  /** The name they are called; null to the young person themselves, who is spoken to. */
  called: string | null
  terms: readonly Term[]
  signatures: readonly Signature[]
  needed: readonly Signer[]
  juryWords: string | null
}

export const proposedAgreement = ({ no, called, terms, signatures, needed, juryWords }: Facts): ProposedAgreement => {
  const { theirs, ours } = sidesFor(called, bothSides(terms, called ?? '', null))
  return {
    no,
    title: called === null ? said('dispositions.proposed-to.you') : said('dispositions.proposed-to', { name: called }),
    theirs: { ...theirs, id: `theirs-${no}` },
    ours: { ...ours, id: `ours-${no}` },
    signed: signatures.map(one => ({ words: signerWords[one.signer], name: one.typedName, at: one.signedAt })),
    missing: signersMissing(needed, signatures).map(signer => signerWords[signer]),
    juryWords,
  }
}

type Sides = ReturnType<typeof bothSides>

const sidesFor = (called: string | null, { theirs, ours }: Sides): Sides =>
  called === null
    ? {
        theirs: { ...theirs, title: said('dispositions.theirs.you') },
        ours: { ...ours, title: said('dispositions.ours.you') },
      }
    : { theirs, ours }
