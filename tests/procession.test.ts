/** One case from the referral to its end, as the people of a court walk it: by the links that pages show and the forms on them. */
import { Client } from 'pg'
import { act } from '#court'
import { giveAccount } from '#court/people'
import { sendDue } from '#court/notices'
import { proveRegisters } from '#court/register'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allDoors } from './house/doors.ts'
import { aCourt, asPerson, type Program, type TestCourt } from './support/court.ts'
import { aHouse, type House } from './support/house.ts'
import { aReadyCase } from './support/cases.ts'
import { keptPost, mailroomOf } from './notices/support.ts'
import { aTerm, letter, ours, service } from './support/dispositions.ts'
import { anAgreement } from './support/obligations.ts'
import { aJuror, booked, type Juror, onDocket } from './support/night.ts'
import { type KeptLog, keptLog } from './support/log.ts'
import { asAStory } from './support/story.ts'
import {
  type Answers,
  aWalker,
  choicesOf,
  formsTo,
  namedOf,
  opensEverything,
  type Seen,
  type Walker,
  walkerWithSlip,
} from './support/walk.ts'

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
const peers: Juror[] = []

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

const staff = (who: string, actor: Program['coordinator']): Promise<Walker> =>
  aWalker(who, () => house.as(actor as never))

/** Another day: the clock moves, and those who come in sign in again. */
const onThe = async (instant: string, ...who: Walker[]): Promise<void> => {
  court.setClock(instant)
  for (const walker of who) await walker.comesIn()
}

const codeIn = (words: string): string => /[A-Z0-9]{4}-[A-Z0-9]{5}-[A-Z0-9]{5}/.exec(words)?.[0] ?? ''

/** The code on the part of a sheet that is for this person. */
const codeFor = (name: string, { words }: Seen): string => codeIn(words.slice(words.indexOf(name)))

/** Each of a family who has not come yet: the form that checks them in, and who it is. */
const familiesAtDoor = (walker: Walker): [address: string, personId: string][] =>
  walker
    .page()
    .forms.filter(form => form.address.endsWith('/family'))
    .map(form => [form.address, form.questions.find(one => one.name === 'personId')?.given[0] ?? ''])

/** Opens the form for a promise of this kind, and writes it down. */
const addsPromise = async (walker: Walker, kind: string, promise: Answers): Promise<void> => {
  const base = walker.page().address.split('?')[0]
  await walker.follows(`${base}?add=${kind}#adding`)
  await walker.sends(`${base}/promises`, promise)
}

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

/** Words that can come from nobody but this family: who they are, and what was said about them. */
const names = ['Zanthe', 'Quillfeather', 'Rosalba', 'thornapple', '555-0177', '555-0178', 'Kettlewick']
const strengths = ['glassblowing', 'cooks for two']
const matter = ['vermilion', 'marzipan', 'Oswin', 'Brackwater', 'Owned up at once']
const said = [
  'orchids',
  'quiet place for homework',
  'Glad that we called',
  'Glass can be mended',
  'Sorry about the jar',
]

const wordsOfHers = (text: string): string[] =>
  [...names, ...strengths, ...matter, ...said].filter(one => text.toLowerCase().includes(one.toLowerCase()))

describe('A case that ends well', () => {
  asAStory()
  let no = ''
  const at = (page = '') => `/cases/${no}${page}`
  const tonight = (page: string) => `/nights/2026-03-19/1${page}`

  it('begins when an officer refers a young person and gets a receipt', async () => {
    await rivera.opens('/')
    expect(rivera.page().address).toBe('/refer')
    const receipt = await rivera.sends('/refer', referral)
    no = /Received as (\d\d-\d{4})/.exec(receipt.words)?.[1] ?? ''
    expect(no).not.toBe('')
    rivera.reads(`${no}, ZQ Received`, 'Your report: R-2026-118')
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
    rivera.reads(`${no}, ZQ`, 'Your report: R-2026-118')
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
    const call = {
      withWhom: 'guardian',
      note: 'Glad that we called.',
      agreed: 'yes',
      meetOn: '2026-03-06',
      meetAt: '16:00',
    }
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
    rivera.reads(`${no}, ZQ Accepted`, 'Your report: R-2026-118')
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
    rosalba.reads('Esta página todavía está solo en inglés', 'Thursday, March 19')
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
    for (let n = 1; n <= 7; n += 1)
      peers.push(await aJuror(court, program, { calledName: `Peer${n}`, lastName: 'Marlowe' }))
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
    marcus.reads('8 of 8 jurors here', 'Everyone here has promised.')
  })

  it('draws the jury by lot from those who came; one steps back without a reason, and the next in the draw is seated', async () => {
    await marcus.follows(tonight('/jury'))
    await marcus.sends(tonight('/jury'))
    marcus.reads(
      'Drawn by chance from the 8 young people here tonight.',
      /Next in the draw: Peer|Next in the draw: Imogen/,
    )
    const [shy = '', ...others] = namedOf(marcus, tonight('/jury/stepping-back'), 'juror')
    await marcus.sends(tonight('/jury/stepping-back'), { juror: shy, origin: 'juror' })
    marcus.reads('That is okay, and no reason is needed.')
    const seated = namedOf(marcus, tonight('/jury/stepping-back'), 'juror')
    expect(seated).toEqual(expect.arrayContaining(others))
    expect(seated).toHaveLength(6)
    expect(seated).not.toContain(shy)
    await marcus.follows(tonight('/talk'))
  })

  it('lets those who sit know her first name and her strengths on that night, and nobody else anything', async () => {
    const eyes = await Promise.all(
      peers.map(async peer => {
        await act(court, program.coordinator, tx => giveAccount(court, tx, program.coordinator, peer.personId, 'youth'))
        return staff(peer.calledName, await asPerson(court, program, peer.personId, 'youth'))
      }),
    )
    const [night] = await court.rows<{ id: string }>(
      `select id from nights where program_id = $1 and held_on = '2026-03-19'`,
      [program.id],
    )
    const seen = await Promise.all([imogen, ...eyes].map(one => one.opens(`/dates/${night?.id}/seat`)))
    const [sitting, waiting] = [
      seen.filter(({ words }) => words.includes('You hear Zanthe')),
      seen.filter(({ words }) => !words.includes('Zanthe')),
    ]
    expect([sitting.length, waiting.length]).toEqual([6, 2])
    for (const { html } of sitting) expect(wordsOfHers(html)).toEqual(['Zanthe', 'glassblowing', 'cooks for two'])
    for (const { html } of waiting) expect(wordsOfHers(html)).toEqual([])
  })

  it('talks of what she is good at before what happened, and begins when the family has said once more that they want to', async () => {
    const { words } = marcus.page()
    expect(words.indexOf('glassblowing')).toBeGreaterThan(0)
    expect(words.indexOf('glassblowing')).toBeLessThan(words.indexOf('being somewhere without leave'))
    await marcus.isRefused(tonight('/talk'))
    marcus.reads('Ask the family once more whether they want to go on')
    await marcus.sends(tonight('/talk'), { asked: 'yes' })
    marcus.reads('The case has begun.')
  })

  it('cannot be decided without future jury service (rule 23), and with it is read back', async () => {
    await marcus.follows(tonight('/decide'))
    const help = { title: 'Help at the glass workshop', amount: '8', dueOn: '2026-05-29', tiesTo: 'Glassblowing' }
    await addsPromise(marcus, 'community-service', help)
    await addsPromise(marcus, 'apology-letter', { title: 'A letter to Oswin', dueOn: '2026-05-08' })
    await marcus.isRefused(tonight('/decide'), { decidedHow: 'unanimous' })
    marcus.reads('There is no jury service in it yet. Every agreement holds at least one night.')
    await addsPromise(marcus, 'jury-service', { amount: '1', dueOn: '2026-06-05' })
    await marcus.follows(/Introduce Zanthe to a mentor/)
    await marcus.sends(tonight('/decide/promises'), { amount: '1', dueOn: '2026-04-30' })
    await marcus.sends(tonight('/decide'), { decidedHow: 'unanimous', reasons: 'Glass can be mended.' })
    expect(marcus.page().address).toBe(tonight('/sign'))
  })

  it('counts when she and her mother have both signed; she is a juror then, and has chosen her night before she leaves', async () => {
    await marcus.isRefused(tonight('/sign'), { canDo: 'no', respondentName: 'Zanthe Quillfeather' })
    await marcus.sends(tonight('/sign'), { canDo: 'yes', respondentName: 'Zanthe Quillfeather' })
    await dana.opens(at('/agreement'))
    await marcus.opens(tonight('/sign'))
    await marcus.sends(tonight('/sign'), { guardianName: 'Rosalba Quillfeather', facilitatorName: 'Marcus Lee' })
    expect(marcus.page().address).toBe(tonight('/book'))
    const [night = ''] = choicesOf(marcus, tonight('/book'), 'nights')
    await marcus.sends(tonight('/book'), { nights: night })
    marcus.reads('The agreement counts since Thursday, March 19')
    await zanthe.opens('/agreement')
    zanthe.reads('Help at the glass workshop', 'Introduce Zanthe to a mentor')
    await zanthe.opens('/dates')
    zanthe.reads('Thursday, April 9')
    await dana.opens('/people/jurors')
    dana.reads('Zanthe Q')
  })

  it('ends the night when it is settled: who came is thanked, and has credits for the hours', async () => {
    await marcus.follows('/nights/2026-03-19')
    await marcus.sends('/hearings/2026-03-19/settlement')
    marcus.reads('The night is settled. 8 jurors came, and the hours are credited.')
    await marcus.follows('/me')
    await marcus.sends('/out')
    expect(marcus.page().address).toBe('/in')
    await dana.opens('/hearings/2026-03-19')
    await dana.sends('/hearings/2026-03-19/lock')
    await imogen.opens('/credits')
    imogen.reads('Jury night', 'By choice')
  })

  it('makes a juror of her like any other: trained, sworn, and with her mother’s yes', async () => {
    await onThe('2026-04-01T20:00:00Z', dana)
    await dana.opens('/people/jurors')
    await dana.follows(/Zanthe Q/)
    const juror = dana.page().address
    dana.reads('By agreement', 'Not ready yet')
    await dana.sends(`${juror}/training`, { on: '2026-03-28', hours: '2' })
    await dana.sends(`${juror}/oath`, { on: '2026-03-28' })
    const [mother = ''] = choicesOf(dana, `${juror}/approval`, 'guardian').filter(one => one !== '')
    await dana.sends(`${juror}/approval`, { guardian: mother, on: '2026-03-28' })
    dana.reads('Ready to serve')
  })

  it('seats her three weeks later on the jury of another young person', async () => {
    const jordan = await aReadyCase(court, program)
    const [night] = await court.rows<{ id: string; room: string }>(
      `select n.id, r.id as room from nights n join rooms r on r.night_id = n.id where n.program_id = $1 and n.held_on = '2026-04-09'`,
      [program.id],
    )
    const later = { id: night?.id ?? '', day: '2026-04-09' as const, roomId: night?.room ?? '' }
    const matter = {
      ...jordan,
      respondent: {
        personId: jordan.respondentId,
        guardianId: jordan.guardianId,
        calledName: 'Jordan',
        lastName: 'Tran',
      },
    }
    await onDocket(court, program, matter, later)
    for (let n = 1; n <= 5; n += 1) await booked(court, program, peers[n - 1]!, later)

    await onThe('2026-04-09T21:15:00Z', dana, marcus, zanthe)
    await marcus.opens('/nights/2026-04-09')
    await marcus.sends('/nights/2026-04-09/opening')
    for (const [address, personId] of familiesAtDoor(marcus)) await marcus.sends(address, { personId })
    for (const address of formsTo(marcus, /\/jurors\/[^/]+\/here$/)) await marcus.sends(address)
    await marcus.sends('/nights/2026-04-09/promise')
    await marcus.follows('/nights/2026-04-09/1/jury')
    await marcus.sends('/nights/2026-04-09/1/jury')
    marcus.reads('Drawn by chance from the 6 young people here tonight.', 'Zanthe Q')
    await zanthe.opens('/dates')
    await zanthe.follows(/Help on a jury/)
    await zanthe.follows(/See your seat tonight/)
    zanthe.reads('You hear Jordan', 'What you hear in the room stays in the room.')
    zanthe.doesNotRead('Tran', 'Shoplifting', 'Put two shirts into a bag')
  })

  it('has them decide about him as others decided about her', async () => {
    const there = (page: string) => `/nights/2026-04-09/1${page}`
    await marcus.follows(there('/talk'))
    await marcus.sends(there('/talk'), { asked: 'yes' })
    await marcus.follows(there('/decide'))
    await addsPromise(marcus, 'jury-service', { amount: '2', dueOn: '2026-06-05' })
    await addsPromise(marcus, 'community-service', { amount: '15', dueOn: '2026-06-05' })
    await marcus.sends(there('/decide'), { decidedHow: 'unanimous' })
    const names = {
      canDo: 'yes',
      respondentName: 'Jordan Tran',
      guardianName: 'Rosa Tran',
      facilitatorName: 'Marcus Lee',
    }
    await marcus.sends(there('/sign'), names)
    await marcus.sends(there('/book'))
    await marcus.follows('/nights/2026-04-09')
    await marcus.sends('/hearings/2026-04-09/settlement')
    marcus.reads('6 jurors came')
  })

  it('counts her jury duty from having been there, and nobody had to enter it', async () => {
    await zanthe.opens('/agreement')
    zanthe.reads(/Serve on a jury Done|Serve on a jury Kept/)
    await dana.opens(at())
    dana.reads('Serve on a jury')
    await zanthe.opens('/credits')
    zanthe.reads('You have sat on a jury for 1 other person.', 'Part of your agreement')
    await zanthe.opens('/dates')
    await zanthe.follows(/Help on a jury/)
    await zanthe.opens(`${zanthe.page().address}/seat`, 404)
  })

  it('takes the hours that she hands in on her own page, and asks her to write a second letter', async () => {
    await onThe('2026-04-10T16:00:00Z', dana, zanthe, rivera)
    await zanthe.opens('/home')
    await zanthe.follows('/agreement')
    await zanthe.follows(/Help at the glass workshop/)
    const hours = zanthe.page().address
    await zanthe.isRefused(hours, { amount: '7½', doneOn: '2026-04-18' })
    zanthe.reads('Choose a day that has already been.')
    await zanthe.sends(hours, {
      amount: '7½',
      doneOn: '2026-04-04',
      place: 'Glass workshop',
      supervisor: 'Ines Okafor',
    })
    await zanthe.opens('/agreement')
    await zanthe.follows(/A letter to Oswin/)
    await zanthe.sends(zanthe.page().address, { words: 'Sorry about the jar.' })

    await dana.opens('/today')
    dana.reads('Zanthe Q')
    await dana.opens(at())
    await dana.follows(/Help at the glass workshop/)
    await dana.sends(formsTo(dana, /\/confirmation$/)[0] ?? '')
    dana.reads('Confirmed.')
    await dana.opens(at())
    await dana.follows(/A letter to Oswin/)
    await dana.follows(/It needs a change/)
    await dana.sends(formsTo(dana, /\/fix$/)[0] ?? '', { toChange: 'Say what you will do next time.' })
    dana.reads('Sent back. They read what needs a change.')
  })

  it('confirms the rest, keeps what the court itself has promised, and closes', async () => {
    await zanthe.opens('/agreement')
    await zanthe.follows(/A letter to Oswin/)
    zanthe.reads('Say what you will do next time.')
    await zanthe.sends(zanthe.page().address, { words: 'Sorry about the jar. Next time I ring the bell.' })
    await zanthe.opens('/agreement')
    await zanthe.follows(/Help at the glass workshop/)
    await zanthe.sends(zanthe.page().address, { amount: '0:30', doneOn: '2026-04-05' })

    for (const title of [/A letter to Oswin/, /Help at the glass workshop/]) {
      await dana.opens(at())
      await dana.follows(title)
      await dana.sends(formsTo(dana, /\/confirmation$/)[0] ?? '')
      dana.reads('Confirmed. The promise is kept.')
    }
    await dana.opens(at())
    await dana.follows(/Introduce Zanthe to a mentor/)
    await dana.sends(formsTo(dana, /\/kept$/)[0] ?? '', { doneOn: '2026-04-10', words: 'They met at the workshop.' })
    dana.reads('Kept. Thank you.')
    await dana.opens(at())
    await dana.follows(at('/close'))
    await dana.sends(at('/close'), { certificateName: 'Zanthe Quillfeather' })
    dana.reads('The case is closed. The letters are on their way.')
  })

  it('gives her a certificate that names what she gave and not why', async () => {
    await zanthe.opens('/home')
    await zanthe.follows(at('/certificate'))
    zanthe.reads('Zanthe Quillfeather', 'sat on 1 jury for others', 'gave 8 hours to the community')
    zanthe.doesNotRead('Trespass', 'greenhouse', no)
  })

  it('tells the officer that it is completed, and nothing more', async () => {
    await rivera.opens('/refer')
    rivera.reads(`${no}, ZQ Completed`, 'Your report: R-2026-118')
    rivera.doesNotRead('Zanthe', 'glass', 'jury')
  })

  it('has credited every hour once: what she gave is what the ledger adds up to', async () => {
    const [given] = await court.rows<{ minutes: string }>(
      `select sum(e.minutes) as minutes from credit_entries e join people p on p.program_id = e.program_id and p.id = e.person_id
       where p.program_id = $1 and p.called_name = 'Zanthe'`,
      [program.id],
    )
    const night = 3 * 60
    expect(Number(given?.minutes)).toBe(8 * 60 + night)
    await zanthe.opens('/credits')
    zanthe.reads('11 credits for helping')
  })

  it('leaves a register that holds from its first entry to its last', async () => {
    const owner = new Client({ connectionString: court.adminUrl })
    await owner.connect()
    const [proof] = await proveRegisters(owner)
    await owner.end()
    expect(proof?.faults).toEqual([])
    expect(proof?.entries).toBeGreaterThan(100)
  })
})

describe('A case that is not kept', () => {
  asAStory()
  let other: Program
  let made: Awaited<ReturnType<typeof anAgreement>>
  let noor: Walker
  let ada: Walker
  let rosa: Walker
  const at = (page = '') => `/cases/${made.no}${page}`

  it('has its promises, and the days of two of them go by', async () => {
    other = await court.aProgram({ name: 'Harbor Youth Court' })
    court.setClock('2026-05-07T22:45:00Z')
    const due = { dueOn: '2026-06-04' as const }
    made = await anAgreement(court, other, [
      aTerm({ ...due, amount: 1 }),
      { ...service, ...due },
      { ...letter, ...due },
      { ...ours, ...due },
    ])
    await onThe('2026-06-10T15:00:00Z')
    noor = await staff('Noor', other.coordinator)
    ada = await staff('Ada', await other.another('coordinator', 'Ada Obi'))
    rosa = await staff('Rosa', await asPerson(court, other, made.guardianId, 'family'))
    await noor.opens('/today')
    noor.reads(/6 days late/)
    await noor.follows(at())
    await noor.follows(/Letter to the person harmed/)
    await noor.sends(formsTo(noor, /\/missed$/)[0] ?? '')
    noor.reads('Noted.')
  })

  it('is warned by letter, and has a day until which it can be put right', async () => {
    await noor.opens(at())
    await noor.follows(at('/review'))
    await noor.sends(at('/review'))
    noor.reads('The letter is on its way. The case is under review.')
    await rosa.opens('/home')
    rosa.reads('Let’s talk about Jordan’s agreement')
    await sendDue(court, other.id, mailroomOf(keptPost()))
    await noor.opens('/today')
    await noor.follows('/letters')
    const letters = noor.page().links.filter(link => link.words.includes('Open to print'))
    const read = await Promise.all(letters.map(({ href }) => noor.opens(href)))
    expect(read.filter(({ words }) => words.includes('Please call us by Wednesday, June 24'))).toHaveLength(2)
  })

  it('ends only when a second adult says so, after the family was heard', async () => {
    await noor.opens(at())
    await noor.follows(at('/review'))
    const asked = { reason: 'terms-not-met', words: 'Nothing came since May, and nobody answers.' }
    await noor.isRefused(at('/termination'), asked)
    await noor.sends(at('/termination'), { ...asked, familyHeard: 'Rosa called on June 9: they move away.' })
    await noor.opens(at('/review'))
    noor.reads('You asked this yourself, so somebody else decides.')
    expect(formsTo(noor, /\/termination\/answer$/)).toEqual([])
    await ada.opens('/today')
    await ada.follows(at('/review'))
    ada.reads('Rosa called on June 9: they move away.')
    await ada.sends(at('/termination/answer'), { answer: 'approved' })
  })

  it('goes back to where it came from with its reason, and the source learns the status alone', async () => {
    await ada.follows(at('/return'))
    expect(choicesOf(ada, at('/return'), 'reason')).toEqual(['terms-not-met'])
    await ada.sends(at('/return'), { reason: 'terms-not-met', words: 'They moved away.' })
    ada.reads('The case went back. The letters are on their way.')
    const post = keptPost()
    await sendDue(court, other.id, mailroomOf(post))
    const [told, ...more] = post.letters.filter(one => one.to === 'alvarez@eastside.test')
    expect(more).toEqual([])
    expect(told?.text).toContain('Status: returned.')
    expect(told?.text).not.toMatch(/moved|June|Jordan|Tate|letter|answer/)
    await noor.opens(at())
    noor.reads('This case went back on Jun 10', 'The agreement was not kept')
  })
})

describe('What they said and who they are', () => {
  const everyone = () => [dana, marcus, rivera, zanthe, rosalba, imogen]
  const addresses = () => [...new Set(everyone().flatMap(walker => walker.trail.map(seen => seen.address)))]
  /** Addresses that name a case, a night or somebody of this court. */
  const isOwn = (address: string) => /\d\d-\d{4}|\d{4}-\d\d-\d\d|[0-9a-f]{8}-[0-9a-f]{4}/.test(address)

  it('are in no address, and in the title of no page', () => {
    const seen = everyone().flatMap(walker => walker.trail)
    expect(seen.length).toBeGreaterThan(150)
    expect(seen.filter(({ address }) => wordsOfHers(address).length > 0).map(({ address }) => address)).toEqual([])
    expect(seen.filter(({ title }) => wordsOfHers(title).length > 0).map(({ title }) => title)).toEqual([])
  })

  it('are in no line of the log', () => {
    expect(kept.lines().length).toBeGreaterThan(200)
    expect(wordsOfHers(kept.text())).toEqual([])
    expect(kept.lines().filter(line => Number(line['status']) >= 500)).toEqual([])
  })

  it('are not all for the facilitator, who hears the case and needs no address, no call and no report for it', () => {
    const forTheNight = [...names.slice(0, 3), ...strengths, 'Oswin', 'Glass can be mended']
    for (const { html, address } of marcus.trail)
      expect(
        wordsOfHers(html).filter(one => !forTheNight.includes(one)),
        address,
      ).toEqual([])
  })

  it('are not all for the family: what the desk wrote down after a call is its own', () => {
    for (const { html, address } of [...zanthe.trail, ...rosalba.trail])
      expect(wordsOfHers(html), address).not.toContain('Glad that we called')
  })

  it('are nothing that another juror goes home with', async () => {
    for (const [at, peer] of peers.entries()) {
      const walker = await staff(peer.calledName, await asPerson(court, program, peer.personId, 'youth'))
      if (at < 2) expect(await opensEverything(walker, '/home')).toEqual([])
      else for (const address of ['/home', '/dates', '/credits', '/agreement']) await walker.opens(address)
      for (const { html, address } of walker.trail) expect(wordsOfHers(html), address).toEqual([])
    }
  })

  it('are found by no coordinator of another program, who opens every page and sends every form of the story', async () => {
    const harbor = await court.aProgram({ name: 'Harbor Youth Court' })
    const stranger = await staff('a stranger', harbor.coordinator)
    const before = await court.rows('select count(*) from register_entries where program_id = $1', [program.id])
    for (const address of addresses()) {
      const seen = await opened(stranger, address)
      expect(wordsOfHers(seen.html), address).toEqual([])
      if (isOwn(address)) expect(seen.status, address).toBe(404)
    }
    for (const { address, fields } of everyone()
      .flatMap(walker => walker.sent)
      .filter(one => isOwn(one.address)))
      expect((await stranger.knocks(address, fields)).status, address).toBe(404)
    expect(await court.rows('select count(*) from register_entries where program_id = $1', [program.id])).toEqual(
      before,
    )
  })

  it('are found by no young person who has nothing to do with the case', async () => {
    const juror = await aJuror(court, program, { calledName: 'Una', lastName: 'Related' })
    await act(court, program.coordinator, tx => giveAccount(court, tx, program.coordinator, juror.personId, 'youth'))
    const una = await staff('Una', await asPerson(court, program, juror.personId, 'youth'))
    for (const address of addresses()) {
      const seen = await opened(una, address)
      expect(wordsOfHers(seen.html), address).toEqual([])
      if (isOwn(address) && !address.startsWith('/dates/')) expect(seen.status, address).toBe(404)
    }
    for (const { address, fields } of everyone()
      .flatMap(walker => walker.sent)
      .filter(one => isOwn(one.address) && !one.address.startsWith('/dates/')))
      expect((await una.knocks(address, fields)).status, address).toBe(404)
  })

  it('are shown to the officer who referred her no more than she was referred with', async () => {
    const officer = await staff('Officer Rivera', program.officer)
    expect(await opensEverything(officer, '/refer')).toEqual([])
    for (const seen of [...officer.trail, ...rivera.trail.filter(one => one.status === 200)])
      expect(wordsOfHers(seen.html), seen.address).toEqual([])
  })

  it('are in no figure that an evaluator reads', async () => {
    const evaluator = await staff('Eve', program.evaluator)
    expect(await opensEverything(evaluator, '/reports')).toEqual([])
    for (const seen of evaluator.trail) expect(wordsOfHers(seen.html), seen.address).toEqual([])
    for (const address of addresses().filter(isOwn))
      expect((await opened(evaluator, address)).status, address).toBe(404)
  })

  it('are in no letter to anybody else, and no subject says what somebody is to the court', async () => {
    const post = keptPost()
    await sendDue(court, program.id, mailroomOf(post))
    const letters = post.letters
    expect(letters.length).toBeGreaterThan(2)
    for (const one of letters) {
      if (one.to !== 'rosalba@thornapple.test') expect(wordsOfHers(one.subject + one.text), one.subject).toEqual([])
      expect(one.subject).not.toMatch(/court|case|jury|hearing|trespass|respondent|offen/i)
    }
  })

  it('are asked for by forms that all have somebody to take them', async () => {
    const doors = (await allDoors())
      .filter(door => door.method === 'post')
      .map(door => new RegExp(`^${door.path.replaceAll(/:\w+/g, '[^/]+')}$`))
    const asked = new Set(
      everyone().flatMap(walker =>
        walker.trail.flatMap(seen => seen.forms.filter(form => form.method === 'post').map(form => form.address)),
      ),
    )
    expect([...asked].filter(address => !doors.some(door => door.test(address)))).toEqual([])
  })

  it('lead nowhere that does not exist: every link on every page can be opened by whoever sees it', async () => {
    const walkers: [Walker, string][] = [
      [await staff('Dana', program.coordinator), '/today'],
      [await staff('Marcus', program.facilitator), '/nights/today'],
      [await staff('Zanthe', await asPerson(court, program, await personOf('Zanthe'), 'youth')), '/home'],
      [await staff('Rosalba', await asPerson(court, program, await personOf('Rosalba'), 'family')), '/home'],
    ]
    const broken = []
    for (const [walker, start] of walkers) broken.push(...(await opensEverything(walker, start)))
    expect(broken).toEqual([])
  })
})

const personOf = async (calledName: string): Promise<string> => {
  const [row] = await court.rows<{ id: string }>('select id from people where program_id = $1 and called_name = $2', [
    program.id,
    calledName,
  ])
  return row?.id ?? ''
}

/** Opens a page, whatever comes of it. */
const opened = (walker: Walker, address: string): Promise<Seen> => walker.knocks(address)
