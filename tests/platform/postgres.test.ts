import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, unlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Postgres, startPostgres } from '#platform/postgres'
import { accountOf, packageFolder, programsFor, weAreRoot } from '#platform/postgres-programs'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

let ground: string
const running: Postgres[] = []
const children: ChildProcess[] = []

beforeAll(async () => {
  ground = await mkdtemp(join(tmpdir(), 'peer-jury-test-'))
  await chmod(ground, 0o755)
})

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await Promise.all(running.map(postgres => postgres.stop()))
  await rm(ground, { recursive: true, force: true, maxRetries: 5 })
})

const start = async (dataDir: string, durable = false, said: string[] = []): Promise<Postgres> => {
  const postgres = await startPostgres({ dataDir, durable, say: sentence => said.push(sentence) })
  running.push(postgres)
  return postgres
}

const ask = async (postgres: Postgres, question: string): Promise<unknown[]> => {
  const client = new Client({ connectionString: postgres.url })
  await client.connect()
  try {
    return (await client.query({ text: question, rowMode: 'array' })).rows.flat()
  } finally {
    await client.end()
  }
}

/** Another program that starts the database and, once it is there, keeps it until it is killed. */
const anotherProgram = (dataDir: string): ChildProcess => {
  const script = `
    import { startPostgres } from '#platform/postgres'
    const postgres = await startPostgres({ dataDir: process.argv[1], durable: false })
    console.log(postgres.url)
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  return child
}

const urlFrom = async (child: ChildProcess): Promise<string> => String((await once(child.stdout!, 'data'))[0]).trim()

const kill = async (child: ChildProcess): Promise<void> => {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  while (!(await isSo())) await pause(5)
}

describe('The built-in database', { timeout: 30_000 }, () => {
  test('starts twice in a row and keeps what was written', async () => {
    const dataDir = join(ground, 'twice')
    const first = await start(dataDir, true)
    await ask(first, 'create table kept (word text)')
    await ask(first, "insert into kept values ('here')")
    await first.stop()

    const second = await start(dataDir, true)
    expect(await ask(second, 'select word from kept')).toEqual(['here'])
    await second.stop()
  })

  test('protects what is written, sorts alike everywhere, and listens on no network', async () => {
    const postgres = await start(join(ground, 'twice'), true)
    const settings = ['fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums', 'jit', 'listen_addresses']
    const answers = await Promise.all(settings.map(name => ask(postgres, `select current_setting('${name}')`)))
    expect(answers.flat()).toEqual(['on', 'on', 'on', 'on', 'off', ''])
    expect(await ask(postgres, "select datlocale from pg_database where datname = 'template1'")).toEqual(['C.UTF-8'])
    await postgres.stop()
  })

  test('keeps its password in a private file and out of the log', async () => {
    const postgres = await start(join(ground, 'twice'))
    const { password } = new URL(postgres.url)
    const file = join(ground, 'twice/postgres/password')
    expect(await readFile(file, 'utf8')).toBe(password)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(await readFile(join(ground, 'twice/postgres.log'), 'utf8')).not.toContain(password)

    const wrong: Postgres = { ...postgres, url: postgres.url.replace(password, 'guess') }
    await expect(ask(wrong, 'select 1')).rejects.toThrow('password authentication failed')
    await postgres.stop()
  })

  test('writes nothing that a person typed into its log', async () => {
    const postgres = await start(join(ground, 'twice'))
    await expect(ask(postgres, "select 'Jordan Example'::uuid")).rejects.toThrow('invalid input syntax')
    await postgres.stop()
    expect(await readFile(join(ground, 'twice/postgres.log'), 'utf8')).not.toContain('Jordan')
  })

  test('is there again at once when the program that kept it was killed', async () => {
    const dataDir = join(ground, 'killed')
    const owner = anotherProgram(dataDir)
    await ask({ url: await urlFrom(owner), stop: async () => undefined }, 'create table kept as select 7 as number')
    await kill(owner)

    const said: string[] = []
    const postgres = await start(dataDir, false, said)
    expect(await ask(postgres, 'select number from kept')).toEqual([7])
    expect(said).toEqual([])
    await postgres.stop()
  })

  test('is shared with a second program, which does not take it away when it leaves', async () => {
    const owner = anotherProgram(join(ground, 'shared'))
    const url = await urlFrom(owner)
    const said: string[] = []
    const guest = await start(join(ground, 'shared'), false, said)
    expect(guest.url).toBe(url)
    expect(said).toEqual(['The database is already running and is shared with whoever started it.'])
    await guest.stop()
    expect(await ask(guest, 'select 1')).toEqual([1])
    await kill(owner)
  })

  test('is made anew when its making was cut short', async () => {
    const dataDir = join(ground, 'cut')
    await mkdir(dataDir, { mode: 0o700 })
    const unlucky = anotherProgram(dataDir)
    const halves = async () => (await readdir(dataDir)).filter(name => name.startsWith('postgres.new-'))
    await until(async () => (await halves()).length > 0)
    await pause(30)
    await kill(unlucky)
    expect(await halves()).toHaveLength(1)

    const postgres = await start(dataDir)
    expect(await ask(postgres, 'select 1')).toEqual([1])
    expect((await readdir(dataDir)).toSorted()).toEqual(['postgres', 'postgres.log'])
    await postgres.stop()
  })

  test('starts where the path is too long for a socket', async () => {
    const dataDir = join(ground, 'a-long-way-down-'.repeat(6), 'and, "further" still')
    const postgres = await start(dataDir)
    expect(await ask(postgres, 'select 1')).toEqual([1])
    await postgres.stop()
  })

  test('says what is wrong, and what the server said, when it cannot start', async () => {
    const dataDir = join(ground, 'shared')
    await writeFile(join(dataDir, 'postgres/cluster/global/pg_control'), 'damaged')
    await expect(start(dataDir)).rejects.toThrow(/^The database did not start\.\n[^]*pg_control/)
  })

  test('runs although npm was kept from finishing the package', async () => {
    const folder = join(ground, 'package')
    await cp(packageFolder(), folder, { recursive: true, verbatimSymlinks: true })
    const links = JSON.parse(await readFile(join(folder, 'native/pg-symlinks.json'), 'utf8')) as { target: string }[]
    await Promise.allSettled(links.map(({ target }) => unlink(join(folder, target))))
    await chmod(join(folder, 'native/bin/initdb'), 0o644)

    const { initdb } = await programsFor({ folder, copies: ground, account: weAreRoot() ? accountOf(0) : undefined })
    expect(initdb).toBe(join(folder, 'native/bin/initdb'))
    expect(spawnSync(initdb, ['--version'], { encoding: 'utf8' }).stdout).toContain('PostgreSQL')
  })
})
