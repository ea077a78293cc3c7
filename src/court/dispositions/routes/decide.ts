import type { Request, Response } from 'express'
import { type Court, NotHere } from '#court'
import type { HearingStatus } from '#court/hearings'
import { emptyForm, type Form, readForm } from '#platform/forms'
import { isId } from '#platform/ids'
import { show } from '#platform/page'
import { isRefusal, refuse } from '#platform/refusal'
import { actorOf, get, post, saved } from '#platform/routes'
import { said, speak } from '#words'
import { addTerm, removeTerm } from '../actions/drafting.ts'
import { propose } from '../actions/proposing.ts'
import { measureOf, type Ower, type TermKind, termKinds } from '../disposition.ts'
import { proposalForm, termForm } from '../forms.ts'
import { type Adding, type DecideFacts, type DecideRefusal, decidePage } from '../pages.ts'
import { readDecide } from '../reading.ts'
import { usualDueDay } from '../rules/clocks.ts'
import { kindWords } from '../wording.ts'
import { type At, baseOf, room, typed } from './night.ts'
import { idAt } from './sign.ts'

export const decideDoors = (court: Court) => [
  get('/nights/:date/:position/decide', room, async (req, res) => {
    const facts = await readDecide(court, actorOf(res), req.params.date, req.params.position)
    show(res, decidePage(facts, askedFor(req, res, facts), proposalBefore(facts), null))
  }),

  post('/nights/:date/:position/decide/promises', room, async (req, res) => {
    const wanted = kindIn(req.body)
    if (!wanted) throw new NotHere()
    const form = readForm(termForm(wanted.kind), req.body)
    if (!form.ok) return showDecide(court, res, req.params, { ...wanted, form: form.form }, null, null)
    const { line } = await readDecide(court, actorOf(res), req.params.date, req.params.position)
    const added = await addTerm(court, actorOf(res), line.id, form.value)
    if (isRefusal(added)) return showDecide(court, res, req.params, { ...wanted, form: typed(req.body) }, null, added)
    saved(res, `${baseOf(req.params)}/decide`, said('platform.saved'))
  }),

  post('/nights/:date/:position/decide/promises/:id/removal', room, async (req, res) => {
    const { id } = req.params
    if (!isId(id)) throw new NotHere()
    const actor = actorOf(res)
    const removed = await removeTerm(court, actor, await idAt(court, actor, req.params), id)
    if (isRefusal(removed)) return showDecide(court, res, req.params, null, null, removed)
    saved(res, `${baseOf(req.params)}/decide`, said('platform.saved'))
  }),

  post('/nights/:date/:position/decide', room, async (req, res) => {
    const actor = actorOf(res)
    const form = readForm(proposalForm, req.body)
    if (!form.ok) return showDecide(court, res, req.params, null, form.form, null)
    const { disposition, line } = await readDecide(court, actor, req.params.date, req.params.position)
    if (!disposition) return showDecide(court, res, req.params, null, typed(req.body), unbegun(line.status))
    const proposed = await propose(court, actor, disposition.id, form.value)
    if (isRefusal(proposed)) return showDecide(court, res, req.params, null, typed(req.body), proposed)
    saved(res, `${baseOf(req.params)}/sign`)
  }),
]

const showDecide = async (
  court: Court,
  res: Response,
  at: At,
  adding: Adding | null,
  proposal: Form | null,
  refused: DecideRefusal | null,
) => {
  const facts = await readDecide(court, actorOf(res), at.date, at.position)
  const bad = [adding?.form, proposal].some(form => form && Object.keys(form.errors).length > 0)
  show(res, decidePage(facts, adding, proposal ?? proposalBefore(facts), refused), refused ? 409 : bad ? 422 : 200)
}

/** Nothing has been written down yet that could be read back. */
const unbegun = (status: HearingStatus): DecideRefusal =>
  refuse(status === 'in_hearing' ? 'nothing-promised' : 'not-in-hearing')

/** Before anybody has typed: the jury decides as the rulebook says; back at the table, what it said before stands there again. */
const proposalBefore = ({ disposition, ground, mayLetGo }: DecideFacts): Form =>
  emptyForm({
    decidedHow: disposition?.decidedHow ?? ground.rules.jury.decision,
    adultDecided: disposition?.adultDecided ?? '',
    reasons: disposition?.reasons ?? '',
    belowFloorReason: disposition?.belowFloorReason ?? '',
    noJuryServiceReason: (mayLetGo && disposition?.noJuryServiceReason) || '',
  })

const kindIn = (from: unknown): { kind: TermKind; owedBy: Ower } | null => {
  const { kind, add = kind, owedBy, by = owedBy } = (from ?? {}) as Record<string, unknown>
  const found = termKinds.find(one => one === add)
  return found ? { kind: found, owedBy: by === 'court' ? 'court' : 'young-person' } : null
}

/** The form that the menu opens, with what the court can guess filled in. */
const askedFor = (req: Request<object>, res: Response, facts: DecideFacts): Adding | null => {
  const wanted = kindIn(req.query)
  if (!wanted) return null
  const t = speak(res.locals.chrome.language)
  const name = facts.line.calledName
  const ideas = {
    mentor: t('dispositions.suggest.mentor', { name }),
    school: t('dispositions.suggest.school'),
    ride: t('dispositions.suggest.ride'),
  }
  const idea = Object.entries(ideas).find(([key]) => key === req.query.idea)?.[1]
  const title = idea ?? (wanted.owedBy === 'court' ? '' : t(kindWords[wanted.kind]))
  return { ...wanted, form: emptyForm({ title, ...guessed(wanted, facts.ground.setting) }) }
}

/** The least that the grid asks for, with time to spare before the last lawful day: the jury changes both as it likes. */
const guessed = (
  { kind, owedBy }: { kind: TermKind; owedBy: Ower },
  { last, limits, today }: DecideFacts['ground']['setting'],
) => {
  const least = owedBy === 'court' ? 1 : (limits[kind]?.least ?? 0)
  const due = last && last.day > today && owedBy === 'young-person' ? { dueOn: usualDueDay(today, last.day) } : {}
  return { amount: amountField(kind, least), ...due }
}

const amountField = (kind: TermKind, least: number): string => {
  const { unit } = measureOf[kind]
  if (unit === 'minute') return least > 0 ? String(least / 60) : ''
  return unit === 'piece' ? '1' : unit === 'cent' || least === 0 ? '' : String(least)
}
