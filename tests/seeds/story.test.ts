import { afterAll, beforeAll, expect, test } from 'vitest'
import { tellStory } from '../../seeds/story.ts'
import { aCourt, type TestCourt } from '../support/court.ts'

let court: TestCourt
let seconds = 0
let people: Awaited<ReturnType<typeof tellStory>>

beforeAll(async () => {
  court = await aCourt()
  const begun = performance.now()
  const cpu = process.cpuUsage()
  people = await tellStory(court, court.adminUrl)
  seconds = (performance.now() - begun) / 1000
  console.log(`the story was told in ${seconds.toFixed(1)} s, cpu ${JSON.stringify(process.cpuUsage(cpu))}`)
  console.log(await court.rows(`select thing, act, count(*)::int from register_entries group by 1,2 order by 3 desc limit 45`), await court.rows(`select count(*)::int from register_entries`), await court.rows(`select xact_commit::int, xact_rollback::int, tup_fetched::int, tup_returned::int from pg_stat_database where datname=current_database()`))
  console.log(await court.rows(`select relname, seq_scan::int, seq_tup_read::int, idx_scan::int from pg_stat_user_tables order by seq_tup_read desc limit 12`))
}, 120_000)
afterAll(() => court?.close())

test('t', async () => {
  console.log(people)
  console.log(await court.rows('select p.slug, c.status, count(*)::int from cases c join programs p on p.id = c.program_id group by 1, 2 order by 1, 2'))
  expect(1).toBe(1)
})
