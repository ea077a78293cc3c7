/** The program as somebody starts it: settings in, one line out, and an end without remains. */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { migrate } from '#platform/migrate'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { admin, databaseUrl } from '../support/postgres.ts'

let folder: string
let url: string
let port: number
const running: ChildProcess[] = []
const name = `${inject('template')}_${randomBytes(5).toString('hex')}`

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'peer-jury-start-'))
  await admin(inject('adminUrl'), `create database ${name}`)
  url = databaseUrl(inject('adminUrl'), name)
  port = await freePort()
})
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL')
  await admin(inject('adminUrl'), `drop database if exists ${name} with (force)`)
  await rm(folder, { recursive: true })
})

const taken = async (): Promise<Server> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}
const portOf = (server: Server): number => (server.address() as { port: number }).port

const freePort = async (): Promise<number> => {
  const server = await taken()
  const free = portOf(server)
  server.close()
  return free
}

type Start = {
  child: ChildProcess
  said: () => string
  until: (word: string) => Promise<void>
  ended: Promise<number | null>
}

const start = (environment: Record<string, string> = {}, program = 'src/server.ts'): Start => {
  const child = spawn(process.execPath, [resolve(program)], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: url,
      DATA_DIR: folder,
      PORT: String(port),
      DEMO: 'no',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.push(child)
  let said = ''
  for (const stream of [child.stdout!, child.stderr!])
    stream.setEncoding('utf8').on('data', (words: string) => (said += words))
  const ended = once(child, 'close').then(([code]) => code as number | null)
  const until = async (word: string): Promise<void> => {
    while (!said.includes(word))
      await Promise.race([once(child.stdout!, 'data'), ended.then(() => Promise.reject(new Error(said)))])
  }
  return { child, said: () => said, until, ended }
}

const production = { NODE_ENV: 'production', PUBLIC_ORIGIN: 'http://localhost:3000', DURABILITY: 'accept' }

describe('The program', () => {
  test('does not start on wrong settings, and says of each which and why', async () => {
    const { said, ended } = start({ PORT: 'many', DATABASE_URL: 'mysql://x' })
    expect(await ended).toBe(1)
    expect(said()).toBe(
      'PORT must be a whole number from 1 to 65535, and is "many".\nDATABASE_URL must be an address like postgresql://login:password@host/database.\n',
    )
  })

  test('says when its database does not answer', async () => {
    const { said, ended } = start({ DATABASE_URL: `postgresql://nobody@127.0.0.1:${port}/nothing` })
    expect(await ended).toBe(1)
    expect(said()).toBe('DATABASE_URL leads to no database that answers (ECONNREFUSED).\n')
  })

  test('brings an empty database to its form, serves pages, and ends without remains', async () => {
    const server = start()
    await server.until('Peer Jury is ready')
    expect(server.said()).toContain(`Peer Jury is ready at http://127.0.0.1:${port}\n`)
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`)
    expect([answer.status, await answer.text()]).toEqual([200, 'ready\n'])
    expect((await fetch(`http://127.0.0.1:${port}/in?to=Quillane`)).status).toBe(200)
    server.child.kill('SIGTERM')
    expect(await server.ended).toBe(0)
    expect(server.said()).toContain('"route":"/in","status":200')
    expect(server.said()).not.toContain('Quillane')
  })

  test('starts again on what is there, and ends at Ctrl-C with a browser still holding its line', async () => {
    const server = start()
    await server.until('Peer Jury is ready')
    await fetch(`http://127.0.0.1:${port}/in`, { headers: { Connection: 'keep-alive' } })
    server.child.kill('SIGINT')
    expect(await server.ended).toBe(0)
  })

  test('says when its port is taken', async () => {
    const other = await taken()
    const { said, ended } = start({ PORT: String(portOf(other)) })
    expect(await ended).toBe(1)
    expect(said().trimEnd().split('\n').at(-1)).toBe(
      `PORT ${portOf(other)} on 127.0.0.1 is taken: stop the other program, or set another PORT.`,
    )
    other.close()
  })

  test('does not serve real young people from a server that may lose what was saved', async () => {
    await admin(url, `alter database ${name} set synchronous_commit = off`)
    const refused = start({ ...production, DURABILITY: '' })
    expect(await refused.ended).toBe(1)
    expect(refused.said()).toMatch(
      /^The database may lose what was saved, because .*synchronous_commit (is|are) off\. Switch it on/,
    )

    const warned = start()
    await warned.until('Peer Jury is ready')
    expect(warned.said()).toMatch(/The database may lose what was saved/)
    warned.child.kill('SIGTERM')
    await warned.ended
    await admin(url, `alter database ${name} reset synchronous_commit`)
  })

  test('does not serve real young people from a database of the demo', async () => {
    await admin(url, `comment on table programs is 'A demo told: 00000000-0000-4000-8000-000000000000'`)
    const { said, ended } = start(production)
    expect(await ended).toBe(1)
    expect(said()).toBe(
      'DATABASE_URL leads to a database of the demo, whose passwords everybody knows: use another one in production.\n',
    )
  })

  test('does not go on with a demo that was cut short in a database that is not its own', async () => {
    await admin(url, `comment on table programs is 'A demo begun: 00000000-0000-4000-8000-000000000000'`)
    const { said, ended } = start({ DURABILITY: 'accept' })
    expect(await ended).toBe(1)
    expect(said()).toBe('DATABASE_URL leads to a demo that was cut short while it was told: use an empty database.\n')
    await admin(url, 'comment on table programs is null')
  })

  test('verifies the registers when it is asked to', async () => {
    await migrate(url, 'drizzle')
    const { said, ended } = start({}, 'src/verify.ts')
    expect(await ended).toBe(0)
    expect(said()).toBe('There is no program yet, so there is nothing to verify.\n')
  })

  test('serves its pages with a login that owns nothing, once that may work as the pages do', async () => {
    const [owner, pages, books] = [`${name}_owner`, `${name}_pages`, `${name}_books`]
    const roles = 'peer_jury_migrator, peer_jury_app, peer_jury_evaluator, peer_jury_backup, peer_jury_keeper'
    await admin(url, `create role ${owner} login createrole password 'kT7-owner-kT7'; grant ${roles} to ${owner}`)
    await admin(url, `create role ${pages} login password 'kT7-pages-kT7'`)
    await admin(url, `create database ${books} owner ${owner}`)
    const as = (login: string, password: string): string => {
      const address = new URL(databaseUrl(url, books))
      return Object.assign(address, { username: login, password }).href
    }
    const logins = { DATABASE_URL: as(pages, 'kT7-pages-kT7'), MIGRATOR_URL: as(owner, 'kT7-owner-kT7') }

    const refused = start(logins)
    expect(await refused.ended).toBe(1)
    expect(refused.said()).toContain(`allow it with "grant peer_jury_app, peer_jury_evaluator to ${pages}".`)
    await admin(url, `grant peer_jury_app, peer_jury_evaluator to ${pages}`)
    const server = start(logins)
    await server.until('Peer Jury is ready')
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200)
    server.child.kill('SIGTERM')
    expect(await server.ended).toBe(0)

    await admin(url, `drop database ${books} with (force)`)
    await admin(url, `drop role ${pages}, ${owner}`)
  })
})
