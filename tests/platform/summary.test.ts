import type { Html } from '#platform/escape'
import { pointed, readForm } from '#platform/forms'
import { day } from '#platform/fields'
import { openSummary } from '#platform/summary'
import { openViews } from '#platform/views'
import { said } from '#words'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'

const draw = (questions: object[], field = 'on', words = 'Type a date', part = 'partials/field'): string => {
  const summary = openSummary()
  const link = summary.link(field, words)
  for (const question of questions) summary.note(part, question)
  return summary.fill(`<li>${link}</li>` as Html)
}

describe('The list of what is wrong with a form', () => {
  test('names each question, and leads to it', () => {
    expect(draw([{ name: 'on', label: 'Date of the offence' }])).toBe(
      '<li><a href="#on">Date of the offence: Type a date</a></li>',
    )
  })

  test('leads to the id of a question where it is not its name', () => {
    expect(draw([{ name: 'on', id: 'trained-on', label: 'Day' }])).toContain('href="#trained-on"')
  })

  test('means the one that is wrong where two forms of a page ask under one name', () => {
    const two = [
      { name: 'on', id: 'trained-on', label: 'Training' },
      { name: 'on', id: 'sworn-on', label: 'Oath', error: 'Type a date' },
    ]
    expect(draw(two)).toContain('<a href="#sworn-on">Oath: Type a date</a>')
    expect(draw(two.toReversed())).toContain('<a href="#sworn-on">Oath: Type a date</a>')
  })

  test('takes the legend of choices, and puts no colon after a question mark', () => {
    const page = draw([{ name: 'on', legend: 'Who was there?' }], 'on', 'Choose one', 'partials/choices')
    expect(page).toContain('>Who was there? Choose one</a>')
  })

  test('says what stands on no question of the page all the same, and leads nowhere', () => {
    expect(draw([{ name: 'other', label: 'Other' }])).toBe('<li>Type a date</li>')
  })

  test('repeats what somebody typed as text, and takes nothing typed for a place of its own', () => {
    const page = draw([{ name: 'on', label: '<b>"Q"</b>' }], 'on', '$& <!--x--> $1')
    expect(page).toContain('&lt;b&gt;&#34;Q&#34;&lt;/b&gt;: $&amp; &lt;!--x--&gt; $1')
  })

  test('stands above the questions on a real page', () => {
    const form = readForm(z.strictObject({ code: day() }), { code: 'soon' })
    const facts = { view: 'accounts/slip', title: said('accounts.slip'), form: form.form, problem: null }
    const page = openViews('views').render('accounts/slip', facts, {
      language: 'en',
      timeZone: 'UTC',
      nonce: '',
      thisYear: null,
    })
    expect(page).toMatch(/<a href="#code">[^<:]+: [^<]+<\/a>[^]*<input id="code"/)
    expect(page).not.toContain('<!--')
  })
})

describe('A refusal', () => {
  const words = said('platform.field.wrong')

  test('about a question stands beside it, and leaves what was typed', () => {
    const form = { values: { on: '2026-03-04' }, errors: {} }
    expect(pointed(form, words, 'on')).toEqual({ form: { values: form.values, errors: { on: words } }, problem: null })
  })

  test('about no single question stands at the top', () => {
    const form = { values: {}, errors: {} }
    expect(pointed(form, words)).toEqual({ form, problem: words })
    expect(pointed(form, null, 'on')).toEqual({ form, problem: null })
  })
})
