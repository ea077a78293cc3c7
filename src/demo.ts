/** A fictional county for an empty database, and the people as whom one can sign in to it. */
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Client } from 'pg'
import type { Court } from '#court'
import { CannotStart, type Config } from '#platform/config'
import { asking, type Ground, startOver } from '#platform/ground'

/** Somebody to sign in as: with an e-mail address and a password, or with the code of a slip. */
export type DemoPerson = { program: string; role: string; name: string; signIn: string; password: string | null }

type TellStory = (court: Court, adminUrl: string) => Promise<DemoPerson[]>

/** A database remembers that it was made for the demo, and which. */
const MARK = /^A demo (?<state>begun|told): (?<demo>[0-9a-f-]{36})$/

export const markOf = async (client: Client): Promise<{ state: string; demo: string } | null> => {
  const { rows } = await client.query<{ mark: string | null }>(
    `select obj_description(to_regclass('public.programs'), 'pg_class') as mark`,
  )
  return (MARK.exec(rows[0]?.mark ?? '')?.groups as { state: string; demo: string } | undefined) ?? null
}

export const mark = (client: Client, state: 'begun' | 'told', demo: string): Promise<unknown> =>
  client.query(`comment on table programs is 'A demo ${state}: ${demo}'`)

/** Before the migrations: a demo that was cut short begins anew, and a demo is no place for real young people. */
export const clearDemo = async (ground: Ground, config: Config): Promise<void> => {
  const found = await asking(ground.ownerUrl, markOf)
  if (found && config.production) {
    throw new CannotStart([
      `${ground.own ? 'DATA_DIR holds' : 'DATABASE_URL leads to'} a database of the demo, whose passwords everybody knows: use another one in production.`,
    ])
  }
  if (found?.state !== 'begun') return
  if (!ground.own)
    throw new CannotStart(['DATABASE_URL leads to a demo that was cut short while it was told: use an empty database.'])
  await startOver(ground)
}

/** After the migrations: tells the story if nothing is there yet, and gives its people. */
export const demoPeople = async (
  court: Court,
  ground: Ground,
  config: Config,
  say: (sentence: string) => void,
): Promise<DemoPerson[]> => {
  const [told, programs] = await asking(
    ground.ownerUrl,
    async client => [await markOf(client), await programsIn(client)] as const,
  )
  if (told) return remembered(config, told.demo)
  if (!config.demo || programs > 0 || !existsSync(story)) return []
  say('Telling the demo; this happens once and takes some seconds.')
  return tell(court, ground, config)
}

/** Where a program is installed without its seeds, there is no story to tell. */
const story = fileURLToPath(new URL('../seeds/story.ts', import.meta.url))

const programsIn = async (client: Client): Promise<number> =>
  Number((await client.query<{ count: string }>('select count(*) from programs')).rows[0]?.count)

const tell = async (court: Court, ground: Ground, config: Config): Promise<DemoPerson[]> => {
  const demo = randomUUID()
  await asking(ground.ownerUrl, client => mark(client, 'begun', demo))
  const { tellStory } = (await import(story)) as { tellStory: TellStory }
  const people = await tellStory(court, ground.ownerUrl)
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 })
  await writeFile(peopleFile(config), JSON.stringify({ demo, people }, null, 2), { mode: 0o600 })
  await asking(ground.ownerUrl, client => mark(client, 'told', demo))
  return people
}

const peopleFile = ({ dataDir }: Config): string => join(dataDir, 'demo-people.json')

/** The people of another demo are of no use here. */
const remembered = async (config: Config, demo: string): Promise<DemoPerson[]> => {
  const file = peopleFile(config)
  if (!existsSync(file)) return []
  const kept = JSON.parse(await readFile(file, 'utf8')) as { demo: string; people: DemoPerson[] }
  return kept.demo === demo ? kept.people : []
}

/** A table that can be read at once: who there is and how to sign in. */
export const tableOf = (people: readonly DemoPerson[]): string => {
  const rows = [
    ['Court', 'Who', 'Name', 'Sign in with', 'Password'],
    ...people.map(one => [one.program, one.role, one.name, one.signIn, one.password ?? '']),
  ]
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map(row => row[column]!.length)))
  return rows
    .map(
      row =>
        `  ${row
          .map((word, column) => word.padEnd(widths[column]!))
          .join('  ')
          .trimEnd()}`,
    )
    .join('\n')
}
