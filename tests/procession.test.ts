/** One case from the referral to its end, as the people of a court walk it: by the links that pages show and the forms on them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCourt, type Program, type TestCourt } from './support/court.ts'
import { aHouse, type House } from './support/house.ts'
import { aJuror } from './support/night.ts'
import { type KeptLog, keptLog } from './support/log.ts'
import { aWalker, type Seen, type Walker, walkerWithSlip } from './support/walk.ts'

let court: TestCourt
let program: Program
let kept: KeptLog
let house: House
let dana: Walker
let rivera: Walker
let marcus: Walker
let zanthe: Walker
let rosalba: Walker
let imogen: Walker

beforeAll(async () => {
  court = await aCourt()
  program = await court.aProgram()
  kept = keptLog()
  house = await aHouse(court, { log: kept.log })
  dana = await staff('Dana', program.coordinator)
  rivera = await staff('Officer Rivera', program.officer)
  marcus = await staff('Marcus', program.facilitator)
})
afterAll(async () => {
  await house.close()
  await court.close()
})

const staff = (who: string, actor: Program['coordinator']): Promise<Walker> => aWalker(who, () => house.as(actor as never))

/** Another day: the clock moves, and those who come in sign in again. */
const onThe = async (instant: string, ...who: Walker[]): Promise<void> => {
  court.setClock(instant)
  for (const walker of who) await walker.comesIn()
}

const codeIn = (words: string): string => /[A-Z0-9]{4}-[A-Z0-9]{5}-[A-Z0-9]{5}/.exec(words)?.[0] ?? ''

/** The code on the part of a sheet that is for this person. */
const codeFor = (name: string, { words }: Seen): string => codeIn(words.slice(words.indexOf(`Hello ${name}`)))

/** What may be chosen for a question of a form. */
const choicesOf = (walker: Walker, address: string, name: string): string[] =>
  walker
    .page()
    .forms.filter(form => form.address === address)
    .flatMap(form => form.questions.find(one => one.name === name)?.choices ?? [])

const formsTo = (walker: Walker, address: RegExp): string[] => [
  ...new Set(walker.page().forms.flatMap(form => (address.test(form.address) ? [form.address] : []))),
]

/** Each of a family who has not come yet: the form that checks them in, and who it is. */
const familiesAtDoor = (walker: Walker): [address: string, personId: string][] =>
  walker
    .page()
    .forms.filter(form => form.address.endsWith('/family'))
    .map(form => [form.address, form.questions.find(one => one.name === 'personId')?.given[0] ?? ''])

const plansNight = async (walker: Walker, day: string): Promise<void> => {
  await walker.opens('/hearings')
  await walker.follows('/hearings/new')
  const adult = program.facilitator.membershipId ?? ''
  await walker.sends('/hearings/new', { day, room: 'Room 204', facilitatorId: adult, place: '12 Maple Street' })
  await walker.sends(`/hearings/${day}/publication`)
}

const imogenVale = {
  calledName: 'Imogen',
  lastName: 'Vale',
  birthMonth: '1',
  birthDay: '20',
  birthYear: '2011',
  school: 'Alder Lane School',
  guardianCalledName: 'Petra',
  guardianLastName: 'Vale',
  guardianEmail: 'petra@alder.test',
  sameHousehold: 'yes',
}

/** What an officer knows of a young person and of what happened. */
const referral = {
  calledName: 'Zanthe',
  lastName: 'Quillfeather',
  birthMonth: '6',
  birthDay: '15',
  birthYear: '2010',
  school: 'Kettlewick High',
  grade: '9',
  phone: '555-0177',
  address: '4 Thornapple Lane',
  guardianCalledName: 'Rosalba',
  guardianLastName: 'Quillfeather',
  guardianPhone: '555-0178',
  guardianEmail: 'rosalba@thornapple.test',
  guardianLanguage: 'es',
  offenceCode: 'trespass',
  incidentOn: '2026-02-20',
  incidentPlace: 'The vermilion greenhouse',
  narrative: 'Climbed into the greenhouse and broke a marzipan jar.',
  reason: 'Owned up at once.',
  reportNo: 'R-2026-118',
  harmedName: 'Oswin Brackwater',
  custody: 'none',
  sourceKind: 'police',
}

describe('A case that ends well', () => {
  let no = ''
  const at = (page = '') => `/cases/${no}${page}`

  it('begins when an officer refers a young person and gets a receipt', async () => {
    await rivera.opens('/')
    expect(rivera.page().address).toBe('/refer')
    const receipt = await rivera.sends('/refer', referral)
    no = /Received as (\d\d-\d{4})/.exec(receipt.words)?.[1] ?? ''
    expect(no).not.toBe('')
    rivera.reads('ZQ, R-2026-118 Received')
  })

  it('waits on the coordinator’s page for the day, and is screened rule by rule with reasons', async () => {
    await dana.opens('/')
    expect(dana.page().address).toBe('/today')
    await dana.follows(at('/screening'))
    dana.reads('15 years old on that day. We take ages 10 to 17.')
    dana.reads('Trespass is not a violent offense.')
    const after = await dana.sends(at('/screening'))
    expect(after.address).toBe(at('/contacts'))
  })

  it('shows the officer a status and nothing else', async () => {
    await rivera.opens('/refer')
    rivera.reads('ZQ, R-2026-118')
    await rivera.opens(at(), 404)
    await rivera.opens(at('/screening'), 404)
  })

  it('reaches the family, after a call in vain', async () => {
    await dana.sends(at('/contacts'), { withWhom: 'nobody', nextStep: 'Call in the evening' })
    dana.reads('Next: Call in the evening')
    await dana.opens(at())
    await dana.follows(at('/contacts'))
    await dana.isRefused(at('/contacts'), { withWhom: 'nobody', agreed: 'yes' })
    dana.reads('A first meeting is agreed on with the young person or with a parent or guardian.')
    const call = { withWhom: 'guardian', note: 'Glad that we called.', agreed: 'yes', meetOn: '2026-03-06', meetAt: '16:00' }
    const after = await dana.sends(at('/contacts'), call)
    expect(after.address).toBe(at('/intake'))
  })

  it('meets them, and asks what she is good at before what happened', async () => {
    await onThe('2026-03-06T21:00:00Z', dana, rivera)
    await dana.opens(at())
    await dana.follows(at('/intake'))
    const [meeting] = dana.page().forms.filter(form => form.address === at('/intake'))
    const asked = meeting?.questions.map(one => one.name) ?? []
    expect(asked.indexOf('strengths')).toBeLessThan(asked.indexOf('statement'))
    const without = { harmedReached: 'tried', harmedWishes: 'unknown', strengths: ' ', finish: 'yes' }
    await dana.isRefused(at('/intake'), without)
    dana.reads('Strengths come first: write down at least one thing they are good at or care about.')
    const told = {
      strengths: 'glassblowing\ncooks for two brothers',
      statement: 'I wanted to see the orchids bloom at night.',
      needs: 'A quiet place for homework',
      freeWeekdays: ['1', '4'],
      harmedCalledName: 'Oswin',
      harmedLastName: 'Brackwater',
    }
    const after = await dana.sends(at('/intake'), { ...without, ...told })
    expect(after.address).toBe(at('/consents'))
  })

  it('has the consents of both, and then the source knows that it is accepted', async () => {
    await dana.follows(at('/consents/paper?language=es'))
    await dana.opens(at('/consents'))
    await dana.sends(at('/consents'), { respondent: ['admission', 'participation'] })
    dana.reads('Something is still to be signed')
    await dana.sends(at('/consents'), { guardian: ['guardian', 'release'] })
    dana.reads('Everything is signed. The case is ready for a hearing night, and the source knows.')
    await rivera.opens('/refer')
    rivera.reads('ZQ, R-2026-118 Accepted')
  })

  it('gives her and her mother each a code on paper, with which they open their own pages', async () => {
    await dana.opens(at('/consents'))
    await dana.follows(at('/slips'))
    const sheet = await dana.sends(at('/slips'))
    zanthe = await walkerWithSlip(house, 'Zanthe', codeFor('Zanthe', sheet))
    rosalba = await walkerWithSlip(house, 'Rosalba', codeFor('Rosalba', sheet))
    expect([zanthe.page().address, rosalba.page().address]).toEqual(['/home', '/home'])
  })

  it('finds its night among those that the coordinator has planned, each with a room and its adult', async () => {
    await plansNight(dana, '2026-03-19')
    await plansNight(dana, '2026-04-09')
    await dana.opens(at())
    await dana.follows(at('/docket'))
    const [first = '', second] = choicesOf(dana, at('/docket'), 'where')
    expect(second).toBeDefined()
    await dana.sends(at('/docket'), { where: first })
    dana.reads('The case is on the docket, and the family is told.')
    await zanthe.opens('/home')
    zanthe.reads('Thursday, March 19')
    await rosalba.opens('/home')
    rosalba.reads('Thursday, March 19')
  })

  it('needs jurors: somebody who wants to help is enrolled, trained, sworn and approved', async () => {
    await dana.opens('/people/jurors')
    await dana.follows('/people/jurors/new')
    await dana.sends('/people/jurors/new', imogenVale)
    const juror = dana.page().address
    dana.reads('Has not been trained yet', 'Under age, and no guardian has said yes yet')
    await dana.sends(`${juror}/training`, { on: '2026-03-05', hours: '2' })
    await dana.sends(`${juror}/oath`, { on: '2026-03-05' })
    const [mother = ''] = choicesOf(dana, `${juror}/approval`, 'guardian').filter(one => one !== '')
    await dana.sends(`${juror}/approval`, { guardian: mother, on: '2026-03-05' })
    dana.reads('Ready to serve')
    const slip = await dana.sends(`${juror}/slip`, { term: 'month' })
    imogen = await walkerWithSlip(house, 'Imogen', codeIn(slip.words))
    imogen.reads('Hi Imogen')
  })

  it('invites them to the night; they answer on their own pages, or by phone', async () => {
    for (let n = 1; n <= 7; n += 1) await aJuror(court, program, { calledName: `Peer${n}`, lastName: 'Marlowe' })
    await dana.opens('/hearings')
    await dana.follows('/hearings/2026-03-19')
    const invited = choicesOf(dana, '/hearings/2026-03-19/invitations', 'jurors')
    expect(invited).toHaveLength(8)
    await dana.sends('/hearings/2026-03-19/invitations', { jurors: invited })
    dana.reads('8 invitations are on their way.', '0 yes, 0 no, 8 no answer')

    await imogen.opens('/home')
    const [date] = imogen.page().forms.filter(form => form.address.startsWith('/dates/'))
    await imogen.sends(date?.address ?? '', { answer: 'yes' })
    imogen.reads('Thank you! See you there.')

    await dana.opens('/hearings/2026-03-19')
    for (const address of formsTo(dana, /^\/hearings\/2026-03-19\/places\//).slice(0, 8)) {
      await dana.opens('/hearings/2026-03-19')
      const mayYes = choicesOf(dana, address, 'answer').includes('yes')
      if (mayYes) await dana.sends(address, { answer: 'yes' })
    }
    dana.reads('8 yes, 0 no, 0 no answer')
    await dana.sends('/hearings/2026-03-19/staffing')
    dana.reads('The night is staffed.')
  })

  it('opens the doors on the night, and checks in the family and the jurors, who promise to keep what they hear', async () => {
    await onThe('2026-03-19T21:15:00Z', dana, marcus, imogen, zanthe, rosalba)
    await marcus.opens('/')
    expect(marcus.page().address).toBe('/nights/2026-03-19')
    await marcus.sends('/nights/2026-03-19/opening')
    for (const [address, personId] of familiesAtDoor(marcus)) await marcus.sends(address, { personId })
    for (const address of formsTo(marcus, /\/jurors\/[^/]+\/here$/)) await marcus.sends(address)
    await marcus.sends('/nights/2026-03-19/promise')
    marcus.reads('8 of 8 here', 'Everyone here has promised.')
  })
})
