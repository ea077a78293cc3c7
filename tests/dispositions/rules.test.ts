import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { starterRulebook } from '#court/programs'
import { termKinds } from '../../src/court/dispositions/disposition.ts'
import {
  decisionsAllowed,
  type Draft,
  faultsIn,
  isOutOfRange,
  limitsFor,
  mayAdd,
  type Promised,
  type Setting,
} from '../../src/court/dispositions/rules.ts'
import { type Clock, clocksOf, lastDueDay, usualDueDay } from '../../src/court/dispositions/rules/clocks.ts'
import { signersMissing, signersNeeded } from '../../src/court/dispositions/signing.ts'
import type { Day } from '../../src/platform/time.ts'

const book = starterRulebook('cumberland')
const lightest = book.offences.find(one => one.class === 'C')?.code ?? ''
const limits = limitsFor(book, lightest, null)
const last: Clock = { clock: 'program', day: '2026-06-03' }
const setting: Setting = { limits, last, today: '2026-03-05', mayLeaveGrid: true }

const term = (kind: Promised['kind'], amount: number, more: Partial<Promised> = {}): Promised => ({
  owedBy: 'young-person',
  kind,
  amount,
  dueOn: '2026-05-29',
  topic: null,
  length: null,
  outOfRangeReason: null,
  ...more,
})

const draft = (...terms: Promised[]): Draft => ({ terms, noJuryServiceReason: null, belowFloorReason: null })
const faults = (wanted: Draft, on: Setting = setting) => faultsIn(wanted, on).map(one => one.fault)
const lawful = [term('jury-service', 2), term('community-service', 12 * 60)]

describe('what the grid allows', () => {
  it('reads the range of the offence from its class: Cumberland C is 1 to 3 nights, 10 to 15 hours, one workshop (rule 24)', () => {
    expect(limits['jury-service']).toEqual({ least: 1, most: 3, cap: 3, floor: true })
    expect(limits['community-service']).toEqual({ least: 600, most: 900, cap: 1200, floor: true })
    expect(limits.workshop).toEqual({ least: 1, most: 1, cap: null, floor: false })
    expect(limits.restitution).toEqual({ least: 0, most: 30_000, cap: 30_000, floor: false })
  })

  it('takes no more money back than the loss that is known, without an adult’s reason; where none is known, the cap alone counts', () => {
    const known = { ...setting, limits: limitsFor(book, lightest, 8_000) }
    expect(known.limits.restitution).toEqual({ least: 0, most: 8_000, cap: 30_000, floor: false })
    expect(faults(draft(...lawful, term('restitution', 8_000)), known)).toEqual([])
    expect(faults(draft(...lawful, term('restitution', 8_001)), known)).toEqual(['above-range'])
    expect(mayAdd(term('restitution', 8_001), [], known)).toEqual({ refused: 'above-range' })
    const reasoned = term('restitution', 8_001, { outOfRangeReason: 'the repair cost more' })
    expect(mayAdd(reasoned, [], known)).toBeNull()
    expect(mayAdd(reasoned, [], { ...known, mayLeaveGrid: false })).toEqual({ refused: 'grid-is-fixed' })
    expect(limitsFor(starterRulebook('charlotte'), lightest, null).restitution).toBeUndefined()
    expect(limitsFor(starterRulebook('charlotte'), lightest, 8_000).restitution).toMatchObject({
      most: 8_000,
      cap: null,
    })
  })

  it('lets the law of the state cut the grid: 20 to 30 hours under a cap of 20 is 20 (rule 25)', () => {
    const gravest = book.offences.find(one => one.class === 'A')?.code ?? ''
    expect(limitsFor(book, gravest, null)['community-service']).toEqual({
      least: 1200,
      most: 1200,
      cap: 1200,
      floor: true,
    })
    expect(limitsFor(book, gravest, null)['jury-service']).toEqual({ least: 3, most: 3, cap: 3, floor: true })
  })

  it('keeps the floor of one night of jury service where the offence is in no class', () => {
    expect(limitsFor(book, 'unknown', null)['jury-service']).toMatchObject({ least: 1, floor: true })
  })
})

describe('what a jury may propose', () => {
  it('takes nights, hours, a letter and an essay with topic and length', () => {
    const essay = term('essay', 1, { topic: 'What a phone means to its owner', length: '1 page' })
    expect(faults(draft(...lawful, essay, term('apology-letter', 1)))).toEqual([])
  })

  it('is refused without future jury service (rule 23)', () => {
    expect(faults(draft(term('community-service', 600)))).toEqual(['no-jury-service'])
  })

  it('is not refused when a coordinator lets jury service go with a reason (rule 23)', () => {
    expect(
      faults({ ...draft(term('community-service', 600)), noJuryServiceReason: 'moves to another state on Monday' }),
    ).toEqual([])
  })

  it('is refused when nothing at all is promised', () => {
    expect(faults({ ...draft(), noJuryServiceReason: 'moves', belowFloorReason: 'moves' })).toEqual([
      'nothing-promised',
    ])
  })

  it('is refused outside the grid, two promises of one kind being added up (rule 24)', () => {
    expect(
      faults(draft(term('jury-service', 2), term('community-service', 480), term('community-service', 480))),
    ).toEqual(['above-range'])
    expect(faults(draft(term('jury-service', 2), term('community-service', 300)))).toEqual(['below-range'])
  })

  it('is taken outside the grid with an adult’s reason, where the rulebook gives them that power (rule 24)', () => {
    const little = draft(
      term('jury-service', 2),
      term('community-service', 300, { outOfRangeReason: 'works evenings' }),
    )
    expect(faults(little)).toEqual([])
    expect(faults(little, { ...setting, mayLeaveGrid: false })).toEqual(['grid-is-fixed'])
  })

  it('is never taken above the cap of the law, whatever the reason (rule 25)', () => {
    const reasoned = { outOfRangeReason: 'asked for it' }
    expect(faults(draft(term('jury-service', 4, reasoned), term('community-service', 600)))).toEqual(['above-cap'])
    expect(faults(draft(...lawful, term('restitution', 30_001, reasoned)))).toEqual(['above-cap'])
  })

  it('holds the floor of service hours, or an adult says why not', () => {
    expect(faults(draft(term('jury-service', 2)))).toEqual(['below-floor'])
    expect(faults({ ...draft(term('jury-service', 2)), belowFloorReason: 'in hospital until June' })).toEqual([])
    expect(
      faults(
        { ...draft(term('jury-service', 2)), belowFloorReason: 'in hospital' },
        { ...setting, mayLeaveGrid: false },
      ),
    ).toEqual(['grid-is-fixed'])
  })

  it('is refused with an essay that says neither about what nor how long (rule 26)', () => {
    expect(faults(draft(...lawful, term('essay', 1, { topic: 'Trust' })))).toEqual(['essay-unworded'])
  })

  it('is refused with a promise due after the last lawful day, or today (rule 32)', () => {
    expect(faults(draft(term('jury-service', 2, { dueOn: '2026-06-04' }), term('community-service', 600)))).toEqual([
      'too-late',
    ])
    expect(faults(draft(term('jury-service', 2, { dueOn: '2026-03-05' }), term('community-service', 600)))).toEqual([
      'too-soon',
    ])
  })

  it('binds the young person’s promises only: the court may promise for a later day, and any amount', () => {
    const ours = term('mentoring', 40, { owedBy: 'court', dueOn: '2026-09-01' })
    expect(faults(draft(...lawful, ours))).toEqual([])
  })
})

describe('any set of promises', () => {
  const days: Day[] = ['2026-03-05', '2026-03-06', '2026-06-03', '2026-06-04']
  const anyTerm = fc.record({
    owedBy: fc.constantFrom('young-person', 'young-person', 'court') as fc.Arbitrary<Promised['owedBy']>,
    kind: fc.constantFrom(...termKinds),
    amount: fc.oneof(
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 550, max: 1250 }),
      fc.integer({ min: 29_000, max: 31_000 }),
    ),
    dueOn: fc.constantFrom(...days),
    topic: fc.constantFrom(null, 'topic'),
    length: fc.constantFrom(null, '1 page'),
    outOfRangeReason: fc.constantFrom(null, null, null, 'a reason'),
  })
  const likely = fc.constantFrom(
    term('jury-service', 1),
    term('jury-service', 3),
    term('community-service', 600),
    term('community-service', 900),
    term('workshop', 1),
    term('apology-letter', 1),
    term('mentoring', 6, { owedBy: 'court' }),
  )
  const sets = fc.array(fc.oneof({ arbitrary: likely, weight: 4 }, { arbitrary: anyTerm, weight: 1 }), { maxLength: 5 })

  /** The law once more, told another way. */
  const isLawful = (terms: readonly Promised[], mayLeaveGrid: boolean): boolean => {
    const theirs = terms.filter(one => one.owedBy === 'young-person')
    const sum = (kind: string) => theirs.filter(one => one.kind === kind).reduce((total, one) => total + one.amount, 0)
    const reasoned = (kind: string) => theirs.some(one => one.kind === kind && one.outOfRangeReason !== null)
    const within = (kind: string, least: number, most: number, cap: number) =>
      sum(kind) <= cap && (reasoned(kind) ? mayLeaveGrid : sum(kind) >= least && sum(kind) <= most)
    const present = (kind: string) => theirs.some(one => one.kind === kind)
    return (
      present('jury-service') &&
      within('jury-service', 1, 3, 3) &&
      present('community-service') &&
      within('community-service', 600, 900, 1200) &&
      (!present('workshop') || within('workshop', 1, 1, Number.POSITIVE_INFINITY)) &&
      (!present('restitution') || within('restitution', 0, 30_000, 30_000)) &&
      theirs.every(one => one.dueOn > '2026-03-05' && one.dueOn <= '2026-06-03') &&
      theirs.every(one => one.kind !== 'essay' || (one.topic !== null && one.length !== null))
    )
  }

  it('passes exactly when it is within the limits and holds jury service (rules 23 to 26 and 32)', () => {
    let passed = 0
    fc.assert(
      fc.property(sets, fc.boolean(), (terms, mayLeaveGrid) => {
        const clean = faultsIn(draft(...terms), { ...setting, mayLeaveGrid }).length === 0
        if (clean) passed += 1
        expect(clean).toBe(isLawful(terms, mayLeaveGrid))
      }),
      { numRuns: 2_000, seed: 23 },
    )
    expect(passed).toBeGreaterThan(50)
  })

  it('never passes without jury service, whatever else is promised (rule 23)', () => {
    fc.assert(
      fc.property(sets, terms => {
        const without = terms.filter(one => one.kind !== 'jury-service')
        expect(faults(draft(...without))).toContain('no-jury-service')
      }),
    )
  })
})

describe('writing down one promise', () => {
  it('is refused at once above the range or the cap, and not yet below the range: more of the kind may follow', () => {
    expect(mayAdd(term('community-service', 960), [], setting)).toEqual({ refused: 'above-range' })
    expect(mayAdd(term('community-service', 1260, { outOfRangeReason: 'asked' }), [], setting)).toEqual({
      refused: 'above-cap',
    })
    expect(mayAdd(term('community-service', 300), [], setting)).toBeNull()
    expect(mayAdd(term('community-service', 480), [term('community-service', 480)], setting)).toEqual({
      refused: 'above-range',
    })
  })

  it('is refused for a day that no clock allows (rule 32)', () => {
    expect(mayAdd(term('apology-letter', 1, { dueOn: '2026-06-04' }), [], setting)).toEqual({ refused: 'too-late' })
    expect(mayAdd(term('apology-letter', 1, { dueOn: '2026-03-05' }), [], setting)).toEqual({ refused: 'too-soon' })
  })

  it('takes what the court promises, but neither jury service nor money from it', () => {
    expect(mayAdd(term('mentoring', 6, { owedBy: 'court', dueOn: '2026-09-01' }), [], setting)).toBeNull()
    expect(mayAdd(term('jury-service', 1, { owedBy: 'court' }), [], setting)).toEqual({
      refused: 'not-a-promise-of-the-court',
    })
  })

  it('knows when an amount needs an adult’s reason', () => {
    expect(isOutOfRange('community-service', 599, limits)).toBe(true)
    expect(isOutOfRange('community-service', 600, limits)).toBe(false)
    expect(isOutOfRange('apology-letter', 9, limits)).toBe(false)
  })
})

describe('the last lawful day (rule 32)', () => {
  const clocks = {
    clocks: { ...book.clocks, programDays: 120, statuteDaysFromReferral: 180, statuteDaysFromHearing: 90 },
  }
  const dates = { heardOn: '2026-03-26' as Day, receivedOn: '2026-03-04' as Day, returnBy: null }

  it('is the earliest of the program’s days, the law’s days after referral and hearing, and the source’s own day', () => {
    expect(lastDueDay(clocksOf(clocks, dates))).toEqual({ clock: 'statute-hearing', day: '2026-06-24' })
    expect(lastDueDay(clocksOf(clocks, { ...dates, returnBy: '2026-05-01' }))).toEqual({
      clock: 'source',
      day: '2026-05-01',
    })
    expect(lastDueDay(clocksOf({ clocks: { ...clocks.clocks, programDays: 30 } }, dates))).toEqual({
      clock: 'program',
      day: '2026-04-25',
    })
    const late = { ...dates, heardOn: '2026-08-01' as Day }
    expect(lastDueDay(clocksOf(clocks, late))).toEqual({ clock: 'statute-referral', day: '2026-08-31' })
  })

  it('proposes a day that leaves room to give more time before the last one (rule 39)', () => {
    expect(usualDueDay('2026-03-26', '2026-06-24')).toBe('2026-05-25')
    expect(usualDueDay('2026-03-26', '2026-03-27')).toBe('2026-03-27')
  })
})

describe('who decides and who signs', () => {
  it('records a decision as the rulebook has it, or one item by the adult where that is allowed (rule 27)', () => {
    expect(decisionsAllowed(book)).toEqual(['unanimous', 'adult-decided-item'])
    expect(decisionsAllowed({ ...book, powers: { ...book.powers, decideDeadlock: false } })).toEqual(['unanimous'])
  })

  it('takes the young person, a guardian and the adult; one who is 18 signs without a guardian; a judge where the rulebook says so (rule 29)', () => {
    expect(signersNeeded({ adult: false, judgeConfirms: false })).toEqual(['respondent', 'guardian', 'facilitator'])
    expect(signersNeeded({ adult: true, judgeConfirms: true })).toEqual(['respondent', 'facilitator', 'judge'])
    expect(signersMissing(['respondent', 'guardian'], [{ signer: 'respondent' }])).toEqual(['guardian'])
  })
})
