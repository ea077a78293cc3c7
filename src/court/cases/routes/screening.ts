import type { Response } from 'express'
import type { Actor, Court } from '#court'
import { type Form, readForm } from '#platform/forms'
import { show } from '#platform/page'
import { isRefusal } from '#platform/refusal'
import { actorOf, get, post, type Route, saved } from '#platform/routes'
import { said } from '#words'
import { recogniseRespondent } from '../actions/joining.ts'
import { declineCase, reclassify, screenCase, screeningOf } from '../actions/screening.ts'
import { declineForm, offenceForm, overridesFrom, sameForm, screeningForm } from '../forms.ts'
import { screeningPage } from '../pages/screening.ts'
import { screeningsOf } from '../records/steps.ts'
import { desk, headOf, seenCase, statusOf } from './seen.ts'

type Refused = Parameters<typeof screeningPage>[4]

export const screeningRoutes = (court: Court): Route[] => {
  const showScreening = async (res: Response, actor: Actor, no: string, form: Form | null, refused?: Refused) => {
    const [head, screened, answered] = await court.db.withProgram(actor, async tx => {
      const seen = await seenCase(court, tx, actor, no)
      return [seen, await screeningOf(tx, seen), await screeningsOf(tx, { programId: actor.programId, caseId: seen.id })] as const
    })
    show(res, screeningPage(head, screened, answered, form, refused), statusOf(form, refused))
  }

  return [
    get('/cases/:no/screening', desk, (req, res) => showScreening(res, actorOf(res), req.params.no, null)),

    post('/cases/:no/screening', desk, async (req, res) => {
      const actor = actorOf(res)
      const { no } = req.params
      const form = readForm(screeningForm, req.body)
      if (!form.ok) return showScreening(res, actor, no, form.form)
      const head = await headOf(court, actor, no)
      const answers = { overrides: overridesFrom(form.value), strangers: form.value.strangers }
      const passed = await screenCase(court, actor, head.id, answers)
      if (isRefusal(passed)) return showScreening(res, actor, no, form.form, passed.refused)
      saved(res, `/cases/${no}/contacts`, said('cases.screening-passed'))
    }),

    post('/cases/:no/screening/decline', desk, async (req, res) => {
      const actor = actorOf(res)
      const { no } = req.params
      const form = readForm(declineForm, req.body)
      if (!form.ok) return showScreening(res, actor, no, form.form)
      const head = await headOf(court, actor, no)
      const declined = await declineCase(court, actor, head.id, { rule: form.value.rule, note: form.value.declineNote })
      if (isRefusal(declined)) return showScreening(res, actor, no, form.form, declined.refused)
      saved(res, `/cases/${no}`, said('cases.screening-declined'))
    }),

    post('/cases/:no/screening/offence', desk, async (req, res) => {
      const actor = actorOf(res)
      const { no } = req.params
      const form = readForm(offenceForm, req.body)
      if (!form.ok) return showScreening(res, actor, no, form.form)
      const head = await headOf(court, actor, no)
      const changed = await reclassify(court, actor, head.id, form.value.offenceCode)
      if (isRefusal(changed)) return showScreening(res, actor, no, form.form, changed.refused)
      saved(res, `/cases/${no}/screening`, said('cases.reclassified'))
    }),

    post('/cases/:no/screening/person', desk, async (req, res) => {
      const actor = actorOf(res)
      const { no } = req.params
      const form = readForm(sameForm, req.body)
      if (!form.ok) return showScreening(res, actor, no, form.form)
      const head = await headOf(court, actor, no)
      const same = await recogniseRespondent(court, actor, head.id, form.value.personId)
      if (isRefusal(same)) return showScreening(res, actor, no, form.form, same.refused)
      if (same.joined) return saved(res, `/cases/${same.no}`, said('cases.recognised-joined', { no: same.no }))
      saved(res, `/cases/${no}/screening`, said('cases.recognised'))
    }),
  ]
}
