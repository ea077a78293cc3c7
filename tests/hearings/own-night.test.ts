/** Nobody judges on the night of their own case (rule 9): said by the acts, and held by the database where one writes past them. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { docketCase, inviteJurors, walkIn } from '#court/hearings'
import { beginHearing, drawJury, stopHearing } from '#court/jury'
import { newId } from '#platform/ids'
import { aCourt, type Program, STOPPED_AT, type TestCourt } from '../support/court.ts'
import {
  aJuror,
  aNight,
  aNightUnderWay,
  aReadyMatter,
  booked,
  granted,
  type Juror,
  type Matter,
  onDocket,
  type TestNight,
} from '../support/night.ts'

let court: TestCourt
let program: Program
let night: TestNight

beforeAll(async () => {
  court = await aCourt()
})
beforeEach(async () => {
  court.setClock(STOPPED_AT)
  program = await court.aProgram()
  night = await aNight(court, program)
})
afterAll(() => court.close())

const refusedBy = (constraint: string) => expect.objectContaining({ constraint })

/** A juror who answers for a matter of their own. */
const aJurorWithACase = async (): Promise<{ juror: Juror; matter: Matter }> => {
  const juror = await aJuror(court, program)
  const matter = await aReadyMatter(court, program)
  await court.rows('update cases set respondent_id = $1 where id = $2', [juror.personId, matter.caseId])
  await court.rows('update consents set person_id = $1 where case_id = $2 and person_id = $3', [
    juror.personId,
    matter.caseId,
    matter.respondent.personId,
  ])
  return { juror, matter }
}

const givePlaceBySql = (juror: Juror, status: string) =>
  court.rows(
    `insert into assignments (program_id, id, night_id, juror_id, status, mandated, made_at) values ($1, $2, $3, $4, $5, false, now())`,
    [program.id, newId(), night.id, juror.jurorId, status],
  )

const docketBySql = (matter: Matter) =>
  court.rows(
    `insert into hearings (program_id, id, night_id, room_id, case_id, position, starts_at, ends_at, during, status)
     select $1, $2, n.id, $4, $5, 1, n.starts_at, n.ends_at, tstzrange(n.starts_at, n.ends_at), 'docketed' from nights n where n.id = $3`,
    [program.id, newId(), night.id, night.roomId, matter.caseId],
  )

it('one whose case is on the docket is called to no jury that night, by no way into the books', async () => {
  const { juror, matter } = await aJurorWithACase()
  await onDocket(court, program, matter, night)
  expect(await inviteJurors(court, program.coordinator, night.id, [juror.jurorId])).toEqual({
    refused: 'own-case-that-night',
  })
  await expect(givePlaceBySql(juror, 'confirmed')).rejects.toEqual(refusedBy('no_jury_on_own_night'))
  await givePlaceBySql(juror, 'declined')
  await expect(
    court.rows(`update assignments set status = 'confirmed' where juror_id = $1`, [juror.jurorId]),
  ).rejects.toEqual(refusedBy('no_jury_on_own_night'))
})

it('a case is put on no docket of a night on which its young person is a juror, by no way into the books', async () => {
  const { juror, matter } = await aJurorWithACase()
  await booked(court, program, juror, night)
  expect(
    await docketCase(court, program.coordinator, { caseNo: matter.no, nightId: night.id, roomId: night.roomId }),
  ).toEqual({ refused: 'juror-that-night' })
  await expect(docketBySql(matter)).rejects.toEqual(refusedBy('no_case_on_own_jury_night'))
})

it('once their case has been heard or broken off that evening, they do not go on as a juror', async () => {
  program = await court.aProgram()
  const heard = await aNightUnderWay(court, program)
  const { juror, matter } = await aJurorWithACase()
  granted(await drawJury(court, program.facilitator, heard.hearingId))
  granted(await beginHearing(court, program.facilitator, heard.hearingId, { asked: true }))
  granted(await stopHearing(court, program.facilitator, heard.hearingId, 'no-time'))
  await court.rows('update hearings set case_id = $1 where id = $2', [matter.caseId, heard.hearingId])
  const { calledName, lastName } = juror
  expect(await walkIn(court, program.facilitator, heard.night.id, { calledName, lastName, oath: true })).toEqual({
    refused: 'own-case-that-night',
  })
})
