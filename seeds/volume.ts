/** Volumes for the bench, straight into the tables. Run by `npm run seed -- --cases 100000 [--programs 3]`. */
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { Client } from 'pg'
import { starterRulebook } from '#court/programs'
import { CannotStart, readConfig } from '#platform/config'
import { asking, checkServer, openGround } from '#platform/ground'
import { migrate } from '#platform/migrate'
import { hashSecret } from '#platform/passwords'
import { mark, markOf } from '../src/demo.ts'
import { DEMO_PASSWORD } from './scene.ts'

export type Volume = { cases: number; programs: number }

/** What is there afterwards, with everything that was there before. */
export type Filled = Record<'programs' | 'cases' | 'jurors' | 'promises' | 'entries', number> & {
  coordinators: string[]
}

const inHouse = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Fills a database that has our tables; its coordinators sign in with the password of the demo. Needs a superuser: triggers rest meanwhile. */
export const fillVolume = async (url: string, { cases, programs }: Volume): Promise<Filled> => {
  const settings = {
    cases: String(cases),
    programs: String(programs),
    rules: JSON.stringify(starterRulebook('charlotte')),
    offence: 'shoplifting',
    password: await hashSecret(DEMO_PASSWORD),
  }
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    for (const [name, value] of Object.entries(settings))
      await client.query('select set_config($1, $2, false)', [`volume.${name}`, value])
    await client.query(await readFile(inHouse('volume.sql'), 'utf8'))
    return await countAll(client)
  } finally {
    await client.end()
  }
}

const countAll = async (client: Client): Promise<Filled> => {
  const { rows: counts } = await client.query<Omit<Filled, 'coordinators'>>(`select
    (select count(*) from v_program)::int as programs, (select count(*) from v_case)::int as cases, (select count(*) from v_juror)::int as jurors,
    (select count(*) from v_term)::int as promises, (select sum(h.seq) from register_heads h join v_program p on p.id = h.program_id)::int as entries`)
  const { rows } = await client.query<{ email: string }>(
    'select a.email from v_program p join accounts a on a.id = p.account_id order by p.n',
  )
  return { ...(counts[0] as Omit<Filled, 'coordinators'>), coordinators: rows.map(row => row.email) }
}

const MOST_CASES = 1_000_000
const MOST_PROGRAMS = 1000

/** What was asked for, or the sentence that says what is wrong with it. */
export const readVolume = (words: readonly string[]): Volume | string => {
  const read = optionsIn(words)
  if (typeof read === 'string') return read
  const [cases, programs] = [whole(read.cases, MOST_CASES), whole(read.programs ?? '1', MOST_PROGRAMS)]
  if (cases === null)
    return `--cases needs a whole number from 1 to ${MOST_CASES}, as in: npm run seed -- --cases 1000.`
  if (programs === null) return `--programs needs a whole number from 1 to ${MOST_PROGRAMS}.`
  return programs > cases ? '--programs may not be more than --cases.' : { cases, programs }
}

const whole = (word: string | undefined, most: number): number | null =>
  word !== undefined && /^[1-9]\d{0,6}$/.test(word) && Number(word) <= most ? Number(word) : null

const optionsIn = (words: readonly string[]): { cases?: string; programs?: string } | string => {
  const known = ['--cases', '--programs']
  const strange = words.find(word => word.startsWith('--') && !known.includes(word.split('=')[0] ?? ''))
  if (strange) return `There is no ${strange}; the seed takes --cases and --programs.`
  const { values, positionals } = parseArgs({
    args: [...words],
    options: { cases: { type: 'string' }, programs: { type: 'string' } },
    allowPositionals: true,
    strict: false,
  })
  if (positionals.length > 0) return `There is no place for ${positionals[0]}; the seed takes --cases and --programs.`
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]))
}

const say = (sentence: string): void => console.log(sentence)

const seed = async (volume: Volume): Promise<void> => {
  const config = readConfig(process.env)
  if (config.production)
    throw new CannotStart(['The seed is not for production: everybody knows the password of the people it makes.'])
  const ground = await openGround(config, say)
  try {
    for (const sentence of await checkServer(ground, config)) say(sentence)
    await migrate(ground.ownerUrl, inHouse('../drizzle'))
    const began = performance.now()
    const filled = await fillVolume(ground.ownerUrl, volume)
    await asking(ground.ownerUrl, async client => (await markOf(client)) ?? (await mark(client, 'told', randomUUID())))
    tell(filled, (performance.now() - began) / 1000)
  } finally {
    await ground.close()
  }
}

const tell = ({ coordinators, ...counts }: Filled, seconds: number): void => {
  const number = (count: number): string => count.toLocaleString('en')
  say(
    `Made in ${seconds.toFixed(1)} s: ${number(counts.programs)} programs with ${number(counts.cases)} cases, ${number(counts.jurors)} jurors, ` +
      `${number(counts.promises)} promises and ${number(counts.entries)} entries in their registers.`,
  )
  say(`Sign in as ${coordinators[0]} with the password ${DEMO_PASSWORD}.`)
}

const begin = async (): Promise<void> => {
  const volume = readVolume(process.argv.slice(2))
  if (typeof volume === 'string') throw new CannotStart([volume])
  await seed(volume)
}

if (import.meta.main) {
  await begin().catch((fault: Error) => {
    console.error(fault instanceof CannotStart ? fault.message : `The seed could not be laid: ${fault.message}`)
    process.exitCode = 1
  })
}
