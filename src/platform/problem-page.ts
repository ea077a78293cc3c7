/** The pages that say something went wrong. They keep what was typed, and say nothing that the visitor did not know. */
import type { Response } from 'express'
import { type Page, show } from '#platform/page'
import { type Said, said } from '#words'

export type ProblemPage = Page<
  'platform/problem',
  {
    why: Said
    number: Said | null
    /** What was typed, so that it is not lost. */
    typed: readonly string[]
    way: { href: string; label: Said }
  }
>

type More = { why?: Said; number?: Said; typed?: readonly string[]; way?: ProblemPage['way'] }

const problemPage = (res: Response, title: Said, why: Said, more: More = {}): ProblemPage => ({
  view: 'platform/problem',
  layout: res.locals.chrome.signedIn === null ? 'door' : 'court',
  title,
  why,
  number: null,
  typed: [],
  way: { href: '/', label: said('platform.home') },
  ...more,
})

const showProblem = (res: Response, status: number, title: Said, why: Said, more?: More): void =>
  show(res, problemPage(res, title, why, more), status)

/** It is not there, or not yours. */
export const showLost = (res: Response): void => showProblem(res, 404, said('platform.lost'), said('platform.lost.why'))

export const showUnreadable = (res: Response, status = 400): void =>
  showProblem(res, status, said('platform.unreadable'), said('platform.unreadable.why'))

export const showTooLarge = (res: Response): void =>
  showProblem(res, 413, said('platform.too-large'), said('platform.too-large.why'))

export const showCrossed = (res: Response): void =>
  showProblem(res, 403, said('platform.crossed'), said('platform.crossed.why'))

export const showBusy = (res: Response, minutes: number): void => {
  res.setHeader('Retry-After', minutes * 60)
  showProblem(res, 429, said('platform.busy'), said('platform.busy.why', { count: minutes }))
}

export const showSignedOut = (res: Response): void =>
  showProblem(res, 401, said('platform.signed-out'), said('platform.signed-out.why'), {
    way: { href: res.locals.wayIn ?? '/in', label: said('platform.sign-in') },
  })

export const showDown = (res: Response): void => {
  res.setHeader('Retry-After', 60)
  showProblem(res, 503, said('platform.down'), said('platform.down.why'))
}

export const showFault = (res: Response, number: string): void =>
  showProblem(res, 500, said('platform.fault'), said('platform.fault.why'), {
    number: said('platform.fault.number', { number }),
  })

/** Somebody else saved first: what was typed stands here to be copied over. */
export const showChanged = (res: Response, typed: readonly string[], href: string): void =>
  showProblem(res, 409, said('platform.changed'), said('platform.changed.why-copy'), {
    typed,
    way: { href, label: said('platform.changed.open') },
  })
