import { afterAll, beforeAll, expect, it } from 'vitest'
import { sign } from '#court/dispositions'
import { putInEffect } from '#court/obligations'
import { aCourt, asPerson, type Program, type TestCourt } from '../support/court.ts'
import { aDraft, allNames, aTerm, given, ours, service } from '../support/dispositions.ts'
import { anAccountFor } from '../support/hearing.ts'
import { aHouse, type House, type Visitor } from '../support/house.ts'

let court: TestCourt
let house: House
let program: Program
let tablet: Visitor
let desk: Visitor

beforeAll(async () => {
  court = await aCourt()
  program = await court.aProgram()
  house = await aHouse(court)
  tablet = await house.as(program.facilitator)
  desk = await house.as(program.coordinator)
})
afterAll(async () => {
  await house.close()
  await court.close()
})

const reasons = 'We believe you.\nDraw something for us.'
const aDecided = async () => {
  const jordan = await aDraft(court, program, [aTerm(), service, ours])
  const base = `/nights/${jordan.heldOn}/${jordan.position}`
  await tablet.post(`${base}/decide`, { decidedHow: 'unanimous', reasons }).expect(303)
  return { ...jordan, base }
}
const asFamily = async (personId: string, role: 'youth' | 'family') => {
  await anAccountFor(court, program, personId, role)
  return house.as(await asPerson(court, program, personId, role))
}

it('is read where the agreement is read: before it is signed, on paper, at home, at the desk and with the case', async () => {
  const jordan = await aDecided()
  const [young, family] = [await asFamily(jordan.respondentId, 'youth'), await asFamily(jordan.guardianId, 'family')]
  const paper = `/cases/${jordan.no}/agreement/print`
  const pages: [Visitor, string][] = [
    [tablet, `${jordan.base}/sign`],
    [tablet, paper],
    [desk, `/cases/${jordan.no}/agreement`],
    [desk, `/cases/${jordan.no}`],
    [young, '/agreement'],
    [young, paper],
    [family, '/agreement'],
  ]
  const says = async (when: string) => {
    for (const [visitor, path] of pages)
      expect((await visitor.get(path).expect(200)).text, `${path} ${when}`).toContain(reasons)
  }
  await says('while it is to be signed')
  given(await sign(court, program.facilitator, jordan.dispositionId, allNames(jordan)))
  given(await putInEffect(court, program.facilitator, jordan.dispositionId))
  await says('when it counts')
})

it('stands there again when the jury goes back to the table, signed or not, and is read nowhere meanwhile', async () => {
  const jordan = await aDecided()
  await tablet.post(`${jordan.base}/draft`).expect(303)
  expect((await tablet.get(`${jordan.base}/decide`).expect(200)).text).toContain(reasons)
  expect((await desk.get(`/cases/${jordan.no}`).expect(200)).text).not.toContain(reasons)
  await tablet.post(`${jordan.base}/decide`, { decidedHow: 'unanimous', reasons }).expect(303)
  given(
    await sign(
      court,
      program.facilitator,
      jordan.dispositionId,
      allNames(jordan, { guardianId: null, guardianName: null }),
    ),
  )
  await tablet.post(`${jordan.base}/draft`).expect(303)
  expect((await tablet.get(`${jordan.base}/decide`).expect(200)).text).toContain(reasons)
})

it('may stay empty, and then nothing stands in its place', async () => {
  const jordan = await aDraft(court, program, [aTerm(), service])
  const base = `/nights/${jordan.heldOn}/${jordan.position}`
  await tablet.post(`${base}/decide`, { decidedHow: 'unanimous' }).expect(303)
  for (const path of [`${base}/sign`, `/cases/${jordan.no}/agreement`, `/cases/${jordan.no}`])
    expect((await desk.get(path).expect(200)).text).not.toContain('own words</figcaption>')
})

it('is followed by five steps that show how the case stands, whichever page is open', async () => {
  const jordan = await aDraft(court, program, [aTerm(), service])
  const base = `/nights/${jordan.heldOn}/${jordan.position}`
  const stand = async () => {
    const shown = []
    for (const page of ['decide', 'sign', 'book']) {
      const { text } = await tablet.get(`${base}/${page}`).expect(200)
      const list = /aria-label="Steps of this case"[\s\S]*?<\/ol>/.exec(text)?.[0] ?? ''
      shown.push([...list.matchAll(/<li class="(\w+)"/g)].map(([, state]) => state).join(' '))
    }
    expect(new Set(shown).size).toBe(1)
    return shown[0]
  }
  expect(await stand()).toBe('done done done now todo')
  await tablet.post(`${base}/decide`, { decidedHow: 'unanimous' }).expect(303)
  expect(await stand()).toBe('done done done done now')
  await tablet.post(`${base}/draft`).expect(303)
  expect(await stand()).toBe('done done done now todo')
  await tablet.post(`${base}/decide`, { decidedHow: 'unanimous' }).expect(303)
  given(await sign(court, program.facilitator, jordan.dispositionId, allNames(jordan)))
  given(await putInEffect(court, program.facilitator, jordan.dispositionId))
  expect(await stand()).toBe('done done done done done')
})
