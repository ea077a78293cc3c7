/** What stands beside a case and decides what it waits for, each as one row joined to it. */
import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { CaseStatus } from '#court/cases'
import type { Tx } from '#platform/database'
import { cases, consents, contacts } from '#tables/cases'
import { dispositions, signatures } from '#tables/dispositions'
import { hearings, nights } from '#tables/hearings'
import { terminations } from '#tables/outcomes'
import { people } from '#tables/people'
import { referrals } from '#tables/referrals'

const calls = (tx: Tx) =>
  tx
    .select({
      tries: sql<number>`(count(*) filter (where ${contacts.withWhom} = 'nobody'))::integer`.as('tries'),
      lastTryAt: sql<Date | null>`max(${contacts.at}) filter (where ${contacts.withWhom} = 'nobody')`
        .mapWith(contacts.at)
        .as('last_try_at'),
      spokeAt:
        sql<Date | null>`max(${contacts.at}) filter (where ${contacts.withWhom} in ('respondent', 'guardian', 'both'))`
          .mapWith(contacts.at)
          .as('spoke_at'),
      meetsAt: sql<Date | null>`max(${contacts.meetsAt})`.mapWith(contacts.meetsAt).as('meets_at'),
    })
    .from(contacts)
    .where(and(eq(contacts.programId, cases.programId), eq(contacts.caseId, cases.id)))
    .as('calls')

/** The live hearing, or the last one there was. */
const heard = (tx: Tx) =>
  tx
    .select({
      hearingStatus: hearings.status,
      heldOn: nights.heldOn,
      position: hearings.position,
    })
    .from(hearings)
    .innerJoin(nights, and(eq(nights.programId, hearings.programId), eq(nights.id, hearings.nightId)))
    .where(and(eq(hearings.programId, cases.programId), eq(hearings.caseId, cases.id)))
    .orderBy(desc(hearings.startsAt), desc(hearings.id))
    .limit(1)
    .as('heard')

const signers = sql`case when ${cases.status} = 'disposed' then array(select ${signatures.signer} from ${signatures}
  where ${signatures.programId} = ${dispositions.programId} and ${signatures.dispositionId} = ${dispositions.id}) end`

/** The agreement that was not refused. The word stands in the statement itself, since an index holds for that word only. */
const agreed = (tx: Tx) =>
  tx
    .select({
      agreementStatus: sql<typeof dispositions.$inferSelect.status>`${dispositions.status}`.as('agreement_status'),
      inEffectOn: dispositions.inEffectOn,
      reasons: dispositions.reasons,
      signers: sql<string[] | null>`${signers}`.as('signers'),
    })
    .from(dispositions)
    .where(
      and(
        eq(dispositions.programId, cases.programId),
        eq(dispositions.caseId, cases.id),
        sql`${dispositions.status} <> 'refused'`,
      ),
    )
    .as('agreed')

const ending = (tx: Tx) =>
  tx
    .select({ askedAt: terminations.askedAt, askedBy: terminations.askedBy })
    .from(terminations)
    .where(
      and(eq(terminations.programId, cases.programId), eq(terminations.caseId, cases.id), isNull(terminations.answer)),
    )
    .as('ending')

export const besideCase = (tx: Tx) => ({ calls: calls(tx), heard: heard(tx), agreed: agreed(tx), ending: ending(tx) })

/** The columns of a case, and beside it, from which its facts are made. */
export const factColumns = ({ calls, heard, agreed, ending }: ReturnType<typeof besideCase>) => ({
  id: cases.id,
  no: cases.no,
  status: cases.status,
  statusSince: cases.statusSince,
  acceptedOn: cases.acceptedOn,
  dueOn: cases.dueOn,
  rulebookId: cases.rulebookId,
  tries: calls.tries,
  lastTryAt: calls.lastTryAt,
  spokeAt: calls.spokeAt,
  meetsAt: calls.meetsAt,
  hearingStatus: heard.hearingStatus,
  heldOn: heard.heldOn,
  agreementStatus: agreed.agreementStatus,
  endingAskedAt: ending.askedAt,
  endingAskedBy: ending.askedBy,
  birthDate: people.birthDate,
  receivedOn: referrals.receivedOn,
  returnBy: referrals.returnBy,
})

/** Who has consented, and who has signed: known while papers are being collected, and asked for only then. */
export type Papers = { given: string[] | null; signers: string[] | null }

export const isCollecting = (status: CaseStatus): boolean => status === 'awaiting_consent' || status === 'disposed'

export const paperColumns = ({ agreed }: Pick<ReturnType<typeof besideCase>, 'agreed'>) => ({
  given: sql<
    string[] | null
  >`case when ${cases.status} = 'awaiting_consent' then array(select ${consents.kind} from ${consents}
    where ${consents.programId} = ${cases.programId} and ${consents.caseId} = ${cases.id} and ${consents.withdrawnAt} is null) end`,
  signers: agreed.signers,
})
