/** The jury of one case: drawing, stepping back, the next in line. */
import type { Response } from 'express'
import { type Court, NotHere } from '#court'
import { anchorOf, showNight } from '#court/hearings'
import { emptyForm, type Form, readForm } from '#platform/forms'
import { isId } from '#platform/ids'
import { show } from '#platform/page'
import { isRefusal } from '#platform/refusal'
import { actorOf, get, post, type Route, saved } from '#platform/routes'
import { isDay } from '#platform/time'
import { said } from '#words'
import { drawJury } from '../actions/draw.ts'
import { checkOutJuror } from '../actions/going-home.ts'
import { seatNext, stepBack } from '../actions/step-back.ts'
import { resetForQuorum } from '../actions/too-few.ts'
import { drawForm, objectionForm, stepBackForm } from '../forms.ts'
import { juryPage } from '../pages/draw.ts'
import type { Refused } from '../pages/refusals.ts'
import { type At, baseOf, readJury, readLine } from './reading.ts'

const room = ['facilitator', 'coordinator'] as const

type Answer = { form?: Form; refused?: Refused; status?: number }

const showJury = async (
  court: Court,
  res: Response,
  at: At,
  { form = emptyForm(), refused, status = 200 }: Answer = {},
): Promise<void> => show(res, juryPage(await readJury(court, actorOf(res), at), form, refused), refused ? 409 : status)

export const juryDoors = (court: Court): Route[] => [
  get('/nights/:date/:position/jury', room, (req, res) => showJury(court, res, req.params)),

  post('/nights/:date/:position/jury', room, async (req, res) => {
    const actor = actorOf(res)
    const form = readForm(drawForm, req.body)
    if (!form.ok) return showJury(court, res, req.params, { form: form.form, status: 422 })
    const { line } = await readLine(court, actor, req.params)
    const { reason, sameSchool } = form.value
    const drawn = await drawJury(court, actor, line.id, { reason, sameSchoolToo: sameSchool })
    if (isRefusal(drawn))
      return showJury(court, res, req.params, { form: emptyForm({ reason: reason ?? '' }), refused: drawn.refused })
    saved(res, `${baseOf(req.params)}/jury`, said('jury.drawn'))
  }),

  post('/nights/:date/:position/jury/stepping-back', room, async (req, res) => {
    const form = readForm(stepBackForm, req.body)
    if (!form.ok) throw new NotHere()
    return stepsBack(court, res, req.params, form.value.juror, form.value.origin)
  }),

  post('/nights/:date/:position/jury/objection', room, async (req, res) => {
    const form = readForm(objectionForm, req.body)
    if (!form.ok) return showJury(court, res, req.params, { form: form.form, status: 422 })
    return stepsBack(court, res, req.params, form.value.juror, 'family')
  }),

  post('/nights/:date/:position/jury/next', room, async (req, res) => {
    const actor = actorOf(res)
    const { line } = await readLine(court, actor, req.params)
    const seated = await seatNext(court, actor, line.id)
    if (isRefusal(seated)) return showJury(court, res, req.params, { refused: seated.refused })
    saved(res, `${baseOf(req.params)}/talk`)
  }),

  resetDoor(court),
]

/** The way out where too few can hear a case tonight. */
const resetDoor = (court: Court): Route =>
  post('/nights/:date/:position/reset', room, async (req, res) => {
    const actor = actorOf(res)
    const { line } = await readLine(court, actor, req.params)
    const reset = await resetForQuorum(court, actor, line.id)
    if (isRefusal(reset)) return showJury(court, res, req.params, { refused: reset.refused })
    saved(res, `/nights/${req.params.date}`, said('jury.reset.saved'))
  })

/** A juror who goes home: at the table by the door, but asked of the room that knows the chairs. */
export const homeDoors = (court: Court): Route[] => [
  post('/nights/:date/jurors/:id/home', room, async (req, res) => {
    const { date, id } = req.params
    if (!isDay(date) || !isId(id)) throw new NotHere()
    const left = await checkOutJuror(court, actorOf(res), id)
    const at = anchorOf.juror(id)
    if (isRefusal(left)) return showNight(court, res, date, { refused: left.refused, at })
    saved(res, `/nights/${date}#${at}`, said('hearings.door.went'))
  }),
]

const stepsBack = async (
  court: Court,
  res: Response,
  at: At,
  juror: string,
  origin: 'juror' | 'family',
): Promise<void> => {
  const actor = actorOf(res)
  const { line } = await readLine(court, actor, at)
  const back = await stepBack(court, actor, line.id, juror, origin)
  if (isRefusal(back)) return showJury(court, res, at, { refused: back.refused })
  saved(res, `${baseOf(at)}/jury`, said('jury.stepped-back.saved'))
}
