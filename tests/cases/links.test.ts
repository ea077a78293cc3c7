/** Young people who answer for one incident: their cases are linked at the desk, and none of them judges another (rule 13). */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { linkCases, unlinkCases } from '#court/cases'
import { beginHearing, drawJury, juryOf, stepBack } from '#court/jury'
import { isRefusal } from '#platform/refusal'
import { aReferredCase, must } from '../support/cases.ts'
import { aCourt, type Program, STOPPED_AT, type TestCourt } from '../support/court.ts'
import { aHouse, type House, type Visitor } from '../support/house.ts'
import { aNightUnderWay, aReadyMatter, granted } from '../support/night.ts'

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

const two = async (reports: [string | null, string | null] = ['R-1', 'R-2']) =>
  [
    await aReferredCase(court, program, { reportNo: reports[0] }),
    await aReferredCase(court, program, { calledName: 'Sam', lastName: 'Ortiz', reportNo: reports[1] }),
  ] as const
const links = () =>
  court.rows('select case_id, other_case_id, link from case_links where program_id = $1', [program.id])
const entries = (act: string) =>
  court.rows<{ case_id: string; particulars: unknown }>(
    'select case_id, particulars from register_entries where program_id = $1 and act = $2 order by id',
    [program.id, act],
  )
const link = (one: { caseId: string }, no: string) =>
  linkCases(court, program.coordinator, one.caseId, { no, reason: 'same-incident' })

describe('Two cases of one incident', () => {
  test('are linked by number, both cases tell of it, and each page shows the other', async () => {
    const [one, other] = await two()
    const page = await dana.get(`/cases/${one.no}/co-respondents`)
    expect(page.text).toContain('No other case yet.')
    const sent = await dana.post(`/cases/${one.no}/co-respondents`, { otherNo: other.no, reason: 'same-incident' })
    expect([sent.status, sent.headers.location]).toEqual([303, `/cases/${one.no}/co-respondents`])
    expect(await links()).toHaveLength(1)
    expect(await entries('co-respondent-linked')).toEqual([
      { case_id: one.caseId, particulars: { with: other.no, reason: 'same-incident' } },
      { case_id: other.caseId, particulars: { with: one.no, reason: 'same-incident' } },
    ])
    expect((await dana.get(`/cases/${one.no}/co-respondents`)).text).toContain('Sam O.')
    expect((await dana.get(`/cases/${other.no}/co-respondents`)).text).toContain('Jordan T.')
    expect((await dana.get(`/cases/${one.no}`)).text).toContain('linked a case of the same incident')
  })

  test('are proposed where the report has the same number, and nothing is linked before somebody says so', async () => {
    const [one, other] = await two(['R-2026-7', ' r-2026-7 '])
    await aReferredCase(court, program, { calledName: 'Kim', lastName: 'Bell', reportNo: null })
    const page = (await dana.get(`/cases/${one.no}/co-respondents`)).text
    expect(page).toContain('These came with the same report number')
    expect(page).toContain(`Link ${other.no}`)
    expect(page).not.toContain('Kim B.')
    expect(await links()).toEqual([])
    await dana.post(`/cases/${one.no}/co-respondents`, { otherNo: other.no, reason: 'same-report' })
    expect((await dana.get(`/cases/${one.no}/co-respondents`)).text).not.toContain('the same report number</h2>')
  })

  test('are unlinked with the reason, and both cases tell of that too', async () => {
    const [one, other] = await two()
    must(await link(one, other.no))
    const sent = await dana.post(`/cases/${other.no}/co-respondents/${one.caseId}/removal`, { because: 'wrong-case' })
    expect(sent.status).toBe(303)
    expect(await links()).toEqual([])
    expect((await entries('co-respondent-unlinked')).map(one => one.case_id)).toEqual([other.caseId, one.caseId])
    const again = await dana.post(`/cases/${other.no}/co-respondents/${one.caseId}/removal`, { because: 'wrong-case' })
    expect(again.status).toBe(409)
    expect(again.text).toContain('not linked any more')
  })

  test('the look at each case that is shown is entered (rule 47)', async () => {
    const [one, other] = await two(['R-9', 'R-9'])
    await dana.get(`/cases/${one.no}/co-respondents`)
    const seen = await court.rows<{ case_id: string }>(
      `select distinct case_id from register_entries where program_id = $1 and act = 'looked-at'`,
      [program.id],
    )
    expect(seen.map(row => row.case_id)).toEqual(expect.arrayContaining([one.caseId, other.caseId]))
  })
})

describe('What is no such case', () => {
  test('a number of another program is refused in the words of a number that never was, and what was typed stays', async () => {
    const [one] = await two()
    const elsewhere = await court.aProgram()
    for (let at = 0; at < 3; at++) await aReferredCase(court, elsewhere, { calledName: `Far${at}` })
    const [foreign] = await court.rows<{ no: string }>(
      'select no from cases where program_id = $1 order by no desc limit 1',
      [elsewhere.id],
    )
    const pages = []
    for (const no of [foreign?.no ?? '', '26-9999']) {
      const sent = await dana.post(`/cases/${one.no}/co-respondents`, { otherNo: no, reason: 'same-incident' })
      expect(sent.status).toBe(409)
      expect(sent.text).toContain('There is no case with this number here.')
      expect(sent.text).toContain(`value="${no}"`)
      pages.push(
        sent.text
          .slice(sent.text.indexOf('<main'))
          .replaceAll(no, 'X')
          .replaceAll(/name="once" value="[^"]*"/g, ''),
      )
    }
    expect(pages[0]).toBe(pages[1])
    expect(await links()).toEqual([])
  })

  test('itself, a second case of the same young person, and one that is linked already are refused', async () => {
    const [one, other] = await two()
    expect(await link(one, one.no)).toEqual({ refused: 'same-case' })
    must(await link(one, other.no))
    expect(await link(other, one.no)).toEqual({ refused: 'linked-already' })
    await court.rows('update case_links set link = $1', ['further-matter'])
    await court.rows(`update cases set status = 'screening' where id = $1`, [other.caseId])
    await court.rows('alter table cases disable trigger user')
    await court.rows(
      `update cases set respondent_id = $1, status = 'closed_success', closed_on = '2026-03-01' where id = $2`,
      [one.respondentId, other.caseId],
    )
    await court.rows('alter table cases enable trigger user')
    expect(await link(one, other.no)).toEqual({ refused: 'same-person' })
  })

  test('of two who link the same cases in the same moment one is told that they are linked', async () => {
    const [one, other] = await two()
    const answers = await Promise.all([link(one, other.no), link(other, one.no)])
    expect(answers.filter(isRefusal)).toEqual([{ refused: 'linked-already' }])
    expect(await links()).toHaveLength(1)
  })

  test('nobody but the coordinator links, on no page and not in the database', async () => {
    const [one, other] = await two()
    for (const who of [program.facilitator, program.officer, program.evaluator]) {
      const visitor = await house.as(who)
      expect((await visitor.get(`/cases/${one.no}/co-respondents`)).status).toBe(404)
    }
    await expect(
      linkCases(court, { ...program.facilitator }, one.caseId, { no: other.no, reason: 'same-incident' }),
    ).resolves.toEqual({ refused: 'no-such-case' })
    must(await link(one, other.no))
    await expect(
      unlinkCases(court, program.facilitator, one.caseId, { otherId: other.caseId, reason: 'wrong-case' }),
    ).rejects.toThrow()
    expect(await links()).toHaveLength(1)
  })
})

describe('The jury of a case', () => {
  const anAccusedJuror = async (personId = '') => {
    const matter = await aReadyMatter(court, program)
    await court.rows('update cases set respondent_id = $1 where id = $2', [personId, matter.caseId])
    return matter
  }

  test('holds nobody who answers for the same incident, and one who sits already steps back before it begins', async () => {
    const heard = await aNightUnderWay(court, program, { jurors: 8 })
    granted(await drawJury(court, program.facilitator, heard.hearingId))
    const seats = async () =>
      (await court.db.withProgram(program.facilitator, tx => juryOf(tx, program.id, heard.hearingId))).seats
    const sits = (await seats())[0]?.jurorId ?? ''
    const accused = await anAccusedJuror(heard.jurors.find(one => one.jurorId === sits)?.personId)
    granted(
      await linkCases(court, program.coordinator, heard.matter.caseId, { no: accused.no, reason: 'told-by-source' }),
    )
    const begin = () => beginHearing(court, program.facilitator, heard.hearingId, { asked: true })
    expect(await begin()).toEqual({ refused: 'juror-conflict' })
    granted(await stepBack(court, program.facilitator, heard.hearingId, sits))
    granted(await begin())
    expect((await seats()).map(seat => seat.jurorId)).not.toContain(sits)
  })

  test('may hold them again once the link is taken away', async () => {
    const heard = await aNightUnderWay(court, program, { jurors: 8 })
    const accused = await anAccusedJuror(heard.jurors[0]?.personId)
    const { caseId } = heard.matter
    granted(await linkCases(court, program.coordinator, caseId, { no: accused.no, reason: 'same-incident' }))
    const drawn = granted(await drawJury(court, program.facilitator, heard.hearingId))
    expect([...drawn.seated, ...drawn.alternates]).not.toContain(heard.jurors[0]?.jurorId)
    granted(
      await unlinkCases(court, program.coordinator, caseId, { otherId: accused.caseId, reason: 'other-incident' }),
    )
    const again = granted(
      await drawJury(court, program.facilitator, heard.hearingId, { reason: 'the link was a mistake' }),
    )
    expect([...again.seated, ...again.alternates]).toContain(heard.jurors[0]?.jurorId)
  })
})
