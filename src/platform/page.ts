/** A page: which view shows it, its title, and its facts. Rooms make pages; `show` sends them. */
import type { Response } from 'express'
import { type Said, said, speak } from '#words'
import type { AssetLinks } from './assets.ts'
import type { Html } from './escape.ts'
import type { Language, ThisYear } from './formats.ts'
import type { IconName } from './icons.ts'
import { dropFlash } from './look.ts'
import { inOneTongue, overheard } from './tongue.ts'
import type { Views } from './views.ts'

export type LayoutName = 'court' | 'door' | 'print' | 'night'

export type Page<View extends string = string, Facts extends object = object> = {
  view: View
  title: Said
  /** The frame around the view; 'court' if the page does not say. */
  layout?: LayoutName | undefined
  /** Where somebody goes on from a page that is for paper; home if the page does not say. */
  wayBack?: { href: string; label: Said } | undefined
} & Facts

/** A place to go, in the bar at the top or, for young people, at the bottom. */
export type NavItem = {
  href: string
  label: Said
  /** The tab bar of young people has icons. */
  icon: IconName | null
  current: boolean
}

/** What the frame of a page says about the program and about the one who looks. */
export type Chrome = {
  program: string
  language: Language
  timeZone: string
  /** The court's year, which its screens do not repeat with every day. */
  thisYear: ThisYear
  /** The address of this page, to come back to after a change of language or colours. */
  path: string
  theme: 'light' | 'dark' | 'device'
  /** `find`: whether the bar has a box to search in; not for those who may find nobody. */
  nav: { kind: 'staff' | 'young' | 'none'; items: readonly NavItem[]; find?: boolean }
  flash: Said | null
  /** The name of the one who is signed in. */
  signedIn: string | null
}

/** The facts of a layout: a drawn view and what stands around it. */
export type Layout = {
  body: Html
  title: string
  /** The language of the view; that of what stands around it is `chrome.language`. */
  language: Language
  /** The language that the reader chose, and what is said in it where the page does not speak it yet. */
  chosen: Language
  notice: string | null
  wayBack: { href: string; label: Said }
  chrome: Chrome
  assets: AssetLinks
}

/** What pages are drawn with. The front hall keeps it as `app.locals.press`. */
export type Press = { views: Views; assets: AssetLinks }

declare global {
  namespace Express {
    interface Locals {
      chrome: Chrome
      nonce: string
    }
  }
}

/** Sends a page: its view, inside its layout. */
export const show = (res: Response, page: Page, status = 200): void => {
  const { chrome, nonce } = res.locals
  if (chrome.flash) dropFlash(res)
  res
    .status(status)
    .type('html')
    .send(drawPage(res.app.locals.press as Press, page, { chrome, nonce, status }))
}

type Frame = { chrome: Chrome; nonce: string; status: number }

/** A whole page as markup. What stands around the view may have to speak another language than the view does. */
const drawPage = ({ views, assets }: Press, page: Page, { chrome, nonce, status }: Frame): Html => {
  const { timeZone } = chrome
  const thisYear = page.layout === 'print' ? null : chrome.thisYear
  const setting = { timeZone, thisYear, nonce }
  const view = inOneTongue(chrome.language, (language, missed) => ({
    body: views.render(page.view, page, { ...setting, language }, missed),
    title: overheard(speak(language, thisYear), missed).say(titleOf(page, status)),
  }))
  const around = { ...view.drawn, language: view.language, chosen: chrome.language, wayBack: page.wayBack ?? home }
  const notice = view.language === chrome.language ? null : speak(chrome.language)('platform.language.not-yet')
  return inOneTongue(view.language, (language, missed) => {
    const layout: Layout = { ...around, notice, chrome: { ...chrome, language }, assets }
    return views.render(`layouts/${page.layout ?? 'court'}`, layout, { ...setting, language }, missed)
  }).drawn
}

const home = { href: '/', label: said('platform.home') }

/** A page that asks for something again says so first, where a screen reader begins. */
const titleOf = (page: Page & { problem?: unknown }, status: number): Said =>
  page.problem || (status >= 400 && asksAgain(page)) ? said('platform.error-title', { title: page.title }) : page.title

/** Deeper than this no page keeps a form. */
const DEEPEST = 4

/** Whether a form that was not taken stands on the page, however deep in its facts: `errors` with something in it. */
const asksAgain = (facts: unknown, depth = 0): boolean => {
  if (typeof facts !== 'object' || facts === null || depth > DEEPEST) return false
  if (Array.isArray(facts)) return facts.some(fact => asksAgain(fact, depth + 1))
  const { errors, ...rest } = facts as { errors?: unknown }
  return isFilled(errors) || Object.values(rest).some(fact => asksAgain(fact, depth + 1))
}

const isFilled = (errors: unknown): boolean =>
  typeof errors === 'object' && errors !== null && !Array.isArray(errors) && Object.keys(errors).length > 0
