import { channelFor, emailOf, missingFacts, nextTry } from '../../src/court/notices/rules.ts'
import { describe, expect, test } from 'vitest'

describe('The way of a letter', () => {
  test.each([
    ['email', 'rosa@home.test', 'mail'],
    ['text', 'rosa@home.test', 'mail'],
    [null, 'desk@agency.test', 'mail'],
    ['paper', 'rosa@home.test', 'print'],
    ['phone', 'rosa@home.test', 'print'],
    ['email', null, 'print'],
    ['text', '', 'print'],
  ])('somebody who likes %s best and has the address %s gets it by %s', (reachBy, email, channel) => {
    expect(channelFor({ reachBy, email })).toBe(channel)
  })

  test('an address that was written down serves whoever has no account', () => {
    expect(emailOf({ personEmail: null, staffEmail: null, writtenEmail: 'desk@agency.test' })).toBe('desk@agency.test')
    expect(emailOf({ personEmail: null, staffEmail: null, writtenEmail: '' })).toBeNull()
  })

  test('a letter that fails is tried after longer and longer waits, and printed in the end', () => {
    const now = new Date('2026-03-04T15:00:00Z')
    const waits = [1, 2, 3, 4, 5, 6].map(tries => (Number(nextTry(tries, now)) - Number(now)) / 60_000)
    expect(waits).toEqual([1, 5, 15, 60, 240, 720])
    expect(nextTry(7, now)).toBeNull()
  })

  test('a letter says which facts it lacks', () => {
    expect(missingFacts('hearing', { place: 'Room 204' })).toEqual(['startsAt'])
    expect(missingFacts('thanks', {})).toEqual([])
  })
})
