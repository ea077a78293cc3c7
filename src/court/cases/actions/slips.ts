/** The family's own pages, and the printed codes that open them. */
import { type Actor, act, type Court, todayFor } from '#court'
import { issueSlip } from '#court/accounts'
import { giveAccount, guardiansOf, personOf } from '#court/people'
import { enter } from '#court/register'
import type { Tx } from '#platform/database'
import { type Refusal, refuse } from '#platform/refusal'
import { addDays, type Day, instantAt } from '#platform/time'
import { type CaseHead, lockCase } from '../records/heads.ts'

/** The young person and each guardian, with the door to their own pages. */
export const familyAccounts = async (court: Court, tx: Tx, actor: Actor, head: CaseHead) => {
  const { programId } = actor
  const [respondent, guardians] = await Promise.all([
    personOf(tx, programId, head.respondentId),
    guardiansOf(tx, programId, head.respondentId),
  ])
  const held = [{ person: respondent, membershipId: await giveAccount(court, tx, actor, respondent.id, 'youth') }]
  for (const person of guardians)
    held.push({ person, membershipId: await giveAccount(court, tx, actor, person.id, 'family') })
  return held
}

const SLIP_DAYS = 120

export type FamilySlip = { personId: string; name: string; language: string; code: string; until: Day }

/** Makes new codes for the family, to be printed now: nobody can read them again. The ones before are void. */
export const issueFamilySlips = (
  court: Court,
  actor: Actor,
  caseId: string,
): Promise<FamilySlip[] | Refusal<'not-now'>> =>
  act(court, actor, async tx => {
    const head = await lockCase(tx, actor.programId, caseId)
    if (head.acceptedOn === null || head.closedOn !== null) return refuse('not-now')
    const until = addDays(todayFor(court, actor), SLIP_DAYS)
    const to = instantAt(actor.timeZone, until, '23:59')
    const slips: FamilySlip[] = []
    for (const { person, membershipId } of await familyAccounts(court, tx, actor, head)) {
      const { code } = await issueSlip(court, tx, actor, { membershipId, from: court.now(), to, singleUse: false })
      slips.push({ personId: person.id, name: person.calledName, language: person.language, code, until })
    }
    await enter(court, tx, actor, {
      act: 'slips-printed',
      thing: 'case',
      thingId: head.id,
      caseId: head.id,
      personId: head.respondentId,
      particulars: { count: slips.length },
    })
    return slips
  })
