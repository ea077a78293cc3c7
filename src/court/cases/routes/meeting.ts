import type { Response } from 'express'
import { type Actor, type Court, todayFor } from '#court'
import { likelyDuplicates, personOf, tiesOf } from '#court/people'
import { rulebookOf } from '#court/programs'
import { referralOf } from '#court/referrals'
import type { Tx } from '#platform/database'
import { type Form, readForm } from '#platform/forms'
import { show } from '#platform/page'
import { isRefusal } from '#platform/refusal'
import { actorOf, get, post, type Route, saved } from '#platform/routes'
import { said } from '#words'
import { addRelation, type NewRelation, recordIntake, type RelationRefusal } from '../actions/meeting.ts'
import { intakeForm, relationForm } from '../forms.ts'
import { familyPage } from '../pages/family.ts'
import { type IntakeFacts, intakePage } from '../pages/intake.ts'
import { intakeOf } from '../records/steps.ts'
import { isAdult } from '../rules/consenting.ts'
import { desk, enterAlike, headOf, seenCase, statusOf } from './seen.ts'

type Refused = Parameters<typeof intakePage>[2]

export const intakeRoutes = (court: Court): Route[] => {
  const showIntake = async (
    res: Response,
    actor: Actor,
    no: string,
    form: Form | null,
    refused?: Refused,
    asked?: Harmed,
  ) => {
    const [facts, alike] = await court.db.withProgram(actor, async tx => {
      const seen = await intakeFacts(court, tx, actor, no)
      return [seen, await mayBeHarmed(court, tx, actor, seen, asked)] as const
    })
    show(res, intakePage(facts, form, refused, alike), statusOf(form, refused))
  }

  return [
    get('/cases/:no/intake', desk, (req, res) => showIntake(res, actorOf(res), req.params.no, null)),

    post('/cases/:no/intake', desk, async (req, res) => {
      const actor = actorOf(res)
      const { no } = req.params
      const form = readForm(intakeForm, req.body)
      if (!form.ok) return showIntake(res, actor, no, form.form)
      const head = await headOf(court, actor, no)
      const { version, finish, known: harmedKnown, ...intake } = form.value
      const met = { ...intake, harmedKnown }
      const kept = await recordIntake(court, actor, head.id, met, { version, finish: finish === 'yes' })
      if (isRefusal(kept)) return showIntake(res, actor, no, form.form, kept.refused, intake)
      const over = finish === 'yes' && head.status === 'intake'
      if (over) return saved(res, `/cases/${no}/consents`, said('cases.intake-finished'))
      saved(res, `/cases/${no}/intake`, said('cases.intake-saved'))
    }),
  ]
}

type Harmed = { harmedCalledName: string | null; harmedLastName: string | null }

/** Those of whom one may be the one who was harmed; that they are shown is entered. */
const mayBeHarmed = async (court: Court, tx: Tx, actor: Actor, { head }: IntakeFacts, asked?: Harmed) => {
  if (!asked?.harmedCalledName || !asked.harmedLastName || head.harmedId !== null) return []
  const named = { calledName: asked.harmedCalledName, lastName: asked.harmedLastName }
  const alike = await likelyDuplicates(tx, actor.programId, named)
  await enterAlike(court, tx, actor, alike)
  return alike
}

const intakeFacts = async (court: Court, tx: Tx, actor: Actor, no: string): Promise<IntakeFacts> => {
  const { programId } = actor
  const head = await seenCase(court, tx, actor, no)
  const [respondent, referral, intake, family, edition] = await Promise.all([
    personOf(tx, programId, head.respondentId),
    referralOf(tx, programId, head.referralId),
    intakeOf(tx, programId, head.id),
    tiesOf(tx, programId, head.respondentId),
    rulebookOf(tx, programId, head.rulebookId),
  ])
  const today = todayFor(court, actor)
  const adult = isAdult(respondent.birthDate, edition.rules.adultAt, today)
  return { head, respondent, referral, intake, family, adult, today }
}

export const familyRoutes = (court: Court): Route[] => {
  const showFamily = async (
    res: Response,
    actor: Actor,
    no: string,
    form: Form | null,
    refused?: RelationRefusal['refused'],
    asked?: NewRelation['person'],
  ) => {
    const { programId } = actor
    const facts = await court.db.withProgram(actor, async tx => {
      const head = await seenCase(court, tx, actor, no)
      const alike = asked ? await likelyDuplicates(tx, programId, asked) : []
      await enterAlike(court, tx, actor, alike)
      return {
        head,
        respondent: await personOf(tx, programId, head.respondentId),
        tied: await tiesOf(tx, programId, head.respondentId),
        alike,
      }
    })
    show(res, familyPage(facts.head, facts.respondent, facts.tied, form, refused, facts.alike), statusOf(form, refused))
  }

  return [
    get('/cases/:no/people', desk, (req, res) => showFamily(res, actorOf(res), req.params.no, null)),

    post('/cases/:no/people', desk, async (req, res) => {
      const actor = actorOf(res)
      const { no } = req.params
      const form = readForm(relationForm, req.body)
      if (!form.ok) return showFamily(res, actor, no, form.form)
      const head = await headOf(court, actor, no)
      const { tie, apart, known, birth, ...rest } = form.value
      const person = { ...rest, birthDate: birth }
      const added = await addRelation(court, actor, head.id, { person, tie, known, sameHousehold: !apart })
      if (isRefusal(added)) return showFamily(res, actor, no, form.form, added.refused, person)
      saved(res, `/cases/${no}/people`, said('cases.family-added'))
    }),
  ]
}
