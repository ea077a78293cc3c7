import { type Court, NotHere, todayFor } from '#court'
import { isId } from '#platform/ids'
import { show } from '#platform/page'
import { actorOf, get, type Route } from '#platform/routes'
import { listQuery, peopleQuery, searchQuery } from './forms.ts'
import {
  casePage,
  emptySearchPage,
  entriesFor,
  isLogView,
  listPage,
  peoplePage,
  personPage,
  searchPage,
  todayPage,
} from './pages.ts'
import { readCase, readLastOpened, readList, readPeople, readPerson, readSearch, readToday } from './reads.ts'

const desk = ['coordinator'] as const

export const casefileRoutes = (court: Court): Route[] => [
  get('/today', desk, async (_req, res) => {
    const actor = actorOf(res)
    show(res, todayPage(await readToday(court, actor), actor, todayFor(court, actor)))
  }),

  get('/cases', desk, async (req, res) => {
    const actor = actorOf(res)
    const query = listQuery.parse(req.query)
    show(res, listPage(query, await readList(court, actor, query), todayFor(court, actor)))
  }),

  get('/cases/:no', desk, async (req, res) => {
    const actor = actorOf(res)
    const view = isLogView(req.query.log) ? req.query.log : 'some'
    const rows = await readCase(court, actor, req.params.no, entriesFor(view))
    show(res, casePage(rows, actor, todayFor(court, actor), view))
  }),

  get('/people', desk, async (req, res) => {
    const actor = actorOf(res)
    const query = peopleQuery.parse(req.query)
    show(res, peoplePage(query, await readPeople(court, actor, query), todayFor(court, actor)))
  }),

  get('/people/:id', desk, async (req, res) => {
    const actor = actorOf(res)
    if (!isId(req.params.id)) throw new NotHere()
    show(res, personPage(await readPerson(court, actor, req.params.id), todayFor(court, actor)))
  }),

  get('/search', desk, async (req, res) => {
    const actor = actorOf(res)
    const { q } = searchQuery.parse(req.query)
    if (q === '') return show(res, emptySearchPage(await readLastOpened(court, actor)))
    const { cases, people } = await readSearch(court, actor, q)
    show(res, searchPage(q, cases, people, todayFor(court, actor)))
  }),
]
