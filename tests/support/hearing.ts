/** A case in the room: planted row by row, so that what follows the hearing can be tested by itself. */
import { newId } from '#platform/ids'
import type { Program, TestCourt } from './court.ts'

type Row = Record<string, unknown>

/** Writes rows past row security; the law's triggers still look at them. */
export const plant = async (
  court: TestCourt,
  program: Pick<Program, 'id'>,
  table: string,
  row: Row,
): Promise<string> => {
  const id = (row.id as string | undefined) ?? newId()
  const whole: Row = { program_id: program.id, id, ...row }
  const names = Object.keys(whole)
  await court.rows(
    `insert into ${table} (${names.join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
    Object.values(whole),
  )
  return id
}

export type PersonWishes = { calledName?: string; lastName?: string; birthDate?: string | null; accountId?: string }

export const aPersonRow = (
  court: TestCourt,
  program: Pick<Program, 'id'>,
  wishes: PersonWishes = {},
): Promise<string> => {
  const { calledName = 'Jordan', lastName = 'Tate', birthDate = '2011-02-01', accountId = null } = wishes
  return plant(court, program, 'people', {
    account_id: accountId,
    called_name: calledName,
    last_name: lastName,
    legal_name: `${calledName} ${lastName}`,
    birth_date: birthDate,
    language: 'en',
    reach_by: 'paper',
    strengths: ['Draws comics'],
    search_name: `${calledName} ${lastName}`.toLowerCase(),
    made_at: court.now(),
  })
}

/** Gives somebody a way to sign in, with a role. */
export const anAccountFor = async (
  court: TestCourt,
  program: Pick<Program, 'id'>,
  personId: string,
  role: 'youth' | 'family',
): Promise<void> => {
  const accountId = newId()
  await court.rows('insert into accounts (id, display_name, made_at) values ($1, $2, $3)', [
    accountId,
    role,
    court.now(),
  ])
  await plant(court, program, 'memberships', { account_id: accountId, role, since: court.now() })
  await court.rows('update people set account_id = $3 where program_id = $1 and id = $2', [
    program.id,
    personId,
    accountId,
  ])
}

export type Jordan = {
  caseId: string
  no: string
  respondentId: string
  guardianId: string
  hearingId: string
  nightId: string
  heldOn: string
  position: number
  jurorIds: string[]
}

export type CaseWishes = {
  birthDate?: string
  offenceCode?: string
  returnBy?: string | null
  heldOn?: string
  jurors?: number
  position?: number
}

let cases = 0

/** Jordan's case on the evening of the day that the clock shows: consents given, jury seated, hearing begun. */
export const aCaseInHearing = async (court: TestCourt, program: Program, wishes: CaseWishes = {}): Promise<Jordan> => {
  const { birthDate = '2011-02-01', returnBy = null, jurors = 4, position = cases + 1 } = wishes
  const heldOn = wishes.heldOn ?? court.now().toISOString().slice(0, 10)
  const offenceCode = wishes.offenceCode ?? (await lightestOffence(court, program))
  const respondentId = await aPersonRow(court, program, { birthDate })
  const guardianId = await aPersonRow(court, program, { calledName: 'Rosa', birthDate: null })
  await plant(court, program, 'kinships', {
    person_id: respondentId,
    other_id: guardianId,
    tie: 'guardian',
    same_household: 'yes',
    made_at: court.now(),
  })
  const no = `26-${String(++cases).padStart(4, '0')}`
  const caseId = await aCaseRow(court, program, { respondentId, offenceCode, returnBy, no })
  const nightId = await aNightRow(court, program, heldOn, { status: 'in_progress' })
  const roomId = await plant(court, program, 'rooms', { night_id: nightId, name: `Room ${position}`, capacity: 12 })
  const starts = new Date(`${heldOn}T22:30:00Z`)
  const ends = new Date(starts.getTime() + 45 * 60_000)
  const during = `[${starts.toISOString()},${ends.toISOString()})`
  const hearingId = await plant(court, program, 'hearings', {
    night_id: nightId,
    room_id: roomId,
    case_id: caseId,
    position,
    starts_at: starts,
    ends_at: ends,
    during,
    status: 'docketed',
    respondent_came_at: court.now(),
    guardian_came_at: court.now(),
    go_on_asked_at: court.now(),
  })
  const jurorIds = await aJury(court, program, { hearingId, nightId, during, count: jurors, birthDate })
  await court.rows(`update hearings set status = 'in_hearing', begun_at = $3 where program_id = $1 and id = $2`, [
    program.id,
    hearingId,
    court.now(),
  ])
  return { caseId, no, respondentId, guardianId, hearingId, nightId, heldOn, position, jurorIds }
}

const lightestOffence = async (court: TestCourt, program: Program): Promise<string> => {
  const [book] = await court.rows<{ code: string }>(
    `select o ->> 'code' as code from rulebooks r, jsonb_array_elements(r.rules -> 'offences') o
     where r.program_id = $1 and o ->> 'class' = case r.rules #>> '{grid,name}' when 'Cumberland' then 'C' when 'Flower Mound' then '1' else 'A' end limit 1`,
    [program.id],
  )
  if (!book) throw new Error('the rulebook knows no offence')
  return book.code
}

const aCaseRow = async (
  court: TestCourt,
  program: Program,
  facts: { respondentId: string; offenceCode: string; returnBy: string | null; no: string },
) => {
  const referralId = await plant(court, program, 'referrals', {
    person_id: facts.respondentId,
    source_kind: 'school',
    agency: 'Eastside High',
    officer_name: 'Ms. Alvarez',
    officer_email: 'alvarez@eastside.test',
    offence_code: facts.offenceCode,
    incident_on: '2026-02-02',
    narrative: 'Took a classmate’s phone and broke it.',
    custody: 'none',
    return_by: facts.returnBy,
    received_on: '2026-02-09',
    made_at: court.now(),
  })
  return plant(court, program, 'cases', {
    no: facts.no,
    referral_id: referralId,
    respondent_id: facts.respondentId,
    rulebook_id: program.rulebookId,
    offence_code: facts.offenceCode,
    status: 'in_hearing',
    status_since: court.now(),
    opened_on: '2026-02-09',
    accepted_on: '2026-02-16',
    coordinator_id: program.coordinator.accountId,
  })
}

/** A court night; one that is published can be booked. */
export const aNightRow = async (
  court: TestCourt,
  program: Pick<Program, 'id'>,
  heldOn: string,
  more: { status?: string; places?: number } = {},
): Promise<string> => {
  const [known] = await court.rows<{ id: string }>('select id from nights where program_id = $1 and held_on = $2', [
    program.id,
    heldOn,
  ])
  if (known) return known.id
  return plant(court, program, 'nights', {
    held_on: heldOn,
    starts_at: new Date(`${heldOn}T22:30:00Z`),
    ends_at: new Date(`${heldOn}T23:59:00Z`),
    place: '12 Maple Street',
    juror_places: more.places ?? 900,
    status: more.status ?? 'published',
  })
}

const aJury = async (
  court: TestCourt,
  program: Program,
  chairs: { hearingId: string; nightId: string; during: string; count: number; birthDate: string },
) => {
  const drawId = await plant(court, program, 'draws', {
    hearing_id: chairs.hearingId,
    number: 1,
    seed: 'a known seed',
    method: 'test',
    pool_size: chairs.count,
    drawn_by: program.facilitator.accountId,
    drawn_at: court.now(),
  })
  const jurorIds: string[] = []
  for (let number = 1; number <= chairs.count; number += 1) {
    const personId = await aPersonRow(court, program, {
      calledName: `Juror ${number}`,
      lastName: 'Peer',
      birthDate: chairs.birthDate,
    })
    const jurorId = await aJurorRow(court, program, personId)
    const assignmentId = await plant(court, program, 'assignments', {
      night_id: chairs.nightId,
      juror_id: jurorId,
      status: 'seated',
      checked_in_at: court.now(),
      oath_at: court.now(),
      made_at: court.now(),
    })
    await plant(court, program, 'seats', {
      hearing_id: chairs.hearingId,
      draw_id: drawId,
      juror_id: jurorId,
      assignment_id: assignmentId,
      number,
      foreperson: number === 1,
      during: chairs.during,
      status: 'seated',
      seated_at: court.now(),
    })
    jurorIds.push(jurorId)
  }
  return jurorIds
}

export const aJurorRow = (court: TestCourt, program: Pick<Program, 'id'>, personId: string): Promise<string> =>
  plant(court, program, 'jurors', {
    person_id: personId,
    stream: 'volunteer',
    enrolled_on: '2026-01-10',
    trained_on: '2026-01-15',
    oath_on: '2026-01-15',
    oath_wording: 'oath-2026-1',
    approved_on: '2026-01-12',
    away_weekdays: [],
    monthly_limit: 4,
  })
