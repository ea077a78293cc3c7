import type { Response } from 'express'
import { type Actor, type Court, todayFor } from '#court'
import { emptyForm, type Form } from '#platform/forms'
import { show } from '#platform/page'
import { actorOf } from '#platform/routes'
import { type PromiseForms, promisePage, type Reader, type Refused } from '../pages.ts'
import { readPromise } from '../reading.ts'

export const desk = ['coordinator'] as const

/** A promise of a case, as its address names it. */
export type At = { no: string; id: string }

export const baseOf = ({ no, id }: At): string => `/cases/${no}/promises/${id}`

export const readerOf = (court: Court, actor: Actor): Reader => ({
  today: todayFor(court, actor),
  timeZone: actor.timeZone,
  atDesk: actor.role === 'coordinator' || actor.role === 'facilitator',
  choosesNights: actor.role === 'youth',
})

/** The page of a promise, again with what was typed, or with what was refused. */
export const showPromise = async (
  court: Court,
  res: Response,
  at: At,
  forms: PromiseForms = {},
  refused: Refused | null = null,
) => {
  const actor = actorOf(res)
  const facts = await readPromise(court, actor, at.no, at.id)
  show(res, promisePage(facts, readerOf(court, actor), forms, refused), statusOf(forms, refused))
}

const statusOf = (forms: PromiseForms, refused: Refused | null): number => {
  if (refused) return 409
  const { fix, ...others } = forms
  return [fix?.form, ...Object.values(others)].some(isBad) ? 422 : 200
}

const isBad = (form: Form | undefined): boolean => form !== undefined && Object.keys(form.errors).length > 0

/** What was typed, as it stood in the form, for a refusal that is not the form's fault. */
export const typed = (body: unknown): Form => {
  const values = Object.entries((body ?? {}) as Record<string, string | string[]>).filter(([name]) => name !== 'once')
  return emptyForm(Object.fromEntries(values))
}
