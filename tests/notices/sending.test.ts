import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sendDue, voidNotices } from '#court/notices'
import { openPost, type Post } from '#platform/mail'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aMailServer, closeMailServers } from '../support/mail-server.ts'
import { aCourt, type Program, STOPPED_AT, type TestCourt } from '../support/court.ts'
import { aCase, aPerson, keptPost, mailroomOf, outboxOf, seal, sendOne } from './support.ts'

let court: TestCourt
let program: Program

beforeAll(async () => {
  court = await aCourt()
})
beforeEach(async () => {
  court.setClock(STOPPED_AT)
  program = await court.aProgram()
})
afterAll(() => court.close())

const thanksTo = (personId: string, more = {}) =>
  sendOne(court, program.coordinator, { kind: 'thanks', to: { personId }, facts: {}, ...more })

describe('A letter', () => {
  test('is written when it is sent, with the name and the clock of the one who reads it', async () => {
    const post = keptPost()
    const personId = await aPerson(court, program, { calledName: 'Jordan' })
    const facts = { startsAt: '2026-03-26T21:30:00Z', place: 'Room 204' }
    await sendOne(court, program.coordinator, { kind: 'hearing', to: { personId }, facts })
    await court.rows(`update people set called_name = 'Jo' where id = $1`, [personId])

    expect(await sendDue(court, program.id, mailroomOf(post))).toEqual({ sent: 1, printed: 0, failed: 0 })
    expect(post.letters).toMatchObject([
      { to: `${personId}@home.test`, subject: 'A date for you', from: 'Youth court', language: 'en' },
    ])
    expect(post.letters[0]?.text).toBe(
      [
        'Hello Jo,',
        'We look forward to seeing you.',
        'When: Thursday, March 26, 2026, 5:30 PM\nWhere: Room 204',
        'Please come 15 minutes early. Are you under 18? Come with a parent or the adult you live with.',
        'Do you need a ride, an interpreter or another date? Call us as soon as you can.',
        'Questions? Call us: 555-0100.\nYour own page: https://court.test',
        'Thank you,\nMaple Street Youth Court\n',
      ].join('\n\n'),
    )
  })

  test('to a member of staff goes to the address of their account', async () => {
    const post = keptPost()
    const { membershipId, accountId, name } = program.officer
    await sendOne(court, program.coordinator, {
      kind: 'completed-source',
      to: { membershipId: membershipId! },
      facts: { caseNo: '26-0142' },
    })
    await sendDue(court, program.id, mailroomOf(post))
    expect(post.letters[0]?.to).toBe(`${accountId}@court.test`)
    expect(post.letters[0]?.text).toContain(`Hello ${name},`)
    expect(post.letters[0]?.text).toContain('Reference: 26-0142\nStatus: completed.')
  })

  test('waits for a printer when there is no e-mail or paper is liked better', async () => {
    const post = keptPost()
    await thanksTo(await aPerson(court, program, { email: null }))
    await thanksTo(await aPerson(court, program, { reachBy: 'paper' }))
    await thanksTo(await aPerson(court, program, { reachBy: 'phone' }))
    await sendDue(court, program.id, mailroomOf(post))
    expect(post.letters).toEqual([])
    expect((await outboxOf(court, program)).map(row => row.channel)).toEqual(['print', 'print', 'print'])
  })

  test('from somebody who may not see how a family is reached finds its way when it is due', async () => {
    const personId = await aPerson(court, program, { reachBy: 'paper' })
    await sendOne(court, program.officer, { kind: 'thanks', to: { personId }, facts: {} })
    expect(await sendDue(court, program.id, mailroomOf(keptPost()))).toEqual({ sent: 0, printed: 1, failed: 0 })
    expect((await outboxOf(court, program))[0]).toMatchObject({ channel: 'print', sent_at: null })
  })

  test('is not sent before its time', async () => {
    const post = keptPost()
    await thanksTo(await aPerson(court, program), { dueAt: new Date('2026-03-05T09:00:00Z') })
    await sendDue(court, program.id, mailroomOf(post))
    expect(post.letters).toHaveLength(0)
    court.setClock('2026-03-05T09:00:00Z')
    await sendDue(court, program.id, mailroomOf(post))
    expect(post.letters).toHaveLength(1)
  })

  test('is not sent once it is taken back', async () => {
    const post = keptPost()
    const personId = await aPerson(court, program)
    const caseId = await aCase(court, program, personId)
    await thanksTo(personId, { caseId })
    await thanksTo(personId, { caseId, kind: 'could-not-reach' })
    await court.db.withProgram(program.coordinator, tx =>
      voidNotices(court, tx, program.coordinator, { caseId, kinds: ['thanks'] }),
    )
    await sendDue(court, program.id, mailroomOf(post))
    expect(post.letters.map(letter => letter.subject)).toEqual(['Please call us'])
  })

  test('is taken back by the desk only, and never silently not', async () => {
    const { facilitator } = program
    const act = court.db.withProgram(facilitator, tx => voidNotices(court, tx, facilitator, { caseId: program.id }))
    await expect(act).rejects.toThrow('letters are taken back by the desk')
  })

  test('about a case that is sealed meanwhile is not sent (rule 45)', async () => {
    const post = keptPost()
    const personId = await aPerson(court, program)
    const caseId = await aCase(court, program, personId)
    await thanksTo(personId, { caseId })
    await seal(court, caseId)
    expect(await sendDue(court, program.id, mailroomOf(post))).toEqual({ sent: 0, printed: 0, failed: 0 })
    expect(post.letters).toEqual([])
  })

  test('is sent by its own program only', async () => {
    const post = keptPost()
    await thanksTo(await aPerson(court, program))
    const other = await court.aProgram()
    await sendDue(court, other.id, mailroomOf(post))
    expect(post.letters).toEqual([])
  })

  test('that lacks a fact is refused in the act that wants to send it', async () => {
    const personId = await aPerson(court, program)
    await expect(sendOne(court, program.coordinator, { kind: 'warning', to: { personId }, facts: {} })).rejects.toThrow(
      'needs cureBy',
    )
  })
})

describe('Sending', () => {
  test('two servers at once send each letter once', async () => {
    const post = keptPost()
    for (let n = 0; n < 6; n += 1) await thanksTo(await aPerson(court, program))
    const counts = await Promise.all([1, 2, 3].map(() => sendDue(court, program.id, mailroomOf(post))))
    expect(counts.reduce((sum, count) => sum + count.sent, 0)).toBe(6)
    expect(new Set(post.letters.map(letter => letter.id)).size).toBe(6)
    expect(post.letters).toHaveLength(6)
  })

  test('that fails is tried again later, and leaves a code and no words', async () => {
    const refused = Object.assign(new Error('no mailbox for Quillane'), { code: 'EENVELOPE', responseCode: 550 })
    const post: Post = { send: () => Promise.reject(refused), close: () => undefined }
    await thanksTo(await aPerson(court, program))
    expect(await sendDue(court, program.id, mailroomOf(post))).toEqual({ sent: 0, printed: 0, failed: 1 })
    expect((await outboxOf(court, program))[0]).toMatchObject({
      tries: 1,
      last_fault: 'EENVELOPE 550',
      due_at: new Date('2026-03-04T15:01:00Z'),
      sent_at: null,
    })
  })

  test('that fails every time ends with a letter to print', async () => {
    const post: Post = { send: () => Promise.reject(new Error('down')), close: () => undefined }
    await thanksTo(await aPerson(court, program))
    for (let day = 4; day < 12; day += 1) {
      court.setClock(`2026-03-${String(day).padStart(2, '0')}T15:00:00Z`)
      await sendDue(court, program.id, mailroomOf(post))
    }
    expect((await outboxOf(court, program))[0]).toMatchObject({ channel: 'print', tries: 7, sent_at: null })
  })

  test('a letter that cannot be written holds up no other', async () => {
    const post = keptPost()
    const personId = await aPerson(court, program)
    await sendOne(court, program.coordinator, {
      kind: 'hearing',
      to: { personId },
      facts: { startsAt: 'tomorrow', place: 'x' },
    })
    await thanksTo(personId)
    expect(await sendDue(court, program.id, mailroomOf(post))).toEqual({ sent: 1, printed: 0, failed: 1 })
    expect(post.letters.map(letter => letter.subject)).toEqual(['Thank you'])
  })
})

describe('A slow mail server', () => {
  afterEach(closeMailServers)

  test('holds no transaction open, and the letter is marked when it has been taken', async () => {
    const seen: object[] = []
    const beforeTaking = async (): Promise<void> => {
      seen.push(
        ...(await court.rows(
          `select state from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null`,
        )),
        ...(await outboxOf(court, program)).map(({ sent_at, taken_until }) => ({ sent_at, taken_until })),
      )
    }
    const { url, heard } = await aMailServer({}, { beforeTaking })
    const post = openPost({ way: 'smtp', url }, 'court@example.org')
    await thanksTo(await aPerson(court, program))
    expect(await sendDue(court, program.id, mailroomOf(post))).toEqual({ sent: 1, printed: 0, failed: 0 })
    expect(seen).toEqual([{ sent_at: null, taken_until: new Date('2026-03-04T15:05:00Z') }])
    expect(heard).toContain('Subject: Thank you')
    expect((await outboxOf(court, program))[0]).toMatchObject({ sent_at: court.now(), taken_until: null, tries: 1 })
    post.close()
  })

  test('and a letter that is taken back while it goes out was sent, and is not sent again', async () => {
    const post = keptPost()
    const personId = await aPerson(court, program)
    const caseId = await aCase(court, program, personId)
    const takesBack: Post = {
      ...post,
      send: async mail => {
        await court.db.withProgram(program.coordinator, tx => voidNotices(court, tx, program.coordinator, { caseId }))
        await post.send(mail)
      },
    }
    await thanksTo(personId, { caseId })
    expect(await sendDue(court, program.id, mailroomOf(takesBack))).toMatchObject({ sent: 1 })
    expect((await outboxOf(court, program))[0]).toMatchObject({ sent_at: court.now(), voided_at: null })
    expect(await sendDue(court, program.id, mailroomOf(post))).toMatchObject({ sent: 0 })
  })
})

describe('A sender that dies', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'peer-jury-mail-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  /** Sends as it should, and then never comes back. */
  const dyingPost = (post: Post) => {
    const { promise: died, resolve } = Promise.withResolvers<void>()
    const send: Post['send'] = async mail => {
      await post.send(mail)
      resolve()
      await new Promise(() => undefined)
    }
    return { died, post: { ...post, send } }
  }

  test('between sending and marking sends the letter twice and never not at all, and both times as the same letter', async () => {
    const post = keptPost()
    const toFolder = openPost({ way: 'folder', folder }, 'court@example.org')
    const both: Post = {
      send: async mail => void (await Promise.all([post.send(mail), toFolder.send(mail)])),
      close: () => undefined,
    }
    await thanksTo(await aPerson(court, program))

    const dying = dyingPost(both)
    void sendDue(court, program.id, mailroomOf(dying.post))
    await dying.died
    expect((await outboxOf(court, program))[0]).toMatchObject({ sent_at: null, tries: 0 })
    court.setClock('2026-03-04T15:04:59Z')
    expect(await sendDue(court, program.id, mailroomOf(both))).toMatchObject({ sent: 0 })
    court.setClock('2026-03-04T15:05:00Z')
    expect(await sendDue(court, program.id, mailroomOf(both))).toMatchObject({ sent: 1 })
    expect(await sendDue(court, program.id, mailroomOf(both))).toMatchObject({ sent: 0 })

    expect(post.letters).toHaveLength(2)
    expect(post.letters[0]).toEqual(post.letters[1])
    const [file, ...others] = await readdir(folder)
    expect(others).toEqual([])
    expect(file).toBe(`${post.letters[0]?.id}.eml`)
    const written = await readFile(join(folder, file!), 'utf8')
    expect(written).toContain(`Message-ID: <${post.letters[0]?.id}@example.org>`)
    expect(written).toContain('From: Youth court <court@example.org>')
    expect(written).toContain('Subject: Thank you')
  })

  test('and comes back with a fault after another has sent the letter changes nothing', async () => {
    const post = keptPost()
    await thanksTo(await aPerson(court, program))
    const late: Post = {
      ...post,
      send: async () => {
        court.setClock('2026-03-04T15:06:00Z')
        await sendDue(court, program.id, mailroomOf(post))
        throw new Error('down')
      },
    }
    await sendDue(court, program.id, mailroomOf(late))
    expect((await outboxOf(court, program))[0]).toMatchObject({ sent_at: court.now(), tries: 1, last_fault: null })
    expect(post.letters).toHaveLength(1)
  })
})
