import { describe, expect, it } from 'vitest'
import { OATH_WORDING, type Preparation } from '../../src/court/jurors/juror.ts'
import {
  isAdultOn,
  isAway,
  mayApprove,
  mayEnrol,
  mayHoldSlip,
  mayRecord,
  readiness,
} from '../../src/court/jurors/rules.ts'

const ready: Preparation = {
  trainedOn: '2026-02-01',
  oathOn: '2026-02-01',
  oathWording: OATH_WORDING,
  approvedOn: '2026-02-01',
  endedOn: null,
}
const today = '2026-03-04'

describe('readiness', () => {
  it('is there when somebody is trained, sworn and approved (rules 15 and 16)', () =>
    expect(readiness(ready, { adult: false })).toEqual([]))

  it('names everything that is missing, not only the first', () =>
    expect(
      readiness(
        { trainedOn: null, oathOn: null, oathWording: null, approvedOn: null, endedOn: '2026-03-01' },
        { adult: false },
      ),
    ).toEqual(['not-trained', 'no-oath', 'no-guardian-approval', 'not-active']))

  it('asks for the promise in the wording of today (rule 15)', () =>
    expect(readiness({ ...ready, oathWording: 'oath-2019-1' }, { adult: false })).toEqual(['no-oath']))

  it('asks no guardian of somebody of age (rule 16)', () => {
    expect(readiness({ ...ready, approvedOn: null }, { adult: true })).toEqual([])
    expect(readiness({ ...ready, approvedOn: null }, { adult: false })).toEqual(['no-guardian-approval'])
  })

  it('takes nobody for an adult whose day of birth is not known', () => {
    expect(isAdultOn(null, 18, today)).toBe(false)
    expect(isAdultOn('2008-03-04', 18, today)).toBe(true)
    expect(isAdultOn('2008-03-05', 18, today)).toBe(false)
  })
})

it('enrols nobody under age without a guardian who could say yes (rule 16)', () => {
  expect(mayEnrol(false, 0)).toEqual({ refused: 'guardian-needed' })
  expect(mayEnrol(false, 1)).toBeNull()
  expect(mayEnrol(true, 0)).toBeNull()
})

describe('what prepares a juror', () => {
  it('is recorded once it has happened, and for those who serve', () => {
    expect(mayRecord(ready, today, today)).toBeNull()
    expect(mayRecord(ready, '2026-03-05', today)).toEqual({ refused: 'still-to-come' })
    expect(mayRecord({ ...ready, endedOn: today }, today, today)).toEqual({ refused: 'not-active' })
  })

  it('is a yes of a guardian and of nobody else, and only for a minor (rule 16)', () => {
    expect(mayApprove(ready, 'rosa', ['rosa'], false, today, today)).toBeNull()
    expect(mayApprove(ready, 'coach', ['rosa'], false, today, today)).toEqual({ refused: 'not-the-guardian' })
    expect(mayApprove(ready, 'rosa', ['rosa'], true, today, today)).toEqual({ refused: 'of-age' })
    expect(mayApprove(ready, 'rosa', ['rosa'], false, '2026-04-01', today)).toEqual({ refused: 'still-to-come' })
  })

  it('lets a child under thirteen sign in only after a guardian’s yes', () => {
    expect(mayHoldSlip('2013-03-05', null, today)).toEqual({ refused: 'guardian-first' })
    expect(mayHoldSlip('2013-03-05', '2026-02-01', today)).toBeNull()
    expect(mayHoldSlip('2013-03-04', null, today)).toBeNull()
    expect(mayHoldSlip(null, null, today)).toEqual({ refused: 'guardian-first' })
  })
})

it('knows the days that do not suit', () => {
  const spans = [{ fromDay: '2026-03-10', toDay: '2026-03-12' } as const]
  expect(isAway('2026-03-12', 4, [], spans)).toBe(true)
  expect(isAway('2026-03-13', 5, [], spans)).toBe(false)
  expect(isAway('2026-03-13', 5, [5], spans)).toBe(true)
})
