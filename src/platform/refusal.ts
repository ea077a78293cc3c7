/** A lawful "no". Rules return it, acts pass it on, pages put it into words. */
export type Refusal<Reason extends string = string> = { refused: Reason }

export const refuse = <const Reason extends string>(reason: Reason): Refusal<Reason> => ({ refused: reason })

export const isRefusal = (answer: unknown): answer is Refusal =>
  typeof answer === 'object' && answer !== null && 'refused' in answer
