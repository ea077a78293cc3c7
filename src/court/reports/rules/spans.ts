import { addDays, addMonths, type Day } from '#platform/time'

/** The days on which the cases of a report were referred, both included. */
export type Span = { from: Day; to: Day }

const firstOfMonth = (day: Day): Day => `${day.slice(0, 8)}01` as Day
const lastOfMonth = (day: Day): Day => addDays(addMonths(firstOfMonth(day), 1), -1)

/** The last twelve months that are over. */
export const lastTwelveMonths = (today: Day): Span => {
  const thisMonth = firstOfMonth(today)
  return { from: addMonths(thisMonth, -12), to: addDays(thisMonth, -1) }
}

/** What is published goes by whole months that are over, so that two reports a day apart do not tell of one case. */
export const wholeMonths = ({ from, to }: Span, today: Day): Span => {
  const last = to < firstOfMonth(today) ? lastOfMonth(to) : lastTwelveMonths(today).to
  return { from: firstOfMonth(from < last ? from : last), to: last }
}
