import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formats } from '#platform/formats'
import { dayIn, instantAt, isDay, wallAt } from '#platform/time'

const zones = ['America/New_York', 'America/Los_Angeles', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Apia', 'UTC']
const anInstant = fc.date({ min: new Date('1990-01-01'), max: new Date('2050-01-01'), noInvalidDate: true })
/** Around the hours in which American clocks change. */
const aChange = fc
  .tuple(fc.constantFrom('2026-03-08T06:00:00Z', '2026-11-01T05:00:00Z'), fc.integer({ min: -86_400, max: 86_400 }))
  .map(([near, seconds]) => new Date(Date.parse(near) + seconds * 1000))

describe('The clock on the court’s wall', () => {
  test('shows what the calendar of its zone says, in every zone and on the days when clocks change', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.oneof(anInstant, aChange), (timeZone, instant) => {
        const asked = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
        const { day, minute } = wallAt(timeZone, instant)
        const clock = [Math.floor(minute / 60), minute % 60].map(n => String(n).padStart(2, '0')).join(':')
        expect(`${day} ${clock}`).toBe(asked.format(instant))
        expect(dayIn(timeZone, instant)).toBe(day)
      }),
      { numRuns: 2_000 },
    )
  })

  test('is read out as the reader’s language writes it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.oneof(anInstant, aChange), (timeZone, instant) => {
        const asked = new Intl.DateTimeFormat('en-US', { timeZone, hour: 'numeric', minute: '2-digit' })
        expect(formats('en', timeZone).time(instant)).toBe(asked.format(instant).replaceAll('\u202F', ' '))
      }),
      { numRuns: 500 },
    )
  })

  test('leads back to the instant that it showed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), anInstant, (timeZone, instant) => {
        const { day, minute } = wallAt(timeZone, instant)
        const clock = [Math.floor(minute / 60), minute % 60].map(n => String(n).padStart(2, '0')).join(':')
        expect(wallAt(timeZone, instantAt(timeZone, day, clock))).toEqual({ day, minute })
        expect(isDay(day)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
