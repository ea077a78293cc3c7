/** How often somebody may try. Counted in the database, so that every process counts alike; the keys are hashes. */
import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { RateLimiterPostgres } from 'rate-limiter-flexible'
import type { Database } from './database.ts'

export type Limit = {
  minutes: number
  /** Takes one try. False: there is none left, or it could not be counted. */
  take: (...key: string[]) => Promise<boolean>
  /** Gives a try back that did no harm. */
  giveBack: (...key: string[]) => Promise<void>
  /** Forgets all tries. */
  forget: (...key: string[]) => Promise<void>
}

export const openLimit = (
  db: Database,
  name: string,
  { tries, minutes }: { tries: number; minutes: number },
): Limit => {
  const counter = new RateLimiterPostgres({
    storeClient: clientOf(db),
    storeType: 'pool',
    tableName: 'attempts',
    tableCreated: true,
    keyPrefix: name,
    points: tries,
    duration: minutes * 60,
  })
  return {
    minutes,
    take: (...key) =>
      counter.consume(hashOf(key)).then(
        () => true,
        () => false,
      ),
    giveBack: (...key) => counter.reward(hashOf(key)).then(nothing, nothing),
    forget: (...key) => counter.delete(hashOf(key)).then(nothing, nothing),
  }
}

const nothing = (): void => undefined

type Query = { name?: string; text: string; values?: unknown[] }

const clientOf = (db: Database) => ({
  query: async ({ name = 'attempts', text, values = [] }: Query) => {
    const rows = await db.atTheDoor(name, text, values)
    return { rows, rowCount: rows.length }
  },
})

/** Names as people type them are one name however they are written, and none of them is kept. */
const hashOf = (key: readonly string[]): string =>
  createHash('sha256')
    .update(JSON.stringify(key.map(part => part.normalize('NFKC').toLowerCase())))
    .digest('base64url')

/** The part of an address that belongs to one household or school: a whole IPv4 address, the network of an IPv6 one. */
export const networkOf = (address: string | undefined): string => {
  if (!address?.includes(':') || address.startsWith('::ffff:')) return address?.replace('::ffff:', '') ?? 'unknown'
  const [head = '', tail] = address.split('::')
  const groups = tail === undefined ? head.split(':') : [...head.split(':').filter(Boolean), '0', '0', '0', '0']
  return groups.slice(0, 4).join(':')
}

/** Answers no sooner than after so many milliseconds, so that the time says nothing about what was found. */
export const noSooner = async <T>(milliseconds: number, work: Promise<T>): Promise<T> => {
  const [answer] = await Promise.all([work, pause(milliseconds)])
  return answer
}
