/** The page that a young person and a guardian land on. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { act } from '#court'
import { settleNight } from '#court/credits'
import { redraft } from '#court/dispositions'
import { bookPlace } from '#court/hearings'
import { closeCase } from '#court/outcomes'
import { tiePeople } from '#court/people'
import { asPerson, aCourt, type Program, STOPPED_AT, type TestCourt } from '../support/court.ts'
import { aProposed, aSigned, given } from '../support/dispositions.ts'
import { anAccountFor } from '../support/hearing.ts'
import { aHouse, type House } from '../support/house.ts'
import { aJuror, aNight, aReadyMatter, granted, type Matter, onDocket } from '../support/night.ts'
import { anAgreement } from '../support/obligations.ts'

let court: TestCourt
let house: House
let program: Program

beforeAll(async () => {
  court = await aCourt()
  house = await aHouse(court)
})
afterAll(async () => {
  await house.close()
  await court.close()
})

const homeOf = async (personId: string, role: 'youth' | 'family' = 'youth'): Promise<string> => {
  const page = await (await house.as(await asPerson(court, program, personId, role))).get('/home')
  expect(page.status).toBe(200)
  return page.text
}

const invited = async (
  jurorId: string,
  nightId: string,
  status: 'offered' | 'confirmed' = 'offered',
): Promise<string> => {
  const booking = { jurorId, nightId, status }
  return granted(await act(court, program.coordinator, tx => bookPlace(court, tx, program.coordinator, booking)))
    .assignmentId
}

describe('a juror', () => {
  let juror: Awaited<ReturnType<typeof aJuror>>
  let nightId: string
  beforeAll(async () => {
    court.setClock(STOPPED_AT)
    program = await court.aProgram()
    juror = await aJuror(court, program, { calledName: 'Amina', lastName: 'Zyxwvout' })
    await anAccountFor(court, program, juror.personId, 'youth')
    nightId = (await aNight(court, program)).id
    await aNight(court, program, { day: '2026-03-26' })
  })

  it('with nothing to do is invited to help, and told how many nights have seats', async () => {
    const page = await homeOf(juror.personId)
    expect(page).toContain('Hi Amina')
    expect(page).toContain('Nothing to do right now')
    expect(page).toContain('Want to help? 2 nights have seats.')
  })

  it('who is asked to a night may say yes or no, there and then', async () => {
    await invited(juror.jurorId, nightId)
    const page = await homeOf(juror.personId)
    expect(page).toContain('You’re invited to a jury')
    expect(page).toContain('Thursday, March 19')
    expect(page).toContain('in 15 days')
    expect(page).toMatch(new RegExp(`<form[^>]*method="post" action="/dates/${nightId}/answer"`))
    expect(page).toContain('Yes, I’ll be there')
    expect(page).toContain('I can’t make it')
  })

  it('is named by their first name only, on a page with a neutral title', async () => {
    const page = await homeOf(juror.personId)
    expect(page).toContain('<title>Home · Youth court</title>')
    expect(page).not.toContain('Zyxwvout')
    expect(page).not.toMatch(/respondent|offence|sanction|violation/i)
  })

  it('reads that what is heard in the room stays in the room', async () => {
    expect(await homeOf(juror.personId)).toContain('What you hear in the room stays in the room.')
  })

  it('who is not prepared yet reads what is left to do', async () => {
    const fresh = await aJuror(court, program, { prepared: [] })
    await anAccountFor(court, program, fresh.personId, 'youth')
    const page = await homeOf(fresh.personId)
    expect(page).toContain('Learn how it works, in a short training')
    expect(page).toContain('Get a yes from a parent or guardian')
  })

  it('is thanked after a night, and sees the credits for it', async () => {
    const jordan = await anAgreement(court, program)
    const [row] = await court.rows<{ person_id: string }>('select person_id from jurors where id = $1', [
      jordan.jurorIds[0],
    ])
    const personId = row?.person_id ?? ''
    await anAccountFor(court, program, personId, 'youth')
    given(await settleNight(court, program.facilitator, jordan.nightId))
    const page = await homeOf(personId)
    expect(page).toContain('Thank you for being there on Wednesday, March 4.')
    expect(page).toMatch(/1½<\/span>/)
    expect(page).toContain('You have sat on a jury for 1 other person.')
    expect(page).not.toContain('Tate')
  })
})

describe('somebody whose own case is to be heard', () => {
  let matter: Matter
  beforeAll(async () => {
    court.setClock(STOPPED_AT)
    program = await court.aProgram()
    matter = await aReadyMatter(court, program, { calledName: 'Sam', lastName: 'Zyxwvown' })
    await anAccountFor(court, program, matter.respondent.personId, 'youth')
    await anAccountFor(court, program, matter.respondent.guardianId, 'family')
  })

  it('reads what will happen, in four sentences, and that the date will come', async () => {
    const page = await homeOf(matter.respondent.personId)
    expect(page).toContain('We will tell you the date')
    const [, list = ''] = /<ol>(.*?)<\/ol>/s.exec(page) ?? []
    expect(list.match(/<li>/g)).toHaveLength(4)
  })

  it('reads when and where, and what to bring, once there is a date', async () => {
    await onDocket(court, program, matter, await aNight(court, program))
    const page = await homeOf(matter.respondent.personId)
    expect(page).toContain('Your hearing')
    expect(page).toContain('Thursday, March 19')
    expect(page).toContain('5:30 PM')
    expect(page).toContain('Maple Street Community Center, Room 204')
    expect(page).toContain('Come with a parent or guardian.')
    expect(page).not.toContain('Zyxwvown')
    expect(page).not.toContain(matter.no)
  })

  it('is the same to the guardian, in the child’s name', async () => {
    const page = await homeOf(matter.respondent.guardianId, 'family')
    expect(page).toContain('Sam’s hearing')
    expect(page).toContain('Please come along. They need you there.')
    const looks = await court.rows(
      `select 1 from register_entries where act = 'looked-at' and thing = 'home' and person_id = $1`,
      [matter.respondent.personId],
    )
    expect(looks).toHaveLength(1)
  })
})

describe('an agreement', () => {
  let jordan: Awaited<ReturnType<typeof anAgreement>>
  beforeAll(async () => {
    court.setClock(STOPPED_AT)
    program = await court.aProgram()
    jordan = await anAgreement(court, program)
  })

  it('is shown as promises both ways, with how each stands', async () => {
    const page = await homeOf(jordan.respondentId)
    expect(page).toContain('What you promised')
    expect(page).toContain('0 of 12 hours')
    expect(page).toContain('0 of 2 nights')
    expect(page).toContain('What we promised')
    expect(page).toContain('Introduce Jordan to an art mentor')
    expect(page).toContain('On track')
    expect(page).toContain('4 young people listened to you.')
  })

  it('is shown to the guardian, with the same next step', async () => {
    const page = await homeOf(jordan.guardianId, 'family')
    expect(page).toContain('What Jordan promised')
    expect(page).toContain('What we promised')
  })

  it('says what is late and by how much, never that somebody failed', async () => {
    court.setClock('2026-06-03T15:00:00Z')
    const page = await homeOf(jordan.respondentId)
    expect(page).toContain('5 days late')
    expect(page).not.toMatch(/overdue|failed|failure/i)
    court.setClock(STOPPED_AT)
  })

  it('ends with the certificate and an invitation to stay', async () => {
    await court.rows('set session_replication_role = replica')
    await court.rows(`update obligations set status = 'satisfied' where program_id = $1`, [program.id])
    await court.rows('set session_replication_role = default')
    expect(await homeOf(jordan.respondentId)).toContain('You kept every promise')
    given(await closeCase(court, program.coordinator, jordan.caseId, 'Jordan'))
    const page = await homeOf(jordan.respondentId)
    expect(page).toContain('You did it')
    expect(page).toContain(`href="/cases/${jordan.no}/certificate"`)
    expect(page).toContain('Stay on the jury')
    court.setClock('2026-08-03T15:00:00Z')
    const later = await homeOf(jordan.respondentId)
    expect(later).not.toContain('You did it')
    expect(later).toContain(`href="/cases/${jordan.no}/certificate"`)
    court.setClock(STOPPED_AT)
  })
})

describe('a guardian', () => {
  it('has one card for each child, and sees no other child', async () => {
    court.setClock(STOPPED_AT)
    program = await court.aProgram()
    const one = await aReadyMatter(court, program, { calledName: 'Noor' })
    const two = await aReadyMatter(court, program, { calledName: 'Luis' })
    const other = await aReadyMatter(court, program, { calledName: 'Strangerchild' })
    const desk = program.coordinator
    await act(court, desk, tx =>
      tiePeople(court, tx, desk, {
        personId: two.respondent.personId,
        otherId: one.respondent.guardianId,
        tie: 'guardian',
        sameHousehold: true,
      }),
    )
    await anAccountFor(court, program, one.respondent.guardianId, 'family')
    const page = await homeOf(one.respondent.guardianId, 'family')
    expect(page).toContain('aria-label="Noor"')
    expect(page).toContain('aria-label="Luis"')
    expect(page).not.toContain('Strangerchild')
    expect(other.caseId).toBeTruthy()
  })

  it('with nobody in their care is told so', async () => {
    const alone = await aReadyMatter(court, program, { withGuardian: false })
    await anAccountFor(court, program, alone.respondent.guardianId, 'family')
    expect(await homeOf(alone.respondent.guardianId, 'family')).toContain('Nobody is in your care here')
  })
})

describe('the page', () => {
  const linksOf = (page: string): string[] => [
    ...new Set([...page.matchAll(/href="(\/(?!assets)[^"]*)"/g)].map(([, to = '']) => to)),
  ]

  it('leads nowhere that its reader may not go, whatever is next', async () => {
    court.setClock(STOPPED_AT)
    program = await court.aProgram()
    const jordan = await anAgreement(court, program)
    await aNight(court, program)
    for (const day of ['2026-03-04', '2026-04-02', '2026-05-25', '2026-06-03']) {
      court.setClock(`${day}T15:00:00Z`)
      for (const [personId, role] of [
        [jordan.respondentId, 'youth'],
        [jordan.guardianId, 'family'],
      ] as const) {
        const visitor = await house.as(await asPerson(court, program, personId, role))
        for (const to of linksOf((await visitor.get('/home')).text))
          expect((await visitor.get(to)).status, `${role} ${day} ${to}`).toBeLessThan(400)
      }
    }
    court.setClock(STOPPED_AT)
  })

  it('sends the answer to an invitation where it is taken', async () => {
    const juror = await aJuror(court, program)
    await anAccountFor(court, program, juror.personId, 'youth')
    const night = await aNight(court, program, { day: '2026-03-26' })
    await invited(juror.jurorId, night.id)
    const visitor = await house.as(await asPerson(court, program, juror.personId, 'youth'))
    const [, to = ''] = /action="(\/dates[^"]*)"/.exec((await visitor.get('/home')).text) ?? []
    expect((await visitor.post(to, { answer: 'yes' })).status).toBe(303)
    expect((await visitor.get('/home')).text).toContain('You’re on the jury')
  })
})

it('is for young people and families only', async () => {
  for (const actor of [program.coordinator, program.facilitator, program.officer, program.evaluator])
    expect((await (await house.as(actor)).get('/home')).status).toBe(404)
  expect((await house.visitor().get('/home')).headers.location).toBe('/in?to=%2Fhome')
})

describe('an agreement that is proposed', () => {
  const readAt = async (personId: string, role: 'youth' | 'family') =>
    (await (await house.as(await asPerson(court, program, personId, role))).get('/agreement').expect(200)).text

  it('is to be signed on the first page as long as it can be read on the next, and not after the jury took it back (rule 29)', async () => {
    court.setClock(STOPPED_AT)
    program = await court.aProgram()
    const jordan = await aProposed(court, program)
    await anAccountFor(court, program, jordan.respondentId, 'youth')
    await anAccountFor(court, program, jordan.guardianId, 'family')
    const both = [[jordan.respondentId, 'youth'] as const, [jordan.guardianId, 'family'] as const]
    for (const [id, role] of both) {
      expect(await homeOf(id, role)).toContain('and sign it')
      expect(await readAt(id, role)).toContain('What the jury decided')
    }
    given(await redraft(court, program.facilitator, jordan.dispositionId))
    for (const [id, role] of both) {
      const page = await homeOf(id, role)
      expect(page).not.toContain('and sign it')
      expect(page).toContain('The agreement is being written')
      expect(await readAt(id, role)).not.toContain('What the jury decided')
    }
  })

  it('is nothing to sign any more when every name stands under it', async () => {
    program = await court.aProgram()
    const jordan = await aSigned(court, program)
    await anAccountFor(court, program, jordan.respondentId, 'youth')
    const page = await homeOf(jordan.respondentId)
    expect(page).toContain('Everybody has signed')
    expect(page).not.toContain('and sign it')
  })
})
