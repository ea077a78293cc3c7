/** What the pages of this room read, in one transaction each; that somebody looked is entered with it (rule 47). */
import { type Actor, type Court, NotHere, todayFor } from '#court'
import { caseById, caseByNo } from '#court/cases'
import {
  type Clock,
  type Disposition,
  dispositionOfCase,
  neededFor,
  placeOn,
  type ProposedAgreement,
  readProposed,
  signaturesOf,
  signersMissing,
  termsOf,
} from '#court/dispositions'
import { nightsOfPerson, openNights } from '#court/hearings'
import { personOf } from '#court/people'
import { rulebookOf } from '#court/programs'
import { enterLook } from '#court/register'
import type { Tx } from '#platform/database'
import { isId } from '#platform/ids'
import { type Day, isDay } from '#platform/time'
import { lastDayOf } from './actions/book.ts'
import { type BookFacts, nextNightOf, type Own, type OwnFacts, type PromiseFacts } from './pages.ts'
import { type Asked, extensionsOf } from './records/extensions.ts'
import { wardsOf } from './records/family.ts'
import {
  type Obligation,
  obligationById,
  obligationsOfCase,
  obligationsOfPerson,
  type Origin,
  originOf,
} from './records/obligations.ts'
import { type HandedIn, progressOf } from './records/progress.ts'

const idIn = (word: string): string => {
  if (!isId(word)) throw new NotHere()
  return word
}

/** One promise of a case at the desk. */
export const readPromise = (court: Court, actor: Actor, no: string, id: string): Promise<PromiseFacts> =>
  court.db.withProgram(actor, async tx => {
    const { programId } = actor
    const head = await caseByNo(tx, programId, no)
    const one = await obligationById(tx, programId, idIn(id))
    if (one.caseId !== head.id) throw new NotHere()
    const [origin, person, pieces, asked, held, open] = await Promise.all([
      originOf(tx, programId, one.id),
      personOf(tx, programId, head.respondentId),
      progressOf(tx, programId, one.id),
      extensionsOf(tx, programId, one.id),
      nightsOfPerson(tx, programId, head.respondentId),
      openNights(tx, programId, todayFor(court, actor)),
      enterLook(court, tx, actor, {
        thing: 'obligation',
        thingId: one.id,
        caseId: head.id,
        personId: head.respondentId,
      }),
    ])
    const { rules } = await rulebookOf(tx, programId, origin.rulebookId)
    const last = await lastDayOf(tx, actor, one)
    const appeal = { businessDays: rules.clocks.appealBusinessDays, holidays: rules.holidays.filter(isDay) }
    return {
      no,
      name: person.calledName,
      one,
      origin,
      pieces,
      asked,
      allowed: rules.extensions,
      last,
      held,
      open,
      appeal,
    }
  })

/** The agreements of those whom the one who looks may look for: themselves, or the children they stand for; and what is still to be signed. */
export const readOwn = (court: Court, actor: Actor): Promise<Own> =>
  court.db.withProgram(actor, async tx => {
    const { personId } = actor
    const own = { agreements: [] as OwnFacts[], proposed: [] as ProposedAgreement[] }
    if (personId === null) return own
    const wards = await wardsOf(tx, actor.programId, personId)
    for (const id of actor.role === 'youth' ? [personId, ...wards] : wards) {
      const proposed = await readProposed(court, tx, actor, id)
      if (proposed) own.proposed.push(proposed)
      own.agreements.push(...(await ownOf(court, tx, actor, id)))
    }
    return own
  })

/** To the young person themselves the page says "you"; their name is for those who read about them. */
const calledBy = (actor: Actor, personId: string, name: string): string | null =>
  actor.personId === personId ? null : name

/** The newest agreement of one young person, if there is one. */
const ownOf = async (court: Court, tx: Tx, actor: Actor, personId: string): Promise<OwnFacts[]> => {
  const { programId } = actor
  const last = (await obligationsOfPerson(tx, programId, personId)).at(-1)
  if (!last) return []
  const [head, person, promises, origin, held] = await Promise.all([
    caseById(tx, programId, last.caseId),
    personOf(tx, programId, personId),
    obligationsOfCase(tx, programId, last.caseId),
    originOf(tx, programId, last.id),
    nightsOfPerson(tx, programId, personId),
    enterLook(court, tx, actor, { thing: 'case', thingId: last.caseId, caseId: last.caseId, personId }),
  ])
  return [
    {
      no: head.no,
      called: calledBy(actor, personId, person.calledName),
      agreedOn: origin.inEffectOn,
      juryWords: origin.juryWords,
      promises,
      nextNight: nextNightOf(held, todayFor(court, actor)),
    },
  ]
}

export type OwnPromise = {
  called: string | null
  one: Obligation
  origin: Origin
  pieces: HandedIn[]
  asked: Asked[]
  allowed: number
  last: Clock | null
}

/** One promise of one's own, or of a child one stands for. */
export const readOwnPromise = (court: Court, actor: Actor, id: string): Promise<OwnPromise> =>
  court.db.withProgram(actor, async tx => {
    const { programId } = actor
    const one = await obligationById(tx, programId, idIn(id))
    if (one.personId === null) throw new NotHere()
    const person = await personOf(tx, programId, one.personId)
    const [origin, pieces, asked] = await Promise.all([
      originOf(tx, programId, one.id),
      progressOf(tx, programId, one.id),
      extensionsOf(tx, programId, one.id),
      enterLook(court, tx, actor, { thing: 'obligation', thingId: one.id, caseId: one.caseId, personId: one.personId }),
    ])
    const { rules } = await rulebookOf(tx, programId, origin.rulebookId)
    const called = calledBy(actor, person.id, person.calledName)
    return { called, one, origin, pieces, asked, allowed: rules.extensions, last: await lastDayOf(tx, actor, one) }
  })

/** The end of a case's evening: is everything signed, and which nights are open. */
export const readBook = (court: Court, actor: Actor, date: string, position: string): Promise<BookFacts> =>
  court.db.withProgram(actor, async tx => {
    const { programId } = actor
    const { day, docket, line, drawn } = await placeOn(court, tx, actor, date, position)
    const today = todayFor(court, actor)
    const [found, held, open, promised] = await Promise.all([
      dispositionOfCase(tx, programId, line.caseId),
      nightsOfPerson(tx, programId, line.respondentId),
      openNights(tx, programId, today),
      obligationsOfCase(tx, programId, line.caseId),
    ])
    const disposition = found?.hearingId === line.id ? found : undefined
    const { terms, missing } = disposition ? await signedFor(tx, disposition, today) : { terms: [], missing: [] }
    return {
      day,
      today,
      line,
      docket,
      drawn,
      disposition,
      duty: terms.find(term => term.kind === 'jury-service'),
      missing,
      obligation: promised.find(one => one.kind === 'jury-service'),
      held,
      open: open.filter(one => one.heldOn > day),
    }
  })

/** The promises of a disposition, and whose name is still missing under it. */
const signedFor = async (tx: Tx, { programId, id, caseId, rulebookId }: Disposition, today: Day) => {
  const head = await caseById(tx, programId, caseId)
  const [terms, signed, needed] = await Promise.all([
    termsOf(tx, programId, id),
    signaturesOf(tx, programId, id),
    neededFor(tx, head, rulebookId, today),
  ])
  return { terms, missing: signersMissing(needed, signed) }
}
