import { describe, expect, it } from 'vitest'
import { plainFormats } from '#platform/formats'
import { compileTexts, type Texts, translation } from '#platform/texts'
import { languages, said, speak, type TextKey } from '#words'

const english = {
  'draw.left': { one: '{count} juror left', other: '{count} jurors left' },
  'draw.thanks': 'Thank you, {name}',
  'draw.due': 'Due {on, longDay}, {minutes, hours} hours, {cents, money}, with {names, list}',
} as const

const spoken = (
  language: 'en' | 'es' | 'fr',
  texts: Texts,
  key: string,
  given: Record<string, unknown> = {},
): string => {
  const text = compileTexts({ language, thisYear: '2026' }, texts, inner => JSON.stringify(inner)).get(key)
  return typeof text === 'function' ? text(given) : (text ?? '')
}

describe('texts with a number', () => {
  it('has one and other in English', () => {
    expect([0, 1, 2].map(count => speak('en')('platform.state.late', { count }))).toEqual([
      '0 days late',
      '1 day late',
      '2 days late',
    ])
  })

  it('has a form of its own for millions in Spanish', () => {
    expect([0, 1, 5, 1_000_000].map(count => speak('es')('platform.state.late', { count }))).toEqual([
      '0 días tarde',
      '1 día tarde',
      '5 días tarde',
      '1,000,000 de días tarde',
    ])
  })

  it('counts nothing as one in French', () => {
    expect([0, 1, 2].map(count => speak('fr')('platform.state.late', { count }))).toEqual([
      '0 jour de retard',
      '1 jour de retard',
      '2 jours de retard',
    ])
  })

  it('speaks the general form where a language has not written the special one', () => {
    const french = { 'draw.left': { one: '{count} juré reste', other: '{count} jurés restent' } }
    expect(spoken('fr', french, 'draw.left', { count: 1_000_000 })).toContain('jurés restent')
  })
})

describe('values in a text', () => {
  it('are written as the text asks, in its own language', () => {
    const given = { on: '2026-03-26', minutes: 450, cents: 12_050, names: ['Ana', 'Ben', 'Cy'] }
    expect(spoken('en', english, 'draw.due', given)).toBe(
      'Due Thursday, March 26, 7½ hours, $120.50, with Ana, Ben, and Cy',
    )
  })

  it('may be a text not yet spoken', () => {
    const title = said('platform.error-title', { title: said('platform.state.done') })
    expect(languages.map(language => speak(language).say(title))).toEqual([
      'Error: Done',
      'Error: Listo',
      'Erreur : Fait',
    ])
  })

  it('survive being kept as JSON between two requests', () => {
    const flash = JSON.parse(JSON.stringify(said('platform.state.late', { count: 3 })))
    expect(speak('es').say(flash)).toBe('3 días tarde')
  })

  it('stop the start when a text asks for a format that is not there', () => {
    expect(() =>
      compileTexts({ language: 'en', thisYear: '2026' }, { 'draw.odd': 'On {on, fortnight}' }, String),
    ).toThrow('{on, fortnight}')
  })
})

describe('a language without a text of its own', () => {
  const key = 'platform.too-large.why'

  it('borrows the English sentence and says so', () => {
    const t = speak('fr')
    expect(t(key)).toBe(speak('en')(key))
    expect([t.isMissing(key), t.isMissing('platform.save'), speak('en').isMissing(key)]).toEqual([true, false, false])
  })

  it('borrows it with English plural forms', () => {
    expect(speak('fr')('platform.busy.why', { count: 0 })).toBe('Wait 0 minutes, then try again.')
  })
})

describe('the compiler refuses', () => {
  const t = speak('en')

  it('unknown keys, missing values and unknown values', () => {
    const wrong = () => [
      // @ts-expect-error no such text
      t('platform.no-such-text'),
      // @ts-expect-error the name is missing
      t('platform.signed-in'),
      // @ts-expect-error the value has another name
      t('platform.signed-in', { nam: 'Ana' }),
      // @ts-expect-error this text asks for nothing
      t('platform.save', { name: 'Ana' }),
      // @ts-expect-error a key of which nothing is known might ask for values
      said('platform.save' as TextKey),
    ]
    expect(wrong).toBeTypeOf('function')
  })

  it('translations with unknown keys, other values or plural forms that the language does not have', () => {
    const { to } = translation<typeof english>()
    const wrong = () => [
      // @ts-expect-error no such text in English
      to('es', { 'draw.lost': 'Perdido' }),
      // @ts-expect-error the English text asks for a name
      to('es', { 'draw.thanks': 'Gracias, {nombre}' }),
      // @ts-expect-error the English text has plural forms
      to('es', { 'draw.left': 'Quedan {count}' }),
      // @ts-expect-error Spanish has no form for few
      to('es', { 'draw.left': { one: 'Queda {count}', few: 'Quedan {count}', other: 'Quedan {count}' } }),
    ]
    expect(wrong).toBeTypeOf('function')
    expect(to('es', { 'draw.thanks': 'Gracias, {name}' })['draw.thanks']).toBe('Gracias, {name}')
  })
})

describe('hours', () => {
  it('are written with the fractions that people use', () => {
    expect([0, 45, 75, 450, 720, -90, 430].map(plainFormats('en').hours)).toEqual([
      '0',
      '¾',
      '1¼',
      '7½',
      '12',
      '−1½',
      '7.17',
    ])
  })
})
