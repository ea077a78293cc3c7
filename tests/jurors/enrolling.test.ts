/** Somebody comes to the desk and wants to serve: new or known, of age or not, and nobody is left in a dead end. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { guardiansOf, personOf } from '#court/people'
import { aCourt, type Program, type TestCourt } from '../support/court.ts'
import { aHouse, type House, type Visitor } from '../support/house.ts'
import { aJuror, aReadyMatter, aYoungPerson } from '../support/night.ts'

let court: TestCourt
let program: Program
let house: House
let desk: Visitor

beforeAll(async () => {
  court = await aCourt()
  house = await aHouse(court)
})
beforeEach(async () => {
  program = await court.aProgram()
  desk = await house.as(program.coordinator)
})
afterAll(async () => {
  await house.close()
  await court.close()
})

const NEW = '/people/jurors/new'
const minor = {
  calledName: 'Amina',
  lastName: 'Osei',
  birthMonth: '9',
  birthDay: '1',
  birthYear: '2010',
  school: 'Oak School',
  language: 'en',
  email: '',
  phone: '',
  guardianCalledName: 'Efua',
  guardianLastName: 'Osei',
  guardianLanguage: 'fr',
  guardianEmail: '',
  guardianPhone: '555-0123',
  sameHousehold: 'yes',
}
const alone = { guardianCalledName: '', guardianLastName: '', guardianPhone: '', sameHousehold: '' }
const GUARDIAN_NEEDED = 'Nobody under age is enrolled without a parent or guardian'

const count = async (table: 'jurors' | 'people'): Promise<number> =>
  (await court.rows(`select 1 from ${table} where program_id = $1`, [program.id])).length
const guardians = (id: string) => court.db.withProgram(program.coordinator, tx => guardiansOf(tx, program.id, id))
const personOfJuror = async (address: string): Promise<string> => {
  const [row] = await court.rows<{ person_id: string }>('select person_id from jurors where id = $1', [
    address.split('/').at(-1),
  ])
  return row?.person_id ?? ''
}

/** From enrolled to a code in the hand, at one sitting. */
const getsReady = async (at: string, guardian?: string): Promise<string> => {
  expect((await desk.post(`${at}/training`, { on: '2026-03-04', hours: '2' })).status).toBe(303)
  expect((await desk.post(`${at}/oath`, { on: '2026-03-04' })).status).toBe(303)
  if (guardian) expect((await desk.post(`${at}/approval`, { on: '2026-03-04', guardian })).status).toBe(303)
  expect((await desk.get(at)).text).toContain('Trained, sworn and approved')
  const slip = await desk.post(`${at}/slip`, { term: 'month' })
  expect(slip.status).toBe(200)
  return slip.text
}

describe('A new volunteer', () => {
  it('is not enrolled with half a guardian: the missing part is named, and what was typed stays', async () => {
    const first = await desk.post(NEW, { ...minor, guardianLastName: '' })
    expect(first.status).toBe(422)
    expect(first.text).toContain('Give the guardian’s last name too')
    expect(first.text).toContain('value="Efua"')
    const second = await desk.post(NEW, { ...minor, guardianCalledName: '', guardianLastName: '' })
    expect(second.text).toContain('Give the guardian’s first name too')
    expect(second.text).toContain('value="555-0123"')
    expect(await count('people')).toBe(0)
  })

  it('is not enrolled under age without a guardian, since nobody could say yes (rule 16)', async () => {
    const page = await desk.post(NEW, { ...minor, ...alone })
    expect(page.status).toBe(422)
    expect(page.text).toContain(GUARDIAN_NEEDED)
    expect(page.text).toContain('value="Amina"')
    expect([await count('people'), await count('jurors')]).toEqual([0, 0])
  })

  it('under age is enrolled, trained, sworn, approved and given a code at one sitting', async () => {
    const made = await desk.post(NEW, minor)
    const at = made.headers.location ?? ''
    const [efua] = await guardians(await personOfJuror(at))
    expect(efua).toMatchObject({ calledName: 'Efua', language: 'fr', phone: '555-0123', reachBy: 'phone' })
    expect(await getsReady(at, efua?.id)).toContain('A slip for Amina')
  })

  it('of age needs no guardian, and comes to a code at one sitting too', async () => {
    const made = await desk.post(NEW, { ...minor, ...alone, birthYear: '2007' })
    expect(made.status).toBe(303)
    expect(await getsReady(made.headers.location ?? '')).toContain('A slip for Amina')
  })

  it('may have a guardian whom the court knows: asked first, and no second record is made', async () => {
    await desk.post(NEW, minor)
    const people = await count('people')
    const sibling = { ...minor, calledName: 'Kofi', birthYear: '2012', birthMonth: '2' }
    const asked = await desk.post(NEW, sibling)
    expect(asked.status).toBe(422)
    expect(asked.text).toContain('Say whether this guardian is somebody we know')
    const efua = /name="guardianWho" value="([0-9a-f-]{36})"/.exec(asked.text)?.[1] ?? ''
    const made = await desk.post(NEW, { ...sibling, guardianWho: efua })
    expect(made.status).toBe(303)
    expect(await count('people')).toBe(people + 1)
    expect((await guardians(await personOfJuror(made.headers.location ?? ''))).map(one => one.id)).toEqual([efua])
  })
})

describe('Somebody the court knows', () => {
  const typed = (one: { calledName: string; lastName: string }) => ({
    ...minor,
    calledName: one.calledName,
    lastName: one.lastName,
    birthDay: '15',
    birthMonth: '1',
    birthYear: '2011',
  })

  it('keeps the guardian who was typed, and a day of birth that was missing', async () => {
    const one = await aYoungPerson(court, program, { withGuardian: false, birthDate: null })
    const form = typed(one)
    const asked = await desk.post(NEW, form)
    expect(asked.text).toContain('Do we know this person already?')
    const made = await desk.post(NEW, { ...form, who: one.personId })
    expect(made.status).toBe(303)
    const [efua] = await guardians(one.personId)
    expect(efua).toMatchObject({ calledName: 'Efua', phone: '555-0123' })
    const person = await court.db.withProgram(program.coordinator, tx => personOf(tx, program.id, one.personId))
    expect(person.birthDate).toBe('2011-01-15')
    expect(await getsReady(made.headers.location ?? '', efua?.id)).toContain(`A slip for ${one.calledName}`)
  })

  it('under age and without a guardian is asked for one, with the choice that was made kept', async () => {
    const one = await aYoungPerson(court, program, { withGuardian: false })
    const page = await desk.post(NEW, { ...typed(one), ...alone, who: one.personId })
    expect(page.status).toBe(422)
    expect(page.text).toContain(GUARDIAN_NEEDED)
    expect(page.text).toMatch(new RegExp(`value="${one.personId}"[^>]* checked`))
    expect(await count('jurors')).toBe(0)
  })

  it('is not given the guardian on file a second time', async () => {
    const one = await aYoungPerson(court, program)
    const form = { ...typed(one), guardianCalledName: `Guardian of ${one.calledName}`, guardianLastName: one.lastName }
    const made = await desk.post(NEW, { ...form, who: one.personId, guardianWho: one.guardianId })
    expect(made.status).toBe(303)
    expect((await guardians(one.personId)).map(guardian => guardian.id)).toEqual([one.guardianId])
  })

  it('a respondent with a guardian on file is enrolled from their own page, and comes to a code', async () => {
    const { respondent } = await aReadyMatter(court, program)
    const address = `${NEW}?person=${respondent.personId}`
    expect((await desk.get(`/people/${respondent.personId}`)).text).toContain(`href="${address}"`)
    const page = await desk.get(address)
    expect(page.text).not.toContain('name="guardianCalledName"')
    const made = await desk.post(NEW, { who: respondent.personId })
    expect(made.status).toBe(303)
    expect(await getsReady(made.headers.location ?? '', respondent.guardianId)).toContain(
      `A slip for ${respondent.calledName}`,
    )
  })

  it('without one on file is asked for a guardian on that page', async () => {
    const one = await aYoungPerson(court, program, { withGuardian: false })
    expect((await desk.get(`${NEW}?person=${one.personId}`)).text).toContain('name="guardianCalledName"')
    const refused = await desk.post(NEW, { who: one.personId, guardianPhone: '555-0123' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Give the guardian’s first name too')
    const empty = await desk.post(NEW, { who: one.personId, guardianCalledName: '' })
    expect([empty.status, empty.text.includes(GUARDIAN_NEEDED)]).toEqual([422, true])
    const { guardianCalledName, guardianLastName } = minor
    expect((await desk.post(NEW, { who: one.personId, guardianCalledName, guardianLastName })).status).toBe(303)
  })

  it('who had stopped finds the way back from the page of the juror', async () => {
    const one = await aJuror(court, program)
    await desk.post(`/people/jurors/${one.jurorId}/end`)
    expect((await desk.get(`/people/jurors/${one.jurorId}`)).text).toContain(`href="${NEW}?person=${one.personId}"`)
  })

  it('is looked at where their name and birth are shown (rule 47)', async () => {
    const one = await aYoungPerson(court, program)
    await desk.post(NEW, typed(one))
    const looks = await court.rows(
      `select 1 from register_entries where program_id = $1 and act = 'looked-at' and thing = 'person' and thing_id = $2`,
      [program.id, one.personId],
    )
    expect(looks).toHaveLength(1)
  })
})

describe('A juror’s page', () => {
  it('leads to where a guardian is added, where none is written down', async () => {
    const one = await aJuror(court, program, { prepared: [], withGuardian: false })
    expect((await desk.get(`/people/jurors/${one.jurorId}`)).text).toContain(`href="/people/${one.personId}/guardian"`)
  })

  it('keeps what was typed where the law says no', async () => {
    const one = await aJuror(court, program, { prepared: [] })
    const at = `/people/jurors/${one.jurorId}`
    const training = await desk.post(`${at}/training`, { on: '2026-12-01', hours: '1½' })
    expect(training.status).toBe(409)
    for (const words of ['That day is still to come', 'value="2026-12-01"', 'value="1½"'])
      expect(training.text).toContain(words)
    const approval = await desk.post(`${at}/approval`, { on: '2026-12-02', guardian: one.guardianId })
    expect(approval.status).toBe(409)
    expect(approval.text).toContain('value="2026-12-02"')
    const child = await aJuror(court, program, { birthDate: '2014-01-01', prepared: [] })
    const slip = await desk.post(`/people/jurors/${child.jurorId}/slip`, { term: 'once' })
    expect(slip.status).toBe(409)
    expect(slip.text).toMatch(/value="once"[^>]* checked/)
  })

  it('says that a case number is none of ours, and keeps it', async () => {
    const one = await aJuror(court, program)
    const page = await desk.post(`/people/jurors/${one.jurorId}/conflicts`, { caseNo: '99-9999' })
    expect(page.status).toBe(409)
    expect(page.text).toContain('There is no case with this number')
    expect(page.text).toContain('value="99-9999"')
  })
})
