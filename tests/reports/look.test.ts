import { chromium } from 'playwright-core'
import { it } from 'vitest'
import { cookieName, openSession } from '#court/accounts'
import { aCourt } from '../support/court.ts'
import { aHouse } from '../support/house.ts'
import { plantCases, plantEvenings, plantPromise, several, type CaseWish } from '../support/reports.ts'

const agreed: Partial<CaseWish> = { heard: true, inEffectOn: '2025-07-02' }
const aYear: CaseWish[] = [
  ...several(4, { status: 'screening' }),
  ...several(13, { status: 'returned_to_source', reason: 'not-eligible', outcome: 'returned', closedOn: '2025-07-01' }),
  ...several(11, { status: 'intake' }),
  ...several(10, {
    status: 'returned_to_source',
    reason: 'family-declined',
    outcome: 'returned',
    closedOn: '2025-07-01',
  }),
  ...several(10, { status: 'docketed' }),
  ...several(14, { ...agreed, status: 'active', dueOn: '2026-05-01' }),
  ...several(11, { ...agreed, status: 'active', dueOn: '2026-01-31' }),
  ...several(12, {
    ...agreed,
    status: 'returned_to_source',
    reason: 'terms-not-met',
    outcome: 'returned',
    closedOn: '2025-10-01',
  }),
  ...several(14, {
    ...agreed,
    status: 'closed_success',
    outcome: 'completed',
    closedOn: '2025-08-20',
    servedByChoiceOn: '2025-10-02',
  }),
  ...several(16, {
    ...agreed,
    status: 'closed_success',
    outcome: 'completed',
    closedOn: '2025-08-21',
    servedByChoiceOn: '2026-02-20',
  }),
  ...several(13, { ...agreed, status: 'sealed', sealed: true, outcome: 'completed', closedOn: '2026-01-15' }),
  ...several(3, { ...agreed, status: 'active', dueOn: '2026-05-01', withoutJuryService: true }),
]
it('looks', async () => {
  const court = await aCourt()
  const house = await aHouse(court)
  const program = await court.aProgram()
  const [first = ''] = await plantCases(court, program, aYear)
  await court.rows('set session_replication_role = replica')
  const people = await court.rows<{ id: string }>('select id from people where program_id = $1 limit 12', [program.id])
  await plantEvenings(
    court,
    program,
    people.map(({ id }) => ({ personId: id, on: '2025-09-04', mandated: true })),
  )
  for (const status of [...Array(19).fill('satisfied'), 'assigned', 'waived'])
    await plantPromise(court, program, { caseId: first, personId: null, dueOn: '2025-12-01', status })
  for (const { id } of people)
    await plantPromise(court, program, {
      caseId: first,
      personId: id,
      kind: 'community-service',
      status: 'verified',
      dueOn: '2025-12-01',
      confirmed: { on: '2025-09-06', minutes: 90 },
    })
  await court.rows('set session_replication_role = default')
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
  for (const [who, name] of [
    [program.evaluator, 'ev'],
    [program.coordinator, 'co'],
  ] as const) {
    const s = await openSession(court, who)
    if ('refused' in s) throw new Error('no')
    for (const [w, scheme] of [
      [390, 'light'],
      [1280, 'light'],
      [1280, 'dark'],
      [390, 'dark'],
    ] as const) {
      const ctx = await browser.newContext({ viewport: { width: w, height: 900 }, colorScheme: scheme })
      await ctx.addCookies([{ name: cookieName(false), value: s.value, url: house.url }])
      const page = await ctx.newPage()
      await page.goto(house.url + '/reports')
      if (w === 390)
        await page.screenshot({
          path: `/tmp/mylook/m1-${name}-${scheme}.png`,
          fullPage: true,
          clip: { x: 0, y: 0, width: 390, height: 1500 },
        })
      await page.screenshot({ path: `/tmp/mylook/rep-${name}-${w}-${scheme}.png`, fullPage: true })
      if (w === 390 || scheme === 'light') {
        await page.click('details summary >> text=See the numbers')
        await page.screenshot({ path: `/tmp/mylook/rep-${name}-${w}-${scheme}-open.png`, fullPage: true })
        await page.goto(house.url + '/reports/definitions')
        await page.screenshot({ path: `/tmp/mylook/def-${name}-${w}-${scheme}.png`, fullPage: false })
      }
      await ctx.close()
    }
  }
  await browser.close()
  await house.close()
  await court.close()
}, 120000)
