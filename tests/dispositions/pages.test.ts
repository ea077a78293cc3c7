import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCourt, asPerson, type Program, type TestCourt } from '../support/court.ts'
import { aDraft, aProposed, aSigned, aTerm, ours, service } from '../support/dispositions.ts'
import { aCaseInHearing, anAccountFor, type Jordan } from '../support/hearing.ts'
import { aHouse, type House, type Visitor } from '../support/house.ts'

let court: TestCourt
let house: House
let program: Program
let facilitator: Visitor
let coordinator: Visitor

beforeAll(async () => {
  court = await aCourt()
  program = await court.aProgram()
  house = await aHouse(court)
  facilitator = await house.as(program.facilitator)
  coordinator = await house.as(program.coordinator)
})
afterAll(async () => {
  await house.close()
  await court.close()
})

const at = (jordan: Jordan, step: string) => `/nights/${jordan.heldOn}/${jordan.position}/${step}`
const nights = {
  kind: 'jury-service',
  owedBy: 'young-person',
  title: 'Serve on a jury',
  amount: '2',
  dueOn: '2026-05-29',
  tiesTo: 'You were heard; now you listen',
}
const hours = {
  kind: 'community-service',
  owedBy: 'young-person',
  title: 'Help at the pantry',
  amount: '12½',
  dueOn: '2026-05-29',
}

describe('Decide', () => {
  it('shows what the grid allows for this offence, and the last lawful day with its reason (rules 24 and 32)', async () => {
    const jordan = await aCaseInHearing(court, program)
    const page = await facilitator.get(at(jordan, 'decide')).expect(200)
    expect(page.text).toContain('1 to 2 nights')
    expect(page.text).toContain('8 to 17 hours')
    expect(page.text).toContain('All of it by Thursday, July 2 at the latest: the days that this court gives.')
    expect(page.text).toContain('Draws comics')
    expect(page.text).not.toContain('Tate')
  })

  it('says when it is the source that wants the case back (rule 32)', async () => {
    const jordan = await aCaseInHearing(court, program, { returnBy: '2026-05-01' })
    const page = await facilitator.get(at(jordan, 'decide')).expect(200)
    expect(page.text).toContain('All of it by Friday, May 1 at the latest: the referrer wants it back by then.')
  })

  it('writes down promises of both sides, takes one off, and reads them back', async () => {
    const jordan = await aCaseInHearing(court, program)
    const form = await facilitator.get(`${at(jordan, 'decide')}?add=community-service`).expect(200)
    expect(form.text).toContain('Allowed here: 8 to 17 hours')
    await facilitator.post(at(jordan, 'decide/promises'), nights).expect(303)
    await facilitator.post(at(jordan, 'decide/promises'), hours).expect(303)
    await facilitator
      .post(at(jordan, 'decide/promises'), {
        kind: 'essay',
        owedBy: 'young-person',
        title: 'Write',
        amount: '1',
        dueOn: '2026-04-10',
        topic: 'Trust',
        length: '1 page',
      })
      .expect(303)
    await facilitator
      .post(at(jordan, 'decide/promises'), {
        kind: 'mentoring',
        owedBy: 'court',
        title: 'Meet Ana',
        amount: '1',
        dueOn: '2026-04-03',
      })
      .expect(303)
    const page = await facilitator.get(at(jordan, 'decide')).expect(200)
    expect(page.text).toContain('12½ hours')
    expect(page.text).toContain('About: Trust (1 page)')
    expect(page.text).toContain('Meet Ana')
    const [, removal] = /<h3>Write<\/h3><form method="post" action="([^"]+)"/.exec(page.text) ?? []
    await facilitator.post(removal ?? '').expect(303)
    await facilitator
      .post(at(jordan, 'decide'), { decidedHow: 'unanimous' })
      .expect(303)
      .expect('location', at(jordan, 'sign'))
    const sign = await facilitator.get(at(jordan, 'sign')).expect(200)
    expect(sign.text).toContain('What Jordan promises')
    expect(sign.text).toContain('What we promise Jordan')
  })

  it('refuses too many hours in words, keeps what was typed and changes nothing (rule 24)', async () => {
    const jordan = await aCaseInHearing(court, program)
    const page = await facilitator
      .post(at(jordan, 'decide/promises'), { ...hours, amount: '30', title: 'Help at the library' })
      .expect(409)
    expect(page.text).toContain('That is more than the grid allows (Help in the community: 8 to 17 hours).')
    expect(page.text).toContain('value="Help at the library"')
    expect(page.text).toContain('value="30"')
    expect(await court.rows('select 1 from terms where case_id = $1', [jordan.caseId])).toEqual([])
  })

  it('asks for topic and length of an essay, and names the field (rule 26)', async () => {
    const jordan = await aCaseInHearing(court, program)
    const page = await facilitator
      .post(at(jordan, 'decide/promises'), {
        kind: 'essay',
        owedBy: 'young-person',
        title: 'Write',
        amount: '1',
        dueOn: '2026-04-10',
      })
      .expect(422)
    expect(page.text).toContain('href="#topic"')
    expect(page.text).toContain('href="#length"')
  })

  it('will not be read back without jury service, and says so before anybody tries (rule 23)', async () => {
    const jordan = await aDraft(court, program, [service])
    const page = await facilitator.get(at(jordan, 'decide')).expect(200)
    expect(page.text).toContain('There is no jury service in it yet.')
    expect(page.text).not.toContain('Why no jury service?')
    const refused = await facilitator.post(at(jordan, 'decide'), { decidedHow: 'unanimous' }).expect(409)
    expect(refused.text).toContain('There is no jury service in it yet.')
    const forced = await facilitator
      .post(at(jordan, 'decide'), { decidedHow: 'unanimous', noJuryServiceReason: 'please' })
      .expect(409)
    expect(forced.text).toContain('Only the coordinator can leave out jury service.')
    const desk = await coordinator.get(at(jordan, 'decide')).expect(200)
    expect(desk.text).toContain('Why no jury service?')
  })

  it('is not read back before anything is promised: it says so, and keeps what was typed (rule 23)', async () => {
    const jordan = await aCaseInHearing(court, program)
    const sent = { decidedHow: 'consensus', reasons: 'They listened to each other.', noJuryServiceReason: 'Far away' }
    const page = await coordinator.post(at(jordan, 'decide'), sent).expect(409)
    expect(page.text).toContain('Nothing is promised yet.')
    expect(page.text).toContain('They listened to each other.')
    expect(page.text).toContain('value="Far away"')
    expect(await court.rows('select 1 from dispositions where case_id = $1', [jordan.caseId])).toEqual([])
    const facilitated = await facilitator.post(at(jordan, 'decide'), { decidedHow: 'unanimous' }).expect(409)
    expect(facilitated.text).toContain('There is no jury service in it yet.')
    const unread = await coordinator.post(at(jordan, 'decide'), { reasons: 'They listened.' }).expect(422)
    expect(unread.text).toContain('They listened.')
  })

  it('says that a hearing has not begun, where somebody is quicker than the room', async () => {
    const jordan = await aCaseInHearing(court, program)
    await court.rows(`alter table hearings disable trigger user`)
    await court.rows(`update hearings set status = 'docketed' where id = $1`, [jordan.hearingId])
    await court.rows(`alter table hearings enable trigger user`)
    const page = await facilitator.post(at(jordan, 'decide'), { decidedHow: 'unanimous' }).expect(409)
    expect(page.text).toContain('This case is not being heard now.')
  })

  it('suggests a promise of the court while there is none', async () => {
    const jordan = await aDraft(court, program, [aTerm()])
    expect((await facilitator.get(at(jordan, 'decide'))).text).toContain('Introduce Jordan to a mentor')
    const kept = await aDraft(court, program, [aTerm(), ours])
    expect((await facilitator.get(at(kept, 'decide'))).text).not.toContain('Promise Jordan something too')
  })

  it('is no page for a young person, and none for a night that is not there', async () => {
    const jordan = await aCaseInHearing(court, program)
    await anAccountFor(court, program, jordan.respondentId, 'youth')
    const youth = await house.as(await asPerson(court, program, jordan.respondentId, 'youth'))
    await youth.get(at(jordan, 'decide')).expect(404)
    await facilitator.get('/nights/2026-03-04/9999/decide').expect(404)
    await facilitator.get('/nights/2026-13-99/1/decide').expect(404)
    await (await house.as((await court.aProgram()).facilitator)).get(at(jordan, 'decide')).expect(404)
  })

  it('acts once on a form that was sent twice', async () => {
    const jordan = await aCaseInHearing(court, program)
    const once = '0197c0de-0000-7000-8000-000000000001'
    await facilitator.post(at(jordan, 'decide/promises'), { ...nights, once }).expect(303)
    await facilitator.post(at(jordan, 'decide/promises'), { ...nights, once })
    expect(await court.rows('select 1 from terms where case_id = $1', [jordan.caseId])).toHaveLength(1)
  })
})

describe('Sign', () => {
  const names = (jordan: Jordan) => ({
    canDo: 'yes',
    wouldChange: 'A later day',
    respondentName: 'Jordan Tate',
    guardianId: jordan.guardianId,
    guardianName: 'Rosa Tate',
    facilitatorName: 'Marcus Lee',
    how: 'screen',
  })

  it('asks two questions, takes the names and goes on to the jury nights (rule 29)', async () => {
    const jordan = await aProposed(court, program)
    const page = await facilitator.get(at(jordan, 'sign')).expect(200)
    expect(page.text).toContain('Can you do this?')
    expect(page.text).toContain('What would you change?')
    await facilitator.post(at(jordan, 'sign'), names(jordan)).expect(303).expect('location', at(jordan, 'book'))
    expect((await facilitator.get(at(jordan, 'sign'))).text).toContain('Everybody has signed')
  })

  it('stays until the last name stands there', async () => {
    const jordan = await aProposed(court, program)
    const others = { ...names(jordan), guardianName: '', guardianId: '' }
    await facilitator.post(at(jordan, 'sign'), others).expect(303).expect('location', at(jordan, 'sign'))
    const page = await facilitator.get(at(jordan, 'sign')).expect(200)
    expect(page.text).toContain('1 name is still missing')
    expect(page.text).not.toContain('Can you do this?')
  })

  it('does not take a name from one who is not sure', async () => {
    const jordan = await aProposed(court, program)
    const page = await facilitator.post(at(jordan, 'sign'), { ...names(jordan), canDo: 'no' }).expect(409)
    expect(page.text).toContain('Then do not sign yet.')
    expect(page.text).toContain('value="Jordan Tate"')
    await facilitator.post(at(jordan, 'draft')).expect(303).expect('location', at(jordan, 'decide'))
    expect((await facilitator.get(at(jordan, 'decide'))).text).toContain('Read it back')
  })

  it('takes no word that is no person for a guardian, and no person who is none of theirs (rule 29)', async () => {
    const [jordan, other] = [await aProposed(court, program), await aProposed(court, program)]
    const garbage = await facilitator.post(at(jordan, 'sign'), { ...names(jordan), guardianId: 'Rosa' }).expect(422)
    expect(garbage.text).toContain('value="Rosa Tate"')
    const stranger = { ...names(jordan), guardianId: other.guardianId }
    const refused = await facilitator.post(at(jordan, 'sign'), stranger).expect(409)
    expect(refused.text).toContain('Choose one of the guardians that we know.')
    expect(refused.text).toContain('value="Rosa Tate"')
    expect(await court.rows('select 1 from signatures where disposition_id = $1', [jordan.dispositionId])).toEqual([])
  })

  it('writes down a responsible adult by name alone where the court knows no guardian (rule 29)', async () => {
    const [jordan, other] = [await aProposed(court, program), await aProposed(court, program)]
    await court.rows('delete from kinships where person_id = $1', [jordan.respondentId])
    await facilitator.post(at(jordan, 'sign'), { ...names(jordan), guardianId: other.guardianId }).expect(409)
    await facilitator.post(at(jordan, 'sign'), { ...names(jordan), guardianId: '' }).expect(303)
    expect(
      await court.rows(
        `select person_id, typed_name from signatures where disposition_id = $1 and signer = 'guardian'`,
        [jordan.dispositionId],
      ),
    ).toEqual([{ person_id: null, typed_name: 'Rosa Tate' }])
  })

  it('lets the family say no', async () => {
    const jordan = await aProposed(court, program)
    await facilitator.post(at(jordan, 'refusal')).expect(303).expect('location', `/nights/${jordan.heldOn}`)
    const [row] = await court.rows<{ status: string }>('select status from cases where id = $1', [jordan.caseId])
    expect(row?.status).toBe('withdrawn')
  })
})

describe('the agreement at the desk and on paper', () => {
  it('shows both sides, who signed and who is missing, and leads to what is next', async () => {
    const jordan = await aProposed(court, program)
    const page = await coordinator.get(`/cases/${jordan.no}/agreement`).expect(200)
    expect(page.text).toContain('Still to sign')
    expect(page.text).toContain(at(jordan, 'sign'))
    expect(page.text).toContain('Decided by a jury of 4')
    await facilitator.get(`/cases/${jordan.no}/agreement`).expect(404)
  })

  it('prints both sides’ promises with the names under them, for the family too and for no other family', async () => {
    const [jordan, other] = [await aSigned(court, program), await aSigned(court, program)]
    const paper = await facilitator.get(`/cases/${jordan.no}/agreement/print`).expect(200)
    expect(paper.text).toContain('Introduce Jordan to an art mentor')
    expect(paper.text).toContain('Rosa Tate')
    await anAccountFor(court, program, jordan.guardianId, 'family')
    const rosa = await house.as(await asPerson(court, program, jordan.guardianId, 'family'))
    await rosa.get(`/cases/${jordan.no}/agreement/print`).expect(200)
    await rosa.get(`/cases/${other.no}/agreement/print`).expect(404)
  })

  it('is no paper while the jury is still writing, neither for the family nor for anybody else', async () => {
    const jordan = await aDraft(court, program, [aTerm()])
    await anAccountFor(court, program, jordan.respondentId, 'youth')
    const youth = await house.as(await asPerson(court, program, jordan.respondentId, 'youth'))
    await youth.get(`/cases/${jordan.no}/agreement/print`).expect(404)
    await facilitator.get(`/cases/${jordan.no}/agreement/print`).expect(404)
  })

  it('enters that somebody looked (rule 47)', async () => {
    const jordan = await aSigned(court, program)
    const looks = () =>
      court.rows(`select 1 from register_entries where case_id = $1 and act = 'looked-at'`, [jordan.caseId])
    const before = await looks()
    await coordinator.get(`/cases/${jordan.no}/agreement`).expect(200)
    expect(await looks()).toHaveLength(before.length + 1)
  })
})
