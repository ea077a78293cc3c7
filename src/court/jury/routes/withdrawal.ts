/** A case leaves its docket because its family takes back their yes. */
import type { Response } from 'express'
import type { Actor, Court } from '#court'
import { caseByNo, consentsOf } from '#court/cases'
import { peopleWith } from '#court/people'
import { enterLook } from '#court/register'
import { type Form, readForm } from '#platform/forms'
import { show } from '#platform/page'
import { isRefusal } from '#platform/refusal'
import { actorOf, get, post, type Route, saved } from '#platform/routes'
import { said } from '#words'
import { withdrawFromDocket } from '../actions/withdrawing.ts'
import { withdrawalForm } from '../forms.ts'
import { type WithdrawalFacts, withdrawalPage } from '../pages/withdrawal.ts'

const desk = ['coordinator'] as const

const readWithdrawal = (court: Court, actor: Actor, no: string): Promise<WithdrawalFacts> =>
  court.db.withProgram(actor, async tx => {
    const { programId } = actor
    const head = await caseByNo(tx, programId, no)
    await enterLook(court, tx, actor, { thing: 'case', thingId: head.id, caseId: head.id, personId: head.respondentId })
    const consents = await consentsOf(tx, { programId, caseId: head.id })
    const people = await peopleWith(tx, programId, [...new Set(consents.map(one => one.personId))])
    return { head, consents, people }
  })

export const withdrawalDoors = (court: Court): Route[] => {
  const showWithdrawal = async (
    res: Response,
    no: string,
    form?: Form,
    refused?: Parameters<typeof withdrawalPage>[2],
  ) =>
    show(
      res,
      withdrawalPage(await readWithdrawal(court, actorOf(res), no), form, refused),
      refused ? 409 : form ? 422 : 200,
    )

  return [
    get('/cases/:no/withdrawal', desk, (req, res) => showWithdrawal(res, req.params.no)),

    post('/cases/:no/withdrawal', desk, async (req, res) => {
      const actor = actorOf(res)
      const { no } = req.params
      const form = readForm(withdrawalForm, req.body)
      if (!form.ok) return showWithdrawal(res, no, form.form)
      const head = await court.db.withProgram(actor, tx => caseByNo(tx, actor.programId, no))
      const personId = form.value.who
      const kind = personId === head.respondentId ? 'participation' : 'guardian'
      const taken = await withdrawFromDocket(court, actor, head.id, { personId, kind })
      if (isRefusal(taken)) return showWithdrawal(res, no, form.form, taken.refused)
      if (taken.ended) return saved(res, `/cases/${no}/return`, said('jury.withdrawal.ended'))
      saved(res, `/cases/${no}`, said('jury.withdrawal.goes-on'))
    }),
  ]
}
