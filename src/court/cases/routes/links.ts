import type { Response } from 'express'
import { type Actor, type Court, NotHere } from '#court'
import { personOf } from '#court/people'
import { enterLook } from '#court/register'
import type { Tx } from '#platform/database'
import { type Form, readForm } from '#platform/forms'
import { isId } from '#platform/ids'
import { show } from '#platform/page'
import { isRefusal } from '#platform/refusal'
import { actorOf, get, post, type Route, saved } from '#platform/routes'
import { said } from '#words'
import { linkCases, unlinkCases } from '../actions/linking.ts'
import { linkForm, unlinkForm } from '../forms.ts'
import { coRespondentsPage, type LinkFacts } from '../pages/links.ts'
import { ofCase } from '../pages/parts.ts'
import { type LinkedCase, linkedCases, sameReport } from '../records/links.ts'
import { desk, headOf, seenCase, statusOf } from './seen.ts'

type Refused = Parameters<typeof coRespondentsPage>[2]

export const linkRoutes = (court: Court): Route[] => {
  const showLinks = async (res: Response, no: string, form: Form | null, refused?: Refused) => {
    const facts = await linkFacts(court, actorOf(res), no)
    show(res, coRespondentsPage(facts, form, refused), statusOf(form, refused))
  }

  return [
    get('/cases/:no/co-respondents', desk, (req, res) => showLinks(res, req.params.no, null)),

    post('/cases/:no/co-respondents', desk, async (req, res) => {
      const { no } = req.params
      const form = readForm(linkForm, req.body)
      if (!form.ok) return showLinks(res, no, form.form)
      const head = await headOf(court, actorOf(res), no)
      const wish = { no: form.value.otherNo, reason: form.value.reason }
      const linked = await linkCases(court, actorOf(res), head.id, wish)
      if (isRefusal(linked)) return showLinks(res, no, form.form, linked.refused)
      saved(res, `/cases/${no}/co-respondents`, said('cases.linked', { no: linked.no }))
    }),

    post('/cases/:no/co-respondents/:id/removal', desk, async (req, res) => {
      const { no, id } = req.params
      if (!isId(id)) throw new NotHere()
      const form = readForm(unlinkForm, req.body)
      if (!form.ok) return showLinks(res, no, form.form)
      const head = await headOf(court, actorOf(res), no)
      const unlinked = await unlinkCases(court, actorOf(res), head.id, { otherId: id, reason: form.value.because })
      if (isRefusal(unlinked)) return showLinks(res, no, null, unlinked.refused)
      saved(res, `/cases/${no}/co-respondents`, said('cases.unlinked', { no: unlinked.no }))
    }),
  ]
}

const linkFacts = (court: Court, actor: Actor, no: string): Promise<LinkFacts> =>
  court.db.withProgram(actor, async tx => {
    const { programId } = actor
    const head = await seenCase(court, tx, actor, no)
    const [respondent, linked, proposed] = await Promise.all([
      personOf(tx, programId, head.respondentId),
      linkedCases(tx, { programId, caseId: head.id }),
      sameReport(tx, { programId, caseId: head.id, respondentId: head.respondentId, referralId: head.referralId }),
    ])
    await enterShown(court, tx, actor, [...linked, ...proposed])
    return { of: ofCase(head, respondent), linked, proposed }
  })

/** Whose name stands on the page was looked at too (rule 47). */
const enterShown = async (court: Court, tx: Tx, actor: Actor, shown: readonly LinkedCase[]): Promise<void> => {
  for (const { caseId, respondentId } of shown)
    await enterLook(court, tx, actor, { thing: 'case', thingId: caseId, caseId, personId: respondentId })
}
