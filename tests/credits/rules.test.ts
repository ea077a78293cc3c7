import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { balance, maySettle, minutesGiven, settlement } from '../../src/court/credits/rules.ts'

const night = { startsAt: new Date('2026-03-07T22:30:00Z'), endsAt: new Date('2026-03-08T00:30:00Z') }
const at = (time: string) => new Date(`2026-03-07T${time}:00Z`)

describe('one hour of helping is one credit (rule 36)', () => {
  it('gives two hours for a night of two hours, however early somebody came', () => {
    expect(minutesGiven(night, at('22:00'), null)).toBe(120)
  })

  it('counts from the arrival of one who came late, and to the leaving of one who went early', () => {
    expect(minutesGiven(night, at('23:00'), null)).toBe(90)
    expect(minutesGiven(night, at('22:00'), at('23:30'))).toBe(60)
  })

  it('counts in quarters of an hour, and a visit at least as one', () => {
    fc.assert(
      fc.property(fc.integer({ min: -60, max: 240 }), fc.option(fc.integer({ min: 0, max: 300 })), (late, stayed) => {
        const came = new Date(night.startsAt.getTime() + late * 60_000)
        const minutes = minutesGiven(night, came, stayed === null ? null : new Date(came.getTime() + stayed * 60_000))
        expect(minutes % 15).toBe(0)
        expect(minutes).toBeGreaterThanOrEqual(15)
        expect(minutes).toBeLessThanOrEqual(120)
      }),
    )
  })

  it('derives the balance from the lines and from nothing else', () => {
    expect(balance([{ minutes: 120 }, { minutes: 90 }, { minutes: -120 }])).toBe(90)
    expect(balance([])).toBe(0)
  })
})

describe('settling a night', () => {
  it('counts who sat as having served, and who came and was not needed as having stood by', () => {
    expect(settlement('seated')).toBe('serve')
    expect(settlement('checked_in')).toBe('standBy')
  })

  it('leaves the duty of one who said yes and did not come as it was (rule 35), and blames nobody who never answered', () => {
    expect(settlement('confirmed')).toBe('miss')
    expect(settlement('offered')).toBe('cancel')
  })

  it('changes nothing for one who was excused for knowing somebody: they came', () => {
    expect(settlement('excused_conflict')).toBeNull()
  })

  it('waits until the night has begun and every case on it has its outcome', () => {
    expect(maySettle('published', [])).toEqual({ refused: 'night-not-open' })
    expect(maySettle('in_progress', ['heard', 'in_hearing'])).toEqual({ refused: 'cases-unsettled' })
    expect(maySettle('in_progress', ['heard', 'missed', 'stopped', 'reset'])).toBeNull()
    expect(maySettle('reconciled', ['heard'])).toEqual({ refused: 'night-not-open' })
  })
})
