import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  amendRulebook,
  editionsOf,
  foundProgram,
  type Rulebook,
  rulebookOf,
  rulebookOn,
  starterRulebook,
} from '#court/programs'
import { enter } from '#court/register'
import { aReferredCase } from '../support/cases.ts'
import { aCourt, type Program, type TestCourt } from '../support/court.ts'

let court: TestCourt
let program: Program
beforeAll(async () => {
  court = await aCourt()
})
beforeEach(async () => {
  program = await court.aProgram()
})
afterAll(() => court.close())

const rules = starterRulebook('charlotte')
const band = (peerBandYears: number): Rulebook => ({ ...rules, jury: { ...rules.jury, peerBandYears } })
const amend = (edition: number, effectiveFrom: string, book: Rulebook) =>
  amendRulebook(court, enter, program.coordinator, {
    edition,
    effectiveFrom: effectiveFrom as '2026-03-04',
    reason: 'The board decided so.',
    rules: book,
  })

describe('Founding a program', () => {
  const founding = (slug: string, book: Rulebook = rules) => ({
    slug,
    name: 'Oak County Youth Court',
    shortName: 'Youth court',
    timeZone: 'America/Chicago',
    languages: ['en', 'es'],
    helpPhone: '555-0100',
    place: '1 Oak Street',
    rules: book,
    effectiveFrom: '2026-01-01' as const,
    at: court.now(),
  })
  const withAdmin = async <T>(work: (client: Client) => Promise<T>): Promise<T> => {
    const client = new Client({ connectionString: court.adminUrl })
    await client.connect()
    try {
      return await work(client)
    } finally {
      await client.end()
    }
  }

  test('makes the program and the first edition of its rules together', async () => {
    const { programId, rulebookId } = await withAdmin(client => foundProgram(client, founding('oak')))
    const edition = await court.db.withProgram({ ...program.coordinator, programId }, tx =>
      rulebookOn(tx, programId, '2026-03-04'),
    )
    expect(edition).toMatchObject({ id: rulebookId, edition: 1, effectiveFrom: '2026-01-01' })
    expect(edition.rules).toEqual(rules)
  })

  test('with rules that contradict one another makes nothing', async () => {
    await expect(
      withAdmin(client => foundProgram(client, founding('elm', { ...rules, ages: { youngest: 17, oldest: 12 } }))),
    ).rejects.toThrow()
    expect(await court.rows(`select id from programs where slug = 'elm'`)).toEqual([])
    await withAdmin(client => foundProgram(client, founding('ash')))
    await expect(withAdmin(client => foundProgram(client, founding('ash')))).rejects.toThrow()
    expect(await court.rows(`select id from programs where slug = 'ash'`)).toHaveLength(1)
  })

  test('is not for the pages: they may not add a program', async () => {
    await expect(
      court.db.withProgram(program.coordinator, tx =>
        tx.$client.query(
          `insert into programs (id, slug, name, short_name, time_zone, languages, help_phone, place, opened_at) values (gen_random_uuid(), 'x', 'x', 'x', 'UTC', '{}', 'x', 'x', now())`,
        ),
      ),
    ).rejects.toThrow(/permission denied/)
  })
})

describe('Amending the rules', () => {
  test('writes a new edition with its day, its reason and who made it; the old one stays', async () => {
    expect(await amend(1, '2026-04-01', band(1))).toMatchObject({ edition: 2 })
    const [now, then, editions] = await court.db.withProgram(program.coordinator, tx =>
      Promise.all([
        rulebookOn(tx, program.id, '2026-03-31'),
        rulebookOn(tx, program.id, '2026-04-01'),
        editionsOf(tx, program.id),
      ]),
    )
    expect([now.edition, now.rules.jury.peerBandYears]).toEqual([1, 2])
    expect([then.edition, then.rules.jury.peerBandYears]).toEqual([2, 1])
    expect(editions.map(one => one.reason)).toEqual(['The board decided so.', 'first edition'])
    const [entry] = await court.rows(
      `select particulars from register_entries where program_id = $1 and act = 'rulebook-amended'`,
      [program.id],
    )
    expect(entry).toEqual({ particulars: { edition: 2, effectiveFrom: '2026-04-01' } })
  })

  test('leaves every case under the edition that it was opened under', async () => {
    const { caseId } = await aReferredCase(court, program)
    expect(await amend(1, '2026-03-04', band(1))).toMatchObject({ edition: 2 })
    const later = await aReferredCase(court, program, { calledName: 'Sam' })
    const bookOf = async (id: string) => {
      const [row] = await court.rows<{ rulebook_id: string }>('select rulebook_id from cases where id = $1', [id])
      return court.db.withProgram(program.coordinator, tx => rulebookOf(tx, program.id, row?.rulebook_id ?? ''))
    }
    expect((await bookOf(caseId)).edition).toBe(1)
    expect((await bookOf(later.caseId)).edition).toBe(2)
  })

  test('refuses the past, and leaves nothing behind', async () => {
    expect(await amend(1, '2026-03-03', band(1))).toEqual({ refused: 'before-today' })
    expect(await court.rows('select id from rulebooks where program_id = $1', [program.id])).toHaveLength(1)
  })

  test('of two who amend at once one is taken and the other is told', async () => {
    const answers = await Promise.all([amend(1, '2026-04-01', band(1)), amend(1, '2026-04-01', band(3))])
    expect(answers.filter(one => 'edition' in one)).toHaveLength(1)
    expect(answers.filter(one => 'refused' in one)).toEqual([{ refused: 'changed-meanwhile' }])
  })

  test('an edition is never changed or removed by the pages, even when the code is bypassed', async () => {
    const change = (text: string) => court.db.withProgram(program.coordinator, tx => tx.$client.query(text))
    await expect(change(`update rulebooks set reason = 'x'`)).rejects.toThrow(/permission denied/)
    await expect(change('delete from rulebooks')).rejects.toThrow(/permission denied/)
  })
})
