/** How far a case is from its beginning. */
import type { CaseHead } from '#court/cases'
import { type Hearing, isUnderWay, type Night } from '#court/hearings'
import { isAdultOn } from '#court/jurors'
import { personOf } from '#court/people'
import { rulebookOf } from '#court/programs'
import type { Tx } from '#platform/database'
import { seatedAt } from '../records/seats.ts'
import type { Beginning } from '../rules/hearing.ts'

type Ground = { night: Pick<Night, 'status'>; head: CaseHead; hearing: Hearing }

/** Read for the page that shows what is still missing, and read again, locked, by the act that begins. */
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
  const adult = isAdultOn(respondent.birthDate, adultAt, hearing.heldOn)
  return {
    underWay: isUnderWay(night.status),
    docketed: hearing.status === 'docketed' && head.status === 'docketed',
    seated: chairs.length,
    quorum: jury.quorum,
    maximum: jury.maximum,
    unsworn: chairs.filter(chair => chair.oathAt === null).length,
    respondentCame: hearing.respondentCameAt !== null,
    guardianSettled: hearing.guardianCameAt !== null || hearing.guardianExcused !== null || adult,
    askedToGoOn,
  }
}
