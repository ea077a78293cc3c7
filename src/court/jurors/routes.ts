import type { Request, Response } from 'express'
import { type Actor, type Court, NotHere, todayFor } from '#court'
import { caseByNo } from '#court/cases'
import { guardiansOf, personOf } from '#court/people'
import { rulebookOn } from '#court/programs'
import { enterLook } from '#court/register'
import { emptyForm, type Form, readForm } from '#platform/forms'
import { isId } from '#platform/ids'
import { show } from '#platform/page'
import { isRefusal } from '#platform/refusal'
import { actorOf, get, post, type Route, saved } from '#platform/routes'
import { ageOn } from '#platform/time'
import { type Said, said } from '#words'
import { declareConflict } from './actions/conflicts.ts'
import { enrolKnown, enrolVolunteer } from './actions/enrolling.ts'
import { approveJuror, setAway, swearJuror, trainJuror } from './actions/preparing.ts'
import { giveSlip } from './actions/slips.ts'
import {
  approvalForm,
  availabilityFrom,
  awayForm,
  conflictForm,
  knownForm,
  oathForm,
  slipForm,
  trainingForm,
  volunteerForm,
} from './forms.ts'
import {
  awayPage,
  awayValues,
  emptyForms,
  inWords,
  type JurorFacts,
  type JurorForms,
  jurorPage,
  knownJurorPage,
  newJurorPage,
  slipPage,
} from './pages.ts'
import { absencesOf, jurorById, jurorOfPerson } from './records.ts'
import { isAdultOn, readiness } from './rules.ts'

const desk = ['coordinator'] as const
const youth = ['youth'] as const

/** `origin` is the address that is printed on slips. */
export const jurorsRoutes = (court: Court, origin: string): Route[] => [
  ...enrolling(court),
  ...preparing(court, origin),
  ...own(court),
]

const enrolling = (court: Court): Route[] => [
  get('/people/jurors/new', desk, async (req, res) => {
    const actor = actorOf(res)
    const { person } = req.query
    if (!isId(person)) return show(res, newJurorPage(emptyForm({ language: 'en' })))
    show(res, knownJurorPage(await court.db.withProgram(actor, tx => personOf(tx, actor.programId, person))))
  }),

  post('/people/jurors/new', desk, async (req, res) => {
    const actor = actorOf(res)
    const chosen = readForm(knownForm, { who: req.body?.who })
    if (chosen.ok) return enrolled(res, await enrolKnown(court, actor, chosen.value.who))
    const form = readForm(volunteerForm, req.body)
    if (!form.ok) return show(res, newJurorPage(form.form), 422)
    const made = await enrolVolunteer(court, actor, form.value)
    if (!('known' in made)) return enrolled(res, made)
    show(res, newJurorPage(emptyForm(typed(req)), made.known), 422)
  }),
]

const enrolled = (res: Response, juror: { jurorId: string; name: string }): void =>
  saved(res, `/people/jurors/${juror.jurorId}`, said('jurors.new.saved', { name: juror.name }))

const typed = (req: Request): Form['values'] =>
  Object.fromEntries(
    Object.entries(req.body ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )

type Answer = { forms?: Partial<JurorForms>; refused?: keyof typeof inWords }

const preparing = (court: Court, origin: string): Route[] => {
  const factsOf = (actor: Actor, id: string): Promise<JurorFacts> =>
    court.db.withProgram(actor, async tx => {
      if (!isId(id)) throw new NotHere()
      const today = todayFor(court, actor)
      const juror = await jurorById(tx, actor.programId, id)
      const [guardians, absences, book] = await Promise.all([
        guardiansOf(tx, actor.programId, juror.personId),
        absencesOf(tx, actor.programId, id, today),
        rulebookOn(tx, actor.programId, today),
        enterLook(court, tx, actor, { thing: 'juror', thingId: id, personId: juror.personId }),
      ])
      const adult = isAdultOn(juror.birthDate, book.rules.adultAt, today)
      return {
        juror,
        age: juror.birthDate && ageOn(juror.birthDate, today),
        adult,
        missing: readiness(juror, { adult }),
        guardians,
        absences,
      }
    })

  const showJuror = async (res: Response, id: string, { forms, refused }: Answer = {}): Promise<void> => {
    const facts = await factsOf(actorOf(res), id)
    const status = forms ? 422 : refused ? 409 : 200
    show(res, jurorPage(facts, { forms: { ...emptyForms(facts), ...forms }, ...(refused ? { refused } : {}) }), status)
  }

  /** After an act on a juror: back to their page, or the same page with what stood in the way. */
  const settle = async (res: Response, id: string, done: unknown, words: Said): Promise<void> => {
    if (isRefusal(done)) return showJuror(res, id, { refused: done.refused as keyof typeof inWords })
    saved(res, `/people/jurors/${id}`, words)
  }

  const known = (id: string): string => {
    if (!isId(id)) throw new NotHere()
    return id
  }

  return [
    get('/people/jurors/:id', desk, (req, res) => showJuror(res, req.params.id)),

    post('/people/jurors/:id/training', desk, async (req, res) => {
      const id = known(req.params.id)
      const form = readForm(trainingForm, req.body)
      if (!form.ok) return showJuror(res, id, { forms: { training: form.form } })
      const done = await trainJuror(court, actorOf(res), id, { on: form.value.on, minutes: form.value.hours })
      return settle(res, id, done, said('jurors.training.saved'))
    }),

    post('/people/jurors/:id/oath', desk, async (req, res) => {
      const id = known(req.params.id)
      const form = readForm(oathForm, req.body)
      if (!form.ok) return showJuror(res, id, { forms: { oath: form.form } })
      return settle(res, id, await swearJuror(court, actorOf(res), id, form.value.on), said('jurors.oath.saved'))
    }),

    post('/people/jurors/:id/approval', desk, async (req, res) => {
      const id = known(req.params.id)
      const form = readForm(approvalForm, req.body)
      if (!form.ok) return showJuror(res, id, { forms: { approval: form.form } })
      const done = await approveJuror(court, actorOf(res), id, { guardianId: form.value.guardian, on: form.value.on })
      return settle(res, id, done, said('jurors.approval.saved'))
    }),

    post('/people/jurors/:id/availability', desk, async (req, res) => {
      const id = known(req.params.id)
      const form = readForm(awayForm, req.body)
      if (!form.ok) return showJuror(res, id, { forms: { away: form.form } })
      return settle(
        res,
        id,
        await setAway(court, actorOf(res), id, availabilityFrom(form.value)),
        said('platform.saved'),
      )
    }),

    post('/people/jurors/:id/conflicts', desk, async (req, res) => {
      const id = known(req.params.id)
      const actor = actorOf(res)
      const form = readForm(conflictForm, req.body)
      if (!form.ok) return showJuror(res, id, { forms: { conflict: form.form } })
      const found = await court.db.withProgram(actor, tx => caseByNo(tx, actor.programId, form.value.caseNo))
      await declareConflict(court, actor, { jurorId: id, caseId: found.id, origin: 'coordinator' })
      saved(res, `/people/jurors/${id}`, said('jurors.conflict.saved'))
    }),

    post('/people/jurors/:id/slip', desk, async (req, res) => {
      const id = known(req.params.id)
      const actor = actorOf(res)
      const form = readForm(slipForm, req.body)
      if (!form.ok) return showJuror(res, id, { forms: { slip: form.form } })
      const slip = await giveSlip(court, actor, id, form.value.term)
      if (isRefusal(slip)) return showJuror(res, id, { refused: slip.refused })
      const { juror } = await factsOf(actor, id)
      show(res, slipPage(juror, slip.code, `${origin}/d`, slip.until))
    }),
  ]
}

/** A young person's own days. */
const own = (court: Court): Route[] => {
  const mine = (actor: Actor) =>
    court.db.withProgram(actor, async tx => {
      const juror = actor.personId === null ? undefined : await jurorOfPerson(tx, actor.programId, actor.personId)
      if (!juror || juror.endedOn !== null) throw new NotHere()
      return { juror, absences: await absencesOf(tx, actor.programId, juror.id, todayFor(court, actor)) }
    })

  return [
    get('/dates/away', youth, async (_req, res) => {
      const { juror, absences } = await mine(actorOf(res))
      show(res, awayPage(juror, emptyForm(awayValues(juror, absences))))
    }),

    post('/dates/away', youth, async (req, res) => {
      const { juror } = await mine(actorOf(res))
      const form = readForm(awayForm, req.body)
      if (!form.ok) return show(res, awayPage(juror, form.form), 422)
      const done = await setAway(court, actorOf(res), juror.id, availabilityFrom(form.value))
      if (isRefusal(done)) return show(res, awayPage(juror, emptyForm(typed(req)), done.refused), 409)
      saved(res, '/dates', said('jurors.away.saved'))
    }),
  ]
}
