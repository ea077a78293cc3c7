import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import express from 'express'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadAssets } from '#platform/assets'
import { errorPages, factsOf, noted, nothingHere } from '#platform/errors'
import { dress } from '#platform/look'
import { get, mount, post, saved } from '#platform/routes'
import { openViews } from '#platform/views'
import { said } from '#words'

/** What a house throws, and how it names that for the platform. */
class Twice extends Error {}
class Meanwhile extends Error {}
class Absent extends Error {}

const log: { facts: { fault: unknown; number?: string }; message: string }[] = []
let server: Server
let url: string

beforeAll(async () => {
  const app = express()
  app.locals.press = {
    views: openViews(fileURLToPath(new URL('../../views', import.meta.url))),
    assets: loadAssets().links,
  }
  app.use(dress, express.urlencoded({ extended: false }))
  const thrown = (fault: Error) => async () => Promise.reject(fault)
  mount(app, [
    post('/twice', 'public', thrown(new Twice())),
    post('/changed', 'public', thrown(new Meanwhile())),
    get('/absent', 'public', thrown(new Absent())),
    get('/fault', 'public', thrown(new TypeError('cannot read it'))),
    get('/half', 'public', (_req, res) => {
      res.write('<!doctype html><p>half a page')
      throw new Error('and then this')
    }),
    post('/saved', 'public', (_req, res) => saved(res, '/there', said('platform.saved'))),
    get('/private', ['coordinator'], (_req, res) => void res.send('private')),
  ])
  const verdict = (fault: unknown) =>
    fault instanceof Twice
      ? 'sent-twice'
      : fault instanceof Meanwhile
        ? 'changed'
        : fault instanceof Absent
          ? 'lost'
          : null
  app.use(nothingHere, errorPages({ log: { error: (facts, message) => void log.push({ facts, message }) }, verdict }))
  server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => void server.close())

const flashIn = (headers: Record<string, unknown>): string => decodeURIComponent(String(headers['set-cookie']))

describe('A form sent twice', () => {
  test('leads back to the page it stood on, which says that it was done once', async () => {
    const { headers } = await request(url)
      .post('/twice')
      .set('Referer', `${url}/cases/new?step=2`)
      .send('x=1')
      .expect(303)
    expect(headers.location).toBe('/cases/new?step=2')
    expect(flashIn(headers)).toContain('platform.sent-twice')
  })

  test('never leads to another site', async () => {
    for (const referer of [
      'https://elsewhere.test/x',
      `${url.replace('127.0.0.1', '127.0.0.2')}/x`,
      'nonsense',
      `${url}//elsewhere.test`,
    ]) {
      const { headers } = await request(url).post('/twice').set('Referer', referer).send('x=1').expect(303)
      expect(['/twice', '/'], referer).toContain(headers.location)
    }
  })
})

describe('A form about something that was changed meanwhile', () => {
  test('changes nothing and keeps every word that was typed', async () => {
    const { status, text } = await request(url)
      .post('/changed')
      .set('Referer', `${url}/cases/26-0001/intake`)
      .send('once=abc&version=3&strengths=Draws+%3Ccomics%3E&empty=&words=Wants+to+help')
    expect(status).toBe(409)
    expect(text).toContain('Draws &lt;comics&gt;')
    expect(text).toContain('Wants to help')
    expect(text).toContain('href="/cases/26-0001/intake"')
    expect(text).not.toContain('>abc<')
  })
})

describe('A page that is not there', () => {
  test('looks the same as one that is not yours', async () => {
    const pages = [await request(url).get('/absent').expect(404), await request(url).get('/nothing').expect(404)]
    const [one, two] = pages.map(({ text }) => text.replaceAll(/(once" value|nonce)="[^"]+"|\/(absent|nothing)/g, ''))
    expect(one).toBe(two)
  })
})

describe('A fault', () => {
  test('is written down with where it happened', async () => {
    const { text } = await request(url).get('/fault').expect(500)
    const number = /Number (\w+)/.exec(text)?.[1]
    expect(text).not.toContain('cannot read it')
    const facts = log.at(-1)?.facts
    expect(facts?.number).toBe(number)
    expect(factsOf(facts?.fault)).toMatchObject({ name: 'TypeError', message: 'cannot read it' })
    expect(factsOf(facts?.fault).at[0]).toContain('errors.test.ts')
  })

  test('in the middle of a page breaks it off, so that nobody takes it for whole', async () => {
    await expect(request(url).get('/half')).rejects.toThrow()
    expect(log.at(-1)?.message).toBe('fault in the middle of an answer')
  })

  test('beside a page is written down and disturbs nobody', async () => {
    noted(Promise.reject(new Error('beside')), { error: (facts, message) => void log.push({ facts, message }) })
    await new Promise(setImmediate)
    expect(log.at(-1)?.message).toBe('beside a page')
  })

  test('never repeats what was typed, however deep it is wrapped', () => {
    class DatabaseError extends Error {}
    const deep = new Error('The view x could not be drawn', {
      cause: new DatabaseError('invalid input "Jordan\n    at Jordan"', {
        cause: new SyntaxError('Unexpected token J in "Jordan"'),
      }),
    })
    const written = JSON.stringify(factsOf(deep))
    expect(written).not.toContain('Jordan')
    expect(written).toContain('could not be drawn')
    expect(factsOf('Jordan')).toEqual({ name: 'string', at: [] })
  })
})

describe('A door', () => {
  test('says once, on the next page, what was done', async () => {
    const agent = request.agent(url)
    const { headers } = await agent.post('/saved').send('').expect(303)
    expect(headers.location).toBe('/there')
    expect((await agent.get('/there')).text).toContain('Saved.')
    expect((await agent.get('/there')).text).not.toContain('Saved.')
  })

  test('with roles is shut to whoever has none', async () => {
    expect((await request(url).get('/private').expect(303)).headers.location).toBe('/in?to=%2Fprivate')
  })
})
