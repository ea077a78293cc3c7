/** What the steps of one case on the night read. */
import { type Actor, byClockwork, type Court, NotHere } from '#court'
import { caseById, intakeOf } from '#court/cases'
import { type DocketLine, docketOf, hearingById, isUnderWay, nightByDay } from '#court/hearings'
import { offenceOf, rulebookOf } from '#court/programs'
import { enterLook } from '#court/register'
import type { Tx } from '#platform/database'
import { isDay } from '#platform/time'
import { beginning } from '../actions/beginning.ts'
import { poolFor, tiedInChairs } from '../actions/pool.ts'
import type { JuryFacts } from '../pages/draw.ts'
import type { TalkFacts } from '../pages/talk.ts'
import { juryOf } from '../records.ts'
import { reasonsAgainst } from '../rules/draw.ts'

/** A case on a night, as its address names it. */
export type At = { date: string; position: string }

export const baseOf = ({ date, position }: At): string => `/nights/${date}/${position}`

type Found = { docket: DocketLine[]; line: DocketLine }

/** The case with this number on that night; not here where there is none, or none that this actor may see. */
export const lineAt = async (tx: Tx, actor: Actor, { date, position }: At): Promise<Found> => {
  if (!isDay(date) || !/^[1-9]\d{0,2}$/.test(position)) throw new NotHere()
  const night = await nightByDay(tx, actor.programId, date)
  const docket = await docketOf(tx, actor.programId, night.id)
  const line = docket.find(one => one.position === Number(position))
  if (!line) throw new NotHere()
  return { docket, line }
}

export const readLine = (court: Court, actor: Actor, at: At): Promise<Found> =>
  court.db.withProgram(actor, tx => lineAt(tx, actor, at))

const look = (court: Court, tx: Tx, actor: Actor, line: DocketLine): Promise<unknown> =>
  enterLook(court, tx, actor, { thing: 'hearing', thingId: line.id, caseId: line.caseId, personId: line.respondentId })

export const readJury = async (court: Court, actor: Actor, at: At): Promise<JuryFacts> => {
  const { found, jury, rules } = await court.db.withProgram(actor, async tx => {
    const found = await lineAt(tx, actor, at)
    const [jury, book] = await Promise.all([
      juryOf(tx, actor.programId, found.line.id),
      rulebookOf(tx, actor.programId, found.line.rulebookId),
      look(court, tx, actor, found.line),
    ])
    return { found, jury, rules: book.rules }
  })
  return {
    ...found,
    jury,
    prospects:
      jury.seats.length < rules.jury.quorum
        ? await prospectsOf(court, actor, found.line)
        : { eligible: 0, excluded: [] },
    tied: jury.seats.length > 0 && isOpen(found.line) ? await tiedOf(court, actor, found.line) : [],
    size: rules.jury.size,
    quorum: rules.jury.quorum,
    alternates: rules.jury.alternates,
    underWay: isUnderWay(found.line.nightStatus),
    coordinator: actor.role === 'coordinator',
  }
}

const isOpen = (line: DocketLine): boolean =>
  isUnderWay(line.nightStatus) && (line.status === 'docketed' || line.status === 'in_hearing')

const tiedOf = (court: Court, actor: Actor, line: DocketLine): Promise<string[]> =>
  court.db.withProgram(byClockwork(actor), async tx => {
    const head = await caseById(tx, actor.programId, line.caseId)
    const { rules } = await rulebookOf(tx, actor.programId, head.rulebookId)
    return tiedInChairs(tx, line, head, rules)
  })

/** Who could be drawn now. Read by the court's own hand, as the draw itself is: what ties two people may lie in a case that the one who asks does not see. */
const prospectsOf = (court: Court, actor: Actor, line: DocketLine): Promise<JuryFacts['prospects']> =>
  court.db.withProgram(byClockwork(actor), async tx => {
    const head = await caseById(tx, actor.programId, line.caseId)
    const { rules } = await rulebookOf(tx, actor.programId, head.rulebookId)
    const { places, candidates, matter } = await poolFor(tx, line, head, rules)
    const against = new Map(candidates.map(one => [one.jurorId, reasonsAgainst(one, matter)]))
    const excluded = places
      .map(place => ({ ...place, gone: place.checkedOutAt !== null, reasons: against.get(place.jurorId) ?? [] }))
      .filter(one => one.reasons.length > 0)
    return { eligible: places.length - excluded.length, excluded }
  })

export const readTalk = async (court: Court, actor: Actor, at: At): Promise<TalkFacts> => {
  const { head, hearing, docket, line, ...seen } = await court.db.withProgram(actor, async tx => {
    const { docket, line } = await lineAt(tx, actor, at)
    const [head, hearing, book, intake] = await Promise.all([
      caseById(tx, actor.programId, line.caseId),
      hearingById(tx, actor.programId, line.id),
      rulebookOf(tx, actor.programId, line.rulebookId),
      intakeOf(tx, actor.programId, line.caseId),
      look(court, tx, actor, line),
    ])
    return { docket, line, head, hearing, matter: offenceOf(book.rules, line.offenceCode)?.plain ?? '', intake }
  })
  const facts = await court.db.withProgram(byClockwork(actor), tx =>
    beginning(tx, actor.programId, { night: { status: line.nightStatus }, head, hearing }, true),
  )
  return { docket, line, beginning: facts, ...seen }
}
