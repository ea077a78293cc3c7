import { type Court, NotHere } from '#court'
import { show } from '#platform/page'
import { actorOf, get } from '#platform/routes'
import { isOnPaper } from '../disposition.ts'
import { agreementPage, agreementPrint } from '../pages.ts'
import { readAgreement } from '../reading.ts'

export const agreementDoors = (court: Court) => [
  get('/cases/:no/agreement', ['coordinator'], async (req, res) => {
    show(res, agreementPage(await readAgreement(court, actorOf(res), req.params.no)))
  }),

  get('/cases/:no/agreement/print', ['coordinator', 'facilitator', 'youth', 'family'], async (req, res) => {
    const actor = actorOf(res)
    const facts = await readAgreement(court, actor, req.params.no)
    if (!facts.disposition || !isOnPaper(facts.disposition.status)) throw new NotHere()
    show(res, agreementPrint(facts, actor.programName, res.locals.help.phone ?? ''))
  }),
]
