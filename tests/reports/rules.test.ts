import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { definitions } from '../../src/court/reports/definition.ts'
import {
  type CaseKey,
  type Counted,
  counts,
  endReasons,
  type Group,
  isIn,
  reasonKeys,
  SMALL,
  stages,
} from '../../src/court/reports/figure.ts'
import { figuresOf, wilson } from '../../src/court/reports/rules/figures.ts'
import { maySetSideBySide, publishable } from '../../src/court/reports/rules/masks.ts'
import { lastTwelveMonths, wholeMonths } from '../../src/court/reports/rules/spans.ts'

const group = (wishes: Partial<Counted>): Counted => ({
  stage: 'referred',
  fate: 'open',
  reason: 'none',
  afterwards: 'none',
  isSealed: false,
  withoutJuryService: false,
  withWaiver: false,
  outsideGrid: false,
  cases: 1,
  ...wishes,
})

/** A year of a middling court. */
const aYear: readonly Counted[] = [
  group({ cases: 3 }),
  group({ fate: 'returned', reason: 'not-eligible', cases: 14 }),
  group({ stage: 'accepted', cases: 11 }),
  group({ stage: 'accepted', fate: 'returned', reason: 'family-declined', cases: 6 }),
  group({ stage: 'accepted', fate: 'returned', reason: 'not-reached', cases: 12 }),
  group({ stage: 'ready', cases: 12 }),
  group({ stage: 'ready', fate: 'returned', reason: 'did-not-come', cases: 2 }),
  group({ stage: 'in-effect', fate: 'open', cases: 20 }),
  group({ stage: 'in-effect', fate: 'overdue', cases: 4 }),
  group({ stage: 'in-effect', fate: 'returned', reason: 'terms-not-met', cases: 11 }),
  group({ stage: 'in-effect', fate: 'completed', afterwards: 'too-early', cases: 22 }),
  group({ stage: 'in-effect', fate: 'completed', afterwards: 'came-back', cases: 15 }),
  group({ stage: 'in-effect', fate: 'completed', afterwards: 'did-not', isSealed: true, cases: 17 }),
  group({ stage: 'in-effect', fate: 'completed', afterwards: 'did-not', withoutJuryService: true, cases: 1 }),
]

const facts = (cohort: readonly Counted[]) => ({ cohort, service: [], ours: { due: 0, kept: 0, setAside: 0 } })

describe('the steps of a cohort', () => {
  const { counts: shown } = figuresOf(facts(aYear), 'whole')

  it('counts each case at every step that it reached, and open cases apart', () => {
    expect([
      shown.referred,
      shown.accepted,
      shown.ready,
      shown.heard,
      shown['in-effect'],
      shown.due,
      shown.completed,
    ]).toEqual([150, 133, 104, 90, 90, 70, 55])
    expect([
      shown['open-answer'],
      shown['open-family'],
      shown['open-hearing'],
      shown['open-not-due'],
      shown['open-late'],
    ]).toEqual([3, 11, 12, 20, 4])
  })

  it('leaves no case out: those kept, those ended early and those still open are all that were referred', () => {
    expect((shown.completed ?? 0) + (shown.returned ?? 0) + (shown.open ?? 0)).toBe(shown.referred)
    const whys = reasonKeys.reduce((sum, key) => sum + (shown[key] ?? 0), 0)
    expect(whys).toBe(shown.returned)
  })

  it('takes an agreement that has time left neither for kept nor for broken', () => {
    const { rates } = figuresOf(facts(aYear), 'whole')
    expect(rates['completed-rate']).toMatchObject({ part: 55, of: 70 })
    expect(rates['accepted-rate']).toMatchObject({ part: 133, of: 147 })
  })

  it('counts an agreement without jury service, which an adult ordered with a reason (rule 23)', () => {
    expect(shown['without-jury-service']).toBe(1)
  })

  it('counts what was let go and what lies outside the grid, each as an agreement once (rules 24 and 42)', () => {
    const { counts: some } = figuresOf(
      facts([
        group({ stage: 'in-effect', withWaiver: true, cases: 3 }),
        group({ stage: 'in-effect', withWaiver: true, outsideGrid: true, cases: 2 }),
        group({ stage: 'in-effect', cases: 30 }),
      ]),
      'whole',
    )
    expect([some['with-waiver'], some['outside-grid'], some['in-effect']]).toEqual([5, 2, 35])
  })

  it('says “too early to tell” of those who finished less than half a year ago', () => {
    expect([shown['half-year'], shown['came-back']]).toEqual([33, 15])
  })
})

describe('shares', () => {
  it('have the score intervals that Newcombe printed in 1998', () => {
    const printed: [number, number, number, number][] = [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ]
    for (const [part, of, low, high] of printed) {
      expect(wilson(part, of)?.low).toBeCloseTo(low, 4)
      expect(wilson(part, of)?.high).toBeCloseTo(high, 4)
    }
    expect(wilson(10, 10)?.high).toBeCloseTo(1, 12)
  })

  it('of nothing are no number', () => {
    expect(wilson(0, 0)).toBeNull()
  })
})

describe('small groups (rule 49)', () => {
  it('are hidden, and so is the figure beside them that would give them away', () => {
    const cohort = [group({ cases: 40 }), group({ fate: 'returned', reason: 'not-eligible', cases: 4 })]
    const shown = publishable(cohort)
    expect(shown.has('referred')).toBe(true)
    expect(shown.has('returned')).toBe(false)
    expect(shown.has('open')).toBe(false)
    expect(shown.has('returned-not-eligible')).toBe(false)
  })

  it('of nobody may be shown', () => {
    const shown = publishable([group({ cases: 40 })])
    expect(shown.has('returned')).toBe(true)
  })

  it('hide a whole cohort of under ten', () => {
    const { counts: shown, rates } = figuresOf(facts([group({ cases: 9 })]), 'published')
    expect(shown.referred).toBeNull()
    expect(rates['completed-rate']).toBeNull()
  })

  it('are shown to those who see every case anyway', () => {
    expect(figuresOf(facts([group({ cases: 9 })]), 'whole').counts.referred).toBe(9)
  })

  it('do not let “all of them” be told of fewer than twenty', () => {
    const kept = group({ stage: 'in-effect', fate: 'completed', afterwards: 'too-early', cases: 15 })
    const { rates } = figuresOf(facts([kept, group({ cases: 30 })]), 'published')
    expect(rates['completed-rate']).toBeNull()
    const many = figuresOf(facts([{ ...kept, cases: 25 }, group({ cases: 30 })]), 'published')
    expect(many.rates['completed-rate']).toMatchObject({ part: 25, of: 25 })
  })

  it('do not let “in none” or “in all” be told of fewer than twenty agreements', () => {
    const { counts: none } = figuresOf(facts([group({ stage: 'in-effect', cases: 15 })]), 'published')
    expect([none['in-effect'], none['with-waiver'], none['outside-grid']]).toEqual([15, null, null])
    const { counts: all } = figuresOf(facts([group({ stage: 'in-effect', withWaiver: true, cases: 24 })]), 'published')
    expect([all['with-waiver'], all['outside-grid']]).toEqual([24, 0])
  })

  it('let a large year be read', () => {
    const { counts: shown } = figuresOf(facts(aYear), 'published')
    expect([shown.referred, shown.completed, shown.due]).toEqual([150, 55, 70])
    expect(shown['without-jury-service']).toBeNull()
  })

  const someGroups = fc.array(
    fc
      .tuple(
        fc.constantFrom(...stages),
        fc.constantFrom('open', 'returned', 'overdue', 'completed'),
        fc.constantFrom(...endReasons),
        fc.constantFrom('too-early', 'came-back', 'did-not'),
        fc.boolean(),
        fc.record({ withoutJuryService: fc.boolean(), withWaiver: fc.boolean(), outsideGrid: fc.boolean() }),
        fc.integer({ min: 1, max: 30 }),
      )
      .map(([stage, fate, reason, afterwards, isSealed, exceptions, cases]): Counted => {
        const last = stage === 'in-effect'
        const end = last || fate === 'open' || fate === 'returned' ? fate : 'open'
        return group({
          stage,
          cases,
          isSealed,
          fate: end,
          reason: end === 'returned' ? reason : 'none',
          afterwards: end === 'completed' ? afterwards : 'none',
          ...(last ? exceptions : {}),
        } as Partial<Counted>)
      }),
    { maxLength: 14 },
  )

  it('cannot be worked out from what is shown, by adding and taking away, in any court', () => {
    fc.assert(
      fc.property(someGroups, cohort => {
        const shown = [...publishable(cohort)]
        for (const sum of derivable(cohort, shown)) expect(sum === 0 || sum >= SMALL).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('are given away by a table that hides nothing else: the attack of this test does find them', () => {
    const cohort = [group({ cases: 40 }), group({ fate: 'returned', reason: 'not-eligible', cases: 4 })]
    expect(derivable(cohort, ['referred', 'open'])).toContain(4)
    expect(maySetSideBySide(cohort, ['referred', 'open'])).toBe(false)
  })

  it('are hidden among those who helped', () => {
    const line = (kind: 'jury' | 'jury-owed' | 'jury-by-choice' | 'community', times: number, people: number) => ({
      kind,
      times,
      people,
      minutes: times * 60,
    })
    const service = [
      line('jury', 90, 24),
      line('jury-owed', 60, 18),
      line('jury-by-choice', 30, 6),
      line('community', 40, 9),
    ]
    const { counts: shown } = figuresOf({ ...facts([]), service }, 'published')
    expect(shown.jury).toBe(90)
    expect([shown['jury-owed'], shown['jury-by-choice'], shown.community]).toEqual([null, null, null])
  })

  it('do not protect the court from its own record', () => {
    const { counts: shown, rates } = figuresOf({ ...facts([]), ours: { due: 20, kept: 17, setAside: 2 } }, 'published')
    expect([shown['our-due'], shown['our-kept'], shown['our-set-aside']]).toEqual([20, 17, null])
    expect(rates['our-kept-rate']).toMatchObject({ part: 17, of: 20 })
  })
})

describe('the days of a report', () => {
  it('are the last twelve months that are over, unless somebody chooses', () => {
    expect(lastTwelveMonths('2026-03-04')).toEqual({ from: '2025-03-01', to: '2026-02-28' })
  })

  it('are whole months that are over, where figures are published', () => {
    expect(wholeMonths({ from: '2025-05-17', to: '2025-08-03' }, '2026-03-04')).toEqual({
      from: '2025-05-01',
      to: '2025-08-31',
    })
    expect(wholeMonths({ from: '2026-02-10', to: '2026-03-04' }, '2026-03-04')).toEqual({
      from: '2026-02-01',
      to: '2026-02-28',
    })
    expect(wholeMonths({ from: '2026-03-01', to: '2026-03-31' }, '2026-03-04')).toEqual({
      from: '2026-02-01',
      to: '2026-02-28',
    })
  })
})

describe('definitions', () => {
  it('stand beside every figure, once', () => {
    const keys = definitions.map(one => one.key)
    expect(new Set(keys).size).toBe(keys.length)
    const { counts: shown, rates } = figuresOf(facts([]), 'whole')
    expect(new Set([...Object.keys(shown), ...Object.keys(rates)])).toEqual(new Set(keys))
  })
})

/** An attacker who adds and subtracts published figures: every set of groups that lies in the span of the published ones gives up its sum. */
const derivable = (cohort: readonly Counted[], shown: readonly CaseKey[]): number[] => {
  const kinds = kindsOf(cohort)
  const basis = reduced(shown.map(key => kinds.map(one => (isIn(key, one) ? 1 : 0))))
  const found: number[] = []
  for (const key of everyKey) {
    for (const other of [...everyKey, null]) {
      const inside = (one: Group) => isIn(key, one) && (other === null || !isIn(other, one))
      const row = kinds.map(one => (inside(one) ? 1 : 0))
      if (isSpanned(basis, row)) found.push(kinds.reduce((sum, one) => sum + (inside(one) ? one.cases : 0), 0))
    }
  }
  return found
}

const everyKey: readonly CaseKey[] = [...(Object.keys(counts) as (keyof typeof counts)[]), ...reasonKeys]

const kindsOf = (cohort: readonly Counted[]): Counted[] => {
  const kinds = stages.flatMap(stage => [
    group({ stage, cases: 0 }),
    ...endReasons.map(reason => group({ stage, fate: 'returned', reason, cases: 0 })),
  ])
  const last = (['overdue', 'completed'] as const).map(fate => group({ stage: 'in-effect', fate, cases: 0 }))
  return [...kinds, ...last, ...cohort]
}

const reduced = (rows: number[][]): number[][] => {
  const basis: number[][] = []
  for (const row of rows) {
    const left = rest(basis, row)
    const lead = left.findIndex(value => Math.abs(value) > 1e-9)
    if (lead >= 0) basis.push(left.map(value => value / (left[lead] ?? 1)))
  }
  return basis
}

const rest = (basis: readonly number[][], row: readonly number[]): number[] => {
  let left = [...row]
  for (const one of basis) {
    const lead = one.findIndex(value => Math.abs(value) > 1e-9)
    const factor = left[lead] ?? 0
    if (factor !== 0) left = left.map((value, at) => value - factor * (one[at] ?? 0))
  }
  return left
}

const isSpanned = (basis: readonly number[][], row: readonly number[]): boolean =>
  rest(basis, row).every(value => Math.abs(value) < 1e-9)
