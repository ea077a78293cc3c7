/** Gathers what the lot must know. Read by the court's own hand: a facilitator does not see every case that ties two people. */
import type { CaseHead } from '#court/cases'
import { assignmentsOf, type Hearing, isHere, type NamedAssignment } from '#court/hearings'
import { conflictsOfCase, isAdultOn, readiness } from '#court/jurors'
import { personOf } from '#court/people'
import type { Rulebook } from '#court/programs'
import type { Tx } from '#platform/database'
import { busyJurors, coRespondentPairs, coRespondentsOf, type Kin, kinOf } from '../records/pool.ts'
import { seatedAt } from '../records/seats.ts'
import { type Candidate, type FamilyTie, type Matter, mustStepBack, type Pair } from '../rules/draw.ts'
import { tiesTo } from '../rules/kin.ts'

export type Pool = { places: NamedAssignment[]; candidates: Candidate[]; matter: Matter; pairs: Pair[] }

export const poolFor = async (tx: Tx, hearing: Hearing, head: CaseHead, rules: Rulebook): Promise<Pool> => {
  const { programId } = head
  const [places, respondent] = await Promise.all([
    assignmentsOf(tx, programId, hearing.nightId),
    personOf(tx, programId, head.respondentId),
  ])
  const people = places.map(place => place.personId)
  const sides = [head.respondentId, ...(head.harmedId ? [head.harmedId] : [])]
  const [kin, conflicts, coRespondents, coPairs, busy] = await Promise.all([
    kinOf(tx, programId, [...people, ...sides]),
    conflictsOfCase(tx, programId, head.id),
    coRespondentsOf(tx, programId, head.id),
    coRespondentPairs(tx, programId, people),
    busyJurors(tx, programId, hearing.id, hearing),
  ])
  const jurorOf = new Map(places.map(place => [place.personId, place.jurorId]))
  const candidates = places.map(
    (place): Candidate => ({
      jurorId: place.jurorId,
      personId: place.personId,
      birthDate: place.birthDate,
      school: place.school,
      status: place.status,
      here: isHere(place.status) && place.checkedOutAt === null,
      unready: readiness(place, { adult: isAdultOn(place.birthDate, rules.adultAt, hearing.heldOn) }),
      conflicts: conflicts.filter(one => one.jurorId === place.jurorId).map(one => one.origin),
      ties: tiesWith(place.personId, sides, kin),
      coRespondent: coRespondents.has(place.personId),
      busy: busy.has(place.jurorId),
    }),
  )
  return {
    places,
    candidates,
    matter: matterOf(hearing, head, respondent, rules),
    pairs: coPairs.map(([one, other]) => [jurorOf.get(one) ?? '', jurorOf.get(other) ?? ''] as const),
  }
}

/** Who sits and may not hear the case, as far as the court knows by now. */
export const tiedInChairs = async (tx: Tx, hearing: Hearing, head: CaseHead, rules: Rulebook): Promise<string[]> => {
  const [{ candidates, matter, pairs }, chairs] = await Promise.all([
    poolFor(tx, hearing, head, rules),
    seatedAt(tx, head.programId, hearing.id),
  ])
  const seated = chairs.map(chair => chair.jurorId)
  return mustStepBack(seated, candidates, matter, pairs)
}

const tiesWith = (personId: string, sides: readonly string[], kin: readonly Kin[]): FamilyTie[] => [
  ...new Set(sides.flatMap(side => tiesTo(personId, side, kin))),
]

const matterOf = (
  hearing: Hearing,
  head: CaseHead,
  respondent: Pick<Matter, 'birthDate' | 'school'>,
  rules: Rulebook,
): Matter => ({
  heldOn: hearing.heldOn,
  respondentId: head.respondentId,
  harmedId: head.harmedId,
  birthDate: respondent.birthDate,
  school: respondent.school,
  bandYears: rules.jury.peerBandYears,
  sameSchool: rules.jury.sameSchool,
})
