/** What the court does by itself, without anybody at work: found again and again from the state of things. */
import type { Court } from '#court'
import { tidy } from '#court/accounts'
import { type Mailroom, sendDue } from '#court/notices'
import { remindOfPromises } from '#court/obligations'
import type { Database } from '#platform/database'
import type { Work } from '#platform/sweep'

export type Place = { id: string; timeZone: string }

export const worksOf = (court: Court, mailroom: Mailroom): Work<Place>[] => [
  { name: 'reminders', run: place => remindOfPromises(court, place) },
  { name: 'tidying', run: ({ id }) => tidy(court.db, id, court.now()) },
  { name: 'letters', run: ({ id }) => sendDue(court, id, mailroom) },
]

export const placesOf = async (db: Database): Promise<Place[]> =>
  db.atTheDoor<Place>('sweep_programs', 'select program_id as id, time_zone as "timeZone" from door_programs()', [])
