/** Cases to test with, made through the acts, so that none can be in a state that the court itself could not reach. */
import type { Actor } from '#court'
import {
  addRelation,
  fileReferral,
  type IntakeForm,
  logContact,
  recordConsents,
  recordIntake,
  screenCase,
} from '#court/cases'
import type { ReferralForm } from '#court/referrals'
import type { Refusal } from '#platform/refusal'
import { isRefusal } from '#platform/refusal'
import { dayIn } from '#platform/time'
import type { Program, TestCourt } from './court.ts'

/** The answer of an act that must not be refused here. */
export const must = <T>(answer: T): Exclude<T, Refusal> => {
  if (isRefusal(answer)) throw new Error(`refused: ${answer.refused}`)
  return answer as Exclude<T, Refusal>
}

/** What an officer writes down about Jordan Tran, who was fifteen and took something from a store. */
export const aReferral = (wishes: Partial<ReferralForm> = {}): ReferralForm => ({
  calledName: 'Jordan',
  lastName: 'Tran',
  birth: '2010-06-15',
  school: 'Maple High',
  grade: '9',
  language: 'en',
  phone: '555-0199',
  address: '4 Elm Street',
  guardianCalledName: 'Rosa',
  guardianLastName: 'Tran',
  guardianPhone: '555-0198',
  guardianEmail: 'rosa@family.test',
  guardianLanguage: 'es',
  guardianApart: false,
  offenceCode: 'shoplifting',
  incidentOn: '2026-02-20',
  incidentPlace: 'A store on Main Street',
  narrative: 'Put two shirts into a bag and left.',
  reason: 'First time, admits it.',
  reportNo: 'R-2026-118',
  harmedName: 'The store',
  harmedContact: null,
  lossCents: 4_000,
  custody: 'none',
  returnBy: null,
  sourceKind: 'police',
  agency: 'Maple County Police',
  officerName: 'Ofc. Rivera',
  officerEmail: 'rivera@police.test',
  officerMembershipId: null,
  ...wishes,
})

export type MadeCase = { caseId: string; no: string; respondentId: string; guardianId: string }

const idsOf = async (court: TestCourt, program: Program, caseId: string) => {
  const [row] = await court.rows<{ respondent_id: string; guardian_id: string | null; no: string }>(
    `select c.respondent_id, c.no, (select k.other_id from kinships k where k.program_id = c.program_id and k.person_id = c.respondent_id
       and k.tie = 'guardian' order by k.made_at, k.id limit 1) as guardian_id from cases c where c.program_id = $1 and c.id = $2`,
    [program.id, caseId],
  )
  if (!row) throw new Error('the case is missing')
  return { caseId, no: row.no, respondentId: row.respondent_id, guardianId: row.guardian_id ?? '' }
}

/** Filed at the desk, about somebody new. */
export const aReferredCase = async (
  court: TestCourt,
  program: Program,
  wishes: Partial<ReferralForm> = {},
  by: Actor = program.coordinator,
): Promise<MadeCase> => idsOf(court, program, must(await fileReferral(court, by, aReferral(wishes), 'new')).caseId)

/** Let in, with nobody reached yet. */
export const aContactingCase = async (
  court: TestCourt,
  program: Program,
  wishes: Partial<ReferralForm> = {},
): Promise<MadeCase> => {
  const made = await aReferredCase(court, program, wishes)
  must(await screenCase(court, program.coordinator, made.caseId, { strangers: true }))
  return made
}

/** The family has agreed to come. */
export const anIntakeCase = async (
  court: TestCourt,
  program: Program,
  wishes: Partial<ReferralForm> = {},
): Promise<MadeCase> => {
  const made = await aContactingCase(court, program, wishes)
  const on = dayIn(program.coordinator.timeZone, court.now())
  const call = {
    on,
    way: 'phone',
    withWhom: 'guardian',
    note: null,
    nextStep: null,
    agreed: true,
    meetOn: null,
    meetAt: null,
  } as const
  must(await logContact(court, program.coordinator, made.caseId, call))
  return made
}

export const anIntake = (court: TestCourt, program: Program, wishes: Partial<IntakeForm> = {}): IntakeForm => ({
  metOn: dayIn(program.coordinator.timeZone, court.now()),
  strengths: ['drawing', 'cooks for two brothers'],
  statement: 'I took the shirts. I was with friends.',
  needs: null,
  freeWeekdays: [4],
  interpreter: null,
  adjustments: null,
  harmedReached: 'tried',
  harmedWishes: 'unknown',
  harmedStatement: null,
  harmedCalledName: null,
  harmedLastName: null,
  ...wishes,
})

/** The first meeting is over, and nothing is signed. */
export const anUnsignedCase = async (
  court: TestCourt,
  program: Program,
  wishes: Partial<ReferralForm> = {},
): Promise<MadeCase> => {
  const made = await anIntakeCase(court, program, wishes)
  must(await recordIntake(court, program.coordinator, made.caseId, anIntake(court, program)))
  return made
}

/** Everything is signed: the case may be put before a jury. */
export const aReadyCase = async (
  court: TestCourt,
  program: Program,
  wishes: Partial<ReferralForm> = {},
): Promise<MadeCase> => {
  const made = await anUnsignedCase(court, program, wishes)
  const { missing } = must(await recordConsents(court, program.coordinator, made.caseId, allSigned(made)))
  if (missing.length > 0) throw new Error(`still missing: ${missing.join(', ')}`)
  return made
}

export const allSigned = ({ guardianId }: Pick<MadeCase, 'guardianId'>) => ({
  language: 'en',
  how: 'paper' as const,
  respondent: ['admission', 'participation'] as const,
  guardianId: guardianId || null,
  guardian: guardianId ? (['guardian', 'release'] as const) : [],
})

/** Somebody who stands beside the young person, entered at the desk. */
export const aRelation = async (
  court: TestCourt,
  program: Program,
  caseId: string,
  person: { calledName: string; lastName: string },
  tie: 'guardian' | 'relative' = 'guardian',
): Promise<string> =>
  must(await addRelation(court, program.coordinator, caseId, { person, tie, sameHousehold: true, known: 'new' }))
    .personId
