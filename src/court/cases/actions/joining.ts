/** One open case a young person: what turns up besides joins it (rule 7). */
import { type Actor, act, type Court, todayFor } from '#court'
import { type Detail, fillPerson, lockPerson, type Person, personOf, recogniseAs } from '#court/people'
import { type Referral, referralOf, tellSource } from '#court/referrals'
import { enter } from '#court/register'
import type { Tx } from '#platform/database'
import { newId } from '#platform/ids'
import { isRefusal, type Refusal, refuse } from '#platform/refusal'
import { moveCase, takeUp } from '../moves.ts'
import { type CaseHead, insertFurtherMatter, lockCase, lockOpenCase, oneAtATime, writeFact } from '../records/heads.ts'
import { insertScreenings } from '../records/steps.ts'

type Matter = Pick<Referral, 'id' | 'officerEmail' | 'officerMembershipId' | 'reportNo'>

/** Adds a referral to an open case; its source follows that case from now on. */
export const joinMatter = async (court: Court, tx: Tx, actor: Actor, open: CaseHead, matter: Matter) => {
  const { programId } = actor
  await insertFurtherMatter(tx, {
    programId,
    id: newId(),
    caseId: open.id,
    referralId: matter.id,
    addedOn: todayFor(court, actor),
  })
  await enter(court, tx, actor, {
    act: 'matter-joined',
    thing: 'referral',
    thingId: matter.id,
    caseId: open.id,
    personId: open.respondentId,
    particulars: { no: open.no },
  })
  const about = { caseId: open.id, caseNo: open.no }
  await tellSource(court, tx, actor, matter, { kind: 'referral-received', ...about })
  /** What joins a case that was accepted is accepted with it (rule 8). */
  if (open.acceptedOn !== null) await tellSource(court, tx, actor, matter, { kind: 'referral-accepted', ...about })
  return { caseId: open.id, no: open.no, joined: true }
}

/**
 * Somebody the court knows, with their open case if there is one, and nobody else opens one for them until the act is done.
 * Whoever asks for the same young person waits in turn. The case first, then the person, as everywhere.
 */
export const lockWithOpenCase = async (
  tx: Tx,
  programId: string,
  personId: string,
): Promise<{ person: Person; open: CaseHead | undefined }> => {
  await oneAtATime(tx, programId, personId)
  const open = await lockOpenCase(tx, programId, personId)
  return { person: await lockPerson(tx, programId, personId), open }
}

export type RecogniseRefusal = Refusal<'not-now' | 'same-entry'>

/**
 * The desk recognises the young person of a new case as somebody the court knows. The case goes on under their own entry;
 * if they have an open case, this one ends and its matter joins that (rule 7).
 */
export const recogniseRespondent = (
  court: Court,
  actor: Actor,
  caseId: string,
  personId: string,
): Promise<{ no: string; joined: boolean; differs: Detail[] } | RecogniseRefusal> =>
  act(court, actor, async tx => {
    const head = await lockCase(tx, actor.programId, caseId)
    if (head.status !== 'referred' && head.status !== 'screening') return refuse('not-now')
    if (head.respondentId === personId) return refuse('same-entry')
    const { person: known, open } = await lockWithOpenCase(tx, actor.programId, personId)
    const differs = await fillPerson(court, tx, actor, known, await personOf(tx, actor.programId, head.respondentId))
    await recogniseAs(court, tx, actor, head.respondentId, known.id)
    if (open) {
      const ended = await endInto(court, tx, actor, head, open)
      if (ended) return ended
    }
    await writeFact(tx, head, { respondentId: known.id })
    await enter(court, tx, actor, {
      act: 'respondent-recognised',
      thing: 'case',
      thingId: head.id,
      caseId: head.id,
      personId: known.id,
    })
    return { no: open?.no ?? head.no, joined: open !== undefined, differs }
  })

/** Ends a case that should not be one of its own, without a word of decline to its source. */
const endInto = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  head: CaseHead,
  open: CaseHead,
): Promise<Refusal<'not-now'> | null> => {
  const { programId, accountId } = actor
  const screening = await takeUp(court, tx, actor, head)
  if (isRefusal(screening)) return screening
  await insertScreenings(tx, [
    {
      programId,
      id: newId(),
      caseId: head.id,
      byAccount: accountId,
      at: court.now(),
      rule: 'one-open-case',
      result: 'fail',
      note: open.no,
    },
  ])
  const declined = await moveCase(court, tx, actor, screening, 'decline', { particulars: { rule: 'one-open-case' } })
  if (isRefusal(declined)) return declined
  const back = { ...screening, status: 'declined_ineligible' as const }
  const set = { closedOn: todayFor(court, actor), returnReason: 'not-eligible' as const }
  const closed = await moveCase(court, tx, actor, back, 'return', { set, particulars: { joined: open.no } })
  if (isRefusal(closed)) return closed
  await joinMatter(court, tx, actor, open, await referralOf(tx, programId, head.referralId))
  return null
}
