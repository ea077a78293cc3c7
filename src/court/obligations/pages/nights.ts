import type { NightInList, NightOfJuror } from '#court/hearings'
import { emptyForm, type Form } from '#platform/forms'
import type { Day } from '#platform/time'
import { type Said, said } from '#words'
import type { Obligation } from '../records/obligations.ts'
import { feasible } from '../rules.ts'

export type NightRow = { value: string; day: Day; startsAt: Date; left: number }

export type NightsProps = {
  action: string
  form: Form
  booked: readonly { day: Day; startsAt: Date }[]
  choices: readonly NightRow[]
  dueOn: Day
  few: Said | null
}

const coming = (held: readonly NightOfJuror[], today: Day): NightOfJuror[] =>
  held
    .filter(night => night.heldOn >= today && ['offered', 'confirmed', 'swap_requested'].includes(night.status))
    .toSorted((a, b) => (a.heldOn < b.heldOn ? -1 : 1))

export const nextNightOf = (held: readonly NightOfJuror[], today: Day): Day | null =>
  coming(held, today)[0]?.heldOn ?? null

/** What is booked, and what is open before the day. */
export const nightsOf = (
  action: string,
  { one, held, open }: { one: Obligation; held: readonly NightOfJuror[]; open: readonly NightInList[] },
  today: Day,
  form: Form | undefined,
): NightsProps => {
  const booked = coming(held, today)
  const { owed, open: places, enough } = feasible(one, booked.length, open)
  const taken = new Set(held.map(night => night.nightId))
  return {
    action: `${action}/nights`,
    form: form ?? emptyForm(),
    booked: booked.map(night => ({ day: night.heldOn, startsAt: night.startsAt })),
    choices: open
      .filter(night => night.heldOn <= one.dueOn && night.placesLeft > 0 && !taken.has(night.id))
      .map(night => ({ value: night.id, day: night.heldOn, startsAt: night.startsAt, left: night.placesLeft })),
    dueOn: one.dueOn,
    few: enough ? null : said('obligations.nights-few', { owed, open: places }),
  }
}
