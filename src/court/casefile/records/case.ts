/** What the case page reads: every statement finds its case by the number in the address, so that all of them start at once. */
import { and, asc, eq, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { statement, type Tx } from '#platform/database'
import { accounts } from '#tables/accounts'
import { cases, intakes } from '#tables/cases'
import { assignments, nights } from '#tables/hearings'
import { jurors } from '#tables/jurors'
import { extensions, obligations, progress } from '#tables/obligations'
import { people } from '#tables/people'
import { referrals } from '#tables/referrals'
import { besideCase, factColumns, paperColumns } from './beside.ts'

export const programId = sql.placeholder('programId')
export const found = and(eq(cases.programId, programId), eq(cases.no, sql.placeholder('no')))
export const caseId = sql`(select ${cases.id} from ${cases} where ${found})`

/** Whom an account belongs to: asked for each row that is shown, because a join might read all accounts there are. */
export const nameOf = (accountId: AnyPgColumn) =>
  sql<string | null>`(select ${accounts.displayName} from ${accounts} where ${accounts.id} = ${accountId})`

/** The case, its young person, where it came from, and all that decides its next step. */
export const caseFile = statement('case_file', tx => {
  const beside = besideCase(tx)
  return tx
    .select({
      ...factColumns(beside),
      closedOn: cases.closedOn,
      missedHearings: cases.missedHearings,
      returnReason: cases.returnReason,
      offenceCode: cases.offenceCode,
      respondentId: cases.respondentId,
      calledName: people.calledName,
      lastName: people.lastName,
      pronouns: people.pronouns,
      school: people.school,
      grade: people.grade,
      language: people.language,
      knownStrengths: people.strengths,
      agency: referrals.agency,
      officerName: referrals.officerName,
      metOn: intakes.metOn,
      strengths: intakes.strengths,
      interpreter: intakes.interpreter,
      adjustments: intakes.adjustments,
      coordinator: nameOf(cases.coordinatorId),
      inEffectOn: beside.agreed.inEffectOn,
      juryWords: beside.agreed.reasons,
      position: beside.heard.position,
    })
    .from(cases)
    .innerJoin(people, and(eq(people.programId, cases.programId), eq(people.id, cases.respondentId)))
    .innerJoin(referrals, and(eq(referrals.programId, cases.programId), eq(referrals.id, cases.referralId)))
    .leftJoin(intakes, and(eq(intakes.programId, cases.programId), eq(intakes.caseId, cases.id)))
    .innerJoinLateral(beside.calls, sql`true`)
    .leftJoinLateral(beside.heard, sql`true`)
    .leftJoinLateral(beside.agreed, sql`true`)
    .leftJoinLateral(beside.ending, sql`true`)
    .where(found)
})

const nextNight = sql<
  string | null
>`case when ${obligations.kind} = 'jury-service' then (select min(${nights.heldOn}) from ${jurors}
  join ${assignments} on ${assignments.programId} = ${jurors.programId} and ${assignments.jurorId} = ${jurors.id} and ${assignments.status} in ('offered', 'confirmed')
  join ${nights} on ${nights.programId} = ${assignments.programId} and ${nights.id} = ${assignments.nightId} and ${nights.heldOn} >= ${sql.placeholder('today')}
  where ${jurors.programId} = ${obligations.programId} and ${jurors.personId} = ${obligations.personId}) end`.mapWith(
  nights.heldOn,
)

/** What has been done of a promise: confirmed, handed in and waiting, and since when. */
const doneOf = (tx: Tx) =>
  tx
    .select({
      verified:
        sql<number>`coalesce(sum(${progress.amount}) filter (where ${progress.state} = 'verified'), 0)::integer`.as(
          'verified',
        ),
      waiting:
        sql<number>`coalesce(sum(${progress.amount}) filter (where ${progress.state} = 'submitted'), 0)::integer`.as(
          'waiting',
        ),
      lastDoneOn: sql<string | null>`max(${progress.doneOn}) filter (where ${progress.state} = 'verified')`
        .mapWith(progress.doneOn)
        .as('last_done_on'),
      handedInAt: sql<Date | null>`min(${progress.submittedAt}) filter (where ${progress.state} = 'submitted')`
        .mapWith(progress.submittedAt)
        .as('handed_in_at'),
    })
    .from(progress)
    .where(and(eq(progress.programId, obligations.programId), eq(progress.obligationId, obligations.id)))
    .as('done')

/** The promises of both sides, in the order of the agreement, with what has been done of each. */
export const promisesOf = statement('case_file_promises', tx => {
  const done = doneOf(tx)
  return tx
    .select({
      id: obligations.id,
      owedBy: obligations.owedBy,
      kind: obligations.kind,
      title: obligations.title,
      amount: obligations.amount,
      unit: obligations.unit,
      dueOn: obligations.dueOn,
      status: obligations.status,
      statusSince: obligations.statusSince,
      verified: done.verified,
      waiting: done.waiting,
      lastDoneOn: done.lastDoneOn,
      handedInAt: done.handedInAt,
      requestedAt: extensions.askedAt,
      nextNight,
    })
    .from(obligations)
    .innerJoinLateral(done, sql`true`)
    .leftJoin(
      extensions,
      and(
        eq(extensions.programId, obligations.programId),
        eq(extensions.obligationId, obligations.id),
        sql`${extensions.answer} is null`,
      ),
    )
    .where(and(eq(obligations.programId, programId), eq(obligations.caseId, caseId)))
    .orderBy(asc(obligations.id))
})

/** The papers of a case that is collecting them. */
export const papersOf = statement('case_file_papers', tx => {
  const { agreed } = besideCase(tx)
  return tx.select(paperColumns({ agreed })).from(cases).leftJoinLateral(agreed, sql`true`).where(found)
})

export type CaseRow = Awaited<ReturnType<typeof caseFile>>[number]
export type PromiseRow = Awaited<ReturnType<typeof promisesOf>>[number]
