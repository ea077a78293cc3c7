import ejs from 'ejs'
import express from 'express'
import supertest from 'supertest'
import { describe, expect, it } from 'vitest'
import { escapeHtml } from '#platform/escape'
import { type Chrome, type Page, type Press, show } from '#platform/page'
import { openViews } from '#platform/views'
import { said } from '#words'
import { checkViews } from '../../tools/views/check.ts'
import type { RoomPage } from './views/pages.ts'

const folder = 'tests/platform/views'

const chrome: Chrome = {
  program: 'Maple & Main',
  language: 'en',
  timeZone: 'America/New_York',
  thisYear: '2026',
  path: '/room',
  theme: 'device',
  nav: { kind: 'none', items: [] },
  flash: null,
  signedIn: null,
}

const roomPage = (more: Partial<RoomPage> = {}): RoomPage => ({
  view: 'room/show',
  title: said('platform.home'),
  rows: [{ name: 'Ana', on: '2026-03-26', minutes: 450, kind: 'hours' }],
  note: null,
  ...more,
})

const press: Press = { views: openViews(folder), assets: { css: '/a.css', js: '/a.js', font: '/f', icon: '/i' } }

const answer = (page: Page, status?: number, more: Partial<Chrome> = {}) => {
  const app = express()
  app.locals.press = press
  app.get('/', (_req, res) => {
    Object.assign(res.locals, { chrome: { ...chrome, ...more }, nonce: 'n0nce' })
    show(res, page, status)
  })
  return supertest(app).get('/')
}

describe('a page', () => {
  it('is its view inside its layout', async () => {
    const { text, headers, status } = await answer(roomPage())
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(text).toMatch(/^<!doctype html>/)
    expect(text).toContain('<title>Home · Maple &amp; Main</title><script src="/a.js" nonce="n0nce">')
    expect(text).toContain('<body class="court"><h1>Home</h1>')
  })

  it('may choose another layout and another status', async () => {
    const { text, status } = await answer(roomPage({ layout: 'door' }), 409)
    expect([status, text.includes('<body class="door">')]).toEqual([409, true])
  })

  it('is spoken in the language of the reader', async () => {
    const { text } = await answer(roomPage(), 200, { language: 'es' })
    expect(text).toContain('<html lang="es">')
    expect(text).toContain('<h1>Inicio</h1>')
    expect(text).toContain('</b> · 26 mar, 7½ Listo</li>')
  })

  it('says in its title that something is wrong, after a refusal and after a form that did not pass', async () => {
    const refused = await answer(roomPage({ problem: said('platform.problem') }), 409)
    const form = { ...roomPage(), errors: { name: said('platform.field.required') } }
    const fine = { ...roomPage(), errors: {} }
    expect(refused.text).toContain('<title>Error: Home ·')
    expect((await answer(form, 422)).text).toContain('<title>Error: Home ·')
    expect((await answer(fine)).text).toContain('<title>Home ·')
  })

  it('says so too where the form lies deeper in the page, and not where nothing was refused', async () => {
    const wrong = { values: {}, errors: { name: said('platform.field.required') } }
    const nested = { ...roomPage(), forms: { oath: { values: {}, errors: {} }, training: wrong } }
    const listed = { ...roomPage(), asked: [{ form: wrong }] }
    expect((await answer(nested, 422)).text).toContain('<title>Error: Home ·')
    expect((await answer(listed, 409)).text).toContain('<title>Error: Home ·')
    expect((await answer(roomPage(), 404)).text).toContain('<title>Home ·')
    expect((await answer(nested)).text).toContain('<title>Home ·')
  })
})

describe('a view', () => {
  const setting = { language: 'en', timeZone: 'America/New_York', thisYear: '2026', nonce: '' } as const
  const draw = (more?: Partial<RoomPage>): string => press.views.render('room/show', roomPage(more), setting)

  it('shows parts, icons, days and hours', () => {
    expect(draw()).toMatch(
      /<li><svg class="i" aria-hidden="true" viewBox="0 0 24 24".*<\/svg><b>Ana<\/b> · Mar 26, 7½ Done<\/li>/,
    )
  })

  it('may be only attributes of a tag', () => {
    expect(draw()).toContain('<input name="name" aria-describedby="name-hint" required>')
    expect(draw({ rows: [] })).toContain('aria-describedby="name-hint" aria-invalid="true" required>')
  })

  it('gives every form a key of its own', () => {
    const key = /<input type="hidden" name="once" value="([0-9a-f-]{36})">/
    expect(key.exec(draw())?.[1]).not.toBe(key.exec(draw())?.[1])
  })

  it('cannot be broken out of by what a person typed', () => {
    const typed = `"><script>alert('x')</script>&`
    expect(draw({ note: typed })).toContain(`<p title="${ejs.escapeXML(typed)}">${ejs.escapeXML(typed)}</p>`)
    expect(draw({ note: typed })).not.toContain('<script>')
  })

  it('escapes as EJS does', () => {
    for (const value of ['', 'plain', `<&>"'`, '&amp;', 'ñ 漢 \u0000', 0, -1.5, null, undefined]) {
      expect(escapeHtml(value)).toBe(ejs.escapeXML(value as string))
    }
  })

  it('names itself when it cannot be drawn', () => {
    expect(() => press.views.render('room/_row', {}, setting)).toThrow('The view room/_row could not be drawn')
    expect(() => press.views.render('room/none', {}, setting)).toThrow('There is no view named room/none')
  })
})

describe('the check of the views', () => {
  const planted = checkViews('tests/platform/planted', '.cache/planted').map(
    ({ file, line, message }) => [file.replace(/.*room\/|\.ejs/g, ''), line, message] as const,
  )
  const linesOf = (view: string): number[] => planted.filter(([name]) => name === view).map(([, line]) => line)
  const saysOf = (view: string): string =>
    planted
      .filter(([name]) => name === view)
      .map(([, , says]) => says)
      .join('\n')

  it('finds nothing wrong with views that are right', () => {
    expect(checkViews(folder, '.cache/right')).toEqual([])
  })

  it.each([
    ['wrong-field', [4], "Property 'nam' does not exist on type 'Row'. Did you mean 'name'?"],
    ['unknown-key', [4], 'platform.no-such-text'],
    ['missing-parameter', [2, 3], "Did you mean to write 'name'?"],
    ['unknown-icon', [2], `'"gavel"' is not assignable`],
    ['wrong-part', [2, 3], 'room/_nowhere'],
    ['prints-nothing', [2, 3, 4], "'string | null' is not assignable"],
    ['prints-code', [2, 3, 4], 'a word for people comes through t'],
    ['misnamed', [1], 'says that its view is "room/somewhere-else"'],
    ['no-type', [1], "no exported member 'Nobody'"],
    ['typescript-only', [1], 'EJS cannot read this view'],
  ])('finds what the types say about %s', (view, lines, says) => {
    expect(linesOf(view)).toEqual(lines)
    expect(saysOf(view)).toContain(says)
  })

  it.each([
    ['raw-output', [2, 2, 3, 3], 'write <%='],
    ['escaped-markup', [2, 2], 'write <%- instead'],
    ['bare', [2, 3, 4], 'inside the quotes of an attribute'],
    ['includes', [3, 3, 3], '"include" is none of them'],
    ['strangers', [2, 3, 3, 4, 5], '"process" is none of them'],
    ['security', [2, 3, 4, 5, 6], 'no style attributes'],
    ['words', [2, 4, 5, 6, 6], '"Cases" is written into the view'],
    ['posts-twice', [3], 'needs <%- ui.once() %>'],
    ['no-props', [1], 'the first line must be'],
    ['long', [61], '61 lines'],
  ])('finds what the law of the house says about %s', (view, lines, says) => {
    expect(linesOf(view)).toEqual(lines)
    expect(saysOf(view)).toContain(says)
  })

  it('finds page types that name no view', () => {
    const [fault] = checkViews('tests/platform/planted', '.cache/planted', 'tests/platform/planted').filter(
      ({ file }) => file.endsWith('planted/pages.ts'),
    )
    expect(fault).toMatchObject({ line: 6, message: 'there is no view room/somewhere-else.ejs' })
  })
})
