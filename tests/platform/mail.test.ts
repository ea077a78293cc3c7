import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Html } from '#platform/escape'
import { deliver, type Mail, openPost } from '#platform/mail'
import { plainText } from '#platform/plain-text'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { aMailServer, closeMailServers } from '../support/mail-server.ts'

const letter: Mail = {
  id: '01a20a35-631b-7338-8f3a-da6d1f176f31',
  to: 'rosa@home.test',
  from: 'Maple St YC',
  subject: 'A date for you',
  text: 'Hello Zoë,\n\nYou are welcome.\n',
  language: 'en',
}

afterEach(closeMailServers)

const sendTo = (url: string): Promise<string | null> =>
  deliver(openPost({ way: 'smtp', url }, 'court@example.org'), () => letter)

describe('A mail server', () => {
  test('gets the letter with an id that stays the same, and nothing but the address of the reader', async () => {
    const { heard, url } = await aMailServer()
    expect(await sendTo(url)).toBeNull()
    expect(heard).toContain('RCPT TO:<rosa@home.test>')
    expect(heard).toContain(`Message-ID: <${letter.id}@example.org>`)
    expect(heard).toContain('From: Maple St YC <court@example.org>')
    expect(heard).toContain('To: rosa@home.test')
    expect(heard).toContain('Subject: A date for you')
    expect(heard).toContain('Auto-Submitted: auto-generated')
    expect(heard.join('\n')).not.toContain('nodemailer')
  })

  test('that knows no such address leaves a code', async () => {
    const { url } = await aMailServer({ RCPT: '550 no such Rosa here' })
    expect(await sendTo(url)).toBe('EENVELOPE 550')
  })

  test('that is not there leaves a code', async () => {
    expect(await sendTo('smtp://127.0.0.1:1')).toMatch(/^(ESOCKET|ECONNREFUSED|ECONNECTION)$/)
  })

  test('that says nothing is not waited for long', async () => {
    const { url } = await aMailServer({ HELLO: 'silence' })
    const began = Date.now()
    expect(await sendTo(url)).toMatch(/^(ETIMEDOUT|ECONNECTION|ESOCKET)$/)
    expect(Date.now() - began).toBeLessThan(12_000)
  })
})

describe('A folder of letters', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'peer-jury-mail-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  test('holds one private file for each letter, however often it is sent', async () => {
    const post = openPost({ way: 'folder', folder: join(folder, 'mail') }, 'court@example.org')
    await Promise.all([deliver(post, () => letter), deliver(post, () => ({ ...letter, id: '../escape' }))])
    await deliver(post, () => letter)
    const files = await readdir(join(folder, 'mail'))
    expect(files).toHaveLength(2)
    expect(files).toContain(`${letter.id}.eml`)
    expect((await stat(join(folder, 'mail', `${letter.id}.eml`))).mode & 0o777).toBe(0o600)
    expect((await stat(join(folder, 'mail'))).mode & 0o777).toBe(0o700)
    expect(await readFile(join(folder, 'mail', `${letter.id}.eml`), 'utf8')).toContain('You are welcome.')
  })

  test('that cannot be written leaves a code', async () => {
    const post = openPost(
      { way: 'folder', folder: join(folder, 'mail', `${letter.id}.eml`, 'below') },
      'court@example.org',
    )
    expect(await deliver(post, () => letter)).toMatch(/^E[A-Z]+$/)
  })
})

describe('A view read as plain text', () => {
  test.each([
    ['<p>One\n two</p>\n<p>three<br>four</p>', 'One two\n\nthree\nfour\n'],
    ['<p>Zoë O&#39;Brien &amp; &lt;Sons&gt; &#34;Ltd&#34;</p>', 'Zoë O\'Brien & <Sons> "Ltd"\n'],
    ['<p>&amp;lt;b&amp;gt;</p>', '&lt;b&gt;\n'],
    ['<div class="doc-head"><strong>Maple</strong></div>\n\n\n<p> x </p>', 'Maple\n\nx\n'],
  ])('%s', (html, text) => {
    expect(plainText(html as Html)).toBe(text)
  })
})
