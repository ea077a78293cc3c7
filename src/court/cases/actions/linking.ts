/** Young people who answer for one incident never judge each other, nor sit on one jury together (rule 13). */
import { type ActName, type Actor, act, type Court } from '#court'
import { enter } from '#court/register'
import type { Tx } from '#platform/database'
import { newId } from '#platform/ids'
import { orRefused } from '#platform/last-line'
import { type Refusal, refuse } from '#platform/refusal'
import { type CaseHead, caseById, findCaseByNo, lockCase } from '../records/heads.ts'
import { insertLink, linkedCases, removeLink } from '../records/links.ts'
import { type LinkReason, type LinkRefusal, mayLink, type UnlinkReason } from '../rules/linking.ts'

export type Linked = { no: string }

/** Links a case with another of the same incident, by its number. One of another program is not there, as one that never was. */
export const linkCases = (
  court: Court,
  actor: Actor,
  caseId: string,
  wish: { no: string; reason: LinkReason },
): Promise<Linked | LinkRefusal> =>
  orRefused(
    act(court, actor, async tx => {
      const { programId } = actor
      const seen = await findCaseByNo(tx, programId, wish.no)
      if (!seen) return refuse('no-such-case')
      const [one, other] = await lockBoth(tx, programId, caseId, seen.id)
      const linked = (await linkedCases(tx, { programId, caseId })).map(line => line.caseId)
      const refusal = mayLink(one, other, linked)
      if (refusal) return refusal
      await insertLink(tx, { programId, id: newId() }, one.id, other.id)
      await enterBoth(court, tx, actor, 'co-respondent-linked', [one, other], wish.reason)
      return { no: other.no }
    }),
    { case_links_once: 'linked-already' },
  )

/** Takes the link away where it was a mistake. */
export const unlinkCases = (
  court: Court,
  actor: Actor,
  caseId: string,
  wish: { otherId: string; reason: UnlinkReason },
): Promise<Linked | Refusal<'not-linked'>> =>
  act(court, actor, async tx => {
    const [one, other] = await lockBoth(tx, actor.programId, caseId, wish.otherId)
    if (!(await removeLink(tx, actor.programId, one.id, other.id))) return refuse('not-linked')
    await enterBoth(court, tx, actor, 'co-respondent-unlinked', [one, other], wish.reason)
    return { no: other.no }
  })

/** In one order, whoever asks, so that two who link the same cases do not wait for each other. */
const lockBoth = async (tx: Tx, programId: string, one: string, other: string): Promise<[CaseHead, CaseHead]> => {
  for (const id of [...new Set([one, other])].toSorted()) await lockCase(tx, programId, id)
  return [await caseById(tx, programId, one), await caseById(tx, programId, other)]
}

/** Both cases tell of it. */
const enterBoth = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  act: ActName,
  [one, other]: [CaseHead, CaseHead],
  reason: LinkReason | UnlinkReason,
): Promise<void> => {
  for (const [head, with_] of [[one, other] as const, [other, one] as const])
    await enter(court, tx, actor, {
      act,
      thing: 'case',
      thingId: head.id,
      caseId: head.id,
      personId: head.respondentId,
      particulars: { with: with_.no, reason },
    })
}
