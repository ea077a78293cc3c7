/** The columns and constraints that tables of the court have in common. */
import { type SQL, sql } from 'drizzle-orm'
import { type AnyPgColumn, check, customType, date, foreignKey, primaryKey, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Day } from './time.ts'

/** Every row belongs to one program, and its key says so first. */
export const key = () => ({ programId: uuid('program_id').notNull(), id: uuid('id').notNull() })

type Keyed = { programId: AnyPgColumn; id: AnyPgColumn }

export const keyed = (name: string, t: Keyed) => primaryKey({ name: `${name}_key`, columns: [t.programId, t.id] })

/** A reference to a row of the same program; there is no other kind. */
export const within = (name: string, t: { programId: AnyPgColumn }, column: AnyPgColumn, theirs: Keyed) =>
  foreignKey({ name, columns: [t.programId, column], foreignColumns: [theirs.programId, theirs.id] })

export const day = (name: string) => date(name, { mode: 'string' }).$type<Day>()

export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

/** A stretch of time, as PostgreSQL writes it; an exclusion constraint compares it. */
export const stretch = customType<{ data: string }>({ dataType: () => 'tstzrange' })

const quoted = (word: string) => `'${word.replaceAll("'", "''")}'`

/** The column holds one of these words. The words are ours, never a person's. */
export const oneOf = (name: string, column: AnyPgColumn, words: readonly string[]) =>
  check(name, sql`${column} in (${constant(words.map(quoted).join(', '))})`)

const constant = (text: string): SQL => sql.raw(text)
