import type { Response } from 'express'
import type { z } from 'zod'
import { type Actor, type Court, todayFor } from '#court'
import { type Form, readForm } from '#platform/forms'
import { type Page, show } from '#platform/page'
import { isRefusal } from '#platform/refusal'
import { actorOf, get, post, type Route, saved } from '#platform/routes'
import type { Day } from '#platform/time'
import { said } from '#words'
import { amendRulebook, type Enter } from './actions.ts'
import { type Answers, amendmentForm, type EditionAnswers, rulesFrom } from './forms.ts'
import { holidaysForm, holidaysFrom, offencesForm, offencesFrom } from './forms/lists.ts'
import { amendPage, holidaysPage, offencesPage, settingsPage } from './pages.ts'
import { type Edition, editionsOf, newestEdition, rulebookOn } from './records.ts'
import type { Rulebook } from './rulebook.ts'
import type { AmendRefusal } from './rules.ts'

const desk = ['coordinator'] as const

/** A form that writes a new edition: what it asks, what the rules become, and the page that it stands on. */
type Change = {
  path: string
  asks: (book: Rulebook, today: Day) => z.ZodType<EditionAnswers>
  rules: (book: Rulebook, answers: Answers, today: Day) => Rulebook
  page: (newest: Edition, today: Day, typed: Form | null, refused?: AmendRefusal['refused']) => Page
}

const changes: readonly Change[] = [
  { path: '/settings/rules', asks: amendmentForm, rules: rulesFrom, page: amendPage },
  { path: '/settings/offences', asks: offencesForm, rules: offencesFrom, page: offencesPage },
  { path: '/settings/holidays', asks: holidaysForm, rules: holidaysFrom, page: holidaysPage },
]

export const programsRoutes = (court: Court, enter: Enter): Route[] => [
  get('/settings', desk, async (_req, res) => {
    const actor = actorOf(res)
    const today = todayFor(court, actor)
    const [now, editions] = await court.db.inOneTrip(actor, tx =>
      Promise.all([rulebookOn(tx, actor.programId, today), editionsOf(tx, actor.programId)]),
    )
    show(res, settingsPage(actor.programName, now, editions, today))
  }),
  ...changes.flatMap(change => changing(court, enter, change)),
]

const changing = (court: Court, enter: Enter, { path, asks, rules, page }: Change): Route[] => {
  const newest = (actor: Actor) => court.db.inOneTrip(actor, tx => newestEdition(tx, actor.programId))

  const showForm = async (res: Response, typed: Form | null, refused?: AmendRefusal['refused']) => {
    const actor = actorOf(res)
    show(res, page(await newest(actor), todayFor(court, actor), typed, refused), refused ? 409 : typed ? 422 : 200)
  }

  return [
    get(path, desk, (_req, res) => showForm(res, null)),

    post(path, desk, async (req, res) => {
      const actor = actorOf(res)
      const today = todayFor(court, actor)
      const { rules: before } = await newest(actor)
      const form = readForm(asks(before, today), req.body)
      if (!form.ok) return showForm(res, form.form)
      const { version, effectiveFrom, reason } = form.value
      const wish = { edition: version, effectiveFrom, reason, rules: rules(before, form.value, today) }
      const amended = await amendRulebook(court, enter, actor, wish)
      if (isRefusal(amended)) return showForm(res, form.form, amended.refused)
      saved(res, '/settings', said('programs.amended', { edition: amended.edition, from: effectiveFrom }))
    }),
  ]
}
