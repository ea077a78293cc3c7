import { describe, expect, test } from 'vitest'
import { mayBePassword } from '#court/accounts'
import { networkOf } from '#platform/limits'

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

describe('A network', () => {
  test('is a whole address of the old kind, and a household of the new kind', () => {
    expect(networkOf('203.0.113.9')).toBe('203.0.113.9')
    expect(networkOf('::ffff:203.0.113.9')).toBe('203.0.113.9')
    expect(networkOf('2001:db8:1:2:aaaa::1')).toBe(networkOf('2001:db8:1:2:bbbb:cccc:dddd:2'))
    expect(networkOf('2001:db8:1:2::1')).not.toBe(networkOf('2001:db8:1:3::1'))
    expect(networkOf(undefined)).toBe('unknown')
  })
})
