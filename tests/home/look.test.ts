import { chromium } from 'playwright-core'
import { it } from 'vitest'
import { act } from '#court'
import { cookieName, openSession } from '#court/accounts'
import { settleNight, reverseCredit } from '#court/credits'
import { bookPlace } from '#court/hearings'
import { submitProgress } from '#court/obligations'
import { asPerson, aCourt } from '../support/court.ts'
import { given } from '../support/dispositions.ts'
import { anAccountFor } from '../support/hearing.ts'
import { aHouse } from '../support/house.ts'
import { aJuror, aNight, aReadyMatter, granted, onDocket } from '../support/night.ts'
import { anAgreement } from '../support/obligations.ts'

it('looks', async () => {
  const court = await aCourt()
  const house = await aHouse(court)
  const program = await court.aProgram()
  const desk = program.coordinator
  const amina = await aJuror(court, program, { calledName: 'Amina' })
  await anAccountFor(court, program, amina.personId, 'youth')
  const free = await aJuror(court, program, { calledName: 'Omar' })
  await anAccountFor(court, program, free.personId, 'youth')
  const night = await aNight(court, program)
  const n2 = await aNight(court, program, { day: '2026-03-26' })
  for (const [n, status] of [
    [night, 'offered'],
    [n2, 'confirmed'],
  ] as const)
    granted(
      await act(court, desk, tx =>
        bookPlace(court, tx, desk, { jurorId: amina.jurorId, nightId: n.id, mandated: false, status }),
      ),
    )
  const sam = await aReadyMatter(court, program, { calledName: 'Sam' })
  await anAccountFor(court, program, sam.respondent.personId, 'youth')
  const wait = await aReadyMatter(court, program, { calledName: 'Noor' })
  await anAccountFor(court, program, wait.respondent.personId, 'youth')
  await onDocket(court, program, sam, night)
  const p2 = await court.aProgram()
  const jordan = await anAgreement(court, p2)
  const youth = await asPerson(court, p2, jordan.respondentId, 'youth')
  const { progressId } = given(
    await submitProgress(court, youth, jordan.promise('community-service'), {
      amount: 450,
      doneOn: '2026-03-04',
      words: null,
      place: 'x',
      supervisor: 'y',
    }),
  )
  void progressId
  given(await settleNight(court, p2.facilitator, jordan.nightId))
  const [row] = await court.rows<{ person_id: string }>('select person_id from jurors where id = $1', [
    jordan.jurorIds[0],
  ])
  const jp = row?.person_id ?? ''
  await anAccountFor(court, p2, jp, 'youth')
  const [entry] = await court.rows<{ id: string }>('select id from credit_entries where person_id = $1', [jp])
  const [other] = await court.rows<{ person_id: string }>('select person_id from jurors where id = $1', [
    jordan.jurorIds[1],
  ])
  await anAccountFor(court, p2, other!.person_id, 'youth')
  void reverseCredit
  given(await reverseCredit(court, p2.coordinator, entry!.id, 'Counted for the wrong Sam'))
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
  const shots = [
    ['amina', await asPerson(court, program, amina.personId, 'youth'), '/home'],
    ['omar', await asPerson(court, program, free.personId, 'youth'), '/home'],
    ['sam', await asPerson(court, program, sam.respondent.personId, 'youth'), '/home'],
    ['noor', await asPerson(court, program, wait.respondent.personId, 'youth'), '/home'],
    ['jordan', youth, '/home'],
    ['rosa', await asPerson(court, p2, jordan.guardianId, 'family'), '/home'],
    ['thanks', await asPerson(court, p2, other!.person_id, 'youth'), '/home'],
    ['credits', await asPerson(court, p2, jp, 'youth'), '/credits'],
    ['nocredits', youth, '/credits'],
    ['desk', p2.coordinator, `/people/${jp}/credits`],
    [
      'reversal',
      p2.coordinator,
      `/people/${other!.person_id}/credits/${(await court.rows<{ id: string }>('select id from credit_entries where person_id = $1', [other!.person_id]))[0]!.id}/reversal`,
    ],
  ] as const
  for (const [name, who, path] of shots) {
    const s = await openSession(court, who)
    if ('refused' in s) throw new Error('no')
    for (const [w, scheme] of [
      [390, 'light'],
      [390, 'dark'],
      [1280, 'light'],
    ] as const) {
      const ctx = await browser.newContext({ viewport: { width: w, height: 900 }, colorScheme: scheme })
      await ctx.addCookies([{ name: cookieName(false), value: s.value, url: house.url }])
      const page = await ctx.newPage()
      await page.goto(house.url + path)
      const wide = await page.evaluate('document.documentElement.scrollWidth')
      if ((wide as number) > w) console.log('TOO WIDE', name, w, wide)
      await page.screenshot({ path: `/tmp/mylook/${name}-${w}-${scheme}.png`, fullPage: true })
      await ctx.close()
    }
  }
  const p = await browser.newPage({ viewport: { width: 1560, height: 1500 } })
  const b64 = async (f: string) => (await import('node:fs/promises')).readFile(f, 'base64')
  for (const [out, list] of [
    ['A', ['amina-390-light', 'sam-390-light', 'noor-390-light', 'jordan-390-light']],
    ['B', ['rosa-390-dark', 'thanks-390-light', 'credits-390-light', 'omar-390-dark']],
  ] as const) {
    const imgs = await Promise.all(
      list.map(
        async f =>
          `<img style="vertical-align:top;margin-right:8px" src="data:image/png;base64,${await b64(`/tmp/mylook/${f}.png`)}">`,
      ),
    )
    await p.setContent(`<body style="margin:0;white-space:nowrap;background:#999">${imgs.join('')}</body>`)
    await p.screenshot({ path: `/tmp/mylook/${out}.png`, fullPage: true })
  }
  await browser.close()
  await house.close()
  await court.close()
}, 120000)
