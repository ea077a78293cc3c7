/** Names, and who may be one and the same person. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fullName, initials, likenessOf, searchWords, shortName } from '#court/people'
import type { Day } from '#platform/time'
import { mayStandFor } from '../../src/court/people/rules.ts'

describe('A name', () => {
  test('is searched without accents, case, apostrophes and hyphens', () => {
    expect(searchWords('  José-María  O’Neill ')).toEqual(['jose', 'maria', 'oneill'])
    expect(searchWords('Łukasz Straße Ærø')).toEqual(['lukasz', 'strasse', 'aero'])
    expect(searchWords('李小龍')).toEqual(['李小龍'])
    expect(searchWords('%_\\')).toEqual([])
  })

  test('is found in the same form however it is written: composed, taken apart, or in capitals', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), name => {
        expect(searchWords(name.normalize('NFD'))).toEqual(searchWords(name.normalize('NFC')))
        expect(searchWords(searchWords(name).join(' '))).toEqual(searchWords(name))
      }),
    )
  })

  test('is shown to those who need no more as a first name and a letter', () => {
    expect(shortName({ calledName: 'Jordan', lastName: 'Tran' })).toBe('Jordan T.')
    expect(shortName({ calledName: 'Cher', lastName: '' })).toBe('Cher')
    expect(initials({ calledName: 'Éva', lastName: 'ócska' })).toBe('ÉÓ')
    expect(fullName({ calledName: 'Cher', lastName: '' })).toBe('Cher')
  })
})

describe('Two entries', () => {
  const jordan = { calledName: 'Jordan', lastName: 'Tran', birthDate: '2010-06-15' as Day }

  test('of one name and one day of birth are most likely one person', () => {
    expect(likenessOf(jordan, { ...jordan, calledName: 'JORDÁN' })).toBe(3)
  })

  test('of one name are likely one person where a day of birth is missing, or month and day may be exchanged', () => {
    expect(likenessOf(jordan, { calledName: 'Jordan', lastName: 'Tran' })).toBe(2)
    const march = { ...jordan, birthDate: '2010-03-05' as Day }
    expect(likenessOf(march, { ...jordan, birthDate: '2010-05-03' })).toBe(2)
  })

  test('of one day of birth may be one person where one of the names is the same, or one letter off', () => {
    expect(likenessOf(jordan, { ...jordan, lastName: 'Nguyen' })).toBe(1)
    expect(likenessOf(jordan, { ...jordan, calledName: 'Jordon' })).toBe(3)
    expect(likenessOf(jordan, { ...jordan, calledName: 'Joradn', lastName: 'Nguyen' })).toBe(1)
  })

  test('of other names, or of one name and other days of birth, are two people', () => {
    expect(likenessOf(jordan, { ...jordan, calledName: 'Ana', lastName: 'Diaz' })).toBe(0)
    expect(likenessOf(jordan, { ...jordan, birthDate: '2009-01-20' })).toBe(0)
    expect(likenessOf({ calledName: 'Al', lastName: 'Xu' }, { calledName: 'Bo', lastName: 'Xu' })).toBe(0)
  })

  test('are as like one another from either side', () => {
    const names = fc.constantFrom('Jordan', 'Jordon', 'Jord', 'Ana', 'Tran', 'Tram', '')
    const births = fc.constantFrom<Day | null>('2010-05-03', '2010-03-05', '2011-01-01', null)
    const entries = fc.record({ calledName: names, lastName: names, birthDate: births })
    fc.assert(
      fc.property(entries, entries, (one, other) => {
        expect(likenessOf(one, other)).toBe(likenessOf(other, one))
      }),
    )
  })
})

describe('A guardian', () => {
  const nobody = { guardianIds: [], guardiansOfTheirs: [] }

  test('may be anybody but the young person, somebody who is one already, or a ward of theirs', () => {
    expect(mayStandFor('wren', 'holly', nobody)).toBeNull()
    expect(mayStandFor('wren', 'wren', nobody)).toEqual({ refused: 'same-entry' })
    expect(mayStandFor('wren', 'holly', { ...nobody, guardianIds: ['holly'] })).toEqual({ refused: 'guardian-already' })
    expect(mayStandFor('holly', 'wren', { ...nobody, guardiansOfTheirs: ['holly'] })).toEqual({
      refused: 'ward-of-theirs',
    })
  })
})
