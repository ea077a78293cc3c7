/** Where the embedded PostgreSQL lives: who keeps it, its cluster, its password and its socket. */
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import {
  chown,
  lstat,
  mkdir,
  open,
  readdir,
  readFile,
  readlink,
  realpath,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import {
  type Account,
  accountOf,
  isAlive,
  letPass,
  openToAll,
  programsFor,
  reaches,
  supervise,
  weAreRoot,
} from './postgres-programs.ts'

export type Home = {
  cluster: string
  /** The folder of the unix socket. */
  sockets: string
  password: string
  account: Account | undefined
  /** Where copies of the programs may be put. */
  copies: string
}

type Ground = { dataDir: string; account: Account | undefined }

export type Making = { durable: boolean; log: number; say: (sentence: string) => void }

/** The server's own place on a machine where we are root and it may not enter the data folder. */
const ownPlace = '/var/lib/peer-jury'

/** The home under a data folder, built if there is none. */
export const homeUnder = async (dataDir: string, making: Making): Promise<Home> => {
  const ground = { dataDir, account: await accountFor(dataDir) }
  if (ground.account) await letPass(ground.account, dataDir)
  if (!(await folderOfHome(dataDir))) await build(ground, making)

  const folder = await folderOfHome(dataDir)
  if (!folder) throw new Error(`${join(dataDir, 'postgres')} is not a database made by this program: move it away.`)
  if (dirname(folder) !== (await realpath(dataDir))) making.say(`The database is kept in ${folder}.`)
  return homeIn(folder, ground)
}

/** Makes the data folder private to us; one made by root goes to whoever owns the folder above it. */
export const makeDataDir = async (dataDir: string): Promise<void> => {
  await mkdir(dirname(dataDir), { recursive: true })
  const made = await mkdir(dataDir, { mode: 0o700 }).then(() => true, unless(false, 'EEXIST'))
  if (!made || !weAreRoot()) return
  const above = await stat(dirname(dataDir))
  await chown(dataDir, above.uid, above.gid)
}

/** As root, the server runs for the owner of its files, so that this owner can start it as well. */
const accountFor = async (dataDir: string): Promise<Account | undefined> =>
  weAreRoot() ? accountOf((await stat((await folderOfHome(dataDir)) ?? dataDir)).uid) : undefined

/** A home is put in its place only when it is whole, so one that is there is whole. */
const folderOfHome = async (dataDir: string): Promise<string | undefined> => {
  const link = join(dataDir, 'postgres')
  const found = await lstat(link).then(() => true, unless(false, 'ENOENT'))
  if (!found) return undefined
  const folder = await realpath(link).catch(() => undefined)
  if (!folder) throw new Error(`${link} points to a database that is gone: bring it back, or remove the link.`)
  return (await lstat(join(folder, 'password')).then(() => true, unless(false, 'ENOENT'))) ? folder : undefined
}

const build = async (ground: Ground, making: Making): Promise<void> => {
  making.say('Making the database; this happens once and takes a few seconds.')
  const base = await baseFor(ground)
  const half = join(base, `postgres.new-${process.pid}-${randomBytes(4).toString('hex')}`)
  await mkdir(half, { mode: 0o700 })
  await writeFile(join(half, 'password'), randomBytes(24).toString('base64url'), { mode: 0o600, flush: true })
  await give([half, join(half, 'password')], ground.account)
  try {
    await initialise(half, ground, making)
    if (making.durable) await keep(half)
    await publish(half, base, ground.dataDir)
    if (making.durable) await keep(base)
  } finally {
    await rm(half, { recursive: true, force: true })
  }
  await sweep(base)
}

/** The data folder, if the account may enter it. */
const baseFor = async ({ dataDir, account }: Ground): Promise<string> => {
  if (reaches(account, dataDir)) return dataDir
  await openToAll(ownPlace)
  return ownPlace
}

const copiesFor = ({ dataDir, account }: Ground): string => (account ? ownPlace : dataDir)

const give = async (paths: string[], account: Account | undefined): Promise<void> => {
  if (account) await Promise.all(paths.map(path => chown(path, account.uid, account.gid)))
}

const initialise = async (folder: string, ground: Ground, making: Making): Promise<void> => {
  const { initdb } = await programsFor({ account: ground.account, copies: copiesFor(ground) })
  const wishes = [
    `--pgdata=${join(folder, 'cluster')}`,
    `--pwfile=${join(folder, 'password')}`,
    '--username=postgres',
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--no-instructions',
    ...(making.durable ? [] : ['--no-sync']),
  ]
  const [status] = await once(supervise(initdb, wishes, ground.account, making.log), 'exit')
  if (status !== 0) throw new Error('The database could not be made.')
}

/** Makes sure that the names in a folder outlive a power cut. */
const keep = async (folder: string): Promise<void> => {
  const opened = await open(folder)
  await opened.sync()
  await opened.close()
}

/** Puts a finished home in its place with one rename; whoever comes second finds the place taken and uses the first one's. */
const publish = async (half: string, base: string, dataDir: string): Promise<void> => {
  const link = join(dataDir, 'postgres')
  if (base === dataDir) return rename(half, link).catch(unless(undefined, 'ENOTEMPTY', 'EEXIST', 'ENOTDIR'))
  const whole = join(base, `postgres-${randomBytes(6).toString('hex')}`)
  await rename(half, whole)
  await symlink(whole, link).catch(() => rm(whole, { recursive: true }))
}

/** Clears away what earlier starts left half done when they were killed. */
const sweep = async (base: string): Promise<void> => {
  for (const name of await readdir(base)) {
    const maker = /^postgres\.new-(\d+)-/.exec(name)?.[1]
    if (maker && !isAlive(Number(maker))) await rm(join(base, name), { recursive: true, force: true, maxRetries: 5 })
  }
}

const homeIn = async (folder: string, ground: Ground): Promise<Home> => {
  const { account } = ground
  const theirs = account && (await stat(folder)).uid !== account.uid
  if (theirs) spawnSync('chown', ['-R', `${account.uid}:${account.gid}`, folder])
  if (!reaches(account, folder)) {
    throw new Error(
      `You are root, and the user ${account?.name} may not enter ${folder}: move it, or open the folders above.`,
    )
  }
  const password = await readFile(join(folder, 'password'), 'utf8')
  const cluster = join(folder, 'cluster')
  return { cluster, sockets: await socketsFor(folder, account), password, account, copies: copiesFor(ground) }
}

/** The cluster itself holds the socket, unless its path is too long for one: then a private folder that a link names. */
const socketsFor = async (folder: string, account: Account | undefined): Promise<string> => {
  if (fits(join(folder, 'cluster'))) return join(folder, 'cluster')
  const link = join(folder, 'sockets')
  const temporary = fits(join(tmpdir(), 'peer-jury-12345678')) ? tmpdir() : '/tmp'
  await symlink(join(temporary, `peer-jury-${randomBytes(4).toString('hex')}`), link).catch(unless(undefined, 'EEXIST'))
  const sockets = await readlink(link)
  await mkdir(sockets, { mode: 0o700 }).then(() => give([sockets], account), unless(undefined, 'EEXIST'))
  const { uid, mode } = await lstat(sockets)
  const ours = uid === (account?.uid ?? process.getuid?.()) && (mode & 0o170077) === 0o040000
  if (!ours) throw new Error(`${sockets} is not a private folder of the database's user: remove it.`)
  return sockets
}

/** The room that the system leaves for the path of a socket. */
const longest = process.platform === 'darwin' ? 103 : 107

const fits = (folder: string): boolean => Buffer.byteLength(join(folder, '.s.PGSQL.5432')) <= longest

/** Answers an expected failure of the system with a value; any other goes on. */
const unless =
  <T>(value: T, ...codes: string[]) =>
  (error: NodeJS.ErrnoException): T => {
    if (error.code && codes.includes(error.code)) return value
    throw error
  }
