/** A court night to test at: young people, jurors who are ready, a case that may be heard, chairs and doors. */
import { act } from '#court'
import {
  addNight,
  addRoom,
  bookPlace,
  checkInFamily,
  checkInJuror,
  docketCase,
  openNight,
  publishNight,
} from '#court/hearings'
import { approveJuror, enrolJuror, type Stream, swearJuror, trainJuror } from '#court/jurors'
import { beginHearing, drawJury } from '#court/jury'
import { addPerson, tiePeople } from '#court/people'
import { newId } from '#platform/ids'
import { isRefusal } from '#platform/refusal'
import type { Day } from '#platform/time'
import type { Program, TestCourt } from './court.ts'

/** Thursday 19 March 2026, half past five in the afternoon in New York. */
export const NIGHT: Day = '2026-03-19'
export const DOORS_OPEN = '2026-03-19T21:30:00Z'

export const granted = <T>(answer: T): Exclude<T, { refused: string }> => {
  if (isRefusal(answer)) throw new Error(`refused: ${answer.refused}`)
  return answer as Exclude<T, { refused: string }>
}

export type Wishes = {
  calledName?: string
  lastName?: string
  birthDate?: Day | null
  school?: string | null
  withGuardian?: boolean
}

export type Young = { personId: string; guardianId: string; calledName: string; lastName: string }

let people = 0

/** Somebody of fifteen with a guardian at home. */
export const aYoungPerson = (court: TestCourt, program: Program, wishes: Wishes = {}): Promise<Young> =>
  act(court, program.coordinator, async tx => {
    const calledName = wishes.calledName ?? `Young${++people}`
    const lastName = wishes.lastName ?? `Person${people}`
    const { birthDate = '2011-01-15', school = null } = wishes
    const personId = await addPerson(court, tx, program.coordinator, { calledName, lastName, birthDate, school })
    const guardianId = await addPerson(court, tx, program.coordinator, {
      calledName: `Guardian of ${calledName}`,
      lastName,
    })
    if (wishes.withGuardian !== false)
      await tiePeople(court, tx, program.coordinator, {
        personId,
        otherId: guardianId,
        tie: 'guardian',
        sameHousehold: true,
      })
    return { personId, guardianId, calledName, lastName }
  })

export type Matter = { caseId: string; no: string; respondent: Young }

let matters = 0

/** A case that has its consents and waits for a night; put into the books as a fact, since the road to it is another room's. */
export const aReadyMatter = async (
  court: TestCourt,
  program: Program,
  wishes: Wishes & { harmedId?: string; consents?: readonly string[] } = {},
): Promise<Matter> => {
  const respondent = await aYoungPerson(court, program, wishes)
  const [referralId, caseId] = [newId(), newId()]
  const no = `26-${String(++matters).padStart(4, '0')}`
  await court.rows(
    `insert into referrals (program_id, id, person_id, source_kind, agency, officer_name, offence_code, incident_on, narrative, custody, received_on, made_at)
     values ($1, $2, $3, 'police', 'Maple County Police', 'Ofc. Rivera', 'SHOPLIFT', '2026-02-20', 'Took a jacket.', 'none', '2026-02-22', $4)`,
    [program.id, referralId, respondent.personId, court.now()],
  )
  const code = await court.rows<{ code: string }>(
    `select rules #>> '{offences,0,code}' as code from rulebooks where program_id = $1 and id = $2`,
    [program.id, program.rulebookId],
  )
  await court.rows(
    `insert into cases (program_id, id, no, referral_id, respondent_id, harmed_id, rulebook_id, offence_code, status, status_since, opened_on, accepted_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'ready', $9, '2026-02-22', '2026-03-01')`,
    [
      program.id,
      caseId,
      no,
      referralId,
      respondent.personId,
      wishes.harmedId ?? null,
      program.rulebookId,
      code[0]?.code,
      court.now(),
    ],
  )
  for (const kind of wishes.consents ?? ['admission', 'participation', 'guardian'])
    await court.rows(
      `insert into consents (program_id, id, case_id, kind, person_id, wording, how, given_at, witnessed_by) values ($1, $2, $3, $4, $5, 'consent-2026-1', 'paper', $6, $7)`,
      [
        program.id,
        newId(),
        caseId,
        kind,
        kind === 'guardian' ? respondent.guardianId : respondent.personId,
        court.now(),
        program.coordinator.accountId,
      ],
    )
  return { caseId, no, respondent }
}

export type Juror = Young & { jurorId: string }

/** A juror who is trained, sworn and approved; what is left out of `prepared` is still missing. */
export const aJuror = async (
  court: TestCourt,
  program: Program,
  wishes: Wishes & { stream?: Stream; prepared?: readonly ('trained' | 'sworn' | 'approved')[] } = {},
): Promise<Juror> => {
  const young = await aYoungPerson(court, program, wishes)
  const desk = program.coordinator
  const jurorId = await act(court, desk, tx =>
    enrolJuror(court, tx, desk, { personId: young.personId, stream: wishes.stream ?? 'volunteer' }),
  )
  const { prepared = ['trained', 'sworn', 'approved'] } = wishes
  if (prepared.includes('trained')) granted(await trainJuror(court, desk, jurorId, { on: '2026-03-01', minutes: 120 }))
  if (prepared.includes('sworn')) granted(await swearJuror(court, desk, jurorId, '2026-03-01'))
  if (prepared.includes('approved'))
    granted(await approveJuror(court, desk, jurorId, { guardianId: young.guardianId, on: '2026-03-01' }))
  return { ...young, jurorId }
}

export const someJurors = (
  court: TestCourt,
  program: Program,
  count: number,
  wishes: Parameters<typeof aJuror>[2] = {},
): Promise<Juror[]> => Promise.all(Array.from({ length: count }, () => aJuror(court, program, wishes)))

export type TestNight = { id: string; day: Day; roomId: string }

/** A night with one room that takes four cases, made known. */
export const aNight = async (
  court: TestCourt,
  program: Program,
  wishes: { day?: Day; jurorPlaces?: number; capacity?: number; publish?: boolean } = {},
): Promise<TestNight> => {
  const desk = program.coordinator
  const { day = NIGHT, jurorPlaces = 40, capacity = 4, publish = true } = wishes
  const night = granted(
    await addNight(court, desk, {
      day,
      starts: '17:30',
      ends: '20:30',
      place: 'Maple Street Community Center',
      jurorPlaces,
      room: { name: 'Room 204', capacity, facilitatorId: program.facilitator.membershipId },
    }),
  )
  if (publish) granted(await publishNight(court, desk, night.id))
  const [room] = await court.rows<{ id: string }>(`select id from rooms where program_id = $1 and night_id = $2`, [
    program.id,
    night.id,
  ])
  return { id: night.id, day, roomId: room?.id ?? '' }
}

/** Puts a case on the docket and gives its hearing. */
export const onDocket = async (court: TestCourt, program: Program, matter: Matter, night: TestNight): Promise<string> =>
  granted(await docketCase(court, program.coordinator, { caseNo: matter.no, nightId: night.id, roomId: night.roomId }))
    .hearingId

/** A juror with a place at the night. */
export const booked = (court: TestCourt, program: Program, juror: Juror, night: TestNight): Promise<string> =>
  act(court, program.coordinator, async tx => {
    const place = { jurorId: juror.jurorId, nightId: night.id, status: 'confirmed' } as const
    return granted(await bookPlace(court, tx, program.coordinator, place)).assignmentId
  })

/** The clock stands at the hour of the night, and the doors are open. */
export const doorsOpen = async (court: TestCourt, program: Program, night: TestNight): Promise<void> => {
  court.setClock(DOORS_OPEN)
  granted(await openNight(court, program.facilitator, night.id))
}

/** Jurors who have come, promised and wait. */
export const jurorsHere = async (
  court: TestCourt,
  program: Program,
  night: TestNight,
  jurors: readonly Juror[],
): Promise<void> => {
  for (const juror of jurors) {
    const [place] = await court.rows<{ id: string }>(
      `select id from assignments where program_id = $1 and night_id = $2 and juror_id = $3`,
      [program.id, night.id, juror.jurorId],
    )
    granted(await checkInJuror(court, program.facilitator, place?.id ?? '', { oath: true }))
  }
}

export type Heard = { night: TestNight; matter: Matter; hearingId: string; jurors: Juror[] }

/** A case on tonight's docket, its family here, and jurors who have come; nothing is drawn yet. */
export const aNightUnderWay = async (
  court: TestCourt,
  program: Program,
  wishes: { jurors?: number } = {},
): Promise<Heard> => {
  const night = await aNight(court, program)
  const matter = await aReadyMatter(court, program)
  const hearingId = await onDocket(court, program, matter, night)
  const jurors = await someJurors(court, program, wishes.jurors ?? 8)
  for (const juror of jurors) await booked(court, program, juror, night)
  await doorsOpen(court, program, night)
  await jurorsHere(court, program, night, jurors)
  granted(await checkInFamily(court, program.facilitator, hearingId, matter.respondent.personId))
  granted(await checkInFamily(court, program.facilitator, hearingId, matter.respondent.guardianId))
  return { night, matter, hearingId, jurors }
}

/** The same, with the jury drawn and the case begun. */
export const aBegunHearing = async (
  court: TestCourt,
  program: Program,
  wishes: { jurors?: number } = {},
): Promise<Heard> => {
  const heard = await aNightUnderWay(court, program, wishes)
  granted(await drawJury(court, program.facilitator, heard.hearingId))
  granted(await beginHearing(court, program.facilitator, heard.hearingId, { asked: true }))
  return heard
}

/** A further room of a night. */
export const addRoomTo = async (
  court: TestCourt,
  program: Program,
  night: TestNight,
  name: string,
  capacity = 4,
): Promise<string> =>
  granted(await addRoom(court, program.coordinator, night.id, { name, capacity, facilitatorId: null })).roomId
