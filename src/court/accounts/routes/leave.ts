import type { Response } from 'express'
import { cookieShape } from '#platform/look'
import { saved } from '#platform/routes'
import { type PlainKey, said } from '#words'
import { cookieName } from '../session.ts'

/** The browser forgets what it kept of us, as far as it can be asked to. */
export const leave = (res: Response, words: PlainKey = 'accounts.out'): void => {
  const shape = cookieShape(res)
  res.clearCookie(cookieName(shape.secure === true), shape)
  res.setHeader('Clear-Site-Data', '"cache", "storage"')
  saved(res, '/in', said(words))
}
