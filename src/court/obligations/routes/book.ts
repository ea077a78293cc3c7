import type { Response } from 'express'
import { type Court, NotHere } from '#court'
import { type Form, readForm } from '#platform/forms'
import { show } from '#platform/page'
import { isRefusal } from '#platform/refusal'
import { actorOf, get, post, saved } from '#platform/routes'
import { said } from '#words'
import { bookService, putInEffect } from '../actions/starting.ts'
import { nightsForm } from '../forms.ts'
import { bookPage, type Refused } from '../pages.ts'
import { readBook } from '../reading.ts'
import { typed } from './desk.ts'

const room = ['facilitator', 'coordinator'] as const

type At = { date: string; position: string }

export const bookDoors = (court: Court) => [
  get('/nights/:date/:position/book', room, (req, res) => showBook(court, res, req.params, undefined)),

  post('/nights/:date/:position/book', room, async (req, res) => {
    const actor = actorOf(res)
    const { disposition, obligation, open } = await readBook(court, actor, req.params.date, req.params.position)
    if (!disposition) throw new NotHere()
    const form = readForm(nightsForm(open.map(night => night.id)), req.body)
    if (!form.ok) return showBook(court, res, req.params, form.form)
    const { nights } = form.value
    const done = obligation
      ? await bookService(court, actor, obligation.id, nights)
      : await putInEffect(court, actor, disposition.id, nights)
    if (isRefusal(done)) return showBook(court, res, req.params, typed(req.body), done)
    const words = obligation ? said('obligations.booked', { count: done.booked }) : said('obligations.started')
    saved(res, `/nights/${req.params.date}/${req.params.position}/book`, words)
  }),
]

const showBook = async (
  court: Court,
  res: Response,
  at: At,
  form: Form | undefined,
  refused: Refused | null = null,
) => {
  const facts = await readBook(court, actorOf(res), at.date, at.position)
  const bad = form !== undefined && Object.keys(form.errors).length > 0
  show(res, bookPage(facts, form, refused), refused ? 409 : bad ? 422 : 200)
}
