import { type DocketLine, type NightStep, stepsAt, type Tonight, tonight } from '#court/hearings'
import type { Day } from '#platform/time'

/** What stands around every step of a night: tonight's list at the left, the five steps on top. */
export type NightFrame = { base: string; position: number; tonight: Tonight; steps: ReturnType<typeof stepsAt> }

export const nightFrame = (day: Day, position: number, docket: readonly DocketLine[], step: NightStep): NightFrame => ({
  base: `/nights/${day}/${position}`,
  position,
  tonight: tonight(day, docket, position),
  steps: stepsAt(step),
})
