import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CaseFacts, nextStep, type PromiseFacts, riskOf, stepsOf } from '#court/casefile'
import { type CaseStatus, ended, lifecycle } from '#court/cases'
import { movesFrom, statusesOf } from '#platform/lifecycle'
import { addDays, type Day } from '#platform/time'
import { furtherMoves } from '../../src/court/casefile/policy.ts'

const TODAY: Day = '2026-04-24'
const statuses = ['referred', ...statusesOf(lifecycle).filter(status => status !== 'referred')] as CaseStatus[]

const facts = (wishes: Partial<CaseFacts> = {}): CaseFacts => ({
  no: '26-0142',
  status: 'active',
  since: '2026-03-26',
  receivedOn: '2026-03-04',
  answerBy: '2026-03-25',
  hearBy: '2026-05-20',
  lastDay: null,
  tries: 0,
  triesEnough: false,
  lastTryOn: null,
  spokeOn: '2026-04-20',
  meetsAt: null,
  contactGapDays: 30,
  cureDays: 14,
  missing: [],
  hearing: null,
  agreement: null,
  promises: [],
  ending: null,
  ...wishes,
})

const promise = (wishes: Partial<PromiseFacts> = {}): PromiseFacts => ({
  id: 'p1',
  owedBy: 'young-person',
  title: 'Letter to the person harmed',
  dueOn: '2026-05-08',
  settledOn: null,
  handedInOn: null,
  requestedOn: null,
  ...wishes,
})

const kept = promise({ id: 'p0', title: 'Serve on a jury', settledOn: '2026-03-02' })

describe('the next step of a case', () => {
  it('names one in every state, with an address to go to and whom it waits for', () => {
    const day = fc.integer({ min: -90, max: 90 }).map(days => addDays(TODAY, days))
    const maybeDay = fc.option(day, { nil: null })
    const anyPromise = fc.record({
      id: fc.uuid(),
      owedBy: fc.constantFrom('young-person' as const, 'court' as const),
      title: fc.constant('A promise'),
      dueOn: day,
      settledOn: fc.constantFrom(null, '2026-02-20' as const),
      handedInOn: maybeDay,
      requestedOn: maybeDay,
    })
    const anyFacts = fc.record({
      status: fc.constantFrom(...statuses),
      since: day,
      answerBy: day,
      hearBy: maybeDay,
      lastDay: maybeDay,
      tries: fc.nat(9),
      triesEnough: fc.boolean(),
      lastTryOn: maybeDay,
      spokeOn: maybeDay,
      meetsAt: fc.constantFrom(null, new Date('2026-04-30T21:30:00Z')),
      missing: fc.subarray(['admission', 'participation', 'guardian'] as const),
      hearing: fc.option(
        fc.record({ on: day, status: fc.constantFrom('docketed' as const, 'in_hearing' as const, 'heard' as const) }),
        { nil: null },
      ),
      agreement: fc.option(
        fc.record({
          status: fc.constantFrom('draft' as const, 'proposed' as const, 'in_effect' as const),
          family: fc.nat(2),
          adults: fc.nat(2),
        }),
        { nil: null },
      ),
      promises: fc.array(anyPromise, { maxLength: 6 }),
      ending: fc.option(fc.record({ askedOn: day, byMe: fc.boolean() }), { nil: null }),
    })
    fc.assert(
      fc.property(anyFacts, some => {
        const one = facts(some)
        const next = nextStep(one, TODAY)
        expect(next.to).toMatch(/^\/(cases|nights|hearings)/)
        expect(next.days).toBeGreaterThanOrEqual(0)
        const isOpen = !(ended as readonly CaseStatus[]).includes(one.status)
        if (isOpen) expect(next.waits).not.toBe('nobody')
        if (isOpen) expect(next.to).not.toBe('/cases')
      }),
      { numRuns: 2_000 },
    )
  })

  it('leads a new referral to its screening and holds it to the day on which the source is answered (rule 8)', () => {
    const next = nextStep(facts({ status: 'referred', since: '2026-03-04' }), '2026-03-30')
    expect(next).toMatchObject({
      step: 'start-screening',
      waits: 'us',
      to: '/cases/26-0142/screening',
      by: '2026-03-25',
      days: 26,
    })
    expect(riskOf(next, '2026-03-30')).toBe(0)
  })

  it('counts the tries to reach a family, and says when they may end', () => {
    const contacting = { status: 'contacting' as const }
    expect(nextStep(facts(contacting), TODAY).step).toBe('call-family')
    expect(nextStep(facts({ ...contacting, tries: 2, lastTryOn: '2026-04-21' }), TODAY)).toMatchObject({
      step: 'try-again',
      count: 2,
      days: 3,
    })
    expect(nextStep(facts({ ...contacting, tries: 5, triesEnough: true, lastTryOn: '2026-04-21' }), TODAY).step).toBe(
      'give-up',
    )
  })

  it('leads a case past its last lawful day back to its source, and no case before that (rule 32)', () => {
    const ready = (lastDay: Day | null) => nextStep(facts({ status: 'ready', lastDay }), TODAY)
    expect(ready(null)).toMatchObject({ step: 'choose-night', by: '2026-05-20' })
    expect(ready(TODAY)).toMatchObject({ step: 'choose-night', by: TODAY })
    expect(ready('2026-04-23')).toMatchObject({
      step: 'past-last-day',
      waits: 'us',
      to: '/cases/26-0142/return',
      by: '2026-04-23',
    })
  })

  it('waits for the night until it comes, is at the night when it is there, and asks for the outcome when it is over', () => {
    const on = (day: Day) => nextStep(facts({ status: 'docketed', hearing: { on: day, status: 'docketed' } }), TODAY)
    expect(on('2026-05-07')).toMatchObject({ step: 'come-to-night', waits: 'night', to: '/hearings/2026-05-07' })
    expect(on(TODAY)).toMatchObject({ step: 'hear-tonight', waits: 'night', to: `/nights/${TODAY}` })
    expect(on('2026-04-23')).toMatchObject({ step: 'settle-night', waits: 'us', days: 1 })
  })

  it('asks the family for their names first, then the court for its own, then puts the agreement in effect (rule 29)', () => {
    const signed = (family: number, adults: number) =>
      nextStep(facts({ status: 'disposed', agreement: { status: 'proposed', family, adults } }), TODAY)
    expect(signed(2, 1)).toMatchObject({ step: 'sign-agreement', waits: 'family', count: 2 })
    expect(signed(0, 1)).toMatchObject({ step: 'adult-signs', waits: 'us' })
    expect(signed(0, 0)).toMatchObject({ step: 'put-in-effect', waits: 'us' })
  })

  it('reads what was handed in before anything is called late', () => {
    const late = promise({ id: 'late', dueOn: '2026-04-21' })
    const sent = promise({ id: 'sent', handedInOn: '2026-04-21' })
    const steps = stepsOf(facts({ promises: [kept, late, sent] }), TODAY)
    expect(steps.map(one => one.step)).toEqual(['confirm-progress', 'late-promise'])
    expect(steps[0]).toMatchObject({ to: '/cases/26-0142/promises/sent', days: 3, waits: 'us' })
  })

  it('does not call late what was sent in in time and waits for us', () => {
    const steps = stepsOf(facts({ promises: [promise({ dueOn: '2026-04-22', handedInOn: '2026-04-21' })] }), TODAY)
    expect(steps.map(one => one.step)).toEqual(['confirm-progress'])
  })

  it('counts the promises of the court itself: near their day, late, and even after the case is closed', () => {
    const ours = promise({ owedBy: 'court', title: 'Tell the school', dueOn: '2026-04-27' })
    expect(nextStep(facts({ promises: [promise(), ours] }), TODAY).step).toBe('our-promise')
    expect(nextStep(facts({ promises: [promise(), { ...ours, dueOn: '2026-06-30' }] }), TODAY).step).toBe('on-track')
    expect(
      nextStep(facts({ status: 'closed_success', promises: [kept, { ...ours, dueOn: '2026-04-20' }] }), TODAY),
    ).toMatchObject({ step: 'our-promise', days: 4 })
    expect(
      nextStep(facts({ status: 'closed_success', promises: [kept, { ...ours, settledOn: '2026-03-02' }] }), TODAY),
    ).toMatchObject({ step: 'closed', to: '/cases/26-0142/certificate' })
  })

  it('closes a case only when every promise of the young person is settled (rule 42)', () => {
    expect(nextStep(facts({ promises: [kept] }), TODAY)).toMatchObject({
      step: 'close-case',
      to: '/cases/26-0142/close',
      since: '2026-03-02',
    })
    expect(nextStep(facts({ promises: [kept, promise()] }), TODAY).step).toBe('on-track')
  })

  it('raises its hand when nobody has talked with the family for longer than the rulebook allows (rule 40)', () => {
    expect(nextStep(facts({ promises: [promise()], spokeOn: '2026-03-20' }), TODAY)).toMatchObject({
      step: 'check-in',
      by: '2026-04-19',
    })
    expect(nextStep(facts({ promises: [promise()], spokeOn: '2026-03-25' }), TODAY).step).toBe('on-track')
  })

  it('asks somebody else than the one who wants to end a case', () => {
    const asked = (byMe: boolean) =>
      nextStep(facts({ status: 'noncompliance_review', ending: { askedOn: '2026-04-20', byMe } }), TODAY)
    expect(asked(true)).toMatchObject({ step: 'wait-for-colleague', waits: 'colleague' })
    expect(asked(false)).toMatchObject({ step: 'second-person', waits: 'us', days: 4 })
  })
})

describe('what else can be done', () => {
  const linksOf = (status: CaseStatus, lastDay: Day | null = null) => {
    const standing = { no: '26-0142', status, heldOn: '2026-04-24' as const, position: 2 }
    const next = nextStep(facts({ status, lastDay }), TODAY).step
    return new Map(furtherMoves(standing, movesFrom(lifecycle, status), next).map(one => [one.move, one.to]))
  }

  it('leads a family that takes back its yes to where that can be done, in every state before the agreement is signed (rule 3)', () => {
    expect(linksOf('ready').get('withdraw')).toBe('/cases/26-0142/consents')
    expect(linksOf('docketed').get('withdraw')).toBe('/cases/26-0142/withdrawal')
    expect(linksOf('in_hearing').get('withdraw')).toBe('/nights/2026-04-24/2/talk')
    expect(linksOf('disposed').get('withdraw')).toBe('/cases/26-0142/agreement')
    expect(linksOf('active').has('withdraw')).toBe(false)
  })

  it('offers to send a case back only when that is right: when it has ended, or its last lawful day has gone by (rules 32 and 44)', () => {
    expect(linksOf('ready').has('return')).toBe(false)
    expect(linksOf('ready', '2026-04-23').get('return')).toBe('/cases/26-0142/return')
    expect(linksOf('withdrawn').get('return')).toBe('/cases/26-0142/return')
    expect(linksOf('ready').get('giveUp')).toBe('/cases/26-0142/contacts#give-up')
  })
})
