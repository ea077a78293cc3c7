import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mayRefer } from '#court/referrals'
import { addDays, ageOn, type Day } from '#platform/time'
import { aReferral } from '../support/cases.ts'

const TODAY: Day = '2026-03-04'

describe('A referral', () => {
  test('is taken as it stands', () => {
    expect(mayRefer(aReferral(), TODAY)).toBeNull()
  })

  test('speaks of what has happened, to somebody who was born by then', () => {
    const offsets = fc.integer({ min: -8000, max: 400 })
    fc.assert(
      fc.property(offsets, offsets, (incident, birth) => {
        const asked = aReferral({ incidentOn: addDays(TODAY, incident), birth: addDays(TODAY, birth) })
        const refused = mayRefer(asked, TODAY)
        if (incident > 0) expect(refused).toEqual({ refused: 'incident-to-come' })
        else if (birth >= incident) expect(refused).toEqual({ refused: 'born-after-incident' })
        else expect(refused === null).toBe(ageOn(asked.birth, asked.incidentOn) >= 5 && ageOn(asked.birth, TODAY) < 26)
      }),
    )
  })

  test('is of somebody who can be a young person at all; whether of the ages we take, the screening asks (rule 4)', () => {
    expect(mayRefer(aReferral({ birth: '1950-06-15' }), TODAY)).toEqual({ refused: 'age-implausible' })
    expect(mayRefer(aReferral({ birth: '2000-03-04' }), TODAY)).toEqual({ refused: 'age-implausible' })
    expect(mayRefer(aReferral({ birth: '2000-03-05' }), TODAY)).toBeNull()
    expect(mayRefer(aReferral({ birth: '2025-06-15' }), TODAY)).toEqual({ refused: 'age-implausible' })
    expect(mayRefer(aReferral({ birth: '2020-06-15' }), TODAY)).toBeNull()
  })

  test('can be answered: an account or an e-mail is known, and a name (rule 8)', () => {
    expect(mayRefer(aReferral({ officerEmail: null }), TODAY)).toEqual({ refused: 'nowhere-to-answer' })
    expect(mayRefer(aReferral({ officerEmail: null, officerMembershipId: 'm' }), TODAY)).toBeNull()
    expect(mayRefer(aReferral({ agency: '' }), TODAY)).toEqual({ refused: 'source-unnamed' })
  })

  test('is not wanted back before today, and names a guardian wholly or not at all', () => {
    expect(mayRefer(aReferral({ returnBy: '2026-03-03' }), TODAY)).toEqual({ refused: 'return-by-past' })
    expect(mayRefer(aReferral({ returnBy: TODAY }), TODAY)).toBeNull()
    expect(mayRefer(aReferral({ guardianCalledName: null }), TODAY)).toEqual({ refused: 'guardian-half-named' })
    expect(mayRefer(aReferral({ guardianCalledName: null, guardianLastName: null }), TODAY)).toBeNull()
  })
})
