import { it } from 'vitest'
import { chromium } from 'playwright-core'
import { docketCase } from '#court/hearings'
import { putInEffect } from '#court/obligations'
import { aContactingCase, anIntakeCase, anUnsignedCase, aReadyCase, aReferredCase } from '../support/cases.ts'
import { aCourt } from '../support/court.ts'
import { aSigned, aTerm, given, letter, ours, service } from '../support/dispositions.ts'
import { plant } from '../support/hearing.ts'
import { aHouse } from '../support/house.ts'
import { aNight } from '../support/night.ts'
import { cookieName, openSession } from '#court/accounts'

it('looks', async () => {
  const court = await aCourt()
  const program = await court.aProgram()
  const house = await aHouse(court, { publicOrigin: 'http://127.0.0.1' })
  await court.rows('insert into case_counters (program_id, id, year, last) values ($1, gen_random_uuid(), 2026, 500)', [program.id])
  const names = [['Sam', 'Réyes'], ['Noor', 'Aziz'], ['Mika', 'Lund'], ['Ada', 'Obi'], ['Leo', 'Marsh'], ['Tomás', 'Vega'], ['Ines', 'Costa']] as const
  const n = (at: number) => ({ calledName: names[at]![0], lastName: names[at]![1] })
  await aReferredCase(court, program, n(0)); await aContactingCase(court, program, n(1)); await anIntakeCase(court, program, n(2))
  const unsigned = await anUnsignedCase(court, program, n(3)); const ready = await aReadyCase(court, program, n(4)); await aReadyCase(court, program, n(5))
  let main = unsigned.no
  try {
    const night = await aNight(court, program)
    given(await docketCase(court, program.coordinator, { caseNo: ready.no, nightId: night.id, roomId: night.roomId }))
    const jordan = await aSigned(court, program, [aTerm(), service, letter, ours])
    given(await putInEffect(court, program.coordinator, jordan.dispositionId))
    main = jordan.no
    const [o] = await court.rows<{ id: string }>(`select id from obligations where case_id = $1 and kind = 'community-service'`, [jordan.caseId])
    const p = { done_on: '2026-03-04', submitted_by: program.coordinator.accountId, submitted_at: court.now() }
    await plant(court, program, 'progress', { obligation_id: o!.id, amount: 450, state: 'verified', verified_by: program.facilitator.accountId, verified_at: court.now(), ...p })
    const [l] = await court.rows<{ id: string }>(`select id from obligations where case_id = $1 and kind = 'apology-letter'`, [jordan.caseId])
    await plant(court, program, 'progress', { obligation_id: l!.id, amount: 1, state: 'submitted', ...p, submitted_at: '2026-03-20T15:00:00Z' })
  } catch (fault) { console.log('no agreement', String(fault).slice(0, 200)) }
  court.setClock('2026-03-24T15:00:00Z')
  const opened = await openSession(court, program.coordinator) as { value: string }
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
  const pages: Record<string, string> = { today: '/today', list: '/cases', case: `/cases/${main}`, referred: `/cases/26-0504`, people: '/people', person: `/people/${unsigned.respondentId}`, search: '/search?q=a', none: '/cases?step=over&q=zz' }
  for (const [width, scheme] of [[1280, 'light'], [390, 'light'], [1280, 'dark'], [390, 'dark']] as const) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme })
    await context.addCookies([{ name: cookieName(false), value: opened.value, url: house.url }])
    const page = await context.newPage()
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(house.url + path)
      const wide = await page.evaluate('document.documentElement.scrollWidth') as number
      if (wide > width) console.log('OVERFLOW', name, width, wide)
      if (scheme === 'light' || name === 'case' || name === 'today') await page.screenshot({ path: `/tmp/casefile-look/${name}-${width}-${scheme}.png`, fullPage: true })
    }
    await context.close()
  }
  await browser.close(); await house.close(); await court.close()
}, 120_000)
