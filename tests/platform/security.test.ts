import { isFromHere } from '#platform/security'
import { ownPath } from '#platform/routes'
import { DrizzleQueryError } from 'drizzle-orm'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCourt, type Program, type TestCourt } from '../support/court.ts'
import { aHouse, type House } from '../support/house.ts'
import { keptLog } from '../support/log.ts'

const HERE = 'http://court.test'

let court: TestCourt
let program: Program
let house: House
const kept = keptLog()

beforeAll(async () => {
  court = await aCourt()
  program = await court.aProgram()
  house = await aHouse(court, { publicOrigin: HERE, log: kept.log })
})

afterAll(async () => {
  await house.close()
  await court.close()
})

/** Every combination of what browsers say about where a form came from, and whether it is taken. */
const shapes: [site: string | undefined, origin: string | undefined, taken: boolean][] = [
  ['same-origin', HERE, true],
  ['same-origin', undefined, true],
  ['same-origin', 'http://localhost:3000', true],
  ['none', undefined, true],
  ['none', HERE, true],
  ['none', 'https://elsewhere.test', false],
  ['none', 'null', false],
  ['same-site', HERE, false],
  ['same-site', 'http://other.court.test', false],
  ['same-site', undefined, false],
  ['cross-site', HERE, false],
  ['cross-site', 'https://elsewhere.test', false],
  ['cross-site', undefined, false],
  ['cross-site', 'null', false],
  ['Same-Origin', undefined, false],
  ['same-origin, cross-site', HERE, false],
  ['', HERE, false],
  [undefined, HERE, true],
  [undefined, undefined, false],
  [undefined, 'null', false],
  [undefined, '', false],
  [undefined, 'https://court.test', false],
  [undefined, 'http://court.test:8080', false],
  [undefined, 'http://court.test.elsewhere.test', false],
  [undefined, 'http://elsewhere.test', false],
  [undefined, 'http://court.test/', false],
  [undefined, 'HTTP://COURT.TEST', false],
]

describe('A form', () => {
  test.each(shapes)('that comes with Sec-Fetch-Site %s and Origin %s: taken is %s', (site, origin, taken) => {
    expect(isFromHere({ method: 'POST', site, origin }, [HERE])).toBe(taken)
    expect(isFromHere({ method: 'DELETE', site, origin }, [HERE])).toBe(taken)
    expect(isFromHere({ method: 'GET', site, origin }, [HERE])).toBe(true)
  })

  test('from elsewhere is refused at the real door, whether or not somebody is signed in', async () => {
    for (const [site, origin, taken] of shapes) {
      const post = request(house.url).post('/look').type('form')
      if (site !== undefined) post.set('Sec-Fetch-Site', site)
      if (origin !== undefined) post.set('Origin', origin)
      const { status } = await post.send({ theme: 'dark' })
      expect(status, `${site} ${origin}`).toBe(taken ? 303 : 403)
    }
    const dana = await house.as(program.coordinator)
    await dana.agent.post('/out').type('form').set('Sec-Fetch-Site', 'cross-site').send({}).expect(403)
    await dana.get('/me').expect(200)
  })

  test('of somebody signed in must carry its one-time key', async () => {
    const dana = await house.as(program.coordinator)
    for (const once of ['', 'x', '0', "'; --"]) await dana.post('/look', { theme: 'dark', once }).expect(400)
    const twice = await dana.post('/look', {
      theme: 'dark',
      once: ['01890000-0000-7000-8000-000000000000', '01890000-0000-7000-8000-000000000001'],
    })
    expect(twice.status).toBe(400)
    expect(twice.text).toContain('We could not read that form')
    await dana.post('/look', { theme: 'dark' }).expect(303)
  })
})

describe('Every answer', () => {
  test('is kept by nobody, and can be compared with nothing kept', async () => {
    const dana = await house.as(program.coordinator)
    for (const path of ['/in', '/d', '/me', '/help', '/no-such-page']) {
      const { headers } = await dana.get(path)
      expect(headers['cache-control'], path).toBe('no-store')
      expect(headers.etag, path).toBeUndefined()
    }
  })

  test('allows one script of ours by a number used once, and no other', async () => {
    const [one, two] = [await house.visitor().get('/in'), await house.visitor().get('/in')]
    const policy = one.headers['content-security-policy'] as string
    const nonce = /script-src 'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
    expect(nonce).toMatch(/^[0-9a-f]{32}$/)
    expect(policy).not.toContain(`'unsafe`)
    expect(policy).toContain(`default-src 'none'`)
    expect(policy).toContain(`frame-ancestors 'none'`)
    expect(policy).toContain(`form-action 'self'`)
    expect(policy).not.toContain('upgrade-insecure-requests')
    expect(one.text.match(/<script/g)).toHaveLength(1)
    expect(one.text).toContain(`<script type="module" nonce="${nonce}"`)
    expect(two.headers['content-security-policy']).not.toBe(policy)
    expect(one.text).not.toMatch(/ style=|<style| on[a-z]+=/)
  })

  test('says little about us and tells neighbours nothing', async () => {
    const { headers } = await house.visitor().get('/in')
    expect(headers['referrer-policy']).toBe('same-origin')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['x-powered-by']).toBeUndefined()
    expect(headers['strict-transport-security']).toBeUndefined()
  })

  test('over https asks for https from then on', async () => {
    const secure = await aHouse(court, { publicOrigin: 'https://court.test' })
    const { headers } = await secure.visitor().get('/in')
    expect(headers['strict-transport-security']).toContain('max-age=')
    expect(headers['content-security-policy']).toContain('upgrade-insecure-requests')
    await secure.close()
  })

  test('but style, script and font are kept for a year', async () => {
    const { text } = await house.visitor().get('/in')
    const css = /href="(\/assets\/app\.[\w-]+\.css)"/.exec(text)?.[1] ?? ''
    const { headers } = await house.visitor().get(css).expect(200)
    expect(headers['cache-control']).toContain('immutable')
    expect(headers['x-content-type-options']).toBe('nosniff')
  })
})

describe('What no page of ours would send', () => {
  test('gets a page of ours that says so', async () => {
    for (const path of ['/in%00', '/in?to=%00', '/%', '/%E0%A4%A', '/cases/%c3%28', '/me/%zz']) {
      const { status, text } = await house.visitor().get(path)
      expect(status, path).toBe(400)
      expect(text).toContain('We could not read that form')
    }
    await house.visitor().get('/no-such-page').expect(404)
    await house.visitor().get('/../../etc/passwd').expect(404)
    await house.visitor().post('/no-such-page').expect(404)
    await house.visitor().agent.put('/in').set('Sec-Fetch-Site', 'same-origin').expect(404)
    await house.visitor().get('/assets/app.css').expect(404)
  })

  test('and too much of it is not read', async () => {
    const { status, text } = await house.visitor().post('/in', { email: 'x'.repeat(110_000) })
    expect(status).toBe(413)
    expect(text).toContain('too much to send at once')
    const fields = Object.fromEntries(Array.from({ length: 1200 }, (_, n) => [`f${n}`, 'x']))
    await house.visitor().post('/in', fields).expect(413)
  })

  test('whatever its form, changes nothing and breaks nothing', async () => {
    const send = (type: string, body: string) =>
      request(house.url).post('/in').set('Sec-Fetch-Site', 'same-origin').set('Content-Type', type).send(body)
    await send('application/json', '{"email":{"$ne":null}}').expect(422)
    await send('multipart/form-data; boundary=x', '--x\r\n').expect(422)
    await send('application/x-www-form-urlencoded; charset=utf-7', 'email=a').expect(415)
    await send('application/x-www-form-urlencoded', 'email=%00%00&password=%ff').expect(422)
    await send(
      'application/x-www-form-urlencoded',
      '__proto__[role]=coordinator&constructor.prototype.x=1&email=a',
    ).expect(422)
    await send('application/x-www-form-urlencoded', 'email=a@b.cd&email=c@d.ef&password=x').expect(422)
    await send('application/x-www-form-urlencoded', `email=${'a'.repeat(5000)}@b.cd&password=x`).expect(422)
    await send('application/x-www-form-urlencoded', `email=a@b.cd&password=${'x'.repeat(5000)}`).expect(422)
    expect(({} as Record<string, unknown>).role).toBeUndefined()
  })

  test('is shown again without harm', async () => {
    const { text } = await house
      .visitor()
      .post('/in', { email: '"><img src=x onerror=alert(1)>', password: 'x' })
      .expect(422)
    expect(text).not.toContain('<img')
    expect(text).toContain('&gt;&lt;img src=x')
  })

  test('leads nowhere but here', () => {
    expect(['/cases/26-0001', '/reports?from=2026-01-01', '/me#x'].map(ownPath)).toEqual([
      '/cases/26-0001',
      '/reports?from=2026-01-01',
      '/me',
    ])
    const foreign = [
      '//elsewhere.test',
      '/\\elsewhere.test',
      'https://elsewhere.test',
      'javascript:alert(1)',
      '',
      undefined,
      ['/me'],
      '/\t/elsewhere.test',
      'me',
      '/a\r\nSet-Cookie: x=y',
      '\\\\elsewhere.test',
    ]
    expect(foreign.map(ownPath)).toEqual(foreign.map(() => '/'))
  })
})

describe('A door', () => {
  test('that is not for this role is not there', async () => {
    const eve = await house.as(program.evaluator)
    const { text } = await eve.get('/letters').expect(404)
    expect(text).toContain('This page is not here')
  })

  test('leads whoever is not signed in to the way in, and back', async () => {
    const { headers } = await house.visitor().get('/letters?x=1').expect(303)
    expect(headers.location).toBe('/in?to=%2Fletters%3Fx%3D1')
    const { text } = await house.visitor().get(headers.location as string)
    expect(text).toContain('name="to" value="/letters?x=1"')
  })

  test('does not lose a form whose sender was signed out meanwhile: sent once more, it counts', async () => {
    const { status, text } = await house.visitor().post('/me', { session: '01890000-0000-7000-8000-000000000000' })
    expect(status).toBe(401)
    expect(text).toContain('load this page again')
  })
})

describe('A fault', () => {
  const brokenBy = (fault: unknown) =>
    aHouse({ ...court, db: { ...court.db, atTheDoor: async () => Promise.reject(fault) } }, { log: kept.log })
  const cookie = `session=${'a'.repeat(43)}`

  test('is a page with a number, and the same number in the log beside nothing that was typed', async () => {
    const cause = Object.assign(new Error('invalid input: "Jordan Marked-Name"'), {
      code: '22P02',
      constraint: 'people_born',
      detail: 'Jordan Marked-Name',
    })
    const typed = new DrizzleQueryError('insert into people', ['Jordan Marked-Name'], cause)
    const broken = await brokenBy(typed)
    const { status, text } = await request(broken.url).get('/me').set('Cookie', cookie)
    await broken.close()
    expect(status).toBe(500)
    const number = /Number (\w+)/.exec(text)?.[1] ?? 'none'
    expect(text).not.toMatch(/Jordan|insert|22P02|at .*\.ts/)
    const line = kept.lines().find(one => one.number === number && one.fault)
    expect(line).toMatchObject({ fault: { cause: { code: '22P02', constraint: 'people_born' } } })
    expect(kept.text()).not.toContain('Marked-Name')
  })

  test('of the database server is said to be passing', async () => {
    const broken = await brokenBy(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }))
    const { headers, status, text } = await request(broken.url).get('/me').set('Cookie', cookie)
    await broken.close()
    expect(status).toBe(503)
    expect(headers['retry-after']).toBe('60')
    expect(text).toContain('We will be right back')
  })
})

describe('A watchdog', () => {
  test('hears whether the program runs and whether the database answers', async () => {
    expect((await house.visitor().get('/healthz').expect(200)).text).toBe('alive\n')
    expect((await house.visitor().get('/readyz').expect(200)).text).toBe('ready\n')
    const deaf = await aHouse({ ...court, db: { ...court.db, ping: async () => Promise.reject(new Error('gone')) } })
    await deaf.visitor().get('/healthz').expect(200)
    await deaf.visitor().get('/readyz').expect(503)
    await deaf.close()
  })

  test('finds the page of parts in development only', async () => {
    await house.visitor().get('/parts').expect(200)
    const serious = await aHouse(court, { production: true })
    await serious.visitor().get('/parts').expect(404)
    await serious.close()
  })
})
