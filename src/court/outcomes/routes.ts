import type { Response } from 'express'
import { type Actor, type Court, NotHere } from '#court'
import { type CaseHead, caseByNo } from '#court/cases'
import { giveAndTake, linesOf } from '#court/credits'
import { obligationsOfCase } from '#court/obligations'
import { fullName, personOf } from '#court/people'
import { rulebookOf } from '#court/programs'
import { enterLook } from '#court/register'
import type { Tx } from '#platform/database'
import { emptyForm, type Form, readForm } from '#platform/forms'
import { show } from '#platform/page'
import { isRefusal } from '#platform/refusal'
import { actorOf, get, post, saved } from '#platform/routes'
import { said } from '#words'
import { closeCase } from './actions/closing.ts'
import { reasonsFor, returnToSource } from './actions/returning.ts'
import { cureCase, reviewCase } from './actions/reviewing.ts'
import { answerTerminationOf, askTermination, takeBackTermination } from './actions/terminating.ts'
import { answerForm, closeForm, returnForm, terminationForm } from './forms.ts'
import { certificatePage, closePage, returnPage, reviewPage } from './pages.ts'
import { findClosure, findTermination } from './records.ts'

const desk = ['coordinator'] as const

export const outcomesRoutes = (court: Court) => {
  const look = (actor: Actor, no: string) => court.db.withProgram(actor, tx => seenCase(court, tx, actor, no))

  /** Before anybody has typed, the certificate carries the name that the court knows. */
  const showClose = async (
    res: Response,
    actor: Actor,
    no: string,
    typed: Form | null,
    refused?: Parameters<typeof closePage>[3],
  ) => {
    const { head, promises, person } = await court.db.withProgram(actor, async tx => {
      const found = await seenCase(court, tx, actor, no)
      const [promised, respondent] = await Promise.all([
        obligationsOfCase(tx, actor.programId, found.id),
        personOf(tx, actor.programId, found.respondentId),
      ])
      return { head: found, promises: promised, person: respondent }
    })
    const form = typed ?? emptyForm({ certificateName: fullName(person) })
    show(res, closePage(head, promises, form, refused), statusOf(form, refused))
  }

  const showReview = async (
    res: Response,
    actor: Actor,
    no: string,
    form: Form,
    refused?: Parameters<typeof reviewPage>[5],
  ) => {
    const facts = await court.db.withProgram(actor, async tx => {
      const head = await seenCase(court, tx, actor, no)
      const { rules } = await rulebookOf(tx, actor.programId, head.rulebookId)
      return { head, rules, question: await findTermination(tx, actor.programId, head.id) }
    })
    const rules = { cureDays: facts.rules.clocks.cureDays, secondApprover: facts.rules.powers.secondApprover }
    show(res, reviewPage(facts.head, rules, facts.question, actor.accountId, form, refused), statusOf(form, refused))
  }

  return [
    get('/cases/:no/close', desk, (req, res) => showClose(res, actorOf(res), req.params.no, null)),

    post('/cases/:no/close', desk, async (req, res) => {
      const actor = actorOf(res)
      const form = readForm(closeForm, req.body)
      if (!form.ok) return showClose(res, actor, req.params.no, form.form)
      const head = await look(actor, req.params.no)
      const closed = await closeCase(court, actor, head.id, form.value.certificateName)
      if (isRefusal(closed)) return showClose(res, actor, head.no, form.form, closed.refused)
      saved(res, `/cases/${head.no}`, said('outcomes.closed'))
    }),

    get('/cases/:no/review', desk, (req, res) => showReview(res, actorOf(res), req.params.no, emptyForm())),

    post('/cases/:no/review', desk, async (req, res) => {
      const actor = actorOf(res)
      const head = await look(actor, req.params.no)
      const warned = await reviewCase(court, actor, head.id)
      if (isRefusal(warned)) return showReview(res, actor, head.no, emptyForm(), warned.refused)
      saved(res, `/cases/${head.no}`, said('outcomes.warned'))
    }),

    post('/cases/:no/cure', desk, async (req, res) => {
      const actor = actorOf(res)
      const head = await look(actor, req.params.no)
      const cured = await cureCase(court, actor, head.id)
      if (isRefusal(cured)) return showReview(res, actor, head.no, emptyForm(), cured.refused)
      saved(res, `/cases/${head.no}`, said('outcomes.cured'))
    }),

    post('/cases/:no/termination', desk, async (req, res) => {
      const actor = actorOf(res)
      const form = readForm(terminationForm, req.body)
      if (!form.ok) return showReview(res, actor, req.params.no, form.form)
      const head = await look(actor, req.params.no)
      const asked = await askTermination(court, actor, head.id, form.value)
      if (isRefusal(asked)) return showReview(res, actor, head.no, form.form, asked.refused)
      saved(res, `/cases/${head.no}/review`, said('outcomes.asked'))
    }),

    post('/cases/:no/termination/answer', desk, async (req, res) => {
      const actor = actorOf(res)
      const form = readForm(answerForm, req.body)
      if (!form.ok) return showReview(res, actor, req.params.no, form.form)
      const head = await look(actor, req.params.no)
      const answered = await answerTerminationOf(court, actor, head.id, form.value.answer)
      if (isRefusal(answered)) return showReview(res, actor, head.no, emptyForm(), answered.refused)
      saved(res, `/cases/${head.no}`, said('outcomes.answered'))
    }),

    post('/cases/:no/termination/withdrawal', desk, async (req, res) => {
      const actor = actorOf(res)
      const head = await look(actor, req.params.no)
      const back = await takeBackTermination(court, actor, head.id)
      if (isRefusal(back)) return showReview(res, actor, head.no, emptyForm(), back.refused)
      saved(res, `/cases/${head.no}/review`, said('outcomes.taken-back'))
    }),

    ...returnDoors(court),

    get('/cases/:no/certificate', ['coordinator', 'youth', 'family'], async (req, res) => {
      const actor = actorOf(res)
      show(res, certificatePage(await certificateFacts(court, actor, req.params.no)))
    }),
  ]
}

/** Sending a case back to where it came from. */
const returnDoors = (court: Court) => {
  const showReturn = async (
    res: Response,
    actor: Actor,
    no: string,
    form: Form,
    refused?: Parameters<typeof returnPage>[3],
  ) => {
    const page = await court.db.withProgram(actor, async tx => {
      const head = await seenCase(court, tx, actor, no)
      return returnPage(head, await reasonsFor(court, tx, actor, head), form, refused)
    })
    show(res, page, statusOf(form, refused))
  }

  return [
    get('/cases/:no/return', desk, async (req, res) => {
      await showReturn(res, actorOf(res), req.params.no, emptyForm())
    }),

    post('/cases/:no/return', desk, async (req, res) => {
      const actor = actorOf(res)
      const head = await court.db.withProgram(actor, tx => caseByNo(tx, actor.programId, req.params.no))
      const form = readForm(returnForm, req.body)
      if (!form.ok) return showReturn(res, actor, head.no, form.form)
      const back = await returnToSource(court, actor, head.id, form.value)
      if (isRefusal(back)) return showReturn(res, actor, head.no, form.form, back.refused)
      saved(res, `/cases/${head.no}`, said('outcomes.returned'))
    }),
  ]
}

const statusOf = (form: Form, refused?: string): number => {
  if (refused) return 409
  return Object.keys(form.errors).length > 0 ? 422 : 200
}

/** The case, if it is theirs to see; that they looked is entered. */
const seenCase = async (court: Court, tx: Tx, actor: Actor, no: string): Promise<CaseHead> => {
  const head = await caseByNo(tx, actor.programId, no)
  await enterLook(court, tx, actor, { thing: 'case', thingId: head.id, caseId: head.id, personId: head.respondentId })
  return head
}

/** What was given, in numbers, from the ledger; the matter is nobody's business any more. */
const certificateFacts = (court: Court, actor: Actor, no: string) =>
  court.db.withProgram(actor, async tx => {
    const head = await seenCase(court, tx, actor, no)
    const [closure, person, lines, exchange, promises] = await Promise.all([
      findClosure(tx, actor.programId, head.id),
      personOf(tx, actor.programId, head.respondentId),
      linesOf(tx, { programId: actor.programId, personId: head.respondentId }),
      giveAndTake(tx, head.respondentId),
      obligationsOfCase(tx, actor.programId, head.id),
    ])
    if (closure?.outcome !== 'completed') throw new NotHere()
    const undone = new Set(lines.map(line => line.reversesId))
    const standing = lines.filter(line => line.kind !== 'reversal' && !undone.has(line.id))
    return {
      name: closure.certificateName ?? person.calledName,
      program: actor.programName,
      given: closure.closedOn,
      keptAll: promises.every(one => one.owedBy === 'court' || one.status === 'satisfied'),
      sat: exchange.satFor,
      minutes: standing.filter(line => line.kind === 'service').reduce((sum, line) => sum + line.minutes, 0),
    }
  })
