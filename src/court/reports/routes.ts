import type { Request, Response } from 'express'
import { type Actor, type Court, todayFor } from '#court'
import { enterLook } from '#court/register'
import { emptyForm, type Form, readForm } from '#platform/forms'
import { show } from '#platform/page'
import { actorOf, get } from '#platform/routes'
import type { Day } from '#platform/time'
import { said, speak } from '#words'
import { spanForm } from './forms.ts'
import { definitionsPage, reportPage } from './pages.ts'
import { factsOf } from './records.ts'
import { figuresOf, type Showing } from './rules/figures.ts'
import { lastTwelveMonths, type Span, wholeMonths } from './rules/spans.ts'
import { sheetOf } from './sheet.ts'

const readers = ['coordinator', 'evaluator'] as const

export const reportsRoutes = (court: Court) => {
  /** Who asked for which figures is entered first; the figures then come through a role that can read no table. */
  const figuresFor = async (actor: Actor, { span, showing }: Asked) => {
    const today = todayFor(court, actor)
    const particulars = { from: span.from, to: span.to, showing }
    await court.db.withProgram(actor, tx => enterLook(court, tx, actor, { thing: 'report', particulars }))
    return figuresOf(await court.figures.inOneTrip(actor, tx => factsOf(tx, span, today)), showing)
  }

  return [
    get('/reports', readers, async (req, res) => {
      const actor = actorOf(res)
      const today = todayFor(court, actor)
      const asked = askedIn(req, actor, today)
      const figures = await figuresFor(actor, asked)
      const page = reportPage({ ...asked, figures, today, mayChoose: maySeeWhole(actor) })
      show(res, page, Object.keys(asked.form.errors).length > 0 ? 422 : 200)
    }),

    get('/reports/funnel.csv', readers, async (req, res) => {
      const actor = actorOf(res)
      const today = todayFor(court, actor)
      const asked = askedIn(req, actor, today)
      const figures = await figuresFor(actor, asked)
      const { span, showing } = asked
      sendSheet(
        res,
        span,
        sheetOf({ program: actor.programName, span, today, showing, figures }, speak(res.locals.chrome.language)),
      )
    }),

    get('/reports/definitions', readers, (_req, res) => show(res, definitionsPage())),
  ]
}

/** `wanted` are the days that were asked for, `span` those that are shown. */
type Asked = { wanted: Span; span: Span; showing: Showing; form: Form }

/** Coordinators see every case anyway; to everybody else small groups are not shown. */
const maySeeWhole = (actor: Actor): boolean => actor.role === 'coordinator'

const askedIn = (req: Request<object>, actor: Actor, today: Day): Asked => {
  const read = readForm(spanForm, req.query)
  const usual = lastTwelveMonths(today)
  const showing = maySeeWhole(actor) && req.query.small !== 'hidden' ? 'whole' : 'published'
  if (!read.ok) return { wanted: usual, span: usual, showing, form: read.form }
  const wanted = { from: read.value.from ?? usual.from, to: read.value.to ?? usual.to }
  if (wanted.from > wanted.to)
    return {
      wanted: usual,
      span: usual,
      showing,
      form: { values: wanted, errors: { from: said('reports.refused-backwards') } },
    }
  const span = showing === 'whole' ? wanted : wholeMonths(wanted, today)
  return { wanted, span, showing, form: emptyForm(span) }
}

const sendSheet = (res: Response, { from, to }: Span, sheet: string): void => {
  res.attachment(`funnel-${from}-to-${to}.csv`).type('text/csv').send(sheet)
}
