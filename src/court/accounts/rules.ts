import { type Refusal, refuse } from '#platform/refusal'
import type { Role } from './roles.ts'

const LEAST = 10
const MOST = 200

export type PasswordRefusal = Refusal<'password-too-short' | 'password-too-long' | 'password-too-common'>

/** A password has ten signs or more, and is none of those that everybody tries first. */
export const mayBePassword = (password: string, email: string): PasswordRefusal | null => {
  const signs = Array.from(password).length
  if (signs < LEAST) return refuse('password-too-short')
  if (signs > MOST) return refuse('password-too-long')
  const plain = password.toLowerCase().replaceAll(/\s/g, '')
  const known =
    common.has(plain) || isSeries(plain) || plain === email.toLowerCase() || withoutEnd(plain) === localPart(email)
  return known || common.has(withoutEnd(plain)) ? refuse('password-too-common') : null
}

export type NewPasswordRefusal = PasswordRefusal | Refusal<'password-unchanged'>

/** A new password is another one than that which somebody else may know by now. */
export const mayBecomePassword = (next: string, current: string, email: string): NewPasswordRefusal | null =>
  next === current ? refuse('password-unchanged') : mayBePassword(next, email)

export type EndRefusal = Refusal<'last-coordinator' | 'not-held'>

/** A court is never without a coordinator: the last one stays until there is another. */
export const mayEndRole = (held: { role: Role; endedAt: Date | null }, coordinators: number): EndRefusal | null => {
  if (held.endedAt !== null) return refuse('not-held')
  return held.role === 'coordinator' && coordinators <= 1 ? refuse('last-coordinator') : null
}

/** 'summertime2026!' is 'summertime' to anybody who guesses. */
const withoutEnd = (plain: string): string => plain.replace(/[\d\W_]+$/, '')

const localPart = (email: string): string => email.toLowerCase().split('@')[0] ?? ''

/** One sign or one short piece again and again, or a run of the keyboard. */
const isSeries = (plain: string): boolean =>
  /^(.{1,4})\1+.{0,3}$/.test(plain) || runs.some(run => run.includes(plain) || backwards(run).includes(plain))

const backwards = (run: string): string => run.split('').toReversed().join('')

const runs = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  '1q2w3e4r5t6y7u8i9o0p',
  '1qaz2wsx3edc4rfv5tgb6yhn',
]

const common: ReadonlySet<string> = new Set([
  'password',
  'passwords',
  'passw0rd',
  'p@ssword',
  'p@ssw0rd',
  'password123',
  'password1234',
  'password12',
  'mypassword',
  'newpassword',
  'changeme',
  'changemenow',
  'letmein',
  'letmeinnow',
  'welcome',
  'welcome123',
  'administrator',
  'admin',
  'iloveyou',
  'iloveyouso',
  'sunshine',
  'princess',
  'football',
  'baseball',
  'basketball',
  'superman',
  'batman',
  'starwars',
  'trustno1',
  'whatever',
  'monkey',
  'dragon',
  'shadow',
  'master',
  'liverpool',
  'chelsea',
  'arsenal',
  'charlie',
  'michael',
  'jennifer',
  'jessica',
  'computer',
  'internet',
  'samsung',
  'pokemon',
  'minecraft',
  'fortnite',
  'blink182',
  'qwerty',
  'qwertyuiop',
  'qwerty123456',
  'q1w2e3r4t5',
  'asdfghjkl',
  'zxcvbnm',
  'abc123',
  'aa123456',
  'a123456789',
  'google',
  'facebook',
  'correcthorse',
  'correcthorsebatterystaple',
  'summertime',
  'wintertime',
  'springtime',
  'christmas',
  'youthcourt',
  'peerjury',
  'teencourt',
  'juvenilecourt',
  'probation',
  'coordinator',
])
