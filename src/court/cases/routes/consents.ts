import type { Response } from 'express'
import { type Actor, type Court, todayFor } from '#court'
import { guardiansOf, personOf } from '#court/people'
import { rulebookOf } from '#court/programs'
import type { Tx } from '#platform/database'
import { type Form, readForm } from '#platform/forms'
import { show } from '#platform/page'
import { isRefusal } from '#platform/refusal'
import { actorOf, get, post, type Route, saved } from '#platform/routes'
import { isLanguage, said } from '#words'
import { recordConsents } from '../actions/consenting.ts'
import { issueFamilySlips } from '../actions/slips.ts'
import { withdrawConsent } from '../actions/withdrawing.ts'
import { consentForm, withdrawalForm } from '../forms.ts'
import { type ConsentFacts, consentsPage, paperPage } from '../pages/consents.ts'
import { sheetPage, slipsPage } from '../pages/slips.ts'
import { consentsOf } from '../records/steps.ts'
import { isAdult } from '../rules/consenting.ts'
import { desk, headOf, seenCase, statusOf } from './seen.ts'

type Refused = Parameters<typeof consentsPage>[2]

export const consentsRoutes = (court: Court): Route[] => {
  const showConsents = async (res: Response, actor: Actor, no: string, form: Form | null, refused?: Refused) => {
    const facts = await court.db.withProgram(actor, tx => consentFacts(court, tx, actor, no))
    show(res, consentsPage(facts, form, refused), statusOf(form, refused))
  }

  return [
    get('/cases/:no/consents', desk, (req, res) => showConsents(res, actorOf(res), req.params.no, null)),

    post('/cases/:no/consents', desk, async (req, res) => {
      const actor = actorOf(res)
      const { no } = req.params
      const form = readForm(consentForm, req.body)
      if (!form.ok) return showConsents(res, actor, no, form.form)
      const head = await headOf(court, actor, no)
      const signed = await recordConsents(court, actor, head.id, form.value)
      if (isRefusal(signed)) return showConsents(res, actor, no, form.form, signed.refused)
      const words = said(signed.missing.length > 0 ? 'cases.consents-saved' : 'cases.consents-ready')
      saved(res, `/cases/${no}/consents`, words)
    }),

    post('/cases/:no/consents/withdrawal', desk, async (req, res) => {
      const actor = actorOf(res)
      const { no } = req.params
      const form = readForm(withdrawalForm, req.body)
      if (!form.ok) return showConsents(res, actor, no, form.form)
      const head = await headOf(court, actor, no)
      const taken = await withdrawConsent(court, actor, head.id, form.value)
      if (isRefusal(taken)) return showConsents(res, actor, no, null, taken.refused)
      if (taken.ended) return saved(res, `/cases/${no}/return`, said('cases.consents-ended'))
      saved(res, `/cases/${no}/consents`, said('cases.consents-taken-back'))
    }),
  ]
}

/** The sheet to sign is for the family, so it may be in another language than the desk's. */
export const paperRoutes = (court: Court): Route[] => [
  get('/cases/:no/consents/paper', desk, async (req, res) => {
    const actor = actorOf(res)
    const wanted = req.query.language
    const facts = await court.db.withProgram(actor, tx => consentFacts(court, tx, actor, req.params.no))
    if (isLanguage(wanted)) res.locals.chrome = { ...res.locals.chrome, language: wanted }
    show(res, paperPage(facts, actor.programName))
  }),
]

const consentFacts = async (court: Court, tx: Tx, actor: Actor, no: string): Promise<ConsentFacts> => {
  const { programId } = actor
  const head = await seenCase(court, tx, actor, no)
  const [respondent, guardians, given, edition] = await Promise.all([
    personOf(tx, programId, head.respondentId),
    guardiansOf(tx, programId, head.respondentId),
    consentsOf(tx, { programId, caseId: head.id }),
    rulebookOf(tx, programId, head.rulebookId),
  ])
  const adult = isAdult(respondent.birthDate, edition.rules.adultAt, todayFor(court, actor))
  return { head, respondent, guardians, given, adult }
}

/** Codes are shown in the answer to the form that makes them, since nobody can read them later. */
export const slipsRoutes = (court: Court, publicOrigin: string): Route[] => {
  const showSlips = async (res: Response, actor: Actor, no: string, status = 200) => {
    const { head, respondent, guardians } = await court.db.withProgram(actor, tx => consentFacts(court, tx, actor, no))
    show(res, slipsPage(head, respondent, guardians), status)
  }

  return [
    get('/cases/:no/slips', desk, (req, res) => showSlips(res, actorOf(res), req.params.no)),

    post('/cases/:no/slips', desk, async (req, res) => {
      const actor = actorOf(res)
      const { no } = req.params
      const head = await headOf(court, actor, no)
      const slips = await issueFamilySlips(court, actor, head.id)
      if (isRefusal(slips)) return showSlips(res, actor, no, 409)
      show(res, sheetPage({ program: actor.programName, address: `${publicOrigin}/d` }, slips))
    }),
  ]
}
