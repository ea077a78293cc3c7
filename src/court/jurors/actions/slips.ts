/** A way in for a young person who has no password. */
import { type Actor, act, type Court, todayFor } from '#court'
import { issueSlip } from '#court/accounts'
import { giveAccount, personOf } from '#court/people'
import { type Refusal, refuse } from '#platform/refusal'
import { addDays, type Day, instantAt } from '#platform/time'
import { lockJuror } from '../records.ts'
import { mayHoldSlip } from '../rules.ts'
import { enterJuror } from './entering.ts'

/** For one night only, or for the phone of somebody who comes often. */
export const slipTerms = { once: { days: 1, singleUse: true }, month: { days: 30, singleUse: false } } as const
export type SlipTerm = keyof typeof slipTerms

export type Slip = { code: string; until: Day }

/** Prints a way in for a juror, with an account if they have none yet. */
export const giveSlip = (
  court: Court,
  actor: Actor,
  jurorId: string,
  term: SlipTerm,
): Promise<Slip | Refusal<'guardian-first' | 'not-active'>> =>
  act(court, actor, async tx => {
    const juror = await lockJuror(tx, actor.programId, jurorId)
    const person = await personOf(tx, actor.programId, juror.personId)
    const today = todayFor(court, actor)
    if (juror.endedOn !== null) return refuse('not-active')
    const refusal = mayHoldSlip(person.birthDate, juror.approvedOn, today)
    if (refusal) return refusal
    const membershipId = await giveAccount(court, tx, actor, juror.personId, 'youth')
    const { days, singleUse } = slipTerms[term]
    const until = addDays(today, days)
    const to = instantAt(actor.timeZone, until, '23:59')
    const { code } = await issueSlip(court, tx, actor, { membershipId, from: court.now(), to, singleUse })
    await enterJuror(court, tx, actor, 'juror-slip', juror, { until, singleUse: String(singleUse) })
    return { code, until }
  })
