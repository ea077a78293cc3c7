/** Processor time, because on a shared machine it is steadier than the clock on the wall. */
import { readdirSync, readFileSync } from 'node:fs'

const TICK_MS = 10

/** Milliseconds that the connections to one database have used so far; null where the system does not say (only Linux does). */
export const postgresMs = (database: string): number | null => {
  if (process.platform !== 'linux') return null
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .filter(pid => servesDatabase(pid, database))
    .reduce((sum, pid) => sum + ticksOf(pid) * TICK_MS, 0)
}

/** PostgreSQL writes into the command line of each of its processes whom it serves. */
const servesDatabase = (pid: string, database: string): boolean => {
  const command = textOf(`/proc/${pid}/cmdline`)
  return command.startsWith('postgres:') && command.includes(` ${database} `)
}

const ticksOf = (pid: string): number => {
  const line = textOf(`/proc/${pid}/stat`)
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) || 0) + (Number(fields[12]) || 0)
}

const textOf = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
