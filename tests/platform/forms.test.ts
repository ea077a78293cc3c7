import { parse } from 'node:querystring'
import {
  birthDate,
  cents,
  choice,
  day,
  email,
  emptyForm,
  idField,
  minutesFromHours,
  optionalChoice,
  optionalDay,
  optionalEmail,
  optionalText,
  phone,
  readForm,
  several,
  text,
  tick,
  whole,
} from '#platform/forms'
import { newId } from '#platform/ids'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'

/** What one field makes of what a browser sent: its value, or the key of what is wrong. */
const reads = (field: z.ZodType, ...sent: (string | string[] | undefined)[]): unknown[] =>
  sent.map(value => {
    const read = readForm(z.strictObject({ it: field }), value === undefined ? {} : { it: value })
    return read.ok ? (read.value as { it: unknown }).it : read.form.errors.it?.key
  })

describe('A text', () => {
  test('is trimmed and composed, and a tab is a space', () => {
    expect(reads(text({ max: 20 }), '  Jose\u0301\tRoss ')).toEqual(['José Ross'])
  })

  test('that nobody can see is no text', () => {
    expect(reads(text({ max: 20 }), undefined, '', ' \t ', '\u200b\u2060', '\u00a0')).toEqual(
      Array(5).fill('platform.field.required'),
    )
    expect(reads(optionalText({ max: 20 }), undefined, '', ' ', '\u200b')).toEqual([null, null, null, null])
  })

  test('holds no signs that cannot be stored', () => {
    const bad = ['a\0b', 'a\u0007b', 'a\u001bb', 'a\ud800b', 'a\u0085b', 'two\nlines']
    expect(reads(text({ max: 20 }), ...bad)).toEqual(bad.map(() => 'platform.field.characters'))
  })

  test('of several lines keeps its lines, ended all alike', () => {
    expect(reads(text({ max: 40, lines: true }), ' One \r\nTwo\rThree\n', 'a\0\nb')).toEqual([
      'One\nTwo\nThree',
      'platform.field.characters',
    ])
  })

  test('is as long as the field allows and no longer, and the message says how long that is', () => {
    const read = readForm(z.strictObject({ it: text({ max: 4000 }) }), { it: 'x'.repeat(5000) })
    expect(read).toMatchObject({
      ok: false,
      form: { errors: { it: { key: 'platform.field.too-long', with: { most: 4000 } } } },
    })
    expect(reads(text({ max: 3 }), 'abc', 'abcd')).toEqual(['abc', 'platform.field.too-long'])
  })

  test('sent twice under one name is refused', () => {
    expect(reads(text({ max: 9 }), ['a', 'b'])).toEqual(['platform.field.wrong'])
  })
})

describe('A day', () => {
  test('is a real day of the calendar', () => {
    expect(reads(day(), '2026-03-04', '2028-02-29')).toEqual(['2026-03-04', '2028-02-29'])
    const bad = ['2026-02-30', '2026-2-3', 'infinity', 'epoch', 'now', '294277-01-01', '0001-01-01', '2026-03-04T00:00']
    expect(reads(day(), ...bad)).toEqual(bad.map(() => 'platform.field.day'))
    expect(reads(optionalDay(), '', undefined)).toEqual([null, null])
  })

  test('of birth comes in three boxes', () => {
    const schema = z.strictObject({ ...birthDate('born'), name: text({ max: 9 }) })
    const read = (month: string, date: string, year: string) =>
      readForm(schema, { name: 'Jo', bornMonth: month, bornDay: date, bornYear: year })
    expect(read(' 4', '7 ', '2011')).toMatchObject({ ok: true, value: { born: '2011-04-07', name: 'Jo' } })
    expect(read('13', '7', '2011')).toMatchObject({
      form: { errors: { born: { key: 'platform.field.day' } }, values: { bornMonth: '13' } },
    })
    expect(read('', '', '')).toMatchObject({ form: { errors: { born: { key: 'platform.field.required' } } } })
    expect(readForm(schema, { name: 'Jo', bornMonth: '4' }).ok).toBe(false)
  })
})

describe('Numbers', () => {
  test('are whole, and between the least and the most', () => {
    expect(reads(whole({ min: 1, max: 12 }), '1', ' 12 ')).toEqual([1, 12])
    expect(reads(whole({ min: 1, max: 12 }), '', '1.5', '0x10', '1e3', '0', '13', '-1', '٣')).toEqual([
      'platform.field.required',
      'platform.field.whole',
      'platform.field.whole',
      'platform.field.whole',
      'platform.field.least',
      'platform.field.most',
      'platform.field.least',
      'platform.field.whole',
    ])
  })

  test('of hours are read as people write them', () => {
    expect(reads(minutesFromHours(), '1.5', '1,5', '1½', '1 ½', '1:30', '½', '2', '0.25', '.5', '¾')).toEqual([
      90, 90, 90, 90, 90, 30, 120, 15, 30, 45,
    ])
    const bad = ['0', '-1', '1:75', 'two', '1.5.5', '99999', '½½', '0:00', 'Infinity', 'NaN']
    expect(reads(minutesFromHours(), ...bad)).toEqual(bad.map(() => 'platform.field.hours'))
  })

  test('of money are cents, exactly', () => {
    expect(reads(cents(), '12', '$12.50', '1,250.00', '0.29', '19.99')).toEqual([1200, 1250, 125000, 29, 1999])
    const bad = ['-1', '12.5', '1.999', 'ten', '1e3', '12,34,56', '9999999999']
    expect(reads(cents(), ...bad)).toEqual(bad.map(() => 'platform.field.money'))
  })
})

describe('Choices', () => {
  test('come from the list', () => {
    expect(reads(choice(['a', 'b']), 'a', '', undefined, 'c', 'constructor')).toEqual([
      'a',
      ...Array(4).fill('platform.field.choose'),
    ])
    expect(reads(optionalChoice(['a', 'b']), 'b', '', undefined, 'c')).toEqual([
      'b',
      null,
      null,
      'platform.field.choose',
    ])
    expect(reads(several(['a', 'b', 'c']), undefined, 'b', ['c', 'a', 'c'], ['a', 'x'])).toEqual([
      [],
      ['b'],
      ['a', 'c'],
      'platform.field.choose',
    ])
  })

  test('a box is ticked or it is not', () => {
    expect(reads(tick(), undefined, '', 'on', 'yes', 'false')).toEqual([
      false,
      false,
      true,
      true,
      'platform.field.wrong',
    ])
  })

  test('an id has the form of an id', () => {
    const id = newId()
    expect(reads(idField(), id, id.toUpperCase(), '1', "' or 1=1")).toEqual([
      id,
      ...Array(3).fill('platform.field.choose'),
    ])
  })
})

describe('Ways to reach somebody', () => {
  test('an e-mail address is one that mail could be sent to', () => {
    expect(reads(email(), ' Ada@Example.org', 'josé@correo.example')).toEqual([
      'Ada@Example.org',
      'josé@correo.example',
    ])
    const bad = [
      'ada',
      'ada@',
      '@example.org',
      'a@b',
      'a b@c.de',
      'a@b.c,d@e.f',
      'a@b.c\nBcc: x@y.z',
      `${'a'.repeat(260)}@b.cd`,
    ]
    expect(reads(email(), ...bad).every(key => String(key).startsWith('platform.field.'))).toBe(true)
    expect(reads(optionalEmail(), '')).toEqual([null])
  })

  test('a phone number has its area code', () => {
    expect(reads(phone(), '(202) 555-0100', '+1 202 555 0100', '202.555.0100 x12')).toHaveLength(3)
    expect(reads(phone(), '555', 'call me', '1'.repeat(30), '<b>2025550100')).toEqual(
      Array(4).fill('platform.field.phone'),
    )
  })
})

describe('A form', () => {
  const schema = z.strictObject({ name: text({ max: 5 }), words: optionalText({ max: 100, lines: true }) })

  test('that cannot be read keeps what was typed and says what is wrong with each answer', () => {
    const read = readForm(schema, { once: newId(), name: 'too long', words: 'kept as it is' })
    expect(read).toEqual({
      ok: false,
      form: {
        values: { name: 'too long', words: 'kept as it is' },
        errors: { name: { key: 'platform.field.too-long', with: { most: 5 } } },
      },
    })
  })

  test('shows no sign again that a page cannot show', () => {
    const read = readForm(schema, { name: 'a\0b\ud800', words: 'x\u001b\ny' })
    expect(read).toMatchObject({ form: { values: { name: 'ab\ufffd', words: 'x\ny' } } })
  })

  test('with an answer that nobody asked for is refused', () => {
    for (const extra of ['role', 'programId', 'program_id', 'sealed_at', 'constructor', '__proto__', 'name[]']) {
      const read = readForm(schema, parse(`name=Ada&${encodeURIComponent(extra)}=x`))
      expect(read, extra).toMatchObject({ ok: false, form: { errors: { '': { key: 'platform.unreadable' } } } })
    }
    expect(({} as Record<string, unknown>).x).toBeUndefined()
  })

  test('leaves out its one-time key, and its version unless it is asked for', () => {
    expect(readForm(schema, { once: 'k', version: '3', name: 'Ada' })).toMatchObject({
      ok: true,
      value: { name: 'Ada' },
    })
    const edited = schema.extend({ version: whole({ min: 1, max: 9999 }) })
    expect(readForm(edited, { once: 'k', version: '3', name: 'Ada' })).toMatchObject({ value: { version: 3 } })
    expect(readForm(edited, { name: 'Ada' })).toMatchObject({
      form: { errors: { version: { key: 'platform.field.required' } } },
    })
  })

  test('that was not sent at all is a form without answers', () => {
    for (const nothing of [undefined, null, {}, 'text', 7]) expect(readForm(schema, nothing).ok).toBe(false)
    expect(emptyForm({ name: 'Ada' })).toEqual({ values: { name: 'Ada' }, errors: {} })
  })

  test('checks of a room speak with keys of their own', () => {
    const both = z
      .strictObject({ from: day(), to: day() })
      .refine(it => it.from <= it.to, { path: ['to'], message: 'platform.field.day.future' })
    expect(readForm(both, { from: '2026-03-05', to: '2026-03-04' })).toMatchObject({
      form: { errors: { to: { key: 'platform.field.day.future' } } },
    })
  })
})
