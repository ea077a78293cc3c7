import { type Actor, type Court, NotHere, todayFor } from '#court'
import { giveAndTakeWords } from '#court/credits'
import { enterLook } from '#court/register'
import type { Tx } from '#platform/database'
import { show } from '#platform/page'
import { actorOf, get } from '#platform/routes'
import type { Day } from '#platform/time'
import { familyPage, homePage } from './pages.ts'
import { readYoung, type Young } from './reads.ts'
import { childrenOf, selfOf } from './records.ts'

export const homeRoutes = (court: Court) => [
  get('/home', ['youth', 'family'], async (_req, res) => {
    const actor = actorOf(res)
    const today = todayFor(court, actor)
    const { phone } = res.locals.help
    if (actor.role === 'family') {
      const children = await court.db.withProgram(actor, tx => readChildren(court, tx, actor, today))
      return show(res, familyPage(actor.name, children, phone, today))
    }
    const young = await court.db.withProgram(actor, tx => readSelf(tx, actor, today))
    show(res, homePage(young, giveAndTakeWords(young.exchange), phone, today))
  }),
]

/** The person behind the account of a young person or a guardian. */
const mineOf = (actor: Actor): string => {
  if (actor.personId === null) throw new NotHere()
  return actor.personId
}

const readSelf = async (tx: Tx, actor: Actor, today: Day): Promise<Young> => {
  const self = await selfOf(tx, actor.programId, mineOf(actor))
  if (!self) throw new NotHere()
  return readYoung(tx, actor, self, today)
}

/** One's own page is one's own; that a guardian looked at a child's is entered (rule 47). */
const readChildren = async (court: Court, tx: Tx, actor: Actor, today: Day): Promise<Young[]> => {
  const children = await childrenOf(tx, actor.programId, mineOf(actor))
  return Promise.all(
    children.map(async child => {
      const [young] = await Promise.all([
        readYoung(tx, actor, child, today),
        enterLook(court, tx, actor, { thing: 'home', personId: child.id }),
      ])
      return young
    }),
  )
}
