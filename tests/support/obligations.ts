/** An agreement in effect, and the promises in it by their kind. */
import type { TermForm } from '#court/dispositions'
import { putInEffect } from '#court/obligations'
import type { Program, TestCourt } from './court.ts'
import { aSigned, given } from './dispositions.ts'
import { anAccountFor, type CaseWishes, plant } from './hearing.ts'

export const anAgreement = async (
  court: TestCourt,
  program: Program,
  terms?: readonly TermForm[],
  wishes: CaseWishes = {},
  nights: readonly string[] = [],
) => {
  const jordan = await aSigned(court, program, terms, wishes)
  given(await putInEffect(court, program.facilitator, jordan.dispositionId, nights))
  await anAccountFor(court, program, jordan.respondentId, 'youth')
  await anAccountFor(court, program, jordan.guardianId, 'family')
  const rows = await court.rows<{ id: string; kind: string; owed_by: string }>(
    'select id, kind, owed_by from obligations where case_id = $1',
    [jordan.caseId],
  )
  const promise = (kind: string): string => rows.find(row => row.kind === kind)?.id ?? ''
  return { ...jordan, promise }
}

/** Puts a juror's place at a night, with whatever came of it. */
export const aPlace = async (
  court: TestCourt,
  program: Program,
  night: string,
  personId: string,
  status: string,
): Promise<string> => {
  const [juror] = await court.rows<{ id: string }>('select id from jurors where program_id = $1 and person_id = $2', [
    program.id,
    personId,
  ])
  return plant(court, program, 'assignments', {
    night_id: night,
    juror_id: juror?.id,
    status,
    checked_in_at: court.now(),
    oath_at: court.now(),
    made_at: court.now(),
  })
}
