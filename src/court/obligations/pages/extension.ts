/** More time on a page: whether it can be asked for, and which day is the last that is possible (rules 32 and 39). */
import { type Clock, clockWords } from '#court/dispositions'
import type { Form } from '#platform/forms'
import type { Day } from '#platform/time'
import { type Said, said } from '#words'
import type { Asked } from '../records/extensions.ts'
import type { Obligation } from '../records/obligations.ts'
import { isDayLeft, isSettled } from '../rules.ts'
import { blank } from './fields.ts'
import { type AskedRow, askedRow } from './pieces.ts'

export const isAskable = (one: Obligation, allowed: number, last: Clock | null, today: Day): boolean =>
  !isSettled(one) && one.askedAt === null && one.granted < allowed && isDayLeft(one, today, last)

/** The last possible day and whose it is; or that no later day is left. */
export const limitOf = (one: Obligation, last: Clock | null, today: Day): Said | null => {
  if (last === null) return null
  const named = { day: last.day, why: said(clockWords[last.clock]) }
  return isDayLeft(one, today, last) ? said('obligations.limit', named) : said('obligations.no-later-day', named)
}

export type ExtensionProps = {
  base: string
  asked: readonly AskedRow[]
  open: string | null
  mayAsk: boolean
  limit: Said | null
  last: Day | null
  ask: Form
  answer: Form
}

type Facts = { one: Obligation; asked: readonly Asked[]; allowed: number; last: Clock | null }

/** The questions at the desk, the one that waits for an answer, and the form to write one down. */
export const extensionOf = (
  base: string,
  { one, asked, allowed, last }: Facts,
  today: Day,
  forms: { ask?: Form | undefined; answer?: Form | undefined },
): ExtensionProps => ({
  base,
  asked: asked.map(askedRow),
  open: asked.find(question => question.answer === null)?.id ?? null,
  mayAsk: isAskable(one, allowed, last, today),
  limit: isSettled(one) ? null : limitOf(one, last, today),
  last: last?.day ?? null,
  ask: blank(forms.ask),
  answer: blank(forms.answer),
})
