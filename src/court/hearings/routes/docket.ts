/** A case chooses its night. */
import type { Response } from 'express'
import { type Actor, type Court, todayFor } from '#court'
import { caseByNo, intakeOf } from '#court/cases'
import { personOf } from '#court/people'
import { enterLook } from '#court/register'
import { readForm } from '#platform/forms'
import { show } from '#platform/page'
import { isRefusal } from '#platform/refusal'
import { actorOf, get, post, type Route, saved } from '#platform/routes'
import { weekdayOf } from '#platform/time'
import { said } from '#words'
import { docketCase } from '../actions/docket.ts'
import { docketForm } from '../forms.ts'
import { type DocketFacts, type DocketForms, docketPage } from '../pages/docket.ts'
import { docketOf } from '../records/docket.ts'
import { hearingOfCase } from '../records/hearings.ts'
import { openNights } from '../records/nights.ts'
import { roomsOf } from '../records/rooms.ts'

const desk = ['coordinator'] as const

/** So many of the nights to come are offered. */
const NIGHTS = 12

export const readDocket = (court: Court, actor: Actor, no: string): Promise<DocketFacts> =>
  court.db.withProgram(actor, async tx => {
    const { programId } = actor
    const head = await caseByNo(tx, programId, no)
    const [person, hearing, nights, intake] = await Promise.all([
      personOf(tx, programId, head.respondentId),
      hearingOfCase(tx, programId, head.id),
      openNights(tx, programId, todayFor(court, actor)),
      intakeOf(tx, programId, head.id),
      enterLook(court, tx, actor, { thing: 'case', thingId: head.id, caseId: head.id, personId: head.respondentId }),
    ])
    const offered = await Promise.all(
      nights.slice(0, NIGHTS).map(async night => {
        const [rooms, docket] = await Promise.all([roomsOf(tx, programId, night.id), docketOf(tx, programId, night.id)])
        return { night, rooms, docket }
      }),
    )
    return { head, person, hearing, nights: offered, freeWeekdays: intake?.freeWeekdays ?? [], weekdayOf }
  })

/** Shown again by the room that takes a case off the docket, when that is refused. */
export const showDocket = async (court: Court, res: Response, no: string, forms: DocketForms = {}): Promise<void> => {
  const facts = await readDocket(court, actorOf(res), no)
  show(res, docketPage(facts, forms), forms.refused ? 409 : forms.form || forms.resetForm ? 422 : 200)
}

export const docketRoutes = (court: Court): Route[] => [
  get('/cases/:no/docket', desk, (req, res) => showDocket(court, res, req.params.no)),

  post('/cases/:no/docket', desk, async (req, res) => {
    const { no } = req.params
    const form = readForm(docketForm, req.body)
    if (!form.ok) return showDocket(court, res, no, { form: form.form })
    const put = await docketCase(court, actorOf(res), { caseNo: no, ...form.value.where })
    if (isRefusal(put)) return showDocket(court, res, no, { refused: put.refused })
    saved(res, `/cases/${no}`, said('hearings.docket.saved'))
  }),
]
