/** A page: which view shows it, its title, and its facts. Rooms make pages; `show` sends them. */
import type { Response } from 'express'
import { type Said, said, speak } from '#words'
import type { AssetLinks } from './assets.ts'
import type { Html } from './escape.ts'
import type { Language } from './formats.ts'
import type { IconName } from './icons.ts'
import { dropFlash } from './look.ts'
import type { Views } from './views.ts'

export type LayoutName = 'court' | 'door' | 'print' | 'night'

export type Page<View extends string = string, Facts extends object = object> = {
  view: View
  title: Said
  /** The frame around the view; 'court' if the page does not say. */
  layout?: LayoutName | undefined
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
export type Layout = { body: Html; title: string; chrome: Chrome; assets: AssetLinks }

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
    .send(drawPage(res.app.locals.press as Press, page, chrome, nonce))
}

/** A whole page as markup. */
export const drawPage = ({ views, assets }: Press, page: Page, chrome: Chrome, nonce: string): Html => {
  const { language, timeZone } = chrome
  const setting = { language, timeZone, nonce }
  const body = views.render(page.view, page, setting)
  const layout: Layout = { body, title: speak(language).say(titleOf(page)), chrome, assets }
  return views.render(`layouts/${page.layout ?? 'court'}`, layout, setting)
}

/** A page that asks for something again says so first, where a screen reader begins. */
const titleOf = (page: Page & { problem?: unknown; errors?: unknown; form?: { errors?: unknown } }): Said =>
  page.problem || isFilled(page.errors) || isFilled(page.form?.errors)
    ? said('platform.error-title', { title: page.title })
    : page.title

const isFilled = (errors: unknown): boolean =>
  typeof errors === 'object' && errors !== null && Object.keys(errors).length > 0
