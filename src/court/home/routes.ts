import { type Actor, type Court, NotHere, todayFor } from '#court'
import { withdrawConsent } from '#court/cases'
import { giveAndTakeWords } from '#court/credits'
import { enterLook } from '#court/register'
import type { Tx } from '#platform/database'
import { show } from '#platform/page'
import { isRefusal } from '#platform/refusal'
import { actorOf, get, post, type Route, saved } from '#platform/routes'
import type { Day } from '#platform/time'
import { said } from '#words'
import type { Matter } from './home.ts'
import { familyPage, homePage } from './pages.ts'
import { readYoung, type Young } from './reads.ts'
import { childrenOf, matterByNo, selfOf } from './records.ts'
import { mindPage } from './withdrawal.ts'

export const homeRoutes = (court: Court): Route[] => [
  get('/home', ['youth', 'family'], async (_req, res) => {
    const actor = actorOf(res)
    const today = todayFor(court, actor)
    const { phone } = res.locals.help
    if (actor.role === 'family') {
      const children = await court.db.withProgram(actor, tx => readChildren(court, tx, actor, today))
      return show(res, familyPage(actor.name, children, phone, today))
    }
    const young = await court.db.withProgram(actor, tx => readSelf(court, tx, actor, today))
    show(res, homePage(young, giveAndTakeWords(young.exchange), phone, today))
  }),

  get('/home/:no/withdrawal', ['youth', 'family'], async (req, res) => {
    show(res, mindPage(await matterFor(court, actorOf(res), req.params.no), res.locals.help.phone))
  }),

  post('/home/:no/withdrawal', ['youth', 'family'], async (req, res) => {
    const actor = actorOf(res)
    const matter = await matterFor(court, actor, req.params.no)
    const kind = actor.role === 'family' ? 'guardian' : 'participation'
    const taken = await withdrawConsent(court, actor, matter.id, { personId: mineOf(actor), kind })
    if (isRefusal(taken)) return show(res, mindPage(matter, res.locals.help.phone, taken.refused), 409)
    saved(res, '/home', said(taken.ended ? 'home.mind.done' : 'home.mind.noted'))
  }),
]

/** The case, if it is theirs; that a guardian looked is entered (rule 47). */
const matterFor = (court: Court, actor: Actor, no: string): Promise<Matter> =>
  court.db.withProgram(actor, async tx => {
    const matter = await matterByNo(tx, actor.programId, no)
    if (!matter) throw new NotHere()
    if (actor.role === 'family')
      await enterLook(court, tx, actor, { thing: 'case', thingId: matter.id, caseId: matter.id })
    return matter
  })

/** The person behind the account of a young person or a guardian. */
const mineOf = (actor: Actor): string => {
  if (actor.personId === null) throw new NotHere()
  return actor.personId
}

const readSelf = async (court: Court, tx: Tx, actor: Actor, today: Day): Promise<Young> => {
  const self = await selfOf(tx, actor.programId, mineOf(actor))
  if (!self) throw new NotHere()
  return readYoung(court, tx, actor, self, today)
}

/** One's own page is one's own; that a guardian looked at a child's is entered (rule 47). */
const readChildren = async (court: Court, tx: Tx, actor: Actor, today: Day): Promise<Young[]> => {
  const children = await childrenOf(tx, actor.programId, mineOf(actor))
  return Promise.all(
    children.map(async child => {
      const [young] = await Promise.all([
        readYoung(court, tx, actor, child, today),
        enterLook(court, tx, actor, { thing: 'home', personId: child.id }),
      ])
      return young
    }),
  )
}
