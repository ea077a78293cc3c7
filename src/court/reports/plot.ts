/** The picture of the funnel: bars from the left, one for each step, and beside each what is still open one step before. */
import { type Said, said } from '#words'
import type { CohortKey, RateKey } from './figure.ts'
import type { Figures } from './rules/figures.ts'

const WIDE = 380
const HIGH = 48

/** One step of the way: how many came this far, of whom, and who still waits to come. */
const steps = [
  { key: 'referred', waits: null, rate: null },
  { key: 'accepted', waits: 'open-answer', rate: 'accepted-rate' },
  { key: 'ready', waits: 'open-family', rate: 'ready-rate' },
  { key: 'heard', waits: 'open-hearing', rate: 'heard-rate' },
  { key: 'in-effect', waits: 'open-signing', rate: 'in-effect-rate' },
  { key: 'due', waits: 'open-not-due', rate: null },
  { key: 'completed', waits: 'open-late', rate: 'completed-rate' },
] as const satisfies { key: CohortKey; waits: CohortKey | null; rate: RateKey | null }[]

export type StepKey = (typeof steps)[number]['key']
export type Bar = {
  key: StepKey
  label: Said
  words: Said
  labelY: number
  y: number
  openY: number
  lineY: number
  width: number
  openX: number
  openWidth: number
}
export type Plot = { wide: number; high: number; bars: readonly Bar[] }

export const funnelSteps: readonly { key: StepKey; rate: RateKey | null }[] = steps

export const plotOf = ({ counts, rates }: Figures): Plot => {
  const long = (cases: number | null): number => Math.round(((cases ?? 0) / Math.max(1, counts.referred ?? 1)) * WIDE)
  const bars = steps.map(({ key, waits, rate }, at): Bar => {
    const width = long(counts[key])
    const openWidth = waits === null ? 0 : long(counts[waits])
    const share = rate === null ? null : rates[rate]
    return {
      key,
      label: said(`reports.${key}`),
      words: rate !== null && share !== null ? said(`reports.${rate}.of` as const, share) : countSaid(counts[key]),
      labelY: at * HIGH + 16,
      y: at * HIGH + 23,
      openY: at * HIGH + 24,
      lineY: at * HIGH + 36,
      width,
      openX: width + (width > 0 ? 3 : 0),
      openWidth: Math.max(0, Math.min(openWidth, WIDE - width - 4)),
    }
  })
  return { wide: WIDE, high: steps.length * HIGH, bars }
}

/** A count, in words where it is not shown. */
export const countSaid = (count: number | null): Said =>
  count === null ? said('reports.hidden') : said('reports.number', { count })
