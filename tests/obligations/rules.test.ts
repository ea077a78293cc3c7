import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mayMove } from '#platform/lifecycle'
import { addDays, type Day } from '#platform/time'
import { lifecycle, type ObligationStatus } from '../../src/court/obligations/obligation.ts'
import {
  dutyFor,
  feasible,
  mayAskMoreTime,
  mayBook,
  mayChangeAmount,
  mayGrant,
  mayMiss,
  mayVerify,
  mayWaive,
  movesOnHandedIn,
  movesOnReturned,
  movesOnVerified,
  type Owed,
  standing,
} from '../../src/court/obligations/rules.ts'
import {
  mayHandIn,
  mayKeep,
  mayTakeBack,
  movesOnTakenBack,
  type PieceGround,
} from '../../src/court/obligations/rules/pieces.ts'

const today: Day = '2026-04-10'

const promise = (more: Partial<Owed & { proof: 'timesheet' | 'document' }> = {}) => ({
  status: 'assigned' as Owed['status'],
  owedBy: 'young-person' as Owed['owedBy'],
  kind: 'community-service' as Owed['kind'],
  proof: 'timesheet' as 'timesheet' | 'document',
  unit: 'minute' as Owed['unit'],
  amount: 720,
  verified: 0,
  waiting: 0,
  dueOn: '2026-05-29' as Day,
  ...more,
})

describe('how a promise stands today', () => {
  it('is worked out from its day and what has been done of it, and never stored', () => {
    expect(standing(promise(), today)).toBe('on-track')
    expect(standing(promise({ dueOn: '2026-04-17' }), today)).toBe('due-soon')
    expect(standing(promise({ dueOn: '2026-04-10' }), today)).toBe('due-soon')
    expect(standing(promise({ dueOn: '2026-04-09' }), today)).toBe('late')
    expect(standing(promise({ status: 'missed', dueOn: '2026-04-09' }), today)).toBe('late')
    expect(standing(promise({ status: 'returned_for_fix' }), today)).toBe('to-fix')
    expect(standing(promise({ status: 'satisfied' }), today)).toBe('done')
    expect(standing(promise({ status: 'waived' }), today)).toBe('waived')
    expect(standing(promise({ status: 'cancelled' }), today)).toBe('fell-away')
  })

  it('is with us, not late, when all of it was handed in and waits to be confirmed', () => {
    expect(standing(promise({ status: 'submitted', verified: 300, waiting: 420, dueOn: '2026-04-01' }), today)).toBe(
      'with-us',
    )
    expect(standing(promise({ status: 'submitted', waiting: 420, dueOn: '2026-04-01' }), today)).toBe('late')
    expect(standing(promise({ status: 'submitted', waiting: 60 }), today)).toBe('with-us')
  })
})

describe('handing in', () => {
  const piece = { amount: 210, doneOn: '2026-04-09' as Day, words: null }
  const at: PieceGround = { today, since: '2026-03-04', minutesThatDay: 0 }

  it('is taken while the promise is open, for a day that has been', () => {
    expect(mayHandIn(promise(), piece, at)).toBeNull()
    expect(mayHandIn(promise({ status: 'satisfied' }), piece, at)).toEqual({ refused: 'settled' })
    expect(mayHandIn(promise(), { ...piece, doneOn: '2026-04-11' }, at)).toEqual({ refused: 'still-to-come' })
    expect(mayHandIn(promise({ owedBy: 'court' }), piece, at)).toEqual({ refused: 'not-yours' })
  })

  it('is never taken for jury service: that is counted from attendance (rule 35)', () => {
    expect(
      mayHandIn(promise({ kind: 'jury-service', unit: 'session', amount: 2 }), { ...piece, amount: 1 }, at),
    ).toEqual({ refused: 'from-attendance' })
  })

  it('takes no more restitution than was ordered, what waits included (rule 38)', () => {
    const money = promise({ kind: 'restitution', unit: 'cent', amount: 8_000, verified: 3_000, waiting: 4_000 })
    expect(mayHandIn(money, { ...piece, amount: 1_001 }, at)).toEqual({ refused: 'more-than-ordered' })
    expect(mayHandIn(money, { ...piece, amount: 1_000 }, at)).toBeNull()
  })

  it('never lets the payments of any sequence exceed what was ordered (rule 38)', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50_000 }),
        fc.array(fc.integer({ min: 1, max: 30_000 }), { maxLength: 12 }),
        (amount, payments) => {
          let paid = 0
          for (const payment of payments) {
            const money = promise({ kind: 'restitution', unit: 'cent', amount, verified: paid })
            if (mayHandIn(money, { amount: payment, doneOn: today, words: null }, at) === null) paid += payment
          }
          expect(paid).toBeLessThanOrEqual(amount)
        },
      ),
    )
  })

  it('is for what was done since the agreement counts, that day included', () => {
    expect(mayHandIn(promise(), { ...piece, doneOn: '2026-03-04' }, at)).toBeNull()
    expect(mayHandIn(promise(), { ...piece, doneOn: '2026-03-03' }, at)).toEqual({
      refused: 'before-agreement',
      since: '2026-03-04',
    })
  })

  it('believes twelve hours of help on one day and not a minute more, what is written down for it already included', () => {
    expect(mayHandIn(promise(), { ...piece, amount: 720 }, at)).toBeNull()
    expect(mayHandIn(promise(), { ...piece, amount: 30_000 }, at)).toEqual({
      refused: 'too-much-for-a-day',
      minutes: 30_000,
    })
    expect(mayHandIn(promise(), { ...piece, amount: 121 }, { ...at, minutesThatDay: 600 })).toEqual({
      refused: 'too-much-for-a-day',
      minutes: 721,
    })
    const money = promise({ kind: 'restitution', unit: 'cent', amount: 8_000 })
    expect(mayHandIn(money, { ...piece, amount: 8_000 }, { ...at, minutesThatDay: 600 })).toBeNull()
  })

  it('of a letter or an essay needs its words', () => {
    const letter = promise({ kind: 'apology-letter', unit: 'piece', amount: 1, proof: 'document' })
    expect(mayHandIn(letter, { ...piece, amount: 1 }, at)).toEqual({ refused: 'unworded' })
    expect(mayHandIn(letter, { ...piece, amount: 1, words: ' \n ' }, at)).toEqual({ refused: 'unworded' })
    expect(mayHandIn(letter, { ...piece, amount: 1, words: 'I am sorry.' }, at)).toBeNull()
  })

  it('takes more hours than were promised: help is help', () => {
    expect(mayHandIn(promise({ verified: 700 }), piece, at)).toBeNull()
  })
})

describe('taking back', () => {
  const piece = { state: 'submitted', submittedBy: 'jordan' }

  it('is for whoever handed it in, while nobody has answered', () => {
    expect(mayTakeBack(promise({ status: 'submitted' }), piece, 'jordan')).toBeNull()
    expect(mayTakeBack(promise({ status: 'submitted' }), piece, 'rosa')).toEqual({ refused: 'not-handed-in-by-you' })
    expect(mayTakeBack(promise(), { ...piece, state: 'verified' }, 'jordan')).toEqual({ refused: 'not-waiting' })
    expect(mayTakeBack(promise({ status: 'waived' }), piece, 'jordan')).toEqual({ refused: 'settled' })
  })

  it('lets the promise stand again as it did before', () => {
    const waits = promise({ status: 'submitted', waiting: 60 })
    expect(movesOnTakenBack(waits, 60, false)).toEqual(['takeBack'])
    expect(movesOnTakenBack(waits, 60, true)).toEqual(['sendBack'])
    expect(movesOnTakenBack({ ...waits, verified: 120 }, 60, true)).toEqual(['verify'])
    expect(movesOnTakenBack({ ...waits, waiting: 90 }, 60, false)).toEqual([])
  })
})

describe('confirming (rules 33 and 34)', () => {
  const waiting = { state: 'submitted', assignmentId: null }

  it('is for somebody else: neither the one who promised nor a relative', () => {
    expect(mayVerify(promise({ status: 'submitted' }), waiting, false)).toBeNull()
    expect(mayVerify(promise({ status: 'submitted' }), waiting, true)).toEqual({ refused: 'own-or-kin' })
  })

  it('is for what waits, once', () => {
    expect(mayVerify(promise(), { ...waiting, state: 'verified' }, false)).toEqual({ refused: 'not-waiting' })
    expect(mayVerify(promise({ status: 'waived' }), waiting, false)).toEqual({ refused: 'settled' })
  })

  it('of jury service needs the night at which they came (rule 35)', () => {
    const duty = promise({ kind: 'jury-service', unit: 'session', amount: 2 })
    expect(mayVerify(duty, waiting, false)).toEqual({ refused: 'from-attendance' })
    expect(mayVerify(duty, { ...waiting, assignmentId: 'a night' }, false)).toBeNull()
  })

  it('keeps a promise when all of it is confirmed, and not before (rule 33)', () => {
    expect(movesOnVerified(promise({ status: 'submitted', verified: 500 }), 219)).toEqual(['verify'])
    expect(movesOnVerified(promise({ status: 'submitted', verified: 500 }), 220)).toEqual(['verify', 'satisfy'])
    expect(movesOnVerified(promise({ status: 'verified', verified: 500 }), 220)).toEqual(['satisfy'])
  })

  it('moves a promise only as the table of lawful moves allows, whatever happens to it in whatever order', () => {
    type Event = { what: 'hand-in' | 'confirm' | 'return'; amount: number }
    const events = fc.array(
      fc.record({
        what: fc.constantFrom<Event['what']>('hand-in', 'confirm', 'return'),
        amount: fc.integer({ min: 1, max: 400 }),
      }),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(events, story => {
        let one = promise()
        const waiting: number[] = []
        for (const { what, amount } of story) {
          if (one.status === 'satisfied') break
          const piece = what === 'hand-in' ? amount : waiting.shift()
          if (piece === undefined) continue
          const moves =
            what === 'hand-in'
              ? movesOnHandedIn(one)
              : what === 'confirm'
                ? movesOnVerified(one, piece)
                : movesOnReturned(one, piece)
          for (const move of moves) {
            expect(mayMove(lifecycle, move, one.status)).toBe(true)
            one = { ...one, status: lifecycle[move].to as ObligationStatus }
          }
          if (what === 'hand-in') waiting.push(piece)
          if (what === 'confirm') one = { ...one, verified: one.verified + piece }
          one = { ...one, waiting: waiting.reduce((sum, next) => sum + next, 0) }
          expect(one.status === 'satisfied').toBe(one.verified >= one.amount)
        }
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('more time (rule 39)', () => {
  const never = { open: false, granted: 0, allowed: 1 }

  it('is asked for a later day, one question at a time, as often as the rulebook says', () => {
    expect(mayAskMoreTime(promise(), '2026-06-12', today, never, null)).toBeNull()
    expect(mayAskMoreTime(promise(), '2026-05-29', today, never, null)).toEqual({ refused: 'not-later' })
    expect(mayAskMoreTime(promise({ dueOn: '2026-04-01' }), '2026-04-09', today, never, null)).toEqual({
      refused: 'not-later',
    })
    expect(mayAskMoreTime(promise(), '2026-06-12', today, { ...never, open: true }, null)).toEqual({
      refused: 'asked-already',
    })
    expect(mayAskMoreTime(promise(), '2026-06-12', today, { ...never, granted: 1 }, null)).toEqual({
      refused: 'no-more-extensions',
    })
    expect(mayAskMoreTime(promise({ status: 'satisfied' }), '2026-06-12', today, never, null)).toEqual({
      refused: 'settled',
    })
    expect(mayAskMoreTime(promise({ owedBy: 'court' }), '2026-06-12', today, never, null)).toEqual({
      refused: 'not-yours',
    })
  })

  it('is asked for inside the clocks, and the answer says the last possible day (rule 32)', () => {
    const last = { clock: 'program' as const, day: '2026-06-12' as Day }
    expect(mayAskMoreTime(promise(), '2026-06-12', today, never, last)).toBeNull()
    expect(mayAskMoreTime(promise(), '2030-01-01', today, never, last)).toEqual({ refused: 'after-legal-limit', last })
  })

  it('is given inside what the law and the source allow, and the answer says which of them it was (rule 32)', () => {
    const last = { clock: 'statute-hearing' as const, day: '2026-06-24' as Day }
    expect(mayGrant(promise(), '2026-06-24', today, last, false)).toBeNull()
    expect(mayGrant(promise(), '2026-06-25', today, last, false)).toEqual({ refused: 'after-legal-limit', last })
    expect(mayGrant(promise(), '2026-06-25', today, null, false)).toBeNull()
    expect(mayGrant(promise(), '2026-06-20', today, last, true)).toEqual({ refused: 'own-or-kin' })
  })
})

describe('missing a promise', () => {
  const window = { from: '2026-04-01' as Day, businessDays: 5, holidays: [] }

  it('is noted after its day, when nothing of it waits for us', () => {
    expect(mayMiss(promise({ dueOn: '2026-04-08' }), today, window)).toBeNull()
    expect(mayMiss(promise({ dueOn: '2026-04-10' }), today, window)).toEqual({ refused: 'not-late' })
    expect(mayMiss(promise({ dueOn: '2026-04-08', waiting: 10 }), today, window)).toEqual({ refused: 'not-late' })
  })

  it('is never noted while the family may still appeal (rule 30)', () => {
    expect(mayMiss(promise({ dueOn: '2026-04-07' }), '2026-04-08', window)).toEqual({ refused: 'in-appeal-window' })
    expect(mayMiss(promise({ dueOn: '2026-04-07' }), '2026-04-09', window)).toBeNull()
  })
})

describe('waiving, keeping and changing', () => {
  it('waives what is open, and no relative does it (rule 42)', () => {
    expect(mayWaive(promise(), false)).toBeNull()
    expect(mayWaive(promise(), true)).toEqual({ refused: 'own-or-kin' })
    expect(mayWaive(promise({ status: 'waived' }), false)).toEqual({ refused: 'settled' })
  })

  it('keeps the court’s own promises, and nobody else’s', () => {
    expect(mayKeep(promise({ owedBy: 'court' }), '2026-04-10', { today, since: null })).toBeNull()
    expect(mayKeep(promise(), '2026-04-10', { today, since: null })).toEqual({ refused: 'not-ours' })
    expect(mayKeep(promise({ owedBy: 'court' }), '2026-04-11', { today, since: null })).toEqual({
      refused: 'still-to-come',
    })
  })

  it('changes an amount inside the grid and the caps, and never below what is done (rules 24, 25 and 31)', () => {
    const limit = { least: 480, most: 1020, cap: 1200 }
    expect(mayChangeAmount(promise({ verified: 300 }), 600, 600, limit)).toBeNull()
    expect(mayChangeAmount(promise({ verified: 300, waiting: 200 }), 499, 499, limit)).toEqual({
      refused: 'below-done',
    })
    expect(mayChangeAmount(promise(), 1260, 1260, limit)).toEqual({ refused: 'above-cap' })
    expect(mayChangeAmount(promise(), 1080, 1080, limit)).toEqual({ refused: 'above-range' })
    expect(mayChangeAmount(promise(), 420, 420, limit)).toEqual({ refused: 'below-range' })
  })
})

describe('jury nights', () => {
  const duty = promise({ kind: 'jury-service', unit: 'session', amount: 3 })
  const open = [
    { id: 'a', heldOn: '2026-04-16' as Day, placesLeft: 4 },
    { id: 'b', heldOn: '2026-04-30' as Day, placesLeft: 0 },
    { id: 'c', heldOn: '2026-05-14' as Day, placesLeft: 1 },
    { id: 'd', heldOn: '2026-06-04' as Day, placesLeft: 8 },
  ]

  it('are booked from the open ones, before the day, no more than are owed (rule 19)', () => {
    expect(mayBook(duty, ['a', 'c'], open, 0)).toBeNull()
    expect(mayBook(duty, ['x'], open, 0)).toEqual({ refused: 'night-not-open' })
    expect(mayBook(duty, ['b'], open, 0)).toEqual({ refused: 'night-full' })
    expect(mayBook(duty, ['d'], open, 0)).toEqual({ refused: 'after-due' })
    expect(mayBook({ ...duty, verified: 1 }, ['a', 'c'], open, 1)).toEqual({ refused: 'more-than-owed' })
    expect(mayBook(promise(), ['a'], open, 0)).toEqual({ refused: 'not-jury-service' })
  })

  it('are counted against what is still owed: two places before the day for three nights are too few (rule 41)', () => {
    expect(feasible(duty, 0, open)).toEqual({ owed: 3, open: 2, enough: false })
    expect(feasible(duty, 1, open)).toEqual({ owed: 2, open: 2, enough: true })
  })

  it('count for what was owed before that night, the soonest due first (rule 35)', () => {
    const duties = [
      { id: 'later', dueOn: '2026-06-01' as Day, inEffectOn: '2026-03-26' as Day },
      { id: 'sooner', dueOn: '2026-05-01' as Day, inEffectOn: '2026-03-26' as Day },
    ]
    expect(dutyFor(duties, '2026-04-16')?.id).toBe('sooner')
    expect(dutyFor(duties, '2026-03-26')).toBeUndefined()
    expect(dutyFor(duties, addDays('2026-03-26', 1))?.id).toBe('sooner')
  })
})
