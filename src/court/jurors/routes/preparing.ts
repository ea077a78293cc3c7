/** A juror's page: training, promise, guardian's yes, days, a way in. */
import type { Response } from 'express'
import type { z } from 'zod'
import { type Actor, type Court, NotHere, todayFor } from '#court'
import { guardiansOf } from '#court/people'
import { rulebookOn } from '#court/programs'
import { enterLook } from '#court/register'
import { readForm } from '#platform/forms'
import { isId } from '#platform/ids'
import { show } from '#platform/page'
import { isRefusal, refuse } from '#platform/refusal'
import { actorOf, get, post, type Route, saved } from '#platform/routes'
import { ageOn } from '#platform/time'
import { type PlainKey, said } from '#words'
import { declareConflict } from '../actions/conflicts.ts'
import { approveJuror, setAway, swearJuror, trainJuror } from '../actions/preparing.ts'
import { giveSlip } from '../actions/slips.ts'
import { approvalForm, availabilityFrom, awayForm, conflictForm, oathForm, slipForm, trainingForm } from '../forms.ts'
import { emptyForms, type inWords, type JurorFacts, type JurorForms, jurorPage, slipPage } from '../pages.ts'
import { absencesOf, caseIdOf, jurorById } from '../records.ts'
import { isAdultOn, readiness } from '../rules.ts'

const desk = ['coordinator'] as const

type Answer = { forms?: Partial<JurorForms>; refused?: keyof typeof inWords }

const known = (id: string): string => {
  if (!isId(id)) throw new NotHere()
  return id
}

const factsOf = (court: Court, actor: Actor, id: string): Promise<JurorFacts> =>
  court.db.withProgram(actor, async tx => {
    const today = todayFor(court, actor)
    const juror = await jurorById(tx, actor.programId, known(id))
    const [guardians, absences, book] = await Promise.all([
      guardiansOf(tx, actor.programId, juror.personId),
      absencesOf(tx, actor.programId, id, today),
      rulebookOn(tx, actor.programId, today),
      enterLook(court, tx, actor, { thing: 'juror', thingId: id, personId: juror.personId }),
    ])
    const adult = isAdultOn(juror.birthDate, book.rules.adultAt, today)
    const age = juror.birthDate && ageOn(juror.birthDate, today)
    return { juror, age, adult, missing: readiness(juror, { adult }), guardians, absences, today }
  })

const showJuror = async (court: Court, res: Response, id: string, { forms, refused }: Answer = {}): Promise<void> => {
  const facts = await factsOf(court, actorOf(res), id)
  const status = refused ? 409 : forms ? 422 : 200
  show(res, jurorPage(facts, { forms: { ...emptyForms(facts), ...forms }, ...(refused ? { refused } : {}) }), status)
}

type Recording<Schema extends z.ZodType> = {
  path: string
  form: keyof JurorForms
  schema: Schema
  words: PlainKey
  act: (actor: Actor, id: string, answers: z.output<Schema>) => Promise<unknown>
}

/** One form of a juror's page: read, done, and back to the page; or the same page with what stood in the way. */
const recording = <Schema extends z.ZodType>(
  court: Court,
  { path, form, schema, words, act }: Recording<Schema>,
): Route =>
  post(`/people/jurors/:id/${path}`, desk, async (req, res) => {
    const id = known((req.params as { id: string }).id)
    const read = readForm(schema, req.body)
    if (!read.ok) return showJuror(court, res, id, { forms: { [form]: read.form } })
    const done = await act(actorOf(res), id, read.value)
    if (isRefusal(done))
      return showJuror(court, res, id, { forms: { [form]: read.form }, refused: done.refused as keyof typeof inWords })
    saved(res, `/people/jurors/${id}`, said(words))
  })

export const preparing = (court: Court, origin: string): Route[] => [
  get('/people/jurors/:id', desk, (req, res) => showJuror(court, res, req.params.id)),
  recording(court, {
    path: 'training',
    form: 'training',
    schema: trainingForm,
    words: 'jurors.training.saved',
    act: (actor, id, { on, hours }) => trainJuror(court, actor, id, { on, minutes: hours }),
  }),
  recording(court, {
    path: 'oath',
    form: 'oath',
    schema: oathForm,
    words: 'jurors.oath.saved',
    act: (actor, id, { on }) => swearJuror(court, actor, id, on),
  }),
  recording(court, {
    path: 'approval',
    form: 'approval',
    schema: approvalForm,
    words: 'jurors.approval.saved',
    act: (actor, id, { guardian, on }) => approveJuror(court, actor, id, { guardianId: guardian, on }),
  }),
  recording(court, {
    path: 'availability',
    form: 'away',
    schema: awayForm,
    words: 'platform.saved',
    act: (actor, id, answers) => setAway(court, actor, id, availabilityFrom(answers)),
  }),
  recording(court, {
    path: 'conflicts',
    form: 'conflict',
    schema: conflictForm,
    words: 'jurors.conflict.saved',
    act: async (actor, id, { caseNo }) => {
      const caseId = await court.db.withProgram(actor, tx => caseIdOf(tx, actor.programId, caseNo))
      if (caseId === null) return refuse('no-such-case')
      return declareConflict(court, actor, { jurorId: id, caseId, origin: 'coordinator' })
    },
  }),

  post('/people/jurors/:id/slip', desk, async (req, res) => {
    const id = known(req.params.id)
    const actor = actorOf(res)
    const form = readForm(slipForm, req.body)
    if (!form.ok) return showJuror(court, res, id, { forms: { slip: form.form } })
    const slip = await giveSlip(court, actor, id, form.value.term)
    if (isRefusal(slip)) return showJuror(court, res, id, { forms: { slip: form.form }, refused: slip.refused })
    const { juror } = await factsOf(court, actor, id)
    show(res, slipPage(juror, slip.code, `${origin}/d`, slip.until))
  }),
]
