/** Whether a matter is one for this court, rule by rule (rules 4–7). */
import { type Actor, act, type Court } from '#court'
import { likelyDuplicates, type Person, personOf } from '#court/people'
import { offenceOf, type Rulebook, rulebookOf } from '#court/programs'
import { type Referral, referralOf, referralsWith } from '#court/referrals'
import { enter } from '#court/register'
import type { Tx } from '#platform/database'
import { newId } from '#platform/ids'
import { isRefusal, type Refusal, refuse } from '#platform/refusal'
import { moveCase, takeUp } from '../moves.ts'
import { acceptedBefore, type CaseHead, findOpenCase, furtherMattersOf, lockCase, writeFact } from '../records/heads.ts'
import { insertScreenings } from '../records/steps.ts'
import { mayDecline, mayPass, type PassRefusal, screen } from '../rules/screening.ts'
import { type Finding, isOverridable, type Overrides, type ScreeningRule } from '../screening.ts'
import { tellSources } from './sources.ts'

export type Screened = {
  findings: Finding[]
  /** People who may be the same young person under another entry. */
  alike: Person[]
  respondent: Person
  referral: Referral
  /** What was referred about them since, and joined this case (rule 7). */
  further: Referral[]
  book: Rulebook
}

/** All that a screening looks at, and what the rules say to it. */
export const screeningOf = async (tx: Tx, head: CaseHead): Promise<Screened> => {
  const { programId } = head
  const [respondent, referral, edition, earlier, open, joined] = await Promise.all([
    personOf(tx, programId, head.respondentId),
    referralOf(tx, programId, head.referralId),
    rulebookOf(tx, programId, head.rulebookId),
    acceptedBefore(tx, programId, head.respondentId, head.id),
    findOpenCase(tx, programId, head.respondentId),
    furtherMattersOf(tx, { programId, caseId: head.id }),
  ])
  const findings = screen(edition.rules, {
    birthDate: respondent.birthDate,
    incidentOn: referral.incidentOn,
    offenceCode: head.offenceCode,
    underOtherCourt: referral.custody === 'court-jurisdiction',
    earlier,
    openElsewhere: open && open.id !== head.id ? open.no : null,
  })
  return {
    findings,
    respondent,
    referral,
    further:
      joined.length === 0
        ? []
        : await referralsWith(
            tx,
            programId,
            joined.map(one => one.referralId),
          ),
    book: edition.rules,
    alike: await likelyDuplicates(tx, programId, respondent),
  }
}

/** Takes a referred case up for screening. */
export const beginScreening = (
  court: Court,
  actor: Actor,
  caseId: string,
): Promise<{ begun: true } | Refusal<'not-now'>> =>
  act(court, actor, async tx => {
    const head = await lockCase(tx, actor.programId, caseId)
    const moved = head.status === 'screening' ? refuse('not-now') : await takeUp(court, tx, actor, head)
    return isRefusal(moved) ? moved : { begun: true as const }
  })

export type ScreenRefusal = PassRefusal | Refusal<'not-now'>

export type ScreeningAnswers = {
  overrides?: Overrides
  /** Those who look alike are somebody else. */
  strangers?: boolean
}

/** Lets a case in: every rule is met, or a named authority has let it pass where that is possible. */
export const screenCase = (
  court: Court,
  actor: Actor,
  caseId: string,
  { overrides = {}, strangers = false }: ScreeningAnswers = {},
): Promise<{ passed: true } | ScreenRefusal> =>
  act(court, actor, async tx => {
    const head = await takeUp(court, tx, actor, await lockCase(tx, actor.programId, caseId))
    if (isRefusal(head)) return head
    const { findings, alike } = await screeningOf(tx, head)
    const refusal = mayPass(findings, overrides) ?? (alike.length > 0 && !strangers ? refuse('alike-unanswered') : null)
    if (refusal) return refusal
    await keepFindings(court, tx, actor, head, findings, overrides)
    const moved = await moveCase(court, tx, actor, head, 'pass', {
      particulars: {
        overridden: findings.filter(one => !one.passes).map(one => one.rule),
        notTheSame: alike.map(one => one.id),
      },
    })
    return isRefusal(moved) ? moved : { passed: true as const }
  })

const keepFindings = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  head: CaseHead,
  findings: readonly Finding[],
  overrides: Overrides,
  notes: Partial<Record<ScreeningRule, string>> = {},
): Promise<void> => {
  const rows = findings.map(({ rule, passes }) => {
    const override = !passes && isOverridable(rule) ? overrides[rule] : undefined
    return {
      programId: actor.programId,
      id: newId(),
      caseId: head.id,
      byAccount: actor.accountId,
      at: court.now(),
      rule,
      result: passes ? ('pass' as const) : override ? ('override' as const) : ('fail' as const),
      note: override?.note ?? notes[rule] ?? null,
      approver: override?.approver ?? null,
    }
  })
  await insertScreenings(tx, rows)
}

export type Decline = { rule: ScreeningRule; note: string }
export type DeclineRefusal = Refusal<'not-now' | 'rule-is-met'>

/** Declines a case for a rule that it does not meet, and tells its source (rule 8). */
export const declineCase = (
  court: Court,
  actor: Actor,
  caseId: string,
  decline: Decline,
): Promise<{ declined: true } | DeclineRefusal> =>
  act(court, actor, async tx => {
    const head = await takeUp(court, tx, actor, await lockCase(tx, actor.programId, caseId))
    if (isRefusal(head)) return head
    const { findings } = await screeningOf(tx, head)
    const refusal = mayDecline(findings, decline.rule)
    if (refusal) return refusal
    await keepFindings(court, tx, actor, head, findings, {}, { [decline.rule]: decline.note })
    const moved = await moveCase(court, tx, actor, head, 'decline', { particulars: { rule: decline.rule } })
    if (isRefusal(moved)) return moved
    await tellSources(court, tx, actor, head, 'referral-declined')
    return { declined: true as const }
  })

/** Finds the place in the catalogue for what was referred under another name. What the source wrote stays as it is. */
export const reclassify = (
  court: Court,
  actor: Actor,
  caseId: string,
  offenceCode: string,
): Promise<{ reclassified: true } | Refusal<'not-now' | 'offence-unknown'>> =>
  act(court, actor, async tx => {
    const head = await lockCase(tx, actor.programId, caseId)
    if (head.status !== 'referred' && head.status !== 'screening') return refuse('not-now')
    const { rules } = await rulebookOf(tx, actor.programId, head.rulebookId)
    if (!offenceOf(rules, offenceCode)) return refuse('offence-unknown')
    await writeFact(tx, head, { offenceCode })
    await enter(court, tx, actor, {
      act: 'offence-reclassified',
      thing: 'case',
      thingId: head.id,
      caseId: head.id,
      personId: head.respondentId,
      particulars: {
        from: head.offenceCode,
        to: offenceCode,
      },
    })
    return { reclassified: true as const }
  })
