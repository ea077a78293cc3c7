/**
 * Somebody who walks through the court with nothing but their eyes: they follow the links that a page shows and fill in what its
 * forms ask. A link that is missing, a question that nobody asks, or an answer that cannot be chosen ends the walk.
 */
import type { Response } from 'supertest'
import type { House, Visitor } from './house.ts'
import { type Markup, type PageForm, type Question, readMarkup } from './markup.ts'

export type Seen = Markup & { who: string; address: string; status: number; html: string }

export type Answers = Readonly<Record<string, string | readonly string[]>>

export type Walker = {
  who: string
  /** Every page that they have seen, in order. */
  trail: Seen[]
  /** Every form that they have sent. */
  sent: { address: string; fields: Readonly<Record<string, string | string[]>> }[]
  /** The page before them. */
  page: () => Seen
  /** Types an address, or opens a bookmark. */
  opens: (address: string, status?: number) => Promise<Seen>
  /** Clicks the link that leads to this address, or whose words are these. */
  follows: (where: string | RegExp) => Promise<Seen>
  /** Fills in the form that posts to this address and sends it. Gives the page that comes after. */
  sends: (address: string, answers?: Answers) => Promise<Seen>
  /** The same, where the court says no: gives the same page with the reason. */
  isRefused: (address: string, answers?: Answers) => Promise<Seen>
  /** Opens an address, or posts these fields to it, without having seen a way there. Gives whatever comes. */
  knocks: (address: string, fields?: Walker['sent'][number]['fields']) => Promise<Seen>
  /** Is content to read these words on the page. */
  reads: (...words: (string | RegExp)[]) => void
  /** Would be surprised to read these words on the page. */
  doesNotRead: (...words: (string | RegExp)[]) => void
  /** Signs in again, as one does on another day. */
  comesIn: () => Promise<void>
}

/** `signIn` gives a browser that is signed in. */
export const aWalker = async (who: string, signIn: () => Promise<Visitor>): Promise<Walker> => {
  const trail: Seen[] = []
  const sent: Walker['sent'] = []
  let visitor = await signIn()

  const page = (): Seen => {
    const last = trail.at(-1)
    if (!last) throw new Error(`${who} has not opened any page yet`)
    return last
  }

  const sees = async (answer: Response, address: string): Promise<Seen> => {
    if (answer.status === 303) {
      const next = String(answer.headers.location)
      return sees(await visitor.get(next), next)
    }
    const seen = { who, address, status: answer.status, html: answer.text, ...readMarkup(answer.text) }
    trail.push(seen)
    return seen
  }

  const expecting = (seen: Seen, status: number, doing: string): Seen => {
    if (seen.status === status) return seen
    throw new Error(`${who}, ${doing}: ${seen.status} instead of ${status}. ${brief(seen)}`)
  }

  const opens = async (address: string, status = 200): Promise<Seen> =>
    expecting(await sees(await visitor.get(address), address), status, `opening ${address}`)

  const posts = async (address: string, answers: Answers): Promise<{ seen: Seen; saved: boolean }> => {
    const from = page()
    const filled = fillIn(from, address, answers)
    sent.push({ address, fields: filled })
    const answer = await visitor.post(address, filled).set('Referer', `http://court.test${from.address}`)
    return { seen: await sees(answer, address), saved: answer.status === 303 || answer.status === 200 }
  }

  return {
    who,
    trail,
    sent,
    page,
    opens,
    knocks: async (address, fields) => {
      if (fields === undefined) return sees(await visitor.get(address), address)
      const { once: _, ...answers } = fields
      return sees(await visitor.post(address, answers), address)
    },
    comesIn: async () => {
      visitor = await signIn()
    },
    reads: (...words) => {
      for (const one of words)
        if (!isOn(page(), one)) throw new Error(`${who} does not read “${one}”. ${brief(page())}`)
    },
    doesNotRead: (...words) => {
      for (const one of words) if (isOn(page(), one)) throw new Error(`${who} reads “${one}”. ${brief(page())}`)
    },
    follows: async where => {
      const found = page().links.find(({ href, words }) =>
        typeof where === 'string' ? href === where : where.test(words),
      )
      if (!found) throw new Error(`${who} finds no link to ${where} on ${page().address}. ${linksOf(page())}`)
      return opens(found.href)
    },
    sends: async (address, answers = {}) => {
      const { seen, saved } = await posts(address, answers)
      if (!saved) throw new Error(`${who}, sending ${address}: ${seen.status}. ${brief(seen)}`)
      return expecting(seen, 200, `after ${address}`)
    },
    isRefused: async (address, answers = {}) => {
      const { seen } = await posts(address, answers)
      if (seen.status !== 409 && seen.status !== 422)
        throw new Error(`${who} was not refused at ${address}: ${seen.status}. ${brief(seen)}`)
      return seen
    },
  }
}

/** Somebody who types the code of a slip that was handed to them, whenever they come. */
export const walkerWithSlip = async (house: House, who: string, code: string): Promise<Walker> => {
  const trail: Seen[] = []
  const walker = await aWalker(who, async () => {
    const visitor = house.visitor()
    const atTheDoor = await aWalker(who, async () => visitor)
    await atTheDoor.opens('/d')
    await atTheDoor.sends('/d', { code })
    trail.push(...atTheDoor.trail)
    return visitor
  })
  walker.trail.push(...trail)
  return walker
}

const isOn = ({ words }: Seen, wanted: string | RegExp): boolean =>
  typeof wanted === 'string' ? words.includes(wanted) : wanted.test(words)

const brief = ({ address, title, words }: Seen): string => `${address}, ${title}: ${words.slice(0, 900)}`

const linksOf = ({ links }: Seen): string => links.map(({ href, words }) => `${href} (${words})`).join(', ')

/** What a browser would send: all that stands in the form, with the answers in their places. */
const fillIn = (seen: Seen, address: string, answers: Answers): Record<string, string | string[]> => {
  const forms = seen.forms.filter(one => one.address === address && one.method === 'post')
  if (forms.length === 0)
    throw new Error(
      `${seen.who} finds no form for ${address} on ${seen.address}: ${seen.forms.map(one => one.address).join(', ')}`,
    )
  const form = forms.find(one => fits(one, answers)) ?? forms[0]!
  for (const name of Object.keys(answers))
    if (!form.questions.some(one => one.name === name))
      throw new Error(
        `${address} on ${seen.address} does not ask for ${name}, only for ${form.questions.map(one => one.name).join(', ')}`,
      )
  return Object.fromEntries(form.questions.flatMap(question => sentFor(seen, form, question, answers[question.name])))
}

/** Several forms may go to one address; the one is meant whose hidden answers are these. */
const fits = ({ questions }: PageForm, answers: Answers): boolean =>
  Object.entries(answers).every(([name, answer]) =>
    questions.some(one => one.name === name && (one.kind !== 'hidden' || one.given.includes(String(answer)))),
  )

const sentFor = (
  seen: Seen,
  { strict }: PageForm,
  question: Question,
  answer: Answers[string] | undefined,
): [string, string | string[]][] => {
  const { name, kind, given, choices, required } = question
  if (kind === 'button' && answer === undefined) return []
  const values = answer === undefined ? given : [answer].flat().map(String)
  const unknown = values.find(value => choices && !choices.includes(value))
  if (unknown !== undefined)
    throw new Error(`${name} on ${seen.address} offers no ${unknown}, only ${choices?.join(', ')}`)
  if (strict && required && values.every(value => value === ''))
    throw new Error(`${name} on ${seen.address} must be answered first`)
  if (values.length === 0) return []
  return [[name, values.length === 1 ? values[0]! : values]]
}

/** What may be chosen for a question of a form. */
export const choicesOf = (walker: Walker, address: string, name: string): string[] =>
  walker
    .page()
    .forms.filter(form => form.address === address)
    .flatMap(form => form.questions.find(one => one.name === name)?.choices ?? [])

export const formsTo = (walker: Walker, address: RegExp): string[] => [
  ...new Set(walker.page().forms.flatMap(form => (address.test(form.address) ? [form.address] : []))),
]

/** What stands hidden in each of several forms that go to one address. */
export const namedOf = (walker: Walker, address: string, name: string): string[] =>
  walker
    .page()
    .forms.filter(form => form.address === address)
    .map(form => form.questions.find(one => one.name === name)?.given[0] ?? '')

/** Opens every page that can be reached by links from this one, and gives those that could not be shown. */
export const opensEverything = async (walker: Walker, start: string, most = 200): Promise<string[]> => {
  const known = new Set([start])
  const broken: string[] = []
  for (const address of known) {
    if (known.size > most) break
    const seen = await walker.opens(address).catch((fault: Error) => void broken.push(fault.message))
    for (const { href } of seen?.links ?? [])
      if (href.startsWith('/') && !href.startsWith('//')) known.add(href.split('#')[0]!)
  }
  return broken
}
