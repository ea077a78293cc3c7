/** Whose names an agreement needs before it counts. */
export const signers = ['respondent', 'guardian', 'facilitator', 'judge'] as const
export type Signer = (typeof signers)[number]

/** A guardian's name only for somebody under age, a judge's where the rulebook says so (rule 29). */
export const signersNeeded = ({ adult, judgeConfirms }: { adult: boolean; judgeConfirms: boolean }): Signer[] => [
  'respondent',
  ...(adult ? [] : ['guardian' as const]),
  'facilitator',
  ...(judgeConfirms ? ['judge' as const] : []),
]

export const signersMissing = (needed: readonly Signer[], signed: readonly { signer: Signer }[]): Signer[] =>
  needed.filter(signer => !signed.some(one => one.signer === signer))
