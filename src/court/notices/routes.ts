import { type Court, NotHere, todayFor } from '#court'
import { enterLook } from '#court/register'
import { isId } from '#platform/ids'
import { show } from '#platform/page'
import { isRefusal } from '#platform/refusal'
import { actorOf, get, post, type Route, saved } from '#platform/routes'
import { said } from '#words'
import { postPrinted } from './actions.ts'
import { languageOf, letterPage, lettersPage } from './pages.ts'
import { letterById, lettersToPrint } from './records.ts'

export const noticesRoutes = (court: Court, origin: string): Route[] => [
  get('/letters', ['coordinator'], async (_req, res) => {
    const actor = actorOf(res)
    const letters = await court.db.inOneTrip(actor, tx => lettersToPrint(tx, actor.programId, court.now()))
    show(res, lettersPage(letters))
  }),

  get('/letters/:id', ['coordinator'], async (req, res) => {
    const actor = actorOf(res)
    const id = idFrom(req.params.id)
    const letter = await court.db.withProgram(actor, async tx => {
      const found = await letterById(tx, actor.programId, id)
      if (found)
        await enterLook(court, tx, actor, {
          thing: 'notice',
          thingId: id,
          caseId: found.caseId,
          personId: found.personId,
        })
      return found
    })
    if (!letter) throw new NotHere()
    res.locals.chrome = { ...res.locals.chrome, language: languageOf(letter) }
    show(res, letterPage(letter, { origin, today: todayFor(court, actor) }, 'paper'))
  }),

  post('/letters/:id/posting', ['coordinator'], async (req, res) => {
    const actor = actorOf(res)
    const posted = await postPrinted(court, actor, idFrom(req.params.id))
    if (!isRefusal(posted)) return saved(res, '/letters', said('notices.letters.posted-now'))
    const letters = await court.db.inOneTrip(actor, tx => lettersToPrint(tx, actor.programId, court.now()))
    show(res, lettersPage(letters, 'notices.refused.posted-already'), 409)
  }),
]

const idFrom = (id: string): string => {
  if (!isId(id)) throw new NotHere()
  return id
}
