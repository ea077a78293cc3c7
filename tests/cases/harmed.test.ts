/** Who was harmed may be somebody the court knows: a juror, or the family of one. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { recordIntake } from '#court/cases'
import { anIntake, anIntakeCase, must } from '../support/cases.ts'
import { aCourt, type Program, STOPPED_AT, type TestCourt } from '../support/court.ts'
import { aHouse, type House, type Visitor } from '../support/house.ts'
import { aJuror } from '../support/night.ts'

let court: TestCourt
let house: House
let program: Program
let dana: Visitor
beforeAll(async () => {
  court = await aCourt()
  house = await aHouse(court)
})
beforeEach(async () => {
  court.setClock(STOPPED_AT)
  program = await court.aProgram()
  dana = await house.as(program.coordinator)
})
afterAll(async () => {
  await house.close()
  await court.close()
})

const HARMED = {
  harmedReached: 'yes',
  harmedWishes: 'attend',
  harmedCalledName: 'Omar',
  harmedLastName: 'Haddad',
} as const
const SENT = {
  version: '0',
  metOn: '2026-03-04',
  strengths: 'drawing',
  statement: 'I took them.',
  needs: '',
  freeWeekdays: ['4'],
  interpreter: '',
  adjustments: '',
  harmedStatement: 'It was my bike.',
  ...HARMED,
}

const harmedOf = async (caseId: string) =>
  (await court.rows<{ harmed_id: string | null }>('select harmed_id from cases where id = $1', [caseId]))[0]?.harmed_id

describe('The person who was harmed', () => {
  test('is asked about when somebody alike is known, and nothing is kept before the answer (rule 10)', async () => {
    await aJuror(court, program, { calledName: 'Omar', lastName: 'Haddad' })
    const { caseId } = await anIntakeCase(court, program)
    const people = () => court.rows('select id from people where program_id = $1', [program.id])
    const before = (await people()).length
    expect(await recordIntake(court, program.coordinator, caseId, anIntake(court, program, HARMED))).toEqual({
      refused: 'alike-unanswered',
    })
    expect(await people()).toHaveLength(before)
    expect(await court.rows('select id from intakes where program_id = $1', [program.id])).toEqual([])
  })

  test('who is a juror is recognised as that juror, so that no chair of this case can be theirs (rule 10)', async () => {
    const omar = await aJuror(court, program, { calledName: 'Omar', lastName: 'Haddad' })
    const { no, caseId } = await anIntakeCase(court, program)
    const asked = await dana.post(`/cases/${no}/intake`, { ...SENT, finish: 'yes' })
    expect(asked.status).toBe(409)
    expect(asked.text).toContain('Is this somebody we know?')
    expect(asked.text).toContain(`value="${omar.personId}"`)
    for (const typed of ['value="Omar"', 'value="Haddad"', 'It was my bike.', 'I took them.'])
      expect(asked.text).toContain(typed)
    const saved = await dana.post(`/cases/${no}/intake`, { ...SENT, known: omar.personId, finish: 'yes' })
    expect(saved.status).toBe(303)
    expect(await harmedOf(caseId)).toBe(omar.personId)
    const [entry] = await court.rows(
      `select person_id from register_entries where program_id = $1 and case_id = $2 and act = 'harmed-named'`,
      [program.id, caseId],
    )
    expect(entry).toEqual({ person_id: omar.personId })
  })

  test('who only has the same name becomes somebody new', async () => {
    const omar = await aJuror(court, program, { calledName: 'Omar', lastName: 'Haddad' })
    const { caseId } = await anIntakeCase(court, program)
    const form = anIntake(court, program, { ...HARMED, harmedKnown: 'new' })
    must(await recordIntake(court, program.coordinator, caseId, form))
    expect(await harmedOf(caseId)).not.toBe(omar.personId)
    expect(await harmedOf(caseId)).not.toBeNull()
  })

  test('is not the young person themselves', async () => {
    const { caseId, respondentId } = await anIntakeCase(court, program)
    const form = anIntake(court, program, { ...HARMED, harmedKnown: respondentId })
    expect(await recordIntake(court, program.coordinator, caseId, form)).toEqual({ refused: 'harmed-is-respondent' })
  })

  test('named by a last name alone is not dropped without a word', async () => {
    const { no } = await anIntakeCase(court, program)
    const half = await dana.post(`/cases/${no}/intake`, { ...SENT, harmedCalledName: '' })
    expect(half.status).toBe(422)
    expect(half.text).toContain('value="Haddad"')
  })

  test('named by a first name alone is refused in words at that field, and what was typed is kept', async () => {
    const { no, caseId } = await anIntakeCase(court, program)
    const half = await dana.post(`/cases/${no}/intake`, { ...SENT, harmedLastName: '' })
    expect(half.status).toBe(422)
    expect(half.text).toContain('Fill in both names, or leave both empty.')
    expect(half.text).toContain('value="Omar"')
    expect(await harmedOf(caseId)).toBeNull()
    const form = anIntake(court, program, { ...HARMED, harmedLastName: null })
    expect(await recordIntake(court, program.coordinator, caseId, form)).toEqual({ refused: 'harmed-half-named' })
  })
})
