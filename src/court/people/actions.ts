import { type Actor, act, type Court } from '#court'
import { addAccount, membershipOf, type Role } from '#court/accounts'
import { enter } from '#court/register'
import type { Tx } from '#platform/database'
import { newId } from '#platform/ids'
import { type Refusal, refuse } from '#platform/refusal'
import type { Day } from '#platform/time'
import { fullName, type NewPerson, searchNameOf, type Tie } from './person.ts'
import { insertKinship, insertPerson, lockPerson, type Person, tieRowsOf, updatePerson } from './records.ts'

/** Enters somebody the court has not met before. */
export const addPerson = async (court: Court, tx: Tx, actor: Actor, person: NewPerson): Promise<string> => {
  const id = newId()
  await insertPerson(tx, { programId: actor.programId, id, ...asKept(person), madeAt: court.now() })
  await enter(court, tx, actor, { act: 'person-added', thing: 'person', thingId: id, personId: id })
  return id
}

/** What somebody said of themselves, with all that they left out. */
const asKept = (person: NewPerson) => {
  const legalName = person.legalName || fullName(person)
  return {
    calledName: person.calledName,
    lastName: person.lastName,
    legalName,
    searchName: searchNameOf({ ...person, legalName }),
    pronouns: person.pronouns ?? null,
    birthDate: person.birthDate ?? null,
    school: person.school ?? null,
    grade: person.grade ?? null,
    language: person.language ?? 'en',
    email: person.email ?? null,
    phone: person.phone ?? null,
    address: person.address ?? null,
    reachBy: person.reachBy ?? (person.email ? 'email' : 'paper'),
    strengths: [...(person.strengths ?? [])],
  }
}

/** Corrects what is known of somebody; a page opened before another's change is not taken. */
export const changePerson = (
  court: Court,
  actor: Actor,
  id: string,
  version: number,
  person: NewPerson,
): Promise<{ changed: true } | Refusal<'changed-meanwhile'>> =>
  act(court, actor, async tx => {
    const before = await lockPerson(tx, actor.programId, id)
    if (before.version !== version) return refuse('changed-meanwhile')
    await updatePerson(tx, actor.programId, id, asKept(person))
    await enter(court, tx, actor, { act: 'person-changed', thing: 'person', thingId: id, personId: id })
    return { changed: true as const }
  })

const details = ['school', 'grade', 'phone', 'email', 'address'] as const
export type Detail = (typeof details)[number]

/** Fills what was still open in a record with what is said now; what was there stays. Gives what the two say differently. */
export const fillPerson = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  person: Person,
  now: Partial<Pick<Person, Detail>>,
): Promise<Detail[]> => {
  const filled = details.filter(one => person[one] === null && now[one])
  if (filled.length > 0) {
    await updatePerson(tx, actor.programId, person.id, Object.fromEntries(filled.map(one => [one, now[one]])))
    const particulars = { filled }
    await enter(court, tx, actor, {
      act: 'person-changed',
      thing: 'person',
      thingId: person.id,
      personId: person.id,
      particulars,
    })
  }
  return details.filter(one => person[one] !== null && now[one] && now[one] !== person[one])
}

/** A day of birth that nobody knew before is kept; one that is known stays. */
export const learnBirth = async (court: Court, tx: Tx, actor: Actor, person: Person, birthDate: Day): Promise<void> => {
  if (person.birthDate !== null) return
  await updatePerson(tx, actor.programId, person.id, { birthDate })
  const particulars = { filled: ['birthDate'] }
  await enter(court, tx, actor, {
    act: 'person-changed',
    thing: 'person',
    thingId: person.id,
    personId: person.id,
    particulars,
  })
}

/** Keeps what somebody is good at with the person, so that it outlives the matter they came with. */
export const keepStrengths = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  personId: string,
  strengths: readonly string[],
): Promise<void> => {
  await updatePerson(tx, actor.programId, personId, { strengths: [...strengths] })
  await enter(court, tx, actor, {
    act: 'strengths-kept',
    thing: 'person',
    thingId: personId,
    personId,
    particulars: { count: strengths.length },
  })
}

export type NewTie = { personId: string; otherId: string; tie: Tie; sameHousehold: boolean }

/** Ties two people; the same tie twice is one tie. */
export const tiePeople = async (court: Court, tx: Tx, actor: Actor, tie: NewTie): Promise<void> => {
  const id = newId()
  await insertKinship(tx, {
    programId: actor.programId,
    id,
    ...tie,
    sameHousehold: tie.sameHousehold ? 'yes' : 'no',
    madeAt: court.now(),
  })
  await enter(court, tx, actor, {
    act: 'people-tied',
    thing: 'person',
    thingId: tie.personId,
    personId: tie.personId,
    particulars: { tie: tie.tie, other: tie.otherId, sameHousehold: tie.sameHousehold },
  })
}

/** Opens the door to somebody's own pages, once; a slip code lets them in. */
export const giveAccount = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  personId: string,
  role: Extract<Role, 'youth' | 'family'>,
): Promise<string> => {
  const person = await lockPerson(tx, actor.programId, personId)
  const held = person.accountId && (await membershipOf(tx, actor.programId, person.accountId, role))
  if (held) return held.membershipId
  const given = await addAccount(court, tx, actor, {
    accountId: person.accountId,
    email: null,
    displayName: person.calledName,
    password: null,
    role,
  })
  if (!person.accountId) await updatePerson(tx, actor.programId, personId, { accountId: given.accountId })
  await enter(court, tx, actor, {
    act: 'account-given',
    thing: 'membership',
    thingId: given.membershipId,
    personId,
    particulars: { role },
  })
  return given.membershipId
}

/** Two entries turn out to be one young person: the ties of the second become those of the first, and lists forget the second. */
export const recogniseAs = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  secondId: string,
  firstId: string,
): Promise<void> => {
  for (const { personId, otherId, tie, sameHousehold } of await tieRowsOf(tx, actor.programId, secondId)) {
    const moved = {
      personId: personId === secondId ? firstId : personId,
      otherId: otherId === secondId ? firstId : otherId,
    }
    if (moved.personId !== moved.otherId)
      await tiePeople(court, tx, actor, { ...moved, tie, sameHousehold: sameHousehold === 'yes' })
  }
  await updatePerson(tx, actor.programId, secondId, { sameAsId: firstId })
  await enter(court, tx, actor, {
    act: 'person-recognised',
    thing: 'person',
    thingId: firstId,
    personId: firstId,
    particulars: { second: secondId },
  })
}
