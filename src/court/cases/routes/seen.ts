import type { Actor, Court } from '#court'
import { enterLook } from '#court/register'
import type { Tx } from '#platform/database'
import type { Form } from '#platform/forms'
import { type CaseHead, caseByNo } from '../records/heads.ts'

export const desk = ['coordinator'] as const

/** The case, if it is theirs to see; that they looked is entered (rule 47). */
export const seenCase = async (court: Court, tx: Tx, actor: Actor, no: string): Promise<CaseHead> => {
  const head = await caseByNo(tx, actor.programId, no)
  await enterLook(court, tx, actor, { thing: 'case', thingId: head.id, caseId: head.id, personId: head.respondentId })
  return head
}

/** People who may be meant are looked at too, each of them. */
export const enterAlike = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  alike: readonly { id: string }[],
): Promise<void> => {
  for (const { id } of alike) await enterLook(court, tx, actor, { thing: 'person', thingId: id, personId: id })
}

/** The case that an act is to be done to. */
export const headOf = (court: Court, actor: Actor, no: string): Promise<CaseHead> =>
  court.db.withProgram(actor, tx => caseByNo(tx, actor.programId, no))

/** 409 where the law said no, 422 where the form was not well filled in. */
export const statusOf = (form: Form | null, refused?: string): number => {
  if (refused) return 409
  return form && Object.keys(form.errors).length > 0 ? 422 : 200
}
