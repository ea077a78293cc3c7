/** The whole loop clicked in a real browser, by the people of a court, with somebody looking at every page they meet. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { act } from '#court'
import { addAccount, cookieName, openSession, type Role } from '#court/accounts'
import { settleNight } from '#court/credits'
import { checkInFamily, openNight } from '#court/hearings'
import { approveJuror, swearJuror, trainJuror } from '#court/jurors'
import { beginHearing, drawJury, stopHearing } from '#court/jury'
import { giveAccount } from '#court/people'
import { isRefusal } from '#platform/refusal'
import {
  aClicker,
  anEye,
  chrome,
  type Clicker,
  type ClickerWishes,
  howToGetOne,
  openBrowser,
} from '../support/browser.ts'
import { aReadyCase } from '../support/cases.ts'
import { aCourt, asPerson, type Program, type TestCourt } from '../support/court.ts'
import { aHouse, type House } from '../support/house.ts'
import { aJuror, booked, granted, type Juror, jurorsHere, onDocket } from '../support/night.ts'
import { asAStory } from '../support/story.ts'

if (!chrome) console.log(howToGetOne)

it.runIf(!chrome && process.env.CI === 'true')('A browser is always there where everything is checked', () =>
  expect.fail(howToGetOne),
)

describe.skipIf(!chrome)(
  'The court in a browser',
  () => {
    asAStory()
    let court: TestCourt
    let program: Program
    let house: House
    let browser: Browser
    let rivera: Clicker
    let dana: Clicker
    let marcus: Clicker
    let zanthe: Clicker
    let rosalba: Clicker
    let no = ''
    const peers: Juror[] = []
    const faults: string[] = []
    const eye = anEye()
    const at = (page = '') => `/cases/${no}${page}`
    const tonight = (page: string) => `/nights/2026-03-19/1${page}`

    beforeAll(async () => {
      court = await aCourt()
      program = await court.aProgram()
      house = await aHouse(court, { publicOrigin: 'http://127.0.0.1' })
      browser = await openBrowser()
    })
    afterAll(async () => {
      await browser.close()
      await house.close()
      await court.close()
    })

    const clicker = (who: string, wishes: Partial<ClickerWishes> = {}) =>
      aClicker(browser, house.url, who, { eye, faults, ...wishes })
    const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }

    const anAccount = (role: Role, name: string): Promise<void> =>
      act(court, program.coordinator, async tx => {
        const agency = role === 'officer' ? { agency: 'Maple County Police' } : {}
        await addAccount(court, tx, program.coordinator, {
          email: `${name.toLowerCase()}@court.test`,
          displayName: name,
          password: `a long word for ${name}`,
          role,
          ...agency,
        })
      })

    const signsIn = async (who: Clicker, name: string): Promise<void> => {
      await who.opens('/in')
      await who.sends('/in', { email: `${name.toLowerCase()}@court.test`, password: `a long word for ${name}` })
    }

    /** Another day: sessions have ended, and this one begins where the page does not matter. */
    const onThe = async (instant: string, ...who: [Clicker, Program['coordinator']][]): Promise<void> => {
      court.setClock(instant)
      for (const [one, actor] of who) {
        const opened = await openSession(court, actor as never)
        if (isRefusal(opened)) throw new Error('this member of the court may not sign in')
        await one.page.context().addCookies([{ name: cookieName(false), value: opened.value, url: house.url }])
      }
    }

    const choices = (who: Clicker, name: string): Promise<string[]> =>
      who.page.locator(`[name="${name}"]`).evaluateAll(all => all.map(one => one.getAttribute('value') ?? ''))

    it('lets an officer sign in and refer a young person', async () => {
      await anAccount('officer', 'Rivera')
      rivera = await clicker('officer', { dark: true })
      await rivera.opens('/refer')
      await rivera.sends('/in', { email: 'rivera@court.test', password: 'not the word' })
      await signsIn(rivera, 'Rivera')
      const who = {
        calledName: 'Zanthe',
        lastName: 'Quillfeather',
        birthMonth: '6',
        birthDay: '15',
        birthYear: '2010',
        school: 'Kettlewick High',
      }
      const family = {
        guardianCalledName: 'Rosalba',
        guardianLastName: 'Quillfeather',
        guardianEmail: 'rosalba@home.test',
        guardianPhone: '555-0178',
      }
      const matter = {
        offenceCode: 'trespass',
        incidentOn: '2026-03-10',
        narrative: 'Climbed into a greenhouse.',
        custody: 'none',
        reportNo: 'R-118',
      }
      await rivera.sends('/refer', { ...who, ...family, ...matter })
      await rivera.reads('The day it happened is still to come.')
      await rivera.sends('/refer', { incidentOn: '2026-02-20' })
      await rivera.reads('Received as')
      no = /Received as (\d\d-\d{4})/.exec(await rivera.page.locator('main').innerText())?.[1] ?? ''
    })

    it('leads the coordinator from the morning’s list through screening, the first call, the meeting and the consents', async () => {
      await anAccount('coordinator', 'Dana')
      dana = await clicker('coordinator')
      await signsIn(dana, 'Dana')
      await dana.follows(at('/screening'))
      await dana.sends(at('/screening'))
      await dana.sends(at('/contacts'), {
        withWhom: 'guardian',
        note: 'Glad that we called.',
        agreed: 'yes',
        meetOn: '2026-03-06',
        meetAt: '16:00',
      })
      await dana.opens(at())
      await dana.follows(at('/intake'))
      await dana.follows(at('/people'))
      await dana.opens(at('/intake'))
      const meeting = {
        strengths: `glassblowing\n${'Kettlewick'.repeat(6)}`,
        statement: 'I wanted to see the orchids.',
        freeWeekdays: ['1', '4'],
      }
      await dana.sends(at('/intake'), {
        ...meeting,
        harmedReached: 'nobody-harmed',
        harmedWishes: 'none',
        finish: 'yes',
      })
      await dana.opens(at('/consents/paper?language=en'))
      await dana.opens(at('/consents'))
      await dana.sends(at('/consents'), {
        respondent: ['admission', 'participation'],
        guardian: ['guardian', 'release'],
      })
      await dana.reads('Everything is signed.')
    })

    it('gives the family paper codes that open their own pages on a phone', async () => {
      await dana.follows(at('/slips'))
      await dana.sends(at('/slips'))
      const sheet = await dana.page.locator('main').innerText()
      const codeOf = (name: string) =>
        /[A-Z0-9]{4}-[A-Z0-9]{5}-[A-Z0-9]{5}/.exec(sheet.slice(sheet.indexOf(name)))?.[0] ?? ''
      zanthe = await clicker('young person', { ...phone, dark: true })
      await zanthe.opens('/d')
      await zanthe.sends('/d', { code: 'AB23-CDEFG-H4567' })
      await zanthe.sends('/d', { code: codeOf('Zanthe') })
      rosalba = await clicker('family', phone)
      await rosalba.opens('/d')
      await rosalba.sends('/d', { code: codeOf('Rosalba') })
      await rosalba.reads('Hi Rosalba')
    })

    it('plans nights, gives the case its night, and enrols a juror', async () => {
      await anAccount('facilitator', 'Marcus')
      for (const day of ['2026-03-19', '2026-04-09']) {
        await dana.opens('/hearings')
        await dana.follows('/hearings/new')
        await dana.sends('/hearings/new', { day, room: 'Room 204', place: '12 Maple Street' })
        await dana.sends(`/hearings/${day}/publication`)
      }
      await dana.opens(at('/docket'))
      const [first = ''] = await choices(dana, 'where')
      await dana.sends(at('/docket'), { where: first })
      await zanthe.opens('/home')
      await zanthe.reads('Thursday, March 19')
      await rosalba.opens('/home')

      await dana.opens('/people/jurors')
      await dana.follows('/people/jurors/new')
      const imogen = {
        calledName: 'Imogen',
        lastName: 'Vale',
        birthMonth: '1',
        birthDay: '20',
        birthYear: '2011',
        guardianCalledName: 'Petra',
        guardianLastName: 'Vale',
      }
      await dana.sends('/people/jurors/new', imogen)
      await dana.sends(/\/training$/, { on: '2026-03-03', hours: '2' })
      await dana.sends(/\/oath$/, { on: '2026-03-03' })
      const guardian = await dana.page.locator('select[name="guardian"] option').last().getAttribute('value')
      await dana.sends(/\/approval$/, { guardian: guardian ?? '', on: '2026-03-03' })
      await dana.reads('Ready to serve')
    })

    it('invites jurors; one of them signs in and answers without any script', async () => {
      const card = dana.page.url().slice(house.url.length)
      for (let n = 1; n <= 6; n += 1)
        peers.push(await aJuror(court, program, { calledName: `Peer${n}`, lastName: 'Marlowe' }))
      await dana.opens('/hearings/2026-03-19')
      await dana.sends('/hearings/2026-03-19/invitations', { jurors: await choices(dana, 'jurors') })
      await dana.opens(card)
      await dana.sends(/\/slip$/, { term: 'month' })
      const code = /[A-Z0-9]{4}-[A-Z0-9]{5}-[A-Z0-9]{5}/.exec(await dana.page.locator('main').innerText())?.[0] ?? ''

      const imogen = await clicker('juror without script', { ...phone, javaScriptEnabled: false, eye: null })
      await imogen.opens('/d')
      await imogen.sends('/d', { code })
      await imogen.sends(/^\/dates\/[^/]+\/answer$/, { answer: 'yes' })
      await imogen.reads('See you there.')

      await dana.opens('/hearings/2026-03-19')
      for (const _ of peers) await dana.sends(/\/places\//, { answer: 'yes' })
      await dana.reads('7 yes, 0 no, 0 no answer')
    })

    it('runs the night on one tablet: doors, the lot, the talk', async () => {
      marcus = await clicker('facilitator', { dark: true })
      await signsIn(marcus, 'Marcus')
      await onThe('2026-03-19T21:15:00Z', [dana, program.coordinator], [marcus, program.facilitator])
      await dana.opens('/today')
      await marcus.opens('/')
      await marcus.sends('/nights/2026-03-19/opening')
      for (const _ of ['Zanthe', 'Rosalba']) await marcus.sends(/\/family$/)
      for (let n = 0; n < 7; n += 1) await marcus.sends(/\/here$/)
      await marcus.sends('/nights/2026-03-19/promise')
      await marcus.follows(tonight('/jury'))
      await marcus.sends(tonight('/jury'))
      await marcus.sends(tonight('/jury/stepping-back'), { origin: 'juror' })
      await marcus.follows(tonight('/talk'))
      await marcus.sends(tonight('/talk'), { asked: 'yes' })
      await marcus.follows(tonight('/decide'))
    })

    it('decides, is refused without jury service, reads back, signs and books', async () => {
      await marcus.follows(`${tonight('/decide')}?add=community-service#adding`)
      await marcus.sends(tonight('/decide/promises'), {
        title: 'Help at the glass workshop',
        amount: '8',
        dueOn: '2026-05-29',
        tiesTo: 'Glassblowing',
      })
      await marcus.sends(tonight('/decide'), { decidedHow: 'unanimous' })
      await marcus.reads('There is no jury service in it yet.')
      await marcus.follows(`${tonight('/decide')}?add=jury-service#adding`)
      await marcus.sends(tonight('/decide/promises'), { amount: '1', dueOn: '2026-06-05' })
      await marcus.follows(/Introduce Zanthe to a mentor/)
      await marcus.sends(tonight('/decide/promises'), { amount: '1', dueOn: '2026-04-30' })
      await marcus.sends(tonight('/decide'), { decidedHow: 'unanimous' })
      await marcus.sends(tonight('/sign'), { canDo: 'yes', respondentName: 'Zanthe Quillfeather' })
      await dana.opens(at('/agreement'))
      await marcus.sends(tonight('/sign'), { guardianName: 'Rosalba Quillfeather', facilitatorName: 'Marcus Lee' })
      const [night = ''] = await choices(marcus, 'nights')
      await marcus.sends(tonight('/book'), { nights: night })
      await marcus.reads('The agreement counts since')
      await marcus.opens(at('/agreement/print'))
      const juror = await clicker('juror', { ...phone, dark: true })
      await seesTheirSeat(juror)
      await marcus.opens('/nights/2026-03-19')
      await marcus.sends('/hearings/2026-03-19/settlement')
      await dana.opens('/hearings/2026-03-19')
      await dana.sends('/hearings/2026-03-19/lock')
      await juror.opens('/credits')
      await juror.opens('/dates')
      await juror.opens('/dates/away')
    })

    const seesTheirSeat = async (juror: Clicker): Promise<void> => {
      const [seated] = await court.rows<{ person_id: string; night_id: string }>(
        `select j.person_id, h.night_id from seats s join jurors j on j.program_id = s.program_id and j.id = s.juror_id
       join hearings h on h.program_id = s.program_id and h.id = s.hearing_id where s.program_id = $1 and j.person_id = any($2) limit 1`,
        [program.id, peers.map(one => one.personId)],
      )
      await act(court, program.coordinator, tx =>
        giveAccount(court, tx, program.coordinator, seated?.person_id ?? '', 'youth'),
      )
      await onThe('2026-03-19T21:35:00Z', [juror, await asPerson(court, program, seated?.person_id ?? '', 'youth')])
      await juror.opens('/home')
      await juror.opens(`/dates/${seated?.night_id}`)
      await juror.opens(`/dates/${seated?.night_id}/seat`)
    }

    it('has her serve as a juror for somebody else, and counts it', async () => {
      await onThe('2026-04-08T20:00:00Z')
      const [self] = await court.rows<{ person_id: string; juror_id: string; guardian_id: string }>(
        `select p.id as person_id, j.id as juror_id, k.other_id as guardian_id from people p join jurors j on j.program_id = p.program_id and j.person_id = p.id
       join kinships k on k.program_id = p.program_id and k.person_id = p.id and k.tie = 'guardian' where p.program_id = $1 and p.called_name = 'Zanthe'`,
        [program.id],
      )
      const juror = self?.juror_id ?? ''
      granted(await trainJuror(court, program.coordinator, juror, { on: '2026-04-01', minutes: 120 }))
      granted(await swearJuror(court, program.coordinator, juror, '2026-04-01'))
      granted(
        await approveJuror(court, program.coordinator, juror, {
          guardianId: self?.guardian_id ?? '',
          on: '2026-04-01',
        }),
      )
      const jordan = await aReadyCase(court, program)
      const [night] = await court.rows<{ id: string; room: string }>(
        `select n.id, r.id as room from nights n join rooms r on r.night_id = n.id where n.program_id = $1 and n.held_on = '2026-04-09'`,
        [program.id],
      )
      const later = { id: night?.id ?? '', day: '2026-04-09' as const, roomId: night?.room ?? '' }
      const respondent = {
        personId: jordan.respondentId,
        guardianId: jordan.guardianId,
        calledName: 'Jordan',
        lastName: 'Tran',
      }
      const hearingId = await onDocket(court, program, { ...jordan, respondent }, later)
      for (const peer of peers.slice(0, 5)) await booked(court, program, peer, later)

      const young = await asPerson(court, program, self?.person_id ?? '', 'youth')
      await onThe('2026-04-09T21:15:00Z', [zanthe, young], [marcus, program.facilitator])
      granted(await openNight(court, program.facilitator, later.id))
      await jurorsHere(court, program, later, [
        ...peers.slice(0, 5),
        { personId: young.personId ?? '', guardianId: '', calledName: 'Zanthe', lastName: '', jurorId: juror },
      ])
      for (const personId of [jordan.respondentId, jordan.guardianId])
        granted(await checkInFamily(court, program.facilitator, hearingId, personId))
      granted(await drawJury(court, program.facilitator, hearingId))
      granted(await beginHearing(court, program.facilitator, hearingId, { asked: true }))
      await zanthe.opens('/home')
      await zanthe.opens(`/dates/${later.id}/seat`)
      await zanthe.reads('You hear Jordan')
      granted(await stopHearing(court, program.facilitator, hearingId, 'no-time'))
      granted(await settleNight(court, program.facilitator, later.id))
    })

    it('takes in what she did, confirms it, keeps the court’s own promise, and closes', async () => {
      const [self] = await court.rows<{ id: string }>(
        `select id from people where program_id = $1 and called_name = 'Zanthe'`,
        [program.id],
      )
      const young = await asPerson(court, program, self?.id ?? '', 'youth')
      const [mother] = await court.rows<{ id: string }>(
        `select id from people where program_id = $1 and called_name = 'Rosalba'`,
        [program.id],
      )
      const parent = await asPerson(court, program, mother?.id ?? '', 'family')
      await onThe(
        '2026-04-10T16:00:00Z',
        [zanthe, young],
        [rosalba, parent],
        [dana, program.coordinator],
        [rivera, program.officer],
      )
      await rosalba.opens('/agreement')
      await zanthe.opens('/agreement')
      await zanthe.follows(/Help at the glass workshop/)
      await zanthe.follows(/Ask for more time/)
      await zanthe.opens('/agreement')
      await zanthe.follows(/Help at the glass workshop/)
      await zanthe.sends(/\/send$/, { amount: '8', doneOn: '2026-04-18' })
      await zanthe.sends(/\/send$/, {
        amount: '8',
        doneOn: '2026-04-04',
        place: 'Glass workshop',
        supervisor: 'Ines Okafor',
      })
      await dana.opens('/today')
      await dana.opens(at())
      await dana.follows(/Help at the glass workshop/)
      await dana.sends(/\/confirmation$/)
      await dana.opens(at())
      await dana.follows(/Introduce Zanthe to a mentor/)
      await dana.sends(/\/kept$/, { doneOn: '2026-04-10' })
      await dana.opens(at())
      await dana.follows(at('/close'))
      await dana.sends(at('/close'), { certificateName: 'Zanthe Quillfeather' })
      await dana.reads('The case is closed.')
      await zanthe.opens('/home')
      await zanthe.follows(at('/certificate'))
      await zanthe.opens('/credits')
      await zanthe.opens('/dates')
      await zanthe.opens('/me')
      await rosalba.opens('/home')
    })

    it('shows every other page that its people reach', async () => {
      const [self] = await court.rows<{ id: string }>(
        `select id from people where program_id = $1 and called_name = 'Zanthe'`,
        [program.id],
      )
      for (const address of [
        '/cases',
        '/people',
        `/people/${self?.id}`,
        `/people/${self?.id}/change`,
        `/people/${self?.id}/guardian`,
        `/people/${self?.id}/credits`,
        '/people/jurors',
        `/people/jurors/new?person=${self?.id}`,
        '/search?q=Zanthe',
        '/letters',
        '/reports',
        '/reports/definitions',
        '/cases/new',
        '/help',
        '/me',
        '/nowhere',
      ])
        await dana.opens(address)
      await dana.opens('/letters')
      await dana.follows(/Open to print/)
      await dana.opens('/cases')
      const evaluator = await clicker('evaluator', { dark: true })
      await onThe('2026-04-10T16:00:00Z', [evaluator, program.evaluator])
      await evaluator.opens('/reports')
    })

    it('is open to everybody on each of these pages: nothing fails the standard, nothing sticks out, nothing breaks', () => {
      expect(eye.looked.length).toBeGreaterThan(60)
      expect([...faults, ...eye.faults]).toEqual([])
    })
  },
  300_000,
)
