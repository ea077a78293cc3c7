/** A real browser, people who click in it, and somebody who looks over their shoulder at every page they meet. */
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core'
import type { Answers } from './walk.ts'

const usual = [
  ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].flatMap(name => [
    `/usr/bin/${name}`,
    `/usr/local/bin/${name}`,
  ]),
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Where a Chrome or Chromium is installed; null where there is none. */
export const chrome: string | null =
  [process.env.CHROME ?? '', ...usual].find(path => path !== '' && existsSync(path)) ?? null

export const howToGetOne =
  'The browser tests were skipped: no Chrome or Chromium was found. Install one (apt-get install chromium) or say where it is: CHROME=/path/to/chrome npm test'

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath: chrome ?? '', args: quiet })

type Rules = { type: 'tag' | 'rule'; values: string[] }

const standard: Rules = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
}
/** In the dark nothing else is different. */
const colours: Rules = { type: 'rule', values: ['color-contrast'] }

const WIDE = { width: 1280, height: 900 }
const PHONE = { width: 390, height: 844 }
const NARROW = { width: 320, height: 640 }

/** Looks at pages as they are met: at two widths with axe, at a third for what sticks out, and in the dark where it is asked for. */
export type Eye = {
  faults: string[]
  looked: string[]
  at: (page: Page, who: string, wishes?: { dark?: boolean }) => Promise<void>
}

export const anEye = (folder = process.env.SCREENSHOTS ?? ''): Eye => {
  const faults: string[] = []
  const looked: string[] = []
  const known = new Set<string>()
  if (folder !== '') mkdirSync(folder, { recursive: true })

  const inspect = async (page: Page, name: string, rules: Rules): Promise<void> => {
    await page.evaluate(unfix)
    const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'], runOnly: rules })
    const { violations } = await axe.analyze()
    for (const { id, nodes } of violations) {
      const where = nodes.slice(0, 3).map(node => node.target.join(' '))
      faults.push(`${name}: ${id} at ${where.join(', ')}`)
    }
  }

  const picture = async (page: Page, name: string): Promise<void> => {
    if (folder !== '')
      await page.screenshot({
        path: join(folder, `${String(looked.length).padStart(3, '0')}-${name.replaceAll(/[^\w-]+/g, '_')}.png`),
        fullPage: true,
      })
  }

  return {
    faults,
    looked,
    at: async (page, who, { dark = false } = {}) => {
      const place = `${who} ${patternOf(page.url())}`
      const state = `${place} ${await shapeOf(page)}`
      if (known.has(state)) return
      const address = patternOf(page.url())
      const first = !known.has(address)
      known.add(address).add(state)
      looked.push(place)
      const own = page.viewportSize() ?? WIDE
      for (const size of first || folder !== '' ? [WIDE, PHONE] : [own]) {
        await page.setViewportSize(size)
        await inspect(page, `${place} at ${size.width}`, standard)
        await picture(page, `${place} ${size.width}`)
      }
      if ((dark && first) || folder !== '') {
        await page.emulateMedia({ colorScheme: 'dark' })
        await inspect(page, `${place} in the dark`, colours)
        for (const size of folder === '' ? [] : [WIDE, PHONE]) {
          await page.setViewportSize(size)
          await picture(page, `${place} ${size.width} dark`)
        }
        await page.emulateMedia({ colorScheme: 'light' })
      }
      await page.setViewportSize(NARROW)
      const width = await page.evaluate<number>('document.documentElement.scrollWidth')
      if (width > NARROW.width) faults.push(`${place}: ${width} pixels wide on a screen of ${NARROW.width}`)
      await page.setViewportSize(own)
    },
  }
}

/** A bar that stays where it is hides what happens to lie behind it; whoever scrolls sees it, so the bar is put into the page. */
const unfix = `for (const one of document.querySelectorAll('.tabs, .actions, .top')) one.style.position = 'static'`

/** What a page is made of: its headings and the kinds of its forms. Two pages of one shape are looked at once. */
const shapeOf = async (page: Page): Promise<string> => {
  const [headings, actions] = await Promise.all([
    page.locator('h1, h2').allTextContents(),
    page.locator('form').evaluateAll(forms => forms.map(form => form.getAttribute('action') ?? '')),
  ])
  return [...headings.map(tidy), ...new Set(actions.map(withoutIds))].join('|')
}

const tidy = (words: string): string => words.replaceAll(/\s+/g, ' ').trim()

/** An address without what is different each time. */
const patternOf = (url: string): string => withoutIds(new URL(url).pathname)

const withoutIds = (path: string): string =>
  path
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replaceAll(/\/\d\d-\d{4}(?!-)/g, '/:no')
    .replaceAll(/\d{4}-\d\d-\d\d/g, ':day')

export type Clicker = {
  page: Page
  opens: (address: string) => Promise<void>
  /** Clicks a link, by where it leads or by its words. */
  follows: (where: string | RegExp) => Promise<void>
  /** Fills in the form that posts to this address, and presses its button. */
  sends: (address: string | RegExp, answers?: Answers) => Promise<void>
  reads: (...words: (string | RegExp)[]) => Promise<void>
  address: () => string
}

export type ClickerWishes = BrowserContextOptions & { dark?: boolean; eye: Eye | null; faults: string[] }

export const aClicker = async (
  browser: Browser,
  origin: string,
  who: string,
  { eye, faults, dark = false, ...options }: ClickerWishes,
): Promise<Clicker> => {
  const context = await browser.newContext({ viewport: WIDE, reducedMotion: 'reduce', ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  page.on('pageerror', fault => faults.push(`${who} on ${patternOf(page.url())}: ${fault.message}`))
  page.on('console', message => {
    const refused = /status of (401|404|409|422)/.test(message.text())
    if (message.type() === 'error' && !refused) faults.push(`${who} on ${patternOf(page.url())}: ${message.text()}`)
  })

  const looks = async (): Promise<void> => {
    if (eye) await eye.at(page, who, { dark })
  }
  const goes = async (doing: Promise<unknown>): Promise<void> => {
    await Promise.all([page.waitForEvent('load'), doing])
    await looks()
  }
  const formFor = async (address: string | RegExp, answers: Answers): Promise<Locator> => {
    const all = page.locator('form[method="post"]')
    const actions = await all.evaluateAll(forms => forms.map(form => form.getAttribute('action')?.split('#')[0] ?? ''))
    const named = Object.keys(answers)
    const wanted = Object.entries(answers).map(([name, value]) => {
      const pressed = /^[\w-]+$/.test(String(value)) ? `, button[name="${name}"][value="${String(value)}"]` : ''
      return `[name="${name}"]:not(button)${pressed}`
    })
    for (const [at, action] of actions.entries()) {
      if (typeof address === 'string' ? action !== address : !address.test(action)) continue
      const form = all.nth(at)
      const asked = await Promise.all(wanted.map(one => form.locator(one).count()))
      if (asked.every(count => count > 0)) return form
    }
    throw new Error(
      `${who} finds no form for ${address} with ${named.join(', ')} on ${page.url()}: ${actions.join(', ')}`,
    )
  }

  return {
    page,
    address: () => new URL(page.url()).pathname,
    opens: async address => {
      await page.goto(origin + address)
      await looks()
    },
    follows: async where => {
      const link =
        typeof where === 'string' ? page.locator(`a[href="${where}"]`) : page.getByRole('link', { name: where })
      await goes(link.first().click())
    },
    sends: async (address, answers = {}) => {
      const form = await formFor(address, answers)
      await unfold(form)
      for (const [name, answer] of Object.entries(answers)) await fill(form, name, answer)
      await goes(buttonOf(page, form, answers).then(button => button.click()))
    },
    reads: async (...words) => {
      const text = tidy(await page.locator('main').innerText())
      for (const one of words)
        if (typeof one === 'string' ? !text.includes(one) : !one.test(text))
          throw new Error(`${who} does not read “${one}” on ${page.url()}: ${text.slice(0, 900)}`)
    },
  }
}

/** A form inside a fold is opened first, as one does. */
const unfold = async (form: Locator): Promise<void> => {
  const folded = form.locator('xpath=ancestor::details[not(@open)]')
  if ((await folded.count()) > 0) await folded.first().locator('summary').first().click()
}

const fill = async (form: Locator, name: string, answer: Answers[string]): Promise<void> => {
  const field = form.locator(`[name="${name}"]`).first()
  const kind = await field.evaluate(one => (one.getAttribute('type') ?? one.localName) as string)
  if (kind === 'submit' || kind === 'button' || kind === 'hidden') return
  if (kind === 'select') return void (await field.selectOption(String(answer)))
  if (kind !== 'radio' && kind !== 'checkbox') return field.fill(String(answer))
  for (const value of [answer].flat())
    await form
      .locator('label')
      .filter({ has: form.page().locator(`input[name="${name}"][value="${value}"]`) })
      .click()
}

/** The button of a form may stand outside it, in the bar below. */
const buttonOf = async (page: Page, form: Locator, answers: Answers): Promise<Locator> => {
  const named = await form
    .locator('button[name]')
    .evaluateAll(all => all.map(one => [one.getAttribute('name'), one.getAttribute('value')]))
  const pressed = named.findIndex(([name, value]) => answers[name ?? ''] === value)
  if (pressed >= 0) return form.locator('button[name]').nth(pressed)
  const inside = form.locator('button:not([name])')
  if ((await inside.count()) > 0) return inside.last()
  return page.locator(`button[form="${await form.getAttribute('id')}"]`)
}
