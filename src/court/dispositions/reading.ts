/** What the pages of this room read, in one transaction each; that somebody looked is entered with it (rule 47). */
import { type Actor, type Court, NotHere, todayFor } from '#court'
import { caseByNo, caseById } from '#court/cases'
import { type DocketLine, docketOf, hearingById, nightByDay } from '#court/hearings'
import { guardiansOf, personOf } from '#court/people'
import { enterLook } from '#court/register'
import type { Tx } from '#platform/database'
import { type Day, isDay } from '#platform/time'
import { neededFor } from './actions/signing.ts'
import { signersMissing } from './signing.ts'
import { bookFor, groundOf } from './ground.ts'
import {
  type AgreementFacts,
  type DecideFacts,
  type ProposedAgreement,
  proposedAgreement,
  type SignFacts,
} from './pages.ts'
import { mayLetJuryServiceGo } from './policy.ts'
import {
  amendmentsOf,
  decidersOf,
  type Disposition,
  dispositionOfCase,
  proposedTo,
  seatedJurors,
  signaturesOf,
  termsOf,
} from './records.ts'

export type Place = { day: Day; docket: DocketLine[]; line: DocketLine; drawn: boolean }

/** A case on a night, by the place it has on the docket. */
export const placeOn = async (court: Court, tx: Tx, actor: Actor, date: string, position: string): Promise<Place> => {
  if (!isDay(date)) throw new NotHere()
  const night = await nightByDay(tx, actor.programId, date)
  const docket = await docketOf(tx, actor.programId, night.id)
  const line = docket.find(one => String(one.position) === position)
  if (!line) throw new NotHere()
  await enterLook(court, tx, actor, {
    thing: 'hearing',
    thingId: line.id,
    caseId: line.caseId,
    personId: line.respondentId,
  })
  const drawn = line.status === 'docketed' && (await seatedJurors(tx, actor.programId, line.id)).length > 0
  return { day: date, docket, line, drawn }
}

/** What was decided at this hearing; a decision of another night is not shown here. */
const decidedAt = async (tx: Tx, line: DocketLine, programId: string): Promise<Disposition | undefined> => {
  const found = await dispositionOfCase(tx, programId, line.caseId)
  return found?.hearingId === line.id ? found : undefined
}

export const readDecide = (court: Court, actor: Actor, date: string, position: string): Promise<DecideFacts> =>
  court.db.withProgram(actor, async tx => {
    const place = await placeOn(court, tx, actor, date, position)
    const head = await caseById(tx, actor.programId, place.line.caseId)
    const disposition = await decidedAt(tx, place.line, actor.programId)
    const rulebookId = disposition?.rulebookId ?? (await bookFor(tx, head, place.day)).id
    const terms = disposition ? await termsOf(tx, actor.programId, disposition.id) : []
    const ground = await groundOf(court, tx, actor, head, rulebookId, place.day)
    return { ...place, disposition, terms, ground, mayLetGo: mayLetJuryServiceGo(actor) }
  })

export const readSign = (court: Court, actor: Actor, date: string, position: string): Promise<SignFacts> =>
  court.db.withProgram(actor, async tx => {
    const place = await placeOn(court, tx, actor, date, position)
    const head = await caseById(tx, actor.programId, place.line.caseId)
    const disposition = await decidedAt(tx, place.line, actor.programId)
    const guardians = await guardiansOf(tx, actor.programId, head.respondentId)
    if (!disposition) return { ...place, disposition, terms: [], signatures: [], needed: [], guardians }
    const [terms, signatures, needed] = await Promise.all([
      termsOf(tx, actor.programId, disposition.id),
      signaturesOf(tx, actor.programId, disposition.id),
      neededFor(tx, head, disposition.rulebookId, place.day),
    ])
    return { ...place, disposition, terms, signatures, needed, guardians }
  })

export const readAgreement = (court: Court, actor: Actor, no: string): Promise<AgreementFacts> =>
  court.db.withProgram(actor, async tx => {
    const { programId } = actor
    const head = await caseByNo(tx, programId, no)
    await enterLook(court, tx, actor, { thing: 'case', thingId: head.id, caseId: head.id, personId: head.respondentId })
    const [person, disposition] = await Promise.all([
      personOf(tx, programId, head.respondentId),
      dispositionOfCase(tx, programId, head.id),
    ])
    const name = person.calledName
    if (!disposition)
      return {
        head,
        name,
        hearing: undefined,
        disposition,
        terms: [],
        signatures: [],
        needed: [],
        amendments: [],
        jurors: 0,
      }
    const hearing = await hearingById(tx, programId, disposition.hearingId)
    const [terms, signatures, needed, amendments, jurors] = await Promise.all([
      termsOf(tx, programId, disposition.id),
      signaturesOf(tx, programId, disposition.id),
      neededFor(tx, head, disposition.rulebookId, hearing.heldOn),
      amendmentsOf(tx, programId, disposition.id),
      decidersOf(tx, programId, disposition.id),
    ])
    return { head, name, hearing, disposition, terms, signatures, needed, amendments, jurors }
  })

/** Whether an agreement of theirs can be signed now, and how many names it still wants; null where none is proposed. */
export const proposalOf = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  personId: string,
): Promise<{ missing: number } | null> => {
  const { programId } = actor
  const [found] = await proposedTo(tx, programId, personId)
  if (!found) return null
  const head = await caseById(tx, programId, found.caseId)
  const [signatures, needed] = await Promise.all([
    signaturesOf(tx, programId, found.id),
    neededFor(tx, head, found.rulebookId, todayFor(court, actor)),
  ])
  return { missing: signersMissing(needed, signatures).length }
}

/** What a jury has proposed to a young person and what is not in effect yet; that somebody looked is entered with it. */
export const readProposed = async (
  court: Court,
  tx: Tx,
  actor: Actor,
  personId: string,
): Promise<ProposedAgreement | null> => {
  const { programId } = actor
  const [found] = await proposedTo(tx, programId, personId)
  if (!found) return null
  const [head, person] = await Promise.all([caseById(tx, programId, found.caseId), personOf(tx, programId, personId)])
  const [terms, signatures, needed] = await Promise.all([
    termsOf(tx, programId, found.id),
    signaturesOf(tx, programId, found.id),
    neededFor(tx, head, found.rulebookId, todayFor(court, actor)),
    enterLook(court, tx, actor, { thing: 'case', thingId: head.id, caseId: head.id, personId }),
  ])
  return proposedAgreement({
    no: head.no,
    called: actor.personId === personId ? null : person.calledName,
    terms,
    signatures,
    needed,
    juryWords: found.reasons,
  })
}
