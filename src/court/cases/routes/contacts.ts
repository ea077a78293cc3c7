import type { Response } from 'express'
import { type Actor, type Court, todayFor } from '#court'
import { accountName } from '#court/accounts'
import { guardiansOf, personOf } from '#court/people'
import type { Tx } from '#platform/database'
import { type Form, readForm } from '#platform/forms'
import { show } from '#platform/page'
import { isRefusal } from '#platform/refusal'
import { actorOf, get, post, type Route, saved } from '#platform/routes'
import { said } from '#words'
import { familyDeclines, giveUp, logContact, triesFor } from '../actions/reaching.ts'
import { contactForm } from '../forms.ts'
import { type ContactFacts, contactsPage } from '../pages/contacts.ts'
import { contactsOf } from '../records/steps.ts'
import { desk, headOf, seenCase, statusOf } from './seen.ts'

type Refused = Parameters<typeof contactsPage>[2]

export const contactsRoutes = (court: Court): Route[] => {
  const showContacts = async (res: Response, actor: Actor, no: string, form: Form | null, refused?: Refused) => {
    const facts = await court.db.withProgram(actor, tx => contactFacts(court, tx, actor, no))
    show(res, contactsPage(facts, form, refused), statusOf(form, refused))
  }

  return [
    get('/cases/:no/contacts', desk, (req, res) => showContacts(res, actorOf(res), req.params.no, null)),

    post('/cases/:no/contacts', desk, async (req, res) => {
      const actor = actorOf(res)
      const { no } = req.params
      const form = readForm(contactForm, req.body)
      if (!form.ok) return showContacts(res, actor, no, form.form)
      const head = await headOf(court, actor, no)
      const logged = await logContact(court, actor, head.id, form.value)
      if (isRefusal(logged)) return showContacts(res, actor, no, form.form, logged.refused)
      if (form.value.agreed) return saved(res, `/cases/${no}/intake`, said('cases.contacts-reached'))
      saved(res, `/cases/${no}/contacts`, said('cases.contacts-saved'))
    }),

    post('/cases/:no/contacts/end', desk, async (req, res) => {
      const actor = actorOf(res)
      const { no } = req.params
      const head = await headOf(court, actor, no)
      const ended = await giveUp(court, actor, head.id)
      if (isRefusal(ended)) return showContacts(res, actor, no, null, ended.refused)
      saved(res, `/cases/${no}/return`, said('cases.given-up'))
    }),

    post('/cases/:no/refusal', desk, async (req, res) => {
      const actor = actorOf(res)
      const { no } = req.params
      const head = await headOf(court, actor, no)
      const declined = await familyDeclines(court, actor, head.id)
      if (isRefusal(declined)) return showContacts(res, actor, no, null, declined.refused)
      saved(res, `/cases/${no}/return`, said('cases.refused'))
    }),
  ]
}

const contactFacts = async (court: Court, tx: Tx, actor: Actor, no: string): Promise<ContactFacts> => {
  const { programId } = actor
  const head = await seenCase(court, tx, actor, no)
  const [respondent, guardians, contacts, tries] = await Promise.all([
    personOf(tx, programId, head.respondentId),
    guardiansOf(tx, programId, head.respondentId),
    contactsOf(tx, { programId, caseId: head.id }),
    triesFor(court, tx, actor, head),
  ])
  const writers = [...new Set(contacts.map(one => one.byAccount))]
  const names = new Map(await Promise.all(writers.map(async id => [id, await accountName(tx, programId, id)] as const)))
  const signed = contacts.map(one => ({ ...one, by: names.get(one.byAccount) ?? null }))
  return { head, respondent, guardians, contacts: signed, tries, today: todayFor(court, actor) }
}
