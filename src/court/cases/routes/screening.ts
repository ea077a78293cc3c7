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
import { withDiffering } from '../pages/filing.ts'
import { screeningPage } from '../pages/screening.ts'
import { screeningsOf } from '../records/steps.ts'
import { desk, enterAlike, headOf, seenCase, statusOf } from './seen.ts'

type Refused = Parameters<typeof screeningPage>[4]

export const screeningRoutes = (court: Court): Route[] => [...decisionRoutes(court), ...correctionRoutes(court)]

/** How the page is shown to whoever asks: on a first visit, with errors, or with a refusal. */
const shower = (court: Court) => async (res: Response, no: string, form: Form | null, refused?: Refused) => {
  const actor: Actor = actorOf(res)
  const { programId } = actor
  const [head, screened, answered] = await court.db.withProgram(actor, async tx => {
    const seen = await seenCase(court, tx, actor, no)
    const before = await screeningsOf(tx, { programId, caseId: seen.id })
    const facts = await screeningOf(tx, seen)
    await enterAlike(court, tx, actor, facts.alike)
    return [seen, facts, before] as const
  })
  show(res, screeningPage(head, screened, answered, form, refused), statusOf(form, refused))
}

/** Lets a case in, or declines it. */
const decisionRoutes = (court: Court): Route[] => {
  const showScreening = shower(court)
  return [
    get('/cases/:no/screening', desk, (req, res) => showScreening(res, req.params.no, null)),

    post('/cases/:no/screening', desk, async (req, res) => {
      const { no } = req.params
      const form = readForm(screeningForm, req.body)
      if (!form.ok) return showScreening(res, no, form.form)
      const head = await headOf(court, actorOf(res), no)
      const answers = { overrides: overridesFrom(form.value), strangers: form.value.strangers }
      const passed = await screenCase(court, actorOf(res), head.id, answers)
      if (isRefusal(passed)) return showScreening(res, no, form.form, passed.refused)
      saved(res, `/cases/${no}/contacts`, said('cases.screening-passed'))
    }),

    post('/cases/:no/screening/decline', desk, async (req, res) => {
      const { no } = req.params
      const form = readForm(declineForm, req.body)
      if (!form.ok) return showScreening(res, no, form.form)
      const head = await headOf(court, actorOf(res), no)
      const { rule, declineNote: note } = form.value
      const declined = await declineCase(court, actorOf(res), head.id, { rule, note })
      if (isRefusal(declined)) return showScreening(res, no, form.form, declined.refused)
      saved(res, `/cases/${no}`, said('cases.screening-declined'))
    }),
  ]
}

/** What was written down otherwise than it is: the offence, or who the young person is. */
const correctionRoutes = (court: Court): Route[] => {
  const showScreening = shower(court)
  return [
    post('/cases/:no/screening/offence', desk, async (req, res) => {
      const { no } = req.params
      const form = readForm(offenceForm, req.body)
      if (!form.ok) return showScreening(res, no, form.form)
      const head = await headOf(court, actorOf(res), no)
      const changed = await reclassify(court, actorOf(res), head.id, form.value.offenceCode)
      if (isRefusal(changed)) return showScreening(res, no, form.form, changed.refused)
      saved(res, `/cases/${no}/screening`, said('cases.reclassified'))
    }),

    post('/cases/:no/screening/person', desk, async (req, res) => {
      const { no } = req.params
      const form = readForm(sameForm, req.body)
      if (!form.ok) return showScreening(res, no, form.form)
      const head = await headOf(court, actorOf(res), no)
      const same = await recogniseRespondent(court, actorOf(res), head.id, form.value.personId)
      if (isRefusal(same)) return showScreening(res, no, form.form, same.refused)
      const words = same.joined ? said('cases.recognised-joined', { no: same.no }) : said('cases.recognised')
      saved(res, same.joined ? `/cases/${same.no}` : `/cases/${no}/screening`, withDiffering(words, same.differs))
    }),
  ]
}
