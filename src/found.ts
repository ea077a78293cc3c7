/** Founds a program and its first coordinator. Run by the operator: `npm run found -- --help`. */
import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Client } from 'pg'
import { type Actor, act, type Court } from '#court'
import { addAccount } from '#court/accounts'
import { type Founding, foundProgram, type GridName, gridNames, starterRulebook } from '#court/programs'
import { enter } from '#court/register'
import { CannotStart, readConfig } from '#platform/config'
import { openDatabase, refusedBy } from '#platform/database'
import { asking, openGround } from '#platform/ground'
import { migrate } from '#platform/migrate'
import { isRefusal } from '#platform/refusal'
import { dayIn } from '#platform/time'

const HELP = `npm run found -- --slug oak --name "Oak County Youth Court" --zone America/Chicago --phone 555-0100
  --place "1 Oak Street" --coordinator "Dana Whitfield" --email dana@oak.example [--grid ${gridNames.join('|')}]
The program starts with the offences, clocks and grid that its coordinator then makes its own under Settings.`

const options = {
  slug: { type: 'string' },
  name: { type: 'string' },
  zone: { type: 'string' },
  phone: { type: 'string' },
  place: { type: 'string' },
  coordinator: { type: 'string' },
  email: { type: 'string' },
  grid: { type: 'string', default: 'charlotte' },
  help: { type: 'boolean', default: false },
} as const

type Wish = Record<'slug' | 'name' | 'zone' | 'phone' | 'place' | 'coordinator' | 'email', string> & { grid: GridName }

const readWish = (args: string[]): Wish => {
  const { values } = parseArgs({ args, options })
  const missing = Object.keys(options).filter(name => values[name as keyof typeof values] === undefined)
  const grid = gridNames.find(name => name === values.grid)
  if (values.help || missing.length > 0 || !grid) throw new CannotStart([HELP])
  if (!Intl.supportedValuesOf('timeZone').includes(values.zone ?? ''))
    throw new CannotStart([`--zone must be a time zone like America/Chicago, and is "${values.zone}".`])
  return { ...(values as Wish), grid }
}

const foundingFor = (wish: Wish, at: Date): Founding => ({
  slug: wish.slug,
  name: wish.name,
  shortName: 'Youth court',
  timeZone: wish.zone,
  languages: ['en', 'es', 'fr'],
  helpPhone: wish.phone,
  place: wish.place,
  rules: starterRulebook(wish.grid),
  effectiveFrom: dayIn(wish.zone, at),
  at,
})

/** Nobody is signed in: the register names no account beside what the operator did. */
const operator = (programId: string, wish: Wish): Actor => ({
  programId,
  accountId: null as unknown as string,
  personId: null,
  role: 'clockwork',
  sessionId: null,
  membershipId: null,
  name: 'operator',
  timeZone: wish.zone,
  programName: wish.name,
  once: null,
})

/** Gives the first coordinator an account. One who has an account with this e-mail keeps its password. */
const hire = (court: Court, programId: string, wish: Wish, password: string) => {
  const hand = operator(programId, wish)
  return act(court, hand, async tx => {
    const { email, coordinator: displayName } = wish
    const added = await addAccount(court, tx, hand, { email, displayName, password, role: 'coordinator' })
    if (isRefusal(added)) return added
    const { membershipId } = added
    await enter(court, tx, hand, { act: 'program-founded', thing: 'program', thingId: programId })
    await enter(court, tx, hand, {
      act: 'account-given',
      thing: 'membership',
      thingId: membershipId,
      particulars: { role: 'coordinator' },
    })
    return added
  })
}

const run = async (wish: Wish): Promise<void> => {
  const ground = await openGround(readConfig(process.env), sentence => console.log(sentence))
  try {
    await migrate(ground.ownerUrl, fileURLToPath(new URL('../drizzle', import.meta.url)))
    const at = new Date()
    const found = (client: Client) => foundProgram(client, foundingFor(wish, at))
    const { programId } = await asking(ground.ownerUrl, found)
    const db = openDatabase({ url: ground.url, role: 'peer_jury_app', connections: 1 })
    const password = randomBytes(12).toString('base64url')
    const court = { db, figures: db, now: () => at, seed: () => '' }
    const hired = await hire(court, programId, wish, password).finally(db.close)
    if (isRefusal(hired)) throw new Error(`the coordinator got no account: ${hired.refused}`)
    console.log(`${wish.name} is founded. ${wish.coordinator} signs in with ${wish.email} and the password ${password}`)
    console.log('Whoever had an account with this e-mail before keeps the password they had.')
  } finally {
    await ground.close()
  }
}

/** What went wrong, without what was typed. */
const sentenceOf = (fault: unknown): string => {
  if (fault instanceof CannotStart) return fault.message
  if (refusedBy(fault)?.constraint === 'programs_slug_unique') return 'There is a program of this --slug already.'
  return `No program was founded. ${(fault as Error).message}`
}

try {
  await run(readWish(process.argv.slice(2)))
} catch (fault) {
  console.error(sentenceOf(fault))
  process.exitCode = 1
}
