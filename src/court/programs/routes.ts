import type { Response } from 'express'
import { type Actor, type Court, todayFor } from '#court'
import { type Form, readForm } from '#platform/forms'
import { show } from '#platform/page'
import { isRefusal } from '#platform/refusal'
import { actorOf, get, post, type Route, saved } from '#platform/routes'
import { said } from '#words'
import { amendRulebook, type Enter } from './actions.ts'
import { amendmentForm, rulesFrom } from './forms.ts'
import { amendPage, settingsPage } from './pages.ts'
import { editionsOf, newestEdition, rulebookOn } from './records.ts'
import type { AmendRefusal } from './rules.ts'

const desk = ['coordinator'] as const

export const programsRoutes = (court: Court, enter: Enter): Route[] => {
  const newest = (actor: Actor) => court.db.inOneTrip(actor, tx => newestEdition(tx, actor.programId))

  const showAmend = async (res: Response, actor: Actor, typed: Form | null, refused?: AmendRefusal['refused']) =>
    show(res, amendPage(await newest(actor), todayFor(court, actor), typed, refused), refused ? 409 : typed ? 422 : 200)

  return [
    get('/settings', desk, async (_req, res) => {
      const actor = actorOf(res)
      const today = todayFor(court, actor)
      const [now, editions] = await court.db.inOneTrip(actor, tx =>
        Promise.all([rulebookOn(tx, actor.programId, today), editionsOf(tx, actor.programId)]),
      )
      show(res, settingsPage(actor.programName, now, editions, today))
    }),

    get('/settings/rules', desk, (_req, res) => showAmend(res, actorOf(res), null)),

    post('/settings/rules', desk, async (req, res) => {
      const actor = actorOf(res)
      const { rules: before } = await newest(actor)
      const form = readForm(amendmentForm(before), req.body)
      if (!form.ok) return showAmend(res, actor, form.form)
      const { version, effectiveFrom, reason } = form.value
      const rules = rulesFrom(before, form.value)
      const amended = await amendRulebook(court, enter, actor, { edition: version, effectiveFrom, reason, rules })
      if (isRefusal(amended)) return showAmend(res, actor, form.form, amended.refused)
      saved(res, '/settings', said('programs.amended', { edition: amended.edition, from: effectiveFrom }))
    }),
  ]
}
