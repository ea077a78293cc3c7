/** A case chooses its night. */
import type { Response } from 'express'
import { type Actor, type Court, todayFor } from '#court'
import { caseByNo, intakeOf, lastHearingDay } from '#court/cases'
import { personOf } from '#court/people'
import { rulebookOf } from '#court/programs'
import { referralOf } from '#court/referrals'
import { enterLook } from '#court/register'
import type { Tx } from '#platform/database'
import { readForm } from '#platform/forms'
import { show } from '#platform/page'
import { isRefusal } from '#platform/refusal'
import { actorOf, get, post, type Route, saved } from '#platform/routes'
import { weekdayOf } from '#platform/time'
import { said } from '#words'
import { docketCase } from '../actions/docket.ts'
import { docketForm } from '../forms.ts'
import { type DocketFacts, type DocketForms, docketPage, type NightToChoose } from '../pages/docket.ts'
import { timesTakenAt } from '../records/docket.ts'
import { hearingOfCase } from '../records/hearings.ts'
import { type NightInList, openNights } from '../records/nights.ts'
import { roomsOfNights } from '../records/rooms.ts'

const desk = ['coordinator'] as const

/** So many of the nights to come are offered. */
const NIGHTS = 12

export const readDocket = (court: Court, actor: Actor, no: string): Promise<DocketFacts> =>
  court.db.withProgram(actor, async tx => {
    const { programId } = actor
    const head = await caseByNo(tx, programId, no)
    const [person, hearing, nights, intake, referral, { rules }] = await Promise.all([
      personOf(tx, programId, head.respondentId),
      hearingOfCase(tx, programId, head.id),
      openNights(tx, programId, todayFor(court, actor)),
      intakeOf(tx, programId, head.id),
      referralOf(tx, programId, head.referralId),
      rulebookOf(tx, programId, head.rulebookId),
      enterLook(court, tx, actor, { thing: 'case', thingId: head.id, caseId: head.id, personId: head.respondentId }),
    ])
    const offered = await withRooms(tx, programId, nights.slice(0, NIGHTS))
    const lastDay = lastHearingDay(referral, rules.clocks)
    return { head, person, hearing, nights: offered, freeWeekdays: intake?.freeWeekdays ?? [], lastDay, weekdayOf }
  })

/** Two statements, however many nights are offered. */
const withRooms = async (tx: Tx, programId: string, nights: readonly NightInList[]): Promise<NightToChoose[]> => {
  const ids = nights.map(night => night.id)
  const [rooms, taken] = await Promise.all([roomsOfNights(tx, programId, ids), timesTakenAt(tx, programId, ids)])
  const [roomsAt, takenAt] = [Map.groupBy(rooms, one => one.nightId), Map.groupBy(taken, one => one.nightId)]
  return nights.map(night => ({ night, rooms: roomsAt.get(night.id) ?? [], taken: takenAt.get(night.id) ?? [] }))
}

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
    if (isRefusal(put)) return showDocket(court, res, no, { form: form.form, refused: put.refused })
    saved(res, `/cases/${no}`, said('hearings.docket.saved'))
  }),
]
