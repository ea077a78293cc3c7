/** Cases for the reports, written straight into the tables in the state that they are wanted in. Every name carries a mark. */
import { newId } from '#platform/ids'
import type { Program, TestCourt } from './court.ts'

/** Stands in every name, so that a page or a file that tells one is caught. */
export const MARK = 'Zyxwv'

export type CaseWish = {
  openedOn?: string
  status: string
  heard?: boolean
  inEffectOn?: string
  dueOn?: string
  closedOn?: string
  outcome?: 'completed' | 'returned'
  reason?: string
  sealed?: boolean
  withoutJuryService?: boolean
  /** A promise of the young person that was let go with a reason. */
  waived?: boolean
  /** A promise outside the grid, or no hours although the floor asks for some. */
  outside?: 'grid' | 'floor'
  /** Its matter joined another case, and this one ended without a word. */
  joined?: boolean
  /** A night that nobody ordered, served on this day. */
  servedByChoiceOn?: string
}

export const plantCases = async (
  court: TestCourt,
  program: Program,
  wishes: readonly CaseWish[],
): Promise<string[]> => {
  await court.rows('set session_replication_role = replica')
  const ids: string[] = []
  for (const [at, wish] of wishes.entries()) ids.push(await plantCase(court, program, wish, at))
  await court.rows('set session_replication_role = default')
  return ids
}

const plantCase = async (court: TestCourt, program: Program, wish: CaseWish, at: number): Promise<string> => {
  const [id, personId] = [newId(), newId()]
  const openedOn = wish.openedOn ?? '2025-06-15'
  await court.rows(
    `insert into people (program_id, id, called_name, last_name, legal_name, language, reach_by, strengths, search_name, made_at)
     values ($1, $2, $3, $4, $5, 'en', 'paper', '{}', 'x', $6)`,
    [program.id, personId, `${MARK}given`, `${MARK}family`, `${MARK} whole`, openedOn],
  )
  await court.rows(
    `insert into cases (program_id, id, no, referral_id, respondent_id, rulebook_id, offence_code, status, status_since, opened_on, closed_on, return_reason, sealed_at)
     values ($1, $2, $3, $4, $5, $6, 'x', $7, $8::date, $8::date, $9, $10, $11)`,
    [
      program.id,
      id,
      `25-${id.slice(-6)}${at}`,
      newId(),
      personId,
      program.rulebookId,
      wish.status,
      openedOn,
      wish.closedOn ?? null,
      wish.reason ?? null,
      wish.sealed ? openedOn : null,
    ],
  )
  if (wish.joined) await plantJoined(court, program, id, openedOn)
  if (wish.outcome) await plantClosure(court, program, id, wish, personId)
  if (wish.heard) await plantHearing(court, program, id)
  if (wish.inEffectOn) await plantAgreement(court, program, { caseId: id, personId, wish })
  if (wish.servedByChoiceOn)
    await plantEvenings(court, program, [{ personId, on: wish.servedByChoiceOn, mandated: false }])
  return id
}

const plantJoined = (court: TestCourt, program: Program, caseId: string, on: string) =>
  court.rows(
    `insert into further_matters (program_id, id, case_id, referral_id, added_on)
     select program_id, $2, $3, referral_id, $4::date from cases where id = $1`,
    [caseId, newId(), newId(), on],
  )

const plantClosure = (court: TestCourt, program: Program, caseId: string, wish: CaseWish, by: string) =>
  court.rows(
    `insert into closures (program_id, id, case_id, outcome, return_reason, closed_on, by_account, certificate_name, made_at)
     values ($1, $2, $3, $4, $5, $6::date, $7, $8, $6::date)`,
    [
      program.id,
      newId(),
      caseId,
      wish.outcome,
      wish.outcome === 'returned' ? wish.reason : null,
      wish.closedOn,
      by,
      `${MARK} on paper`,
    ],
  )

const plantHearing = (court: TestCourt, program: Program, caseId: string) =>
  court.rows(
    `insert into hearings (program_id, id, night_id, room_id, case_id, position, starts_at, ends_at, during, status)
     values ($1, $2, $3, $4, $5, 1, $6::timestamptz, $7::timestamptz, tstzrange($6::timestamptz, $7::timestamptz), 'heard')`,
    [program.id, newId(), newId(), newId(), caseId, '2025-07-01T22:00:00Z', '2025-07-01T23:00:00Z'],
  )

const plantAgreement = async (
  court: TestCourt,
  program: Program,
  { caseId, personId, wish }: { caseId: string; personId: string; wish: CaseWish },
) => {
  const dispositionId = newId()
  const reason = wish.withoutJuryService ? `${MARK} reason` : null
  const floor = wish.outside === 'floor' ? `${MARK} reason` : null
  await court.rows(
    `insert into dispositions (program_id, id, case_id, hearing_id, rulebook_id, status, decided_how, proposed_at, in_effect_on,
       no_jury_service_reason, no_jury_service_by, below_floor_reason, below_floor_by)
     values ($1, $2, $3, $4, $5, 'in_effect', 'unanimous', $6::date, $6::date, $7, $8, $9, $10)`,
    [
      program.id,
      dispositionId,
      caseId,
      newId(),
      program.rulebookId,
      wish.inEffectOn,
      reason,
      reason && personId,
      floor,
      floor && personId,
    ],
  )
  if (wish.outside === 'grid') await plantOutside(court, program, { dispositionId, caseId, personId })
  const status = wish.waived ? 'waived' : 'assigned'
  await plantPromise(court, program, { caseId, personId, dueOn: wish.dueOn ?? '2025-12-31', status })
}

const plantOutside = (
  court: TestCourt,
  program: Program,
  { dispositionId, caseId, personId }: { dispositionId: string; caseId: string; personId: string },
) =>
  court.rows(
    `insert into terms (program_id, id, disposition_id, case_id, position, owed_by, kind, title, amount, unit, due_on, proof, out_of_range_reason, out_of_range_by)
     values ($1, $2, $3, $4, 1, 'young-person', 'community-service', $5, 6000, 'minute', '2025-12-31', 'timesheet', $6, $7)`,
    [program.id, newId(), dispositionId, caseId, `${MARK} promise`, `${MARK} reason`, personId],
  )

export type PromiseWish = {
  caseId: string
  personId: string | null
  dueOn: string
  status: string
  kind?: string
  confirmed?: { on: string; minutes: number }
}

/** A promise; one without a person is the court's own. */
export const plantPromise = async (court: TestCourt, program: Program, wish: PromiseWish): Promise<void> => {
  const id = newId()
  await court.rows(
    `insert into obligations (program_id, id, case_id, term_id, person_id, owed_by, kind, title, amount, unit, proof, due_on, status, status_since, end_reason)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 600, 'minute', 'timesheet', $9::date, $10, $9::date, 'x')`,
    [
      program.id,
      id,
      wish.caseId,
      newId(),
      wish.personId,
      wish.personId ? 'young-person' : 'court',
      wish.kind ?? 'other',
      `${MARK} promise`,
      wish.dueOn,
      wish.status,
    ],
  )
  if (!wish.confirmed) return
  await court.rows(
    `insert into progress (program_id, id, obligation_id, amount, done_on, submitted_by, submitted_at, state, verified_by, verified_at)
     values ($1, $2, $3, $4, $5::date, $6::uuid, $5::date, 'verified', $6::uuid, $5::date)`,
    [program.id, newId(), id, wish.confirmed.minutes, wish.confirmed.on, newId()],
  )
}

export type EveningWish = { personId: string; on: string; mandated: boolean; status?: string }

/** Planted where triggers rest, since there is no promise here from which the database would read what is `mandated`. */
export const plantEvenings = async (
  court: TestCourt,
  program: Program,
  wishes: readonly EveningWish[],
): Promise<void> => {
  for (const { personId, on, mandated, status } of wishes) {
    const [found] = await court.rows<{ id: string }>(`select id from nights where program_id = $1 and held_on = $2`, [
      program.id,
      on,
    ])
    const nightId = found?.id ?? newId()
    if (!found)
      await court.rows(
        `insert into nights (program_id, id, held_on, starts_at, ends_at, place, juror_places, status)
         values ($1, $2, $3::date, $3::date + time '22:00', $3::date + time '23:30', 'x', 40, 'reconciled')`,
        [program.id, nightId, on],
      )
    const jurorId = await jurorFor(court, program, personId)
    await court.rows(
      `insert into assignments (program_id, id, night_id, juror_id, status, mandated, made_at) values ($1, $2, $3, $4, $5, $6, $7)`,
      [program.id, newId(), nightId, jurorId, status ?? 'served', mandated, on],
    )
  }
}

const jurorFor = async (court: TestCourt, program: Program, personId: string): Promise<string> => {
  const [found] = await court.rows<{ id: string }>(`select id from jurors where program_id = $1 and person_id = $2`, [
    program.id,
    personId,
  ])
  if (found) return found.id
  const id = newId()
  await court.rows(
    `insert into jurors (program_id, id, person_id, stream, enrolled_on, away_weekdays, monthly_limit) values ($1, $2, $3, 'volunteer', '2025-01-01', '{}', 4)`,
    [program.id, id, personId],
  )
  return id
}

/** The same wish several times over. */
export const several = (count: number, wish: CaseWish): CaseWish[] => Array.from({ length: count }, () => wish)
