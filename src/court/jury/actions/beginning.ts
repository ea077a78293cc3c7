/** How far a case is from its beginning. */
import type { CaseHead } from '#court/cases'
import { type Hearing, isUnderWay, type Night } from '#court/hearings'
import { isAdultOn } from '#court/jurors'
import { personOf } from '#court/people'
import { rulebookOf } from '#court/programs'
import type { Tx } from '#platform/database'
import { isJuryElsewhere, isRoomBusy } from '../records/going-on.ts'
import { seatedAt } from '../records/seats.ts'
import type { Beginning } from '../rules/hearing.ts'
import { tiedInChairs } from './pool.ts'

type Ground = { night: Pick<Night, 'status'>; head: CaseHead; hearing: Hearing }

/**
 * Read for the page that shows what is still missing, and read again, locked, by the act that begins. Read by the court's own
 * hand, as the lot is: what ties two people may lie in a case that the one who asks does not see.
 */
export const beginning = async (
  tx: Tx,
  programId: string,
  { night, head, hearing }: Ground,
  askedToGoOn: boolean,
): Promise<Beginning> => {
  const [chairs, book, respondent] = await Promise.all([
    seatedAt(tx, programId, hearing.id),
    rulebookOf(tx, programId, head.rulebookId),
    personOf(tx, programId, head.respondentId),
  ])
  const { adultAt, jury } = book.rules
  const here = chairs.filter(chair => chair.leftAt === null)
  const [roomBusy, juryElsewhere, tied] = await Promise.all([
    isRoomBusy(tx, programId, hearing),
    isJuryElsewhere(
      tx,
      programId,
      hearing.id,
      chairs.map(chair => chair.jurorId),
    ),
    tiedInChairs(tx, hearing, head, book.rules),
  ])
  const adult = isAdultOn(respondent.birthDate, adultAt, hearing.heldOn)
  return {
    underWay: isUnderWay(night.status),
    docketed: hearing.status === 'docketed' && head.status === 'docketed',
    roomBusy,
    juryElsewhere,
    seated: here.length,
    quorum: jury.quorum,
    maximum: jury.maximum,
    unsworn: here.filter(chair => chair.oathAt === null).length,
    tied: tied.length,
    respondentCame: hearing.respondentCameAt !== null,
    guardianSettled: hearing.guardianCameAt !== null || hearing.guardianExcused !== null || adult,
    askedToGoOn,
  }
}
