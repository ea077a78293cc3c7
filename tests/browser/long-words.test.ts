/** One long word, where a page expects short ones, must not make it wider than the narrowest screen. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chrome, howToGetOne, openBrowser } from '../support/browser.ts'
import { aCourt, type TestCourt } from '../support/court.ts'
import { aHouse, type House } from '../support/house.ts'

if (!chrome) console.log(howToGetOne)

const NARROW = { width: 320, height: 640 }

/** Each text of the page in turn, as one word of eighty letters; then what still sticks out. */
const stretch = `(() => {
  const texts = []
  const walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT)
  while (walk.nextNode()) if (/\\w{3}/.test(walk.currentNode.data) && walk.currentNode.parentElement.closest('.sr, option, svg, textarea, .datebox, .scroll') === null) texts.push(walk.currentNode)
  const out = new Set()
  for (const text of texts) {
    const was = text.data
    text.data = 'Kettlewick'.repeat(8)
    if (document.documentElement.scrollWidth > innerWidth) {
      const parent = text.parentElement
      out.add((parent.closest('[class]')?.className ?? '') + ' > ' + parent.localName + ': ' + was.trim().slice(0, 30))
    }
    text.data = was
  }
  return [...out]
})()`

describe.skipIf(!chrome)('A page on the narrowest screen', () => {
  let court: TestCourt
  let house: House
  let browser: Browser
  beforeAll(async () => {
    court = await aCourt()
    house = await aHouse(court, { publicOrigin: 'http://127.0.0.1' })
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await house.close()
    await court.close()
  })

  it.each(['/parts', '/in', '/d', '/help', '/nowhere'])(
    '%s holds a word of eighty letters in any of its texts',
    async address => {
      const page = await browser.newPage({ viewport: NARROW })
      await page.goto(house.url + address)
      expect(await page.evaluate(stretch)).toEqual([])
      await page.close()
    },
  )
})
