/** Who becomes a juror, and who stops. */
import { type Actor, act, type Court, todayFor } from '#court'
import { addPerson, likelyDuplicates, type Person, personOf, tiePeople } from '#court/people'
import type { Tx } from '#platform/database'
import { newId } from '#platform/ids'
import { type Refusal, refuse } from '#platform/refusal'
import type { VolunteerForm } from '../forms.ts'
import { NIGHTS_A_MONTH, type Stream } from '../juror.ts'
import { changeJuror, insertJuror, type Juror, jurorOfPerson } from '../records.ts'
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

/** Somebody new serves, with the adult who speaks for them; or somebody whom we may know, and then nothing is done yet. */
export const enrolVolunteer = (
  court: Court,
  actor: Actor,
  form: VolunteerForm,
): Promise<Enrolled | { known: Person[] }> =>
  act(court, actor, async tx => {
    const known =
      form.who === 'new' ? [] : await likelyDuplicates(tx, actor.programId, { ...form, birthDate: form.birth })
    if (known.length > 0) return { known }
    const personId = await addPerson(court, tx, actor, { ...form, birthDate: form.birth })
    await addGuardian(court, tx, actor, personId, form)
    const jurorId = await enrolJuror(court, tx, actor, { personId, stream: 'volunteer' })
    return { jurorId, name: form.calledName }
  })

const addGuardian = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  personId: string,
  form: VolunteerForm,
): Promise<void> => {
  if (form.guardianCalledName === null || form.guardianLastName === null) return
  const otherId = await addPerson(court, tx, actor, {
    calledName: form.guardianCalledName,
    lastName: form.guardianLastName,
    language: form.language,
    email: form.guardianEmail,
    phone: form.guardianPhone,
  })
  await tiePeople(court, tx, actor, { personId, otherId, tie: 'guardian', sameHousehold: form.sameHousehold })
}

/** Somebody whom the court knows already becomes a juror too. */
export const enrolKnown = (court: Court, actor: Actor, personId: string): Promise<Enrolled> =>
  act(court, actor, async tx => {
    const person = await personOf(tx, actor.programId, personId)
    const jurorId = await enrolJuror(court, tx, actor, { personId, stream: 'volunteer' })
    return { jurorId, name: person.calledName }
  })
