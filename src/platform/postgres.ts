/** The PostgreSQL that comes with the program, for a laptop or one small court: started with us, and stopped with us. */
import type { ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { constants } from 'node:fs'
import { type FileHandle, open, readFile, rename, rm, stat } from 'node:fs/promises'
import type { Socket } from 'node:net'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { type Home, homeUnder, makeDataDir } from './postgres-home.ts'
import { isAlive, port, programsFor, settingsFor, supervise, weAreRoot } from './postgres-programs.ts'

export type Postgres = { url: string; stop: () => Promise<void> }

export type PostgresOptions = {
  dataDir: string
  /** False for tests: quick, and lost with the power. */
  durable?: boolean
  say?: (sentence: string) => void
}

const user = 'postgres'
const patience = 120_000

type Log = { file: FileHandle; began: number }
type Start = { home: Home; durable: boolean; log: Log; say: (sentence: string) => void }

/** Starts (or adopts) the PostgreSQL kept under dataDir and gives its address as superuser over the unix socket. */
export const startPostgres = async (options: PostgresOptions): Promise<Postgres> => {
  const { durable = true, say = () => undefined } = options
  const dataDir = resolve(options.dataDir)
  let log: Log | undefined
  try {
    await makeDataDir(dataDir)
    log = await openLog(dataDir)
    const home = await homeUnder(dataDir, { durable, log: log.file.fd, say })
    return await adoptOrLaunch({ home, durable, log, say })
  } catch (error) {
    throw new Error(await inPlainWords(error as NodeJS.ErrnoException, dataDir, log), { cause: error })
  } finally {
    await log?.file.close()
  }
}

/** Opens the log, a new one if the last has grown big. As root we follow no link, and leave the file to the folder's owner. */
const openLog = async (dataDir: string): Promise<Log> => {
  const path = join(dataDir, 'postgres.log')
  const size = await stat(path).then(
    found => found.size,
    () => 0,
  )
  if (size > 10_000_000) await rename(path, `${path}.old`)
  const { O_APPEND, O_CREAT, O_NOFOLLOW, O_RDWR } = constants
  const file = await open(path, O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW, 0o600)
  const { uid, gid } = await stat(dataDir)
  if (weAreRoot()) await file.chown(uid, gid)
  return { file, began: (await file.stat()).size }
}

/** What the programs have written since we began. */
const told = async ({ file, began }: Log): Promise<string> => {
  const length = Math.min((await file.stat()).size - began, 100_000)
  const { buffer } = await file.read(Buffer.alloc(length), 0, length, began)
  return buffer.toString()
}

const inPlainWords = async (error: NodeJS.ErrnoException, dataDir: string, log: Log | undefined): Promise<string> => {
  const closed = ['EACCES', 'EPERM', 'EROFS'].includes(error.code ?? '')
  const advice = closed ? ' Start as the user who owns it, or set another DATA_DIR.' : ''
  const sentence = error.syscall
    ? `The database in ${dataDir} cannot be used: ${error.message}.${advice}`
    : error.message
  const tail = log ? (await told(log)).trimEnd().split('\n').slice(-8).join('\n') : ''
  return tail ? `${sentence}\n${tail}` : sentence
}

/** Asks who is there until there is an answer: a server to share, or our own. A dying one is waited for. */
const adoptOrLaunch = async (start: Start): Promise<Postgres> => {
  const until = Date.now() + patience
  while (Date.now() < until) {
    const answer = await ask(start.home)
    const server = answer === 'silent' ? await launch(start) : await adopt(start, answer)
    if (server) return server
    await pause(100)
  }
  throw new Error('Another PostgreSQL holds the database, and neither answers nor ends.')
}

type Answer = 'silent' | 'busy' | { owner: string }

/** Knocks on the socket and asks who started the server. */
const ask = async ({ sockets, password }: Home): Promise<Answer> => {
  const client = new Client({ host: sockets, port, user, password, database: user, connectionTimeoutMillis: 5000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ owner: string }>("select current_setting('peer_jury.owner', true) as owner")
    return { owner: rows[0]?.owner ?? '' }
  } catch (error) {
    return meaningOf(error as NodeJS.ErrnoException)
  } finally {
    await client.end().catch(() => undefined)
  }
}

const meaningOf = (error: NodeJS.ErrnoException): Answer => {
  if (error.code === 'ENOENT' || error.code === 'ECONNREFUSED') return 'silent'
  if (error.code === '28P01') throw new Error('The database does not accept the password kept beside it.')
  if (error.code === 'EACCES') throw error
  return 'busy'
}

/** Shares a server that somebody keeps. One whose owner was just killed still answers for a moment, so we go on asking. */
const adopt = async ({ home, say }: Start, answer: Answer): Promise<Postgres | undefined> => {
  if (answer === 'busy' || answer === 'silent') return undefined
  const until = Date.now() + (isAlive(Number.parseInt(answer.owner, 10)) ? 250 : 3000)
  while (Date.now() < until) {
    await pause(50)
    if (!isFrom(answer.owner, await ask(home))) return undefined
  }
  say('The database is already running and is shared with whoever started it.')
  return { url: addressOf(home), stop: async () => undefined }
}

const isFrom = (owner: string, answer: Answer): boolean => typeof answer === 'object' && answer.owner === owner

/** Starts our own server; undefined when another one, living or dying, still holds the lock. */
const launch = async (start: Start): Promise<Postgres | undefined> => {
  const { home, durable, log } = start
  const { postgres } = await programsFor(home)
  const owner = `${process.pid}.${randomBytes(6).toString('hex')}`
  const before = (await told(log)).length
  const child = supervise(postgres, settingsFor(home, owner, durable), home.account, log.file.fd)
  let over = false
  const ended = once(child, 'exit').finally(() => {
    over = true
  })
  if (await isReady(start, owner, () => over)) return keptBy(child, ended, start)

  child.stdin?.end()
  await ended
  if (!/lock file|shared memory block/.test((await told(log)).slice(before)))
    throw new Error('The database did not start.')
  await dropStaleLock(home)
  return undefined
}

const isReady = async ({ home, say }: Start, owner: string, isOver: () => boolean): Promise<boolean> => {
  const began = Date.now()
  let patient = false
  while (!isOver() && Date.now() < began + patience) {
    if (isFrom(owner, await ask(home))) return true
    if (!patient && Date.now() > began + 5000)
      say('The database puts itself in order after a sudden end; this can take a minute.')
    patient ||= Date.now() > began + 5000
    await pause(20)
  }
  return false
}

/** After a power cut or in a restarted container, the number in the lock file may by now be some other program's. */
const dropStaleLock = async ({ cluster }: Home): Promise<void> => {
  const lock = join(cluster, 'postmaster.pid')
  const pid = Number.parseInt(await readFile(lock, 'utf8').catch(() => ''), 10)
  const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => 'postgres')
  if (name.trim() !== 'postgres') await rm(lock, { force: true })
}

/** Our own server. It does not hold up the end of the program, and ends with it even if nobody calls stop. */
const keptBy = (child: ChildProcess, ended: Promise<unknown>, { home, say }: Start): Postgres => {
  let stopping: Promise<void> | undefined
  const pipe = child.stdin as Socket
  pipe.on('error', () => undefined)
  pipe.unref()
  child.unref()
  void ended.then(() => stopping ?? say('The database has ended by itself; postgres.log says why.'))
  const stop = async () => {
    child.ref()
    pipe.end()
    await ended
    if (home.sockets !== home.cluster) await rm(home.sockets, { recursive: true, force: true })
  }
  return {
    url: addressOf(home),
    stop: () => {
      stopping ??= stop()
      return stopping
    },
  }
}

/** The host named before the path is only there to make the address well-formed; the one in the query counts. */
const addressOf = ({ sockets, password }: Home): string =>
  `postgresql://${user}:${password}@localhost/${user}?host=${encodeURIComponent(sockets)}&port=${port}`
