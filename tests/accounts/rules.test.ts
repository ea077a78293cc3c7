import { describe, expect, test } from 'vitest'
import { mayBePassword } from '#court/accounts'
import { networkOf } from '#platform/limits'
import { mayBecomePassword, mayEndRole } from '../../src/court/accounts/rules.ts'
import { firstPassword } from '../../src/court/accounts/slip.ts'

describe('A password', () => {
  test('has ten signs or more', () => {
    expect(mayBePassword('nine-9999', 'a@b.cd')).toEqual({ refused: 'password-too-short' })
    expect(mayBePassword('ten-signs!', 'a@b.cd')).toBeNull()
    expect(mayBePassword('ééééééééé', 'a@b.cd')).toEqual({ refused: 'password-too-short' })
    expect(mayBePassword('x'.repeat(201), 'a@b.cd')).toEqual({ refused: 'password-too-long' })
  })

  test('is none of those that everybody tries first', () => {
    const common = [
      'password123',
      'Password2026!',
      'P@ssw0rd1234',
      'qwertyuiop',
      'QWERTYUIOP1',
      '1234567890',
      '0987654321',
      'iloveyou2026',
      'aaaaaaaaaa',
      'abcabcabcabc',
      '1q2w3e4r5t',
      'Summertime2026',
      'letmeinnow',
      'youthcourt1',
      'welcome12345',
      'dana.whitfield@court.test',
      'dana.whitfield99',
    ]
    for (const password of common)
      expect(mayBePassword(password, 'dana.whitfield@court.test'), password).toEqual({ refused: 'password-too-common' })
  })

  test('that is a few words of one’s own is a good one', () => {
    for (const password of ['gravel-otter-74-lamp', 'the bus was late again', 'Mi perro come pan', '3 blue doors'])
      expect(mayBePassword(password, 'dana@court.test'), password).toBeNull()
  })
})

describe('A new password', () => {
  test('is another one than before, and as good as any', () => {
    const [old, email] = ['gravel-otter-74-lamp', 'dana@court.test']
    expect(mayBecomePassword(old, old, email)).toEqual({ refused: 'password-unchanged' })
    expect(mayBecomePassword('short', old, email)).toEqual({ refused: 'password-too-short' })
    expect(mayBecomePassword('Password2026!', old, email)).toEqual({ refused: 'password-too-common' })
    expect(mayBecomePassword('the bus was late again', old, email)).toBeNull()
  })
})

describe('A first password', () => {
  test('is sixteen signs in fours that nobody mistakes for others, never the same twice, and always good enough', () => {
    const drawn = Array.from({ length: 500 }, firstPassword)
    for (const password of drawn) {
      expect(password).toMatch(/^[2-9A-HJKMNP-TV-Z]{4}(-[2-9A-HJKMNP-TV-Z]{4}){3}$/)
      expect(mayBePassword(password, 'dana@court.test')).toBeNull()
    }
    expect(new Set(drawn).size).toBe(500)
  })
})

describe('A role', () => {
  test('may end, but not twice, and the last coordinator stays', () => {
    const held = (role: 'coordinator' | 'facilitator', endedAt: Date | null = null) => ({ role, endedAt })
    expect(mayEndRole(held('facilitator'), 1)).toBeNull()
    expect(mayEndRole(held('coordinator'), 2)).toBeNull()
    expect(mayEndRole(held('coordinator'), 1)).toEqual({ refused: 'last-coordinator' })
    expect(mayEndRole(held('coordinator', new Date(0)), 1)).toEqual({ refused: 'not-held' })
  })
})

describe('A network', () => {
  test('is a whole address of the old kind, and a household of the new kind', () => {
    expect(networkOf('203.0.113.9')).toBe('203.0.113.9')
    expect(networkOf('::ffff:203.0.113.9')).toBe('203.0.113.9')
    expect(networkOf('2001:db8:1:2:aaaa::1')).toBe(networkOf('2001:db8:1:2:bbbb:cccc:dddd:2'))
    expect(networkOf('2001:db8:1:2::1')).not.toBe(networkOf('2001:db8:1:3::1'))
    expect(networkOf(undefined)).toBe('unknown')
  })
})
