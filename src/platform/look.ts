/** How pages look to this browser before anybody is known: language, colours, and what was just done. Kept in three small cookies. */
import { randomUUID } from 'node:crypto'
import { parseCookie } from 'cookie'
import type { CookieOptions, Request, RequestHandler, Response } from 'express'
import { isLanguage, type Language, languages, type Said, speak, type TextKey } from '#words'
import type { Chrome } from './page.ts'

const A_YEAR = 365 * 86_400_000
const A_MINUTE = 60_000
const FLASH_MOST = 1_000

type Theme = Chrome['theme']
const themes: readonly Theme[] = ['light', 'dark', 'device']

/** Dresses every answer: its nonce, and a frame that knows no court yet. */
export const dress: RequestHandler = (req, res, next) => {
  const cookies = cookiesOf(req)
  const language = isLanguage(cookies.language) ? cookies.language : preferred(req)
  res.locals.nonce = newNonce()
  res.locals.chrome = {
    program: speak(language)('platform.house'),
    language,
    timeZone: 'UTC',
    thisYear: null,
    path: req.originalUrl,
    theme: isTheme(cookies.theme) ? cookies.theme : 'device',
    nav: { kind: 'none', items: [] },
    flash: readFlash(cookies.flash),
    signedIn: null,
  }
  next()
}

/** 122 random bits. Node keeps a store of random ids, while asking for random bytes each time is dear. */
const newNonce = (): string => randomUUID().replaceAll('-', '')

export const cookiesOf = (req: Request): Record<string, string | undefined> => parseCookie(req.headers.cookie ?? '')

/** The language that somebody chose on this browser, if they chose one. */
export const chosenLanguage = (req: Request): Language | null => {
  const { language } = cookiesOf(req)
  return isLanguage(language) ? language : null
}

const preferred = (req: Request): Language => {
  const best = req.acceptsLanguages(...languages)
  return isLanguage(best) ? best : 'en'
}

const isTheme = (word: unknown): word is Theme => themes.includes(word as Theme)

/** Attributes that all our cookies share. */
export const cookieShape = (res: Response): CookieOptions => ({
  httpOnly: true,
  sameSite: 'lax',
  secure: res.app.locals.secure === true,
  path: '/',
})

/** Keeps what is asked for and known; leaves the rest as it was. */
export const keepLook = (res: Response, wanted: { language?: unknown; theme?: unknown }): void => {
  if (isLanguage(wanted.language)) res.cookie('language', wanted.language, { ...cookieShape(res), maxAge: A_YEAR })
  if (isTheme(wanted.theme)) res.cookie('theme', wanted.theme, { ...cookieShape(res), maxAge: A_YEAR })
}

/** What the next page says once. It waits in the browser, so it holds no more than that page will show. */
export const keepFlash = (res: Response, said: Said): void => {
  res.cookie('flash', JSON.stringify(said), { ...cookieShape(res), maxAge: A_MINUTE })
}

/** A page has said it: it will not be said again. */
export const dropFlash = (res: Response): void => {
  res.clearCookie('flash', cookieShape(res))
}

const readFlash = (written: string | undefined): Said | null =>
  written === undefined || written.length > FLASH_MOST ? null : readSaid(written)

/** A cookie is only what a browser claims, so it may name one of our texts and nothing else. */
const readSaid = (written: string): Said | null => {
  try {
    const said = JSON.parse(written) as Said
    if (speak('en').isMissing(said.key as TextKey)) return null
    speak('en').say(said)
    return said
  } catch {
    return null
  }
}
