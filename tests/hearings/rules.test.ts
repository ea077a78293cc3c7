import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lifecycle as placeLife } from '../../src/court/hearings/assignment.ts'
import { hearingLifecycle, lifecycle as nightLife } from '../../src/court/hearings/night.ts'
import {
  afterMissing,
  consented,
  type Docketing,
  inOrder,
  isTied,
  mayDocket,
  type Where,
} from '../../src/court/hearings/rules/docket.ts'
import {
  freeSlot,
  mayAdd,
  mayLock,
  mayOpen,
  mayPublish,
  mayStaff,
  slotAt,
  slotMinutes,
} from '../../src/court/hearings/rules/nights.ts'
import { mayAnswer, mayCheckIn, mayTakePlace, type Wish } from '../../src/court/hearings/rules/places.ts'
import { movesFrom } from '#platform/lifecycle'

const night = { startsAt: new Date('2026-03-19T21:30:00Z'), endsAt: new Date('2026-03-20T00:30:00Z') }
const at = (time: string) => new Date(`2026-03-19T${time}:00Z`)

describe('the times of a room', () => {
  it('share the night out among the cases the room takes', () => {
    expect(slotMinutes(night, 4)).toBe(45)
    expect(slotMinutes(night, 7)).toBe(25)
    expect(slotAt(night, 4, 0)).toEqual({ startsAt: at('21:30'), endsAt: at('22:15') })
    expect(slotAt(night, 4, 2)).toEqual({ startsAt: at('23:00'), endsAt: at('23:45') })
  })

  it('are given in order, and a time that became free is given again', () => {
    expect(freeSlot(night, 4, [])?.startsAt).toEqual(at('21:30'))
    expect(freeSlot(night, 4, [at('21:30'), at('23:00')])?.startsAt).toEqual(at('22:15'))
    expect(freeSlot(night, 2, [at('21:30'), at('23:00')])).toBeNull()
  })

  it('never overlap and never reach beyond the night', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), capacity => {
        const slots = Array.from({ length: capacity }, (_, place) => slotAt(night, capacity, place))
        for (const [place, slot] of slots.entries()) {
          expect(slot.startsAt.getTime()).toBeLessThan(slot.endsAt.getTime())
          expect(slot.endsAt.getTime()).toBeLessThanOrEqual(
            slots[place + 1]?.startsAt.getTime() ?? night.endsAt.getTime(),
          )
        }
      }),
    ))
})

describe('the life of a night', () => {
  it('begins with a day that is still to come and times that leave twenty minutes for a case', () => {
    expect(mayAdd('2026-03-19', night, 4, '2026-03-19')).toBeNull()
    expect(mayAdd('2026-03-18', night, 4, '2026-03-19')).toEqual({ refused: 'past-day' })
    expect(mayAdd('2026-03-19', { startsAt: night.endsAt, endsAt: night.startsAt }, 4, '2026-03-01')).toEqual({
      refused: 'ends-before-it-starts',
    })
    expect(mayAdd('2026-03-19', night, 10, '2026-03-01')).toEqual({ refused: 'slots-too-short' })
  })

  it('is made known once it has a room', () => {
    expect(mayPublish('draft', '2026-03-19', 1, '2026-03-01')).toBeNull()
    expect(mayPublish('draft', '2026-03-19', 0, '2026-03-01')).toEqual({ refused: 'no-room' })
    expect(mayPublish('published', '2026-03-19', 1, '2026-03-01')).toEqual({ refused: 'not-a-draft' })
    expect(mayPublish('draft', '2026-03-19', 1, '2026-03-20')).toEqual({ refused: 'past-day' })
  })

  it('is staffed when as many have said yes as sit on one jury', () => {
    expect(mayStaff('published', 6, 6)).toBeNull()
    expect(mayStaff('published', 5, 6)).toEqual({ refused: 'too-few-yes' })
    expect(mayStaff('draft', 6, 6)).toEqual({ refused: 'not-published' })
  })

  it('opens on its own day and not before', () => {
    expect(mayOpen('published', '2026-03-19', '2026-03-19')).toBeNull()
    expect(mayOpen('staffed', '2026-03-19', '2026-03-20')).toBeNull()
    expect(mayOpen('published', '2026-03-19', '2026-03-18')).toEqual({ refused: 'before-its-day' })
    expect(mayOpen('draft', '2026-03-19', '2026-03-19')).toEqual({ refused: 'not-now' })
  })

  it('is locked only when every case and every place on it has its outcome', () => {
    expect(mayLock('reconciled', ['heard', 'missed'], ['served', 'standby', 'no_show', 'declined'])).toBeNull()
    expect(mayLock('reconciled', ['heard', 'docketed'], [])).toEqual({ refused: 'outcomes-missing' })
    expect(mayLock('reconciled', [], ['checked_in'])).toEqual({ refused: 'outcomes-missing' })
    expect(mayLock('open', [], [])).toEqual({ refused: 'not-settled' })
  })

  it('has no dead end but the lock, which can be opened again', () => {
    for (const status of ['draft', 'published', 'staffed', 'open', 'in_progress', 'reconciled', 'locked'])
      expect(movesFrom(nightLife, status).length).toBeGreaterThan(0)
    expect(movesFrom(hearingLifecycle, 'docketed')).toEqual(['begin', 'reset', 'miss'])
    expect(movesFrom(placeLife, 'served')).toEqual([])
  })
})

const ready: Docketing = {
  status: 'ready',
  respondentId: 'jordan',
  harmedId: null,
  lastDay: '2026-08-21',
  adult: false,
  consents: [
    { kind: 'admission', personId: 'jordan', withdrawnAt: null },
    { kind: 'participation', personId: 'jordan', withdrawnAt: null },
    { kind: 'guardian', personId: 'rosa', withdrawnAt: null },
  ],
}
const free: Where = {
  nightStatus: 'published',
  heldOn: '2026-03-19',
  hasSlot: true,
  jurorThatNight: false,
  facilitatorTied: false,
}
const docket = (matter: Partial<Docketing> = {}, where: Partial<Where> = {}) =>
  mayDocket({ ...ready, ...matter }, { ...free, ...where })
const without = (kind: string) => ready.consents.filter(one => one.kind !== kind)

describe('the docket', () => {
  it('takes a case that is ready, for a night that is known', () => {
    expect(docket()).toBeNull()
    expect(docket({}, { nightStatus: 'staffed' })).toBeNull()
    expect(docket({ status: 'docketed' })).toEqual({ refused: 'case-not-ready' })
    expect(docket({}, { nightStatus: 'draft' })).toEqual({ refused: 'night-not-published' })
    expect(docket({}, { nightStatus: 'open' })).toEqual({ refused: 'night-not-published' })
    expect(docket({}, { hasSlot: false })).toEqual({ refused: 'room-full' })
  })

  it('takes no case without an admission (rule 1)', () => {
    expect(docket({ consents: without('admission') })).toEqual({ refused: 'no-admission' })
    const takenBack = ready.consents.map(one => (one.kind === 'admission' ? { ...one, withdrawnAt: new Date() } : one))
    expect(docket({ consents: takenBack })).toEqual({ refused: 'no-admission' })
    const elses = ready.consents.map(one => (one.kind === 'admission' ? { ...one, personId: 'rosa' } : one))
    expect(docket({ consents: elses })).toEqual({ refused: 'no-admission' })
  })

  it('takes no case without the young person’s own yes and, under age, a guardian’s (rule 2)', () => {
    expect(docket({ consents: without('participation') })).toEqual({ refused: 'no-consent' })
    expect(docket({ consents: without('guardian') })).toEqual({ refused: 'no-guardian-consent' })
    expect(consented({ ...ready, adult: true, consents: without('guardian') })).toBeNull()
  })

  it('keeps to the last day on which a hearing leads anywhere (rule 32)', () => {
    expect(docket({ lastDay: '2026-03-18' })).toEqual({ refused: 'after-deadline' })
    expect(docket({ lastDay: '2026-03-19' })).toBeNull()
    expect(docket({ lastDay: null })).toBeNull()
  })

  it('never has somebody on it who is called to a jury that night (rule 9)', () =>
    expect(docket({}, { jurorThatNight: true })).toEqual({ refused: 'juror-that-night' }))

  it('puts no case before an adult of the family (rule 20)', () => {
    expect(docket({}, { facilitatorTied: true })).toEqual({ refused: 'facilitator-tied' })
    expect(isTied('uncle', ['jordan', null], [{ personId: 'jordan', otherId: 'uncle' }])).toBe(true)
    expect(isTied('uncle', ['jordan'], [{ personId: 'uncle', otherId: 'jordan' }])).toBe(true)
    expect(isTied('jordan', ['jordan'], [])).toBe(true)
    expect(isTied('stranger', ['jordan'], [{ personId: 'jordan', otherId: 'uncle' }])).toBe(false)
    expect(isTied(null, ['jordan', null], [])).toBe(false)
  })

  it('is in the order of time, then of rooms', () => {
    const line = (id: string, time: string, room: string) => ({ id, startsAt: at(time), room })
    expect(
      inOrder([line('c', '22:15', 'A'), line('b', '21:30', 'B'), line('a', '21:30', 'A')]).map(one => one.id),
    ).toEqual(['a', 'b', 'c'])
  })

  it('gives another date the first time, and a talk when it has happened too often', () => {
    expect(afterMissing(0, 2)).toBe('reset')
    expect(afterMissing(1, 2)).toBe('review')
    expect(afterMissing(0, 1)).toBe('review')
  })
})

const wish: Wish = { nightStatus: 'published', placesLeft: 1, ownCase: false, active: true, held: null }
const take = (wishes: Partial<Wish>, more = {}) => mayTakePlace({ ...wish, ...wishes }, more)

describe('a place at a night', () => {
  it('is there until the chairs are taken (rule 19)', () => {
    expect(take({})).toBeNull()
    expect(take({ placesLeft: 0 })).toEqual({ refused: 'night-full' })
  })

  it('is one for each juror and night (rule 19)', () => {
    expect(take({ held: 'confirmed' })).toEqual({ refused: 'has-a-place' })
    expect(take({ held: 'served' })).toEqual({ refused: 'has-a-place' })
    expect(take({ held: 'declined' })).toBeNull()
    expect(take({ held: 'released' })).toEqual({ refused: 'answered-already' })
  })

  it('is not for somebody whose own case that night hears (rule 9)', () =>
    expect(take({ ownCase: true })).toEqual({ refused: 'own-case-that-night' }))

  it('is for those who serve, at nights that are known and to come; at the door also while it is open', () => {
    expect(take({ active: false })).toEqual({ refused: 'not-active' })
    expect(take({ nightStatus: 'draft' })).toEqual({ refused: 'night-not-open' })
    expect(take({ nightStatus: 'open' })).toEqual({ refused: 'night-not-open' })
    expect(take({ nightStatus: 'open' }, { atTheDoor: true })).toBeNull()
    expect(take({ nightStatus: 'locked' }, { atTheDoor: true })).toEqual({ refused: 'night-not-open' })
  })

  it('may be said yes or no to, and said otherwise, until the doors open', () => {
    const asked = { nightStatus: 'published', placesLeft: 0, ownCase: false } as const
    expect(mayAnswer({ ...asked, held: 'offered' }, 'yes')).toBeNull()
    expect(mayAnswer({ ...asked, held: 'offered' }, 'no')).toBeNull()
    expect(mayAnswer({ ...asked, held: 'confirmed' }, 'no')).toBeNull()
    expect(mayAnswer({ ...asked, held: 'declined', placesLeft: 1 }, 'yes')).toBeNull()
    expect(mayAnswer({ ...asked, held: 'declined' }, 'yes')).toEqual({ refused: 'night-full' })
    expect(mayAnswer({ ...asked, held: 'offered', nightStatus: 'open' }, 'yes')).toEqual({ refused: 'too-late' })
    expect(mayAnswer({ ...asked, held: 'confirmed' }, 'yes')).toEqual({ refused: 'not-now' })
    expect(mayAnswer({ ...asked, held: 'declined', placesLeft: 1, ownCase: true }, 'yes')).toEqual({
      refused: 'own-case-that-night',
    })
  })

  it('is taken at the door while the night is open', () => {
    expect(mayCheckIn('open', 'confirmed')).toBeNull()
    expect(mayCheckIn('in_progress', 'offered')).toBeNull()
    expect(mayCheckIn('published', 'confirmed')).toEqual({ refused: 'doors-closed' })
    expect(mayCheckIn('open', 'checked_in')).toEqual({ refused: 'not-now' })
    expect(mayCheckIn('open', 'declined')).toEqual({ refused: 'not-now' })
  })
})
