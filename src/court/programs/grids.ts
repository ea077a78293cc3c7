/**
 * Three sanction grids that courts have really used, to start from: Charlotte County in Florida, Cumberland County in North
 * Carolina, Flower Mound in Texas. Letters and numbers of classes run in either direction of seriousness.
 */
import type { Rulebook } from './rulebook.ts'

export const gridNames = ['charlotte', 'cumberland', 'flower-mound'] as const
export type GridName = (typeof gridNames)[number]

type Worked = {
  grid: Rulebook['grid']
  /** The class of each weight of an offence, from the lightest to the gravest. */
  classOf: Record<1 | 2 | 3 | 4, string>
  caps: Rulebook['caps']
  ages: Rulebook['ages']
  priorLookBackYears: number | null
  clocks: Pick<Rulebook['clocks'], 'programDays' | 'statuteDaysFromReferral' | 'statuteDaysFromHearing'>
}

type Line = [code: string, jury: [number, number], hours: [number, number], workshops: [number, number]]

const lines = (rows: readonly Line[]): Rulebook['grid']['classes'] =>
  rows.map(([code, jurySessions, serviceHours, workshops]) => ({ code, jurySessions, serviceHours, workshops }))

/** North Carolina caps jury service at seven hours; a hearing night there is about two. */
const SEVEN_HOURS_IN_NIGHTS = 3

export const workedGrids: Record<GridName, Worked> = {
  charlotte: {
    grid: {
      name: 'Charlotte',
      classes: lines([
        ['A', [1, 2], [8, 17], [0, 2]],
        ['B', [2, 3], [15, 26], [0, 2]],
        ['C', [3, 4], [24, 37], [0, 2]],
        ['D', [4, 5], [35, 50], [0, 2]],
      ]),
      floor: { jurySessions: 1, serviceHours: 8 },
    },
    classOf: { 1: 'A', 2: 'B', 3: 'C', 4: 'D' },
    caps: { jurySessions: null, serviceHours: null, restitutionCents: null },
    ages: { youngest: 10, oldest: 17 },
    priorLookBackYears: 2,
    clocks: { programDays: 120, statuteDaysFromReferral: null, statuteDaysFromHearing: null },
  },
  cumberland: {
    grid: {
      name: 'Cumberland',
      classes: lines([
        ['A', [3, 5], [20, 30], [1, 2]],
        ['B', [2, 4], [15, 25], [1, 2]],
        ['C', [1, 3], [10, 15], [1, 1]],
      ]),
      floor: { jurySessions: 1, serviceHours: 10 },
    },
    classOf: { 1: 'C', 2: 'B', 3: 'A', 4: 'A' },
    caps: { jurySessions: SEVEN_HOURS_IN_NIGHTS, serviceHours: 20, restitutionCents: 30_000 },
    ages: { youngest: 10, oldest: 17 },
    priorLookBackYears: null,
    clocks: { programDays: 90, statuteDaysFromReferral: null, statuteDaysFromHearing: null },
  },
  'flower-mound': {
    grid: {
      name: 'Flower Mound',
      classes: lines([
        ['1', [1, 3], [6, 18], [0, 2]],
        ['2', [1, 3], [15, 30], [0, 2]],
        ['3', [2, 4], [28, 46], [0, 2]],
        ['4', [2, 4], [42, 60], [0, 2]],
      ]),
      floor: { jurySessions: 1, serviceHours: 6 },
    },
    classOf: { 1: '1', 2: '2', 3: '3', 4: '4' },
    caps: { jurySessions: null, serviceHours: null, restitutionCents: null },
    ages: { youngest: 10, oldest: 17 },
    priorLookBackYears: 1,
    clocks: { programDays: 90, statuteDaysFromReferral: null, statuteDaysFromHearing: 90 },
  },
}
