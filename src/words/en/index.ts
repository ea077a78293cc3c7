/** All English texts: one file for each room, in the order of the rooms. */
import type { Text } from '#platform/texts'
import { accounts } from './accounts.ts'
import { casefile } from './casefile.ts'
import { cases } from './cases.ts'
import { credits } from './credits.ts'
import { dispositions } from './dispositions.ts'
import { hearings } from './hearings.ts'
import { home } from './home.ts'
import { jurors } from './jurors.ts'
import { jury } from './jury.ts'
import { notices } from './notices.ts'
import { obligations } from './obligations.ts'
import { outcomes } from './outcomes.ts'
import { people } from './people.ts'
import { platform } from './platform.ts'
import { programs } from './programs.ts'
import { referrals } from './referrals.ts'
import { register } from './register.ts'
import { reports } from './reports.ts'

/** Checks once more, for a file that forgot to: each key starts with the name of its file. */
type Housed<Files> = {
  [File in keyof Files]: {
    [Key in keyof Files[File]]: Key extends `${File & string}.${string}` ? Text<'en'> : never
  }
}

const housed = <Files>(files: Files & Housed<Files>): Files => files

const files = housed({
  platform,
  programs,
  accounts,
  register,
  people,
  notices,
  referrals,
  cases,
  jurors,
  hearings,
  jury,
  dispositions,
  obligations,
  credits,
  outcomes,
  casefile,
  home,
  reports,
})

type Files = typeof files
type Keys = { [File in keyof Files]: keyof Files[File] & string }[keyof Files]
type TextOf<Key extends string> = Key extends `${infer File extends keyof Files}.${string}`
  ? Key extends keyof Files[File]
    ? Files[File][Key]
    : never
  : never

export const en: { readonly [Key in Keys]: TextOf<Key> } = Object.assign({}, ...Object.values(files))
