/** What the environment says, read once when the program starts. A wrong value stops the start with a sentence. */
import { join, resolve } from 'node:path'
import { z } from 'zod'

export type MailConfig = { way: 'folder'; folder: string } | { way: 'smtp'; url: string }

export type Config = {
  production: boolean
  host: string
  port: number
  /** The address that people type, without a path. Forms are only taken from there. */
  publicOrigin: string
  /** How many reverse proxies stand before us; their word on the visitor's address is believed. */
  proxies: number
  /** Null: the PostgreSQL that comes with the program. */
  databaseUrl: string | null
  /** Null: migrations use the same login as the pages. */
  migratorUrl: string | null
  /** Somebody answers for a server of which PostgreSQL says that it may lose what was saved. */
  durabilityAccepted: boolean
  dataDir: string
  mail: MailConfig
  mailFrom: string
  /** Whether an empty database gets the story of a fictional county. */
  demo: boolean
  logLevel: (typeof logLevels)[number]
}

export type Environment = Readonly<Record<string, string | undefined>>

/** The program cannot start; each sentence says why, and what to do about it. */
export class CannotStart extends Error {
  readonly sentences: readonly string[]
  constructor(sentences: readonly string[]) {
    super(sentences.join('\n'))
    this.name = 'CannotStart'
    this.sentences = sentences
  }
}

export const readConfig = (environment: Environment): Config => {
  const given = withoutEmpty(environment)
  const read = variables.safeParse(given)
  const wrong = new Map(read.error?.issues.map(issue => [String(issue.path[0]), issue.message]))
  const sound =
    read.data ?? variables.parse(Object.fromEntries(Object.entries(given).filter(([name]) => !wrong.has(name))))
  const refusals = contradictions(sound).filter(({ name }) => !wrong.has(name))
  const sentences = [
    ...[...wrong].map(([name, why]) => `${name} ${why}${shown(name, given[name])}.`),
    ...refusals.map(({ name, why }) => `${name} ${why}.`),
  ]
  if (sentences.length > 0) throw new CannotStart(sentences)
  return configFrom(sound)
}

/** `PORT=` in a file of settings means the same as no PORT at all. */
const withoutEmpty = (environment: Environment): Environment =>
  Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''))

/** An address may hold a password, so it is not repeated. */
const shown = (name: string, value: string | undefined): string => (name.endsWith('_URL') ? '' : `, and is "${value}"`)

const whole = (least: number, most: number, otherwise: number) => {
  const why = `must be a whole number from ${least} to ${most}`
  return z
    .string()
    .regex(/^\d{1,6}$/, why)
    .transform(Number)
    .refine(n => n >= least && n <= most, why)
    .default(otherwise)
}
const address = (why: string, ...protocols: string[]) =>
  z.string().refine(text => protocols.includes(URL.parse(text.replace('@/', '@localhost/'))?.protocol ?? ''), why)
const database = address(
  'must be an address like postgresql://login:password@host/database',
  'postgresql:',
  'postgres:',
)
const one = <const Word extends string>(words: readonly Word[]) =>
  z.enum(words, { error: `must be ${words.join(' or ')}` })

const logLevels = ['silent', 'error', 'warn', 'info'] as const

const isOrigin = (text: string): boolean =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).href === `${new URL(text).origin}/`

const variables = z.object({
  NODE_ENV: one(['development', 'test', 'production']).default('development'),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'must be the name or number of a network address of this machine')
    .default('127.0.0.1'),
  PORT: whole(1, 65_535, 3000),
  PUBLIC_ORIGIN: z.string().refine(isOrigin, 'must be http:// or https:// and a name, without a path').optional(),
  PROXIES: whole(0, 5, 0),
  DATABASE_URL: database.optional(),
  MIGRATOR_URL: database.optional(),
  EMBEDDED: one(['accept']).optional(),
  DURABILITY: one(['accept']).optional(),
  DATA_DIR: z.string().default('./data'),
  MAIL_DIR: z.string().optional(),
  SMTP_URL: address('must be an address like smtps://login:password@host', 'smtp:', 'smtps:').optional(),
  MAIL_FROM: z.email('must be an e-mail address').optional(),
  DEMO: one(['yes', 'no']).optional(),
  LOG_LEVEL: one(logLevels).default('info'),
})

type Values = z.infer<typeof variables>
type Contradiction = { name: keyof Values; why: string }

const contradictions = (given: Values): Contradiction[] => [
  ...anywhere(given),
  ...(given.NODE_ENV === 'production' ? inProduction(given) : []),
]

const anywhere = (given: Values): Contradiction[] =>
  when([
    [Boolean(given.MIGRATOR_URL && !given.DATABASE_URL), 'MIGRATOR_URL', 'is of use only together with DATABASE_URL'],
    [Boolean(given.MAIL_DIR && given.SMTP_URL), 'MAIL_DIR', 'and SMTP_URL exclude each other: unset one of them'],
    [
      Boolean(given.SMTP_URL && !given.MAIL_FROM),
      'MAIL_FROM',
      'must be set together with SMTP_URL: it is the sender of every letter',
    ],
    [
      ['0.0.0.0', '::'].includes(given.HOST) && !given.PUBLIC_ORIGIN,
      'PUBLIC_ORIGIN',
      'must be set when HOST stands for every network: it is the address that people type',
    ],
  ])

const inProduction = (given: Values): Contradiction[] =>
  when([
    [given.DEMO === 'yes', 'DEMO', 'must be no in production: everybody knows the passwords of the demo'],
    [!given.PUBLIC_ORIGIN, 'PUBLIC_ORIGIN', 'must be set in production: forms are only taken from there'],
    [
      isPlainHttp(given.PUBLIC_ORIGIN),
      'PUBLIC_ORIGIN',
      'must begin with https:// in production: names of young people travel over it',
    ],
    [
      !given.DATABASE_URL && given.EMBEDDED !== 'accept',
      'DATABASE_URL',
      'must be set in production: the built-in database is for one small court; EMBEDDED=accept takes it all the same',
    ],
    ...(['DATABASE_URL', 'MIGRATOR_URL', 'SMTP_URL'] as const).map(
      name =>
        [
          isGuessable(given[name]),
          name,
          'holds a password that can be guessed: use 12 random characters or more',
        ] as const,
    ),
  ])

const when = (rules: readonly (readonly [boolean, keyof Values, string])[]): Contradiction[] =>
  rules.filter(([isSo]) => isSo).map(([, name, why]) => ({ name, why }))

const isPlainHttp = (origin: string | undefined): boolean => {
  if (!origin) return false
  const { protocol, hostname } = new URL(origin)
  return protocol === 'http:' && !['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}

/** Made of nothing but such words, in any order and with any signs between. */
const commonWords =
  /^(pass(word)?|postgres(ql)?|peer|jury|court|change|me|secret|admin|root|test|demo|letmein|qwerty|\d+|[\W_]+)+$/i

/** No password at all is fine: then the login is proved in another way, by a certificate or by the machine's own user. */
const isGuessable = (url: string | undefined): boolean => {
  if (!url) return false
  const { username, password } = new URL(url.replace('@/', '@localhost/'))
  if (password === '') return false
  return password.length < 12 || password === username || commonWords.test(password) || new Set(password).size < 5
}

const configFrom = (given: Values): Config => {
  const publicOrigin = new URL(
    given.PUBLIC_ORIGIN ?? `http://${given.HOST.includes(':') ? `[${given.HOST}]` : given.HOST}:${given.PORT}`,
  )
  const dataDir = resolve(given.DATA_DIR)
  return {
    production: given.NODE_ENV === 'production',
    host: given.HOST,
    port: given.PORT,
    publicOrigin: publicOrigin.origin,
    proxies: given.PROXIES,
    databaseUrl: given.DATABASE_URL ?? null,
    migratorUrl: given.MIGRATOR_URL ?? null,
    durabilityAccepted: given.DURABILITY === 'accept',
    dataDir,
    mail: given.SMTP_URL
      ? { way: 'smtp', url: given.SMTP_URL }
      : { way: 'folder', folder: resolve(given.MAIL_DIR ?? join(dataDir, 'mail')) },
    mailFrom: given.MAIL_FROM ?? `no-reply@${publicOrigin.hostname.replaceAll(/[[\]]/g, '')}`,
    demo: given.NODE_ENV !== 'production' && given.DEMO !== 'no',
    logLevel: given.LOG_LEVEL,
  }
}
