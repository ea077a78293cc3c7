/** People with marked names, a mailroom that keeps what it sends, and a case to write about. */
import type { Actor } from '#court'
import { type Mailroom, type Notice, send } from '#court/notices'
import { newId } from '#platform/ids'
import { type Mail, openPen, type Post } from '#platform/mail'
import { openViews } from '#platform/views'
import type { Program, TestCourt } from '../support/court.ts'

export const pen = openPen(openViews('views'))

export const keptPost = (): Post & { letters: Mail[] } => {
  const letters: Mail[] = []
  return { letters, send: async mail => void letters.push(mail), close: () => undefined }
}

export const mailroomOf = (post: Post): Mailroom => ({ post, pen, origin: 'https://court.test' })

type Wishes = {
  calledName?: string
  lastName?: string
  email?: string | null
  reachBy?: string
  language?: string
  address?: string
}

export const aPerson = async (court: TestCourt, program: Program, wishes: Wishes = {}): Promise<string> => {
  const id = newId()
  const {
    calledName = 'Quillane',
    lastName = 'Brackenridge',
    email = `${id}@home.test`,
    reachBy = 'email',
    language = 'en',
  } = wishes
  await court.rows(
    `insert into people (program_id, id, called_name, last_name, legal_name, search_name, language, email, address, reach_by, strengths, made_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, '{}', $11)`,
    [
      program.id,
      id,
      calledName,
      lastName,
      `${calledName} ${lastName}`,
      'search',
      language,
      email,
      wishes.address ?? null,
      reachBy,
      court.now(),
    ],
  )
  return id
}

export const aCase = async (court: TestCourt, program: Program, personId: string): Promise<string> => {
  const [id, referral] = [newId(), newId()]
  await court.rows(
    `insert into referrals (program_id, id, person_id, source_kind, agency, officer_name, offence_code, incident_on, narrative, custody, received_on, made_at)
     values ($1, $2, $3, 'police', 'Maple County Police', 'Ofc. Rivera', 'x', '2026-02-01', 'words', 'none', '2026-02-02', $4)`,
    [program.id, referral, personId, court.now()],
  )
  await court.rows(
    `insert into cases (program_id, id, no, referral_id, respondent_id, rulebook_id, offence_code, status, status_since, opened_on)
     values ($1, $2, $3, $4, $5, $6, 'x', 'referred', $7, '2026-02-02')`,
    [program.id, id, `26-${id.slice(-4)}`, referral, personId, program.rulebookId, court.now()],
  )
  return id
}

/** Seals a case past all rules, as the clockwork one day will. */
export const seal = async (court: TestCourt, caseId: string): Promise<void> => {
  await court.rows(`set session_replication_role = replica`)
  await court.rows(`update cases set status = 'sealed', sealed_at = now() where id = $1`, [caseId])
  await court.rows(`set session_replication_role = default`)
}

export const sendOne = (court: TestCourt, actor: Actor, notice: Notice): Promise<void> =>
  court.db.withProgram(actor, tx => send(court, tx, actor, notice))

type Row = {
  kind: string
  channel: string
  tries: number
  last_fault: string | null
  due_at: Date
  sent_at: Date | null
  voided_at: Date | null
  taken_until: Date | null
}

export const outboxOf = (court: TestCourt, program: Program): Promise<Row[]> =>
  court.rows<Row>(`select * from outbox where program_id = $1 order by made_at, id`, [program.id])
