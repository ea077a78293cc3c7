/** What the case page reads: every statement finds its case by the number in the address, so that all of them start at once. */
import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/pg-core'
import { lookingAt } from '#court/register'
import { statement } from '#platform/database'
import { accounts } from '#tables/accounts'
import { cases, intakes } from '#tables/cases'
import { assignments, nights } from '#tables/hearings'
import { jurors } from '#tables/jurors'
import { outbox } from '#tables/notices'
import { extensions, obligations, progress } from '#tables/obligations'
import { kinships, people } from '#tables/people'
import { referrals } from '#tables/referrals'
import { registerEntries } from '#tables/register'
import { besideCase, factColumns } from './beside.ts'

const programId = sql.placeholder('programId')
const found = and(eq(cases.programId, programId), eq(cases.no, sql.placeholder('no')))
const caseId = sql`(select ${cases.id} from ${cases} where ${found})`

/** The case, its young person, where it came from, and all that decides its next step. */
export const caseFile = statement('case_file', tx => {
  const beside = besideCase(tx)
  return tx
    .select({
      ...factColumns(beside),
      closedOn: cases.closedOn,
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
      returnBy: referrals.returnBy,
      metOn: intakes.metOn,
      strengths: intakes.strengths,
      interpreter: intakes.interpreter,
      adjustments: intakes.adjustments,
      coordinator: accounts.displayName,
      inEffectOn: beside.agreed.inEffectOn,
    })
    .from(cases)
    .innerJoin(people, and(eq(people.programId, cases.programId), eq(people.id, cases.respondentId)))
    .innerJoin(referrals, and(eq(referrals.programId, cases.programId), eq(referrals.id, cases.referralId)))
    .leftJoin(intakes, and(eq(intakes.programId, cases.programId), eq(intakes.caseId, cases.id)))
    .leftJoin(accounts, eq(accounts.id, cases.coordinatorId))
    .innerJoinLateral(beside.calls, sql`true`)
    .leftJoinLateral(beside.heard, sql`true`)
    .leftJoinLateral(beside.agreed, sql`true`)
    .leftJoinLateral(beside.ending, sql`true`)
    .where(found)
})

const nextNight = sql<string | null>`case when ${obligations.kind} = 'jury-service' then (select min(${nights.heldOn}) from ${jurors}
  join ${assignments} on ${assignments.programId} = ${jurors.programId} and ${assignments.jurorId} = ${jurors.id} and ${assignments.status} in ('offered', 'confirmed')
  join ${nights} on ${nights.programId} = ${assignments.programId} and ${nights.id} = ${assignments.nightId} and ${nights.heldOn} >= ${sql.placeholder('today')}
  where ${jurors.programId} = ${obligations.programId} and ${jurors.personId} = ${obligations.personId}) end`.mapWith(nights.heldOn)

/** The promises of both sides, in the order of the agreement, with what has been done of each. */
export const promisesOf = statement('case_file_promises', tx => {
  const done = tx
    .select({
      verified: sql<number>`coalesce(sum(${progress.amount}) filter (where ${progress.state} = 'verified'), 0)::integer`.as('verified'),
      waiting: sql<number>`coalesce(sum(${progress.amount}) filter (where ${progress.state} = 'submitted'), 0)::integer`.as('waiting'),
      lastDoneOn: sql<string | null>`max(${progress.doneOn}) filter (where ${progress.state} = 'verified')`.mapWith(progress.doneOn).as('last_done_on'),
      handedInAt: sql<Date | null>`min(${progress.submittedAt}) filter (where ${progress.state} = 'submitted')`.mapWith(progress.submittedAt).as('handed_in_at'),
    })
    .from(progress)
    .where(and(eq(progress.programId, obligations.programId), eq(progress.obligationId, obligations.id)))
    .as('done')
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
      and(eq(extensions.programId, obligations.programId), eq(extensions.obligationId, obligations.id), sql`${extensions.answer} is null`),
    )
    .where(and(eq(obligations.programId, programId), eq(obligations.caseId, caseId)))
    .orderBy(asc(obligations.id))
})

/** The guardians, and how each of them wishes to be reached. */
export const guardiansOfCase = statement('case_file_guardians', tx =>
  tx
    .select({
      id: people.id,
      calledName: people.calledName,
      lastName: people.lastName,
      language: people.language,
      reachBy: people.reachBy,
      phone: people.phone,
      email: people.email,
    })
    .from(kinships)
    .innerJoin(people, and(eq(people.programId, kinships.programId), eq(people.id, kinships.otherId)))
    .where(
      and(
        eq(kinships.programId, programId),
        eq(kinships.personId, sql`(select ${cases.respondentId} from ${cases} where ${found})`),
        eq(kinships.tie, 'guardian'),
      ),
    )
    .orderBy(asc(kinships.id)),
)

const entry = {
  id: registerEntries.id,
  at: registerEntries.at,
  act: registerEntries.act,
  thing: registerEntries.thing,
  role: registerEntries.role,
  by: accounts.displayName,
}
const ofCase = and(eq(registerEntries.programId, programId), eq(registerEntries.caseId, caseId))

/** What was done, and apart from it who looked, each newest first. */
export const registerOf = statement('case_file_register', tx =>
  unionAll(
    tx
      .select(entry)
      .from(registerEntries)
      .leftJoin(accounts, eq(accounts.id, registerEntries.accountId))
      .where(and(ofCase, sql`${registerEntries.act} <> 'looked-at'`))
      .orderBy(desc(registerEntries.at))
      .limit(sql.placeholder('acts')),
    tx
      .select(entry)
      .from(registerEntries)
      .leftJoin(accounts, eq(accounts.id, registerEntries.accountId))
      .where(and(ofCase, sql`${registerEntries.act} = 'looked-at'`))
      .orderBy(desc(registerEntries.at))
      .limit(sql.placeholder('looks')),
  ),
)

/** The letters about a case, newest first. */
export const lettersOf = statement('case_file_letters', tx =>
  tx
    .select({
      id: outbox.id,
      kind: outbox.kind,
      channel: outbox.channel,
      madeAt: outbox.madeAt,
      dueAt: outbox.dueAt,
      sentAt: outbox.sentAt,
      tries: outbox.tries,
      lastFault: outbox.lastFault,
      calledName: people.calledName,
      lastName: people.lastName,
    })
    .from(outbox)
    .leftJoin(people, and(eq(people.programId, outbox.programId), eq(people.id, outbox.toPersonId)))
    .where(and(eq(outbox.programId, programId), eq(outbox.caseId, caseId), sql`${outbox.voidedAt} is null`))
    .orderBy(desc(outbox.madeAt))
    .limit(20),
)

/** The look itself, entered in the same trip (rule 47). */
export const lookAtCase = lookingAt(
  'case_file_look',
  'case',
  sql`select ${cases.id} as thing_id, ${cases.id} as case_id, ${cases.respondentId} as person_id from ${cases} where ${found}`,
)

export type CaseRow = Awaited<ReturnType<typeof caseFile>>[number]

export type PromiseRow = Awaited<ReturnType<typeof promisesOf>>[number]
export type GuardianRow = Awaited<ReturnType<typeof guardiansOfCase>>[number]
export type EntryRow = Awaited<ReturnType<typeof registerOf>>[number]
export type LetterRow = Awaited<ReturnType<typeof lettersOf>>[number]
