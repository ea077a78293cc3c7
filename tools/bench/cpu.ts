/** Processor time, because on a shared machine it is steadier than the clock on the wall. */
import { readdirSync, readFileSync } from 'node:fs'

const TICK_MS = 10

/** Milliseconds that all PostgreSQL processes of this machine have used; null where the system does not say (only Linux does). */
export const postgresMs = (): number | null => {
  if (process.platform !== 'linux') return null
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .reduce((sum, pid) => sum + ticksOf(pid) * TICK_MS, 0)
}

/** User and system ticks of a process, its ended children included once they are reaped. */
const ticksOf = (pid: string): number => {
  const line = statOf(pid)
  const comm = /\((.*)\)/.exec(line)?.[1]
  if (comm !== 'postgres') return 0
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
  return Number(fields[11]) + Number(fields[12])
}

const statOf = (pid: string): string => {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {
    return ''
  }
}
