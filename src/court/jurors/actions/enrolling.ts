/** Who becomes a juror, and who stops. */
import { type Actor, act, type Court, todayFor } from '#court'
import {
  addPerson,
  fillPerson,
  type GuardianRefusal,
  guardiansOf,
  learnBirth,
  likelyDuplicates,
  lockPerson,
  type NewGuardian,
  personOf,
  tieGuardian,
} from '#court/people'
import { rulebookOn } from '#court/programs'
import type { Tx } from '#platform/database'
import { newId } from '#platform/ids'
import { isRefusal, type Refusal, refuse } from '#platform/refusal'
import type { GuardianAnswers, KnownForm, VolunteerForm } from '../forms.ts'
import { NIGHTS_A_MONTH, type Stream } from '../juror.ts'
import { changeJuror, insertJuror, type Juror, jurorOfPerson } from '../records.ts'
import { isAdultOn, mayEnrol } from '../rules.ts'
import { enterJuror } from './entering.ts'

/** Enrols somebody as a juror, once. One who had stopped serves again. */
export const enrolJuror = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  wanted: { personId: string; stream: Stream },
): Promise<string> => {
  const known = await jurorOfPerson(tx, actor.programId, wanted.personId)
  if (known?.endedOn === null) return known.id
  const id = known?.id ?? newId()
  if (known) await changeJuror(tx, known, { endedOn: null })
  else
    await insertJuror(tx, {
      programId: actor.programId,
      id,
      ...wanted,
      enrolledOn: todayFor(court, actor),
      awayWeekdays: [],
      monthlyLimit: NIGHTS_A_MONTH,
    })
  await enterJuror(court, tx, actor, 'juror-enrolled', { id, personId: wanted.personId }, { stream: wanted.stream })
  return id
}

/** Ends somebody's time as a juror. The nights they had said yes to are given back by the room that keeps them. */
export const endJuror = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  juror: Juror,
): Promise<Refusal<'ended-already'> | null> => {
  if (juror.endedOn !== null) return refuse('ended-already')
  const endedOn = todayFor(court, actor)
  await changeJuror(tx, juror, { endedOn })
  await enterJuror(court, tx, actor, 'juror-ended', juror, { on: endedOn })
  return null
}

export type Enrolled = { jurorId: string; name: string }
export type EnrolRefusal = Refusal<
  'person-unanswered' | 'guardian-needed' | Exclude<GuardianRefusal['refused'], 'guardian-already'>
>

/** Somebody at the desk wants to serve: new to the court, or known to it under the name that was typed. */
export const enrolVolunteer = (court: Court, actor: Actor, form: VolunteerForm): Promise<Enrolled | EnrolRefusal> =>
  act(court, actor, async tx => {
    const personId = await whoTheyAre(court, tx, actor, form)
    return isRefusal(personId) ? personId : enrolWith(court, tx, actor, personId, guardianIn(form, form.language))
  })

/** Somebody whom the court knows already becomes a juror too. */
export const enrolKnown = (court: Court, actor: Actor, form: KnownForm): Promise<Enrolled | EnrolRefusal> =>
  act(court, actor, async tx => {
    const { id, language } = await personOf(tx, actor.programId, form.who)
    return enrolWith(court, tx, actor, id, guardianIn(form, language))
  })

const whoTheyAre = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  form: VolunteerForm,
): Promise<string | Refusal<'person-unanswered'>> => {
  const person = { ...form, birthDate: form.birth }
  if (form.who === null && (await likelyDuplicates(tx, actor.programId, person)).length > 0)
    return refuse('person-unanswered')
  if (form.who === null || form.who === 'new') return addPerson(court, tx, actor, person)
  const known = await lockPerson(tx, actor.programId, form.who)
  await learnBirth(court, tx, actor, known, form.birth)
  await fillPerson(court, tx, actor, known, { school: form.school, phone: form.phone, email: form.email })
  return known.id
}

/** The guardian who was typed; nobody, where no name was. */
const guardianIn = (form: GuardianAnswers, language: string): NewGuardian | null => {
  const { guardianCalledName: calledName, guardianLastName: lastName } = form
  if (calledName === null || lastName === null) return null
  const { guardianEmail: email, guardianPhone: phone, guardianWho: known, sameHousehold } = form
  const reachBy = email ? 'email' : phone ? 'phone' : 'paper'
  const person = { calledName, lastName, language: form.guardianLanguage ?? language, email, phone, reachBy } as const
  return { person, sameHousehold, known }
}

/** A guardian who was typed is kept; one who is on file already stays as they are. */
const enrolWith = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  personId: string,
  guardian: NewGuardian | null,
): Promise<Enrolled | EnrolRefusal> => {
  const tied = guardian && (await tieGuardian(court, tx, actor, personId, guardian))
  if (isRefusal(tied) && tied.refused !== 'guardian-already') return refuse(tied.refused)
  const [person, guardians, book] = await Promise.all([
    personOf(tx, actor.programId, personId),
    guardiansOf(tx, actor.programId, personId),
    rulebookOn(tx, actor.programId, todayFor(court, actor)),
  ])
  const adult = isAdultOn(person.birthDate, book.rules.adultAt, todayFor(court, actor))
  const refusal = mayEnrol(adult, guardians.length)
  if (refusal) return refusal
  const jurorId = await enrolJuror(court, tx, actor, { personId, stream: 'volunteer' })
  return { jurorId, name: person.calledName }
}
