import { emptyForm, type Form } from '#platform/forms'
import type { Chrome, Page } from '#platform/page'
import type { WayInProps } from '#platform/parts'
import { qrOf } from '#platform/qr'
import type { Day } from '#platform/time'
import { type Language, type PlainKey, said, speak } from '#words'
import type { Hat, OwnSession } from './door.ts'
import { roleWord, roleWords } from './pages/roles.ts'
import { isStaffRole } from './roles.ts'

export { type PasswordPage, passwordPage } from './pages/password.ts'
export { type RenewalMailPage, type RenewalPage } from './pages/renewal.ts'
export { roleWord } from './pages/roles.ts'
export {
  type EndRolePage,
  type FirstPage,
  type RenewPage,
  type RoleFormProps,
  type StaffPage,
  type StaffTable,
} from './pages/staff.ts'

export type SignInPage = Page<'accounts/in', { form: Form; to: string; problem: PlainKey | null }>

/** `to` is where somebody wanted to go when they were asked to sign in. */
export const signInPage = (form: Form, to: string, problem: PlainKey | null = null): SignInPage => ({
  view: 'accounts/in',
  layout: 'door',
  title: said('accounts.in'),
  form,
  to,
  problem,
})

export type SlipPage = Page<
  'accounts/slip',
  {
    form: Form
    problem: PlainKey | null
    /** A page that was opened with a slip was left alone for too long. */
    ended: boolean
    /** Who is signed in on this browser already. */
    here: { name: string; href: string } | null
  }
>

type SlipAnswer = Partial<Pick<SlipPage, 'problem' | 'ended' | 'here'>>

export const slipPage = (
  form: Form = emptyForm(),
  { problem = null, ended = false, here = null }: SlipAnswer = {},
): SlipPage => ({
  view: 'accounts/slip',
  layout: 'door',
  title: said('accounts.slip'),
  form,
  problem,
  ended,
  here,
})

/** What a slip says to the one who gets it; browsers add the https:// that nobody need type. The camera's way brings the code behind a #, which no server and no log ever sees. */
export const wayIn = (
  language: Language,
  { address, code, until }: { address: string; code: string; until: Day },
): WayInProps => {
  const t = speak(language)
  return {
    open: t('accounts.way.open'),
    address: address.replace(/^https:\/\//, ''),
    type: t('accounts.way.type'),
    code,
    scan: t('accounts.way.scan'),
    qr: qrOf(`${address}#${code}`),
    until: t('accounts.way.until', { until }),
  }
}

export type HatRow = { membershipId: string; program: string; role: PlainKey; worn: boolean }
export type HatsProps = { hats: readonly HatRow[] }

const hatRows = (hats: readonly Hat[], worn: string | null): HatRow[] =>
  hats.map(({ membershipId, programName, role }) => ({
    membershipId,
    program: programName,
    role: roleWords[role],
    worn: membershipId === worn,
  }))

export type ChoosePage = Page<'accounts/choose', HatsProps>

export const choosePage = (hats: readonly Hat[]): ChoosePage => ({
  view: 'accounts/choose',
  layout: 'door',
  title: said('accounts.choose'),
  hats: hatRows(hats, null),
})

export type SessionRow = { id: string; program: string; role: PlainKey; started: Date; seen: Date; isThis: boolean }

export type MePage = Page<
  'accounts/me',
  {
    name: string
    program: string
    role: PlainKey
    hats: readonly HatRow[]
    sessions: readonly SessionRow[]
    language: Language
    theme: Chrome['theme']
    /** Those who come with a slip have no password. */
    hasPassword: boolean
    runsCourt: boolean
    problem: PlainKey | null
  }
>

type Me = { name: string; programName: string; role: string; membershipId: string | null }

export const mePage = (
  me: Me,
  chrome: Chrome,
  hats: readonly Hat[],
  sessions: readonly OwnSession[],
  problem: PlainKey | null = null,
): MePage => ({
  view: 'accounts/me',
  title: said('accounts.me'),
  name: me.name,
  program: chrome.program,
  role: roleWord(me.role),
  hats: hats.length > 1 ? hatRows(hats, me.membershipId) : [],
  sessions: sessions.map(rowOf),
  language: chrome.language,
  theme: chrome.theme,
  hasPassword: isStaffRole(me.role),
  runsCourt: me.role === 'coordinator',
  problem,
})

const rowOf = (session: OwnSession): SessionRow => ({
  id: session.sessionId,
  program: session.programName,
  role: roleWord(session.role),
  started: session.startedAt,
  seen: session.seenAt,
  isThis: session.isThis,
})

export type HelpPage = Page<'accounts/help', { phone: string | null; place: string | null }>

export const helpPage = (
  signedIn: boolean,
  { phone, place }: { phone: string | null; place: string | null },
): HelpPage => ({
  view: 'accounts/help',
  layout: signedIn ? 'court' : 'door',
  title: said('platform.help'),
  phone,
  place,
})
