import { type DocketLine, type NightSteps, stepsAt, type Tonight, tonight } from '#court/hearings'
import type { Day } from '#platform/time'
import type { Disposition } from '../records.ts'

/** What stands around every step of a night: tonight's list at the side, the five steps on top. */
export type NightFrame = { base: string; position: number; tonight: Tonight; steps: NightSteps }

type Standing = {
  day: Day
  line: DocketLine
  docket: readonly DocketLine[]
  drawn: boolean
  disposition: Pick<Disposition, 'status'> | undefined
}

export const nightFrame = ({ day, line, docket, drawn, disposition }: Standing): NightFrame => ({
  base: `/nights/${day}/${line.position}`,
  position: line.position,
  tonight: tonight(day, docket, line.position),
  steps: stepsAt(line, { drawn, decision: decisionOf(disposition) }),
})

const decisionOf = (disposition: Standing['disposition']) =>
  disposition === undefined || disposition.status === 'refused' ? 'none' : disposition.status
