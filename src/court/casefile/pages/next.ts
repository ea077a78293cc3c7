/** Steps in words: what waits, for whom, since when, and the one button. */
import type { Step, StepName, Waits } from '../casefile.ts'
import { riskOf } from '../rules.ts'
import { type Day, daysBetween } from '#platform/time'
import { type Said, said } from '#words'

export type NextWords = { waiting: Said; title: Said; why: Said; at: Date | null; go: Said; to: string; late: boolean }

export const nextInWords = (one: Step, name: string, today: Day): NextWords => {
  const given = { name, promise: one.promise ?? '', count: one.count, since: one.since, by: one.by ?? one.since }
  return {
    waiting: waitingInWords(one, name, today),
    title: said<`casefile.next.${StepName}`>(`casefile.next.${one.step}`, given),
    why: said<`casefile.next.${StepName}.why`>(`casefile.next.${one.step}.why`, given),
    at: one.at,
    go: said<`casefile.next.${StepName}.go`>(`casefile.next.${one.step}.go`),
    to: one.to,
    late: riskOf(one, today) === 0,
  }
}

/** "Waiting for you, 3 days · 1 day late". */
export const waitingInWords = (one: Step, name: string, today: Day): Said => {
  if (one.waits === 'nobody') return whoInWords('nobody', name)
  const days = one.days === 0 ? said('casefile.since-today') : said('casefile.days', { count: one.days })
  const waiting = said('casefile.waiting', { who: whoInWords(one.waits, name), days })
  const clock = clockInWords(one.by, today)
  return clock ? said('casefile.waiting-by', { waiting, clock }) : waiting
}

const clockInWords = (by: Day | null, today: Day): Said | null => {
  if (by === null) return null
  return by < today ? said('platform.state.late', { count: daysBetween(by, today) }) : said('casefile.by', { by })
}

export const whoInWords = (who: Waits, name: string): Said =>
  said<`casefile.waits.${Waits}`>(`casefile.waits.${who}`, { name })
