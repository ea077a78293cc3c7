import { type Actor, act, type Court } from '#court'
import { type CaseHead, lockCase } from '#court/cases'
import { type Hearing, hearingById } from '#court/hearings'
import { enter } from '#court/register'
import type { Tx } from '#platform/database'
import { newId } from '#platform/ids'
import { isRefusal, type Refusal, refuse } from '#platform/refusal'
import { bookFor } from '../ground.ts'
import { changeDisposition, type Disposition, dispositionOfCase, insertDisposition } from '../records.ts'

export type OpenRefusal = Refusal<'not-in-hearing' | 'proposed-already'>

/** Opens the draft of a case that is being heard; where one is open already, that one. */
export const openDraft = (
  court: Court,
  actor: Actor,
  hearingId: string,
): Promise<{ dispositionId: string } | OpenRefusal> =>
  act(court, actor, async tx => {
    const desk = await deskFor(court, tx, actor, hearingId)
    return isRefusal(desk) ? desk : { dispositionId: desk.disposition.id }
  })

type Desk = { head: CaseHead; heard: Hearing; disposition: Pick<Disposition, 'id' | 'rulebookId'> }

/** The open draft of a hearing, with its case locked; opened if there is none yet. */
export const deskFor = async (court: Court, tx: Tx, actor: Actor, hearingId: string): Promise<Desk | OpenRefusal> => {
  const heard = await hearingById(tx, actor.programId, hearingId)
  const head = await lockCase(tx, actor.programId, heard.caseId)
  const found = await dispositionOfCase(tx, actor.programId, head.id)
  if (found && found.status !== 'draft') return refuse('proposed-already')
  if (found?.hearingId === hearingId) return { head, heard, disposition: found }
  if (heard.status !== 'in_hearing' || head.status !== 'in_hearing') return refuse('not-in-hearing')
  if (found) await setAside(court, tx, actor, found)
  const book = await bookFor(tx, head, heard.heldOn)
  const disposition = {
    programId: actor.programId,
    id: newId(),
    caseId: head.id,
    hearingId,
    rulebookId: book.id,
    status: 'draft' as const,
  }
  await insertDisposition(tx, disposition)
  await enter(court, tx, actor, {
    act: 'draft-opened',
    thing: 'disposition',
    thingId: disposition.id,
    caseId: head.id,
    personId: head.respondentId,
    particulars: { edition: book.edition },
  })
  return { head, heard, disposition }
}

/** What another jury had begun to write, before its hearing was broken off, binds nobody: this jury begins anew. */
const setAside = async (court: Court, tx: Tx, actor: Actor, draft: Disposition): Promise<void> => {
  await changeDisposition(tx, draft, { status: 'refused' })
  await enter(court, tx, actor, {
    act: 'draft-set-aside',
    thing: 'disposition',
    thingId: draft.id,
    caseId: draft.caseId,
  })
}
