import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noticesOfCase, sendDue } from '#court/notices'
import { postPrinted } from '../../src/court/notices/actions.ts'
import { needs, type NoticeKind, noticeKinds } from '../../src/court/notices/notice.ts'
import { lettersToPrint } from '../../src/court/notices/records.ts'
import { aCourt, type Program, type TestCourt } from '../support/court.ts'
import { aCase, aPerson, keptPost, mailroomOf, sendOne } from './support.ts'

let court: TestCourt
let program: Program

beforeAll(async () => {
  court = await aCourt()
  program = await court.aProgram({ name: 'The program' })
})
afterAll(() => court.close())

const everything = {
  caseNo: '26-0142',
  startsAt: '2026-03-26T21:30:00Z',
  place: '12 Maple Street',
  dueOn: '2026-05-08',
  cureBy: '2026-04-01',
  minutes: 150,
}

const written = async (kind: NoticeKind, language = 'en') => {
  const post = keptPost()
  await sendOne(court, program.coordinator, {
    kind,
    to: { personId: await aPerson(court, program, { language }) },
    facts: everything,
  })
  await sendDue(court, program.id, mailroomOf(post))
  return post.letters[0]!
}

/** What somebody must not learn who looks at a locked phone on a kitchen table. */
const telling =
  /offen[cs]e|respondent|defendant|\bjur(y|or)|hearing|sentence|victim|harmed|sanction|violation|police|theft|court|comply|compliance|disposition|obligation|agreement|promise/i

test('A referrer finds the own report again in each letter, where they gave its number', async () => {
  const post = keptPost()
  await sendOne(court, program.coordinator, {
    kind: 'referral-accepted',
    to: { email: 'rivera@police.test' },
    facts: { caseNo: '26-0142', reportNo: 'R-118' },
  })
  await sendDue(court, program.id, mailroomOf(post))
  expect(post.letters[0]?.text).toContain('Reference: 26-0142\nYour report: R-118\nStatus: accepted.')
})

describe('Every letter', () => {
  test.each(noticeKinds)('%s says neither what happened nor what the reader is to the court (rule 52)', async kind => {
    const letter = await written(kind)
    expect(letter.subject).not.toMatch(telling)
    expect(letter.text.replaceAll('https://court.test', '')).not.toMatch(telling)
    expect(letter.from).toBe('Youth court')
    expect(letter.text).toMatch(/^Hello Quillane,\n\n/)
    expect(letter.text).not.toMatch(/[{}<>]|&\w+;|undefined|null|Invalid/)
  })

  test.each(noticeKinds.filter(kind => needs[kind].includes('caseNo')))(
    '%s gives the referrer a reference and a status, and no name of anybody else (rule 43)',
    async kind => {
      const letter = await written(kind)
      expect(letter.text).toMatch(/Reference: 26-0142\nStatus: /)
      expect(letter.text).not.toContain('Brackenridge')
    },
  )

  test('to a family keeps short sentences', async () => {
    for (const kind of noticeKinds.filter(one => !needs[one].includes('caseNo'))) {
      const { text } = await written(kind)
      const longest = Math.max(...text.split(/[.?!\n]+/).map(sentence => sentence.trim().split(/\s+/).length))
      expect(longest, kind).toBeLessThanOrEqual(15)
    }
  })

  test('is wholly English, dates and subject too, while its texts are not written in the language of the one who reads it', async () => {
    const letter = await written('promise-due', 'fr')
    const { subject, text } = await written('promise-due', 'en')
    expect(letter).toMatchObject({ subject, text, language: 'en' })
    expect((await written('promise-due', 'vi')).language).toBe('en')
  })
})

describe('A letter on paper', () => {
  test('is listed until somebody has posted it, and that is entered', async () => {
    const personId = await aPerson(court, program, { reachBy: 'paper' })
    const caseId = await aCase(court, program, personId)
    await sendOne(court, program.coordinator, { kind: 'hearing', to: { personId }, caseId, facts: everything })
    const list = () => court.db.withProgram(program.coordinator, tx => lettersToPrint(tx, program.id, court.now()))
    const [letter] = await list()
    expect(letter).toMatchObject({ kind: 'hearing', caseId, calledName: 'Quillane' })

    expect(await postPrinted(court, program.coordinator, letter!.id)).toEqual({ posted: true })
    expect(await list()).toEqual([])
    expect(await postPrinted(court, program.coordinator, letter!.id)).toEqual({ refused: 'posted-already' })
    const entered = await court.rows(
      `select act, thing, case_id, person_id, particulars from register_entries where thing_id = $1`,
      [letter!.id],
    )
    expect(entered).toEqual([
      {
        act: 'letter-printed',
        thing: 'notice',
        case_id: caseId,
        person_id: personId,
        particulars: { kind: 'hearing' },
      },
    ])
  })

  test('is nothing that a facilitator or an officer could see', async () => {
    await sendOne(court, program.coordinator, {
      kind: 'thanks',
      to: { personId: await aPerson(court, program, { email: null }) },
      facts: {},
    })
    for (const actor of [program.facilitator, program.officer, program.evaluator]) {
      expect(await court.db.withProgram(actor, tx => lettersToPrint(tx, program.id, court.now()))).toEqual([])
    }
  })

  test('stands among the letters of its case', async () => {
    const personId = await aPerson(court, program)
    const caseId = await aCase(court, program, personId)
    await sendOne(court, program.coordinator, { kind: 'thanks', to: { personId }, caseId, facts: {} })
    const letters = await court.db.withProgram(program.coordinator, tx =>
      noticesOfCase(tx, { programId: program.id, caseId }),
    )
    expect(letters).toMatchObject([{ kind: 'thanks', channel: 'mail', personId, sentAt: null, voidedAt: null }])
  })
})
