import { resolve } from 'node:path'
import { type Environment, readConfig, CannotStart } from '#platform/config'
import { describe, expect, test } from 'vitest'

const refusals = (environment: Environment): readonly string[] => {
  try {
    readConfig(environment)
    return []
  } catch (fault) {
    if (fault instanceof CannotStart) return fault.sentences
    throw fault
  }
}

const sound = {
  NODE_ENV: 'production',
  PUBLIC_ORIGIN: 'https://court.example.org',
  DATABASE_URL: 'postgresql://court:vT9-kk2Pq8Lm4xZ1@db.example.org/court',
}

describe('The settings', () => {
  test('need nothing to be set on a laptop', () => {
    expect(readConfig({})).toEqual({
      production: false,
      host: '127.0.0.1',
      port: 3000,
      publicOrigin: 'http://127.0.0.1:3000',
      proxies: 0,
      databaseUrl: null,
      migratorUrl: null,
      durabilityAccepted: false,
      dataDir: resolve('data'),
      mail: { way: 'folder', folder: resolve('data/mail') },
      mailFrom: 'no-reply@127.0.0.1',
      demo: true,
      logLevel: 'info',
    })
  })

  test('count an empty word as not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: ' ', MAIL_DIR: '' })).toEqual(readConfig({}))
  })

  test('follow the address that is given', () => {
    expect(readConfig({ HOST: '::1', PORT: '8080' }).publicOrigin).toBe('http://[::1]:8080')
    expect(readConfig({ HOST: '0.0.0.0', PUBLIC_ORIGIN: 'http://court.local:8080/' }).publicOrigin).toBe(
      'http://court.local:8080',
    )
    expect(readConfig({ DATA_DIR: '/srv/court' }).mail).toEqual({ way: 'folder', folder: '/srv/court/mail' })
  })

  test.each([
    [{ PORT: 'http' }, 'PORT must be a whole number from 1 to 65535, and is "http".'],
    [{ PORT: '70000' }, 'PORT must be a whole number from 1 to 65535, and is "70000".'],
    [{ HOST: 'a b' }, 'HOST must be the name or number of a network address of this machine, and is "a b".'],
    [{ NODE_ENV: 'prod' }, 'NODE_ENV must be development or test or production, and is "prod".'],
    [{ DEMO: 'true' }, 'DEMO must be yes or no, and is "true".'],
    [
      { PUBLIC_ORIGIN: 'court.example.org' },
      'PUBLIC_ORIGIN must be http:// or https:// and a name, without a path, and is "court.example.org".',
    ],
    [
      { PUBLIC_ORIGIN: 'https://a.org/court' },
      'PUBLIC_ORIGIN must be http:// or https:// and a name, without a path, and is "https://a.org/court".',
    ],
    [{ PROXIES: '-1' }, 'PROXIES must be a whole number from 0 to 5, and is "-1".'],
    [
      { HOST: '0.0.0.0' },
      'PUBLIC_ORIGIN must be set when HOST stands for every network: it is the address that people type.',
    ],
    [{ SMTP_URL: 'smtp://mail' }, 'MAIL_FROM must be set together with SMTP_URL: it is the sender of every letter.'],
    [{ MAIL_FROM: 'the court' }, 'MAIL_FROM must be an e-mail address, and is "the court".'],
    [
      { MAIL_DIR: '/m', SMTP_URL: 'smtp://m', MAIL_FROM: 'a@b.org' },
      'MAIL_DIR and SMTP_URL exclude each other: unset one of them.',
    ],
    [{ MIGRATOR_URL: 'postgresql://m@h/d' }, 'MIGRATOR_URL is of use only together with DATABASE_URL.'],
  ])('are refused in one sentence: %o', (environment, sentence) => {
    expect(refusals(environment)).toEqual([sentence])
  })

  test('are all refused at once when several are wrong', () => {
    expect(refusals({ PORT: 'x', DEMO: 'perhaps', HOST: '0.0.0.0' })).toHaveLength(3)
  })

  test('never repeat a password', () => {
    const [sentence] = refusals({ DATABASE_URL: 'mysql://court:hunter2@db/court' })
    expect(sentence).toBe('DATABASE_URL must be an address like postgresql://login:password@host/database.')
  })
})

describe('In production', () => {
  test('a sound set of settings is taken, and no demo is told', () => {
    expect(readConfig(sound)).toMatchObject({
      production: true,
      demo: false,
      publicOrigin: 'https://court.example.org',
    })
  })

  test('an address and a database of its own are needed', () => {
    expect(refusals({ NODE_ENV: 'production' })).toEqual([
      'PUBLIC_ORIGIN must be set in production: forms are only taken from there.',
      'DATABASE_URL must be set in production: the built-in database is for one small court; EMBEDDED=accept takes it all the same.',
    ])
  })

  test('the built-in database is taken when somebody answers for it', () => {
    const { DATABASE_URL: _, ...rest } = sound
    expect(readConfig({ ...rest, EMBEDDED: 'accept' }).databaseUrl).toBeNull()
  })

  test('the demo is refused', () => {
    expect(refusals({ ...sound, DEMO: 'yes' })).toEqual([
      'DEMO must be no in production: everybody knows the passwords of the demo.',
    ])
  })

  test.each([
    ['http://court.example.org', 1],
    ['http://127.0.0.1.example.org', 1],
    ['http://localhost:3000', 0],
    ['http://127.0.0.1:3000', 0],
    ['http://[::1]:3000', 0],
  ])('plain http is for one machine only: %s', (origin, count) => {
    expect(refusals({ ...sound, PUBLIC_ORIGIN: origin })).toHaveLength(count)
  })

  test.each([
    'short',
    'password',
    'PostgresPassword',
    'peer-jury-secret',
    '123456789012',
    'aaaaaaaaaaaaaaaa',
    'courtcourtcourt-login',
  ])('a password that can be guessed is refused: %s', password => {
    const user = 'courtcourtcourt-login'
    const url = `postgresql://${user}:${password}@db/court`
    expect(refusals({ ...sound, DATABASE_URL: url })).toEqual([
      'DATABASE_URL holds a password that can be guessed: use 12 random characters or more.',
    ])
  })

  test('a login without a password is proved in another way', () => {
    expect(refusals({ ...sound, DATABASE_URL: 'postgresql://court@/court?host=/run/postgresql' })).toEqual([])
  })
})
