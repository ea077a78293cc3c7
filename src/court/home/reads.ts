/** All that a young person's page is made of, read in two waves: first what hangs on the person, then what hangs on the case. */
import type { Actor, Court } from '#court'
import { balanceOf, giveAndTake } from '#court/credits'
import { proposalOf } from '#court/dispositions'
import { hearingsOfPerson, type NightOfJuror, nightsOfPerson, openNights } from '#court/hearings'
import { isAdultOn, jurorOfPerson, readiness } from '#court/jurors'
import { obligationsOfCase } from '#court/obligations'
import { cureBy } from '#court/outcomes'
import { rulebookOf, rulebookOn } from '#court/programs'
import type { Tx } from '#platform/database'
import { type Day, dayIn } from '#platform/time'
import type { Facts, JuryNight, Matter, OwnHearing } from './home.ts'
import { type Child, matterOf } from './records.ts'

export type Young = {
  person: Child
  facts: Facts
  minutes: number
  exchange: { heardBy: number; satFor: number }
}

export const readYoung = async (court: Court, tx: Tx, actor: Actor, person: Child, today: Day): Promise<Young> => {
  const { programId } = actor
  const [matter, hearings, places, juror, open, [held], exchange, { rules }] = await Promise.all([
    matterOf(tx, programId, person.id),
    hearingsOfPerson(tx, programId, person.id),
    nightsOfPerson(tx, programId, person.id),
    jurorOfPerson(tx, programId, person.id),
    openNights(tx, programId, today),
    balanceOf(tx, { programId, personId: person.id }),
    giveAndTake(tx, person.id),
    rulebookOn(tx, programId, today),
  ])
  const agreed = await agreementOf(court, tx, actor, person, matter)
  const live = hearings.find(one => one.status === 'docketed' || one.status === 'in_hearing')
  const hearing: OwnHearing | null = live
    ? { nightId: live.nightId, on: live.heldOn, startsAt: live.startsAt, place: live.place, room: live.room }
    : null
  const taken = new Set(places.filter(one => !givenBack.includes(one.status)).map(one => one.heldOn))
  const isFree = (on: Day): boolean => !taken.has(on) && on !== hearing?.on
  const adult = isAdultOn(person.birthDate, rules.adultAt, today)
  return {
    person,
    facts: {
      matter,
      hearing,
      cureBy: await cureByOf(tx, actor, matter),
      ...agreed,
      nights: places.map(juryNight),
      openNights:
        juror?.endedOn === null
          ? open.filter(one => one.placesLeft > 0 && isFree(one.heldOn)).map(night => ({ ...night, on: night.heldOn }))
          : [],
      unready: juror ? readiness(juror, { adult }) : null,
    },
    minutes: held?.minutes ?? 0,
    exchange,
  }
}

/** What is promised, or is proposed and waits for names. */
const agreementOf = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  person: Child,
  matter: Matter | null,
): Promise<Pick<Facts, 'promises' | 'proposal'>> => {
  const [promises, proposal] = await Promise.all([
    matter ? obligationsOfCase(tx, actor.programId, matter.id) : [],
    matter?.status === 'disposed' ? proposalOf(court, tx, actor, person.id) : null,
  ])
  return { promises, proposal }
}

const cureByOf = async (tx: Tx, { programId, timeZone }: Actor, matter: Matter | null): Promise<Day | null> => {
  if (matter?.status !== 'noncompliance_review') return null
  const { rules } = await rulebookOf(tx, programId, matter.rulebookId)
  return cureBy(dayIn(timeZone, matter.statusSince), rules.clocks.cureDays)
}

/** Who said no, or gave a place back, may take it after all. */
const givenBack: readonly NightOfJuror['status'][] = ['declined', 'released']

const juryNight = ({ nightId, heldOn, startsAt, endsAt, place, status }: NightOfJuror): JuryNight => ({
  id: nightId,
  on: heldOn,
  startsAt,
  endsAt,
  place,
  status,
})
