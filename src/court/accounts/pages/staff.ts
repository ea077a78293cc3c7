/** Who works in a court, and the paper that a new member of staff is handed. */
import { emptyForm, type Form } from '#platform/forms'
import type { Page } from '#platform/page'
import { type PlainKey, type Said, said } from '#words'
import type { MailRefusal } from '../actions/mailing.ts'
import type { RenewRefusal } from '../actions/renewal.ts'
import type { StaffMember } from '../records.ts'
import { type StaffRole, staffRoles } from '../roles.ts'
import { type EndRefusal, mayEndRole } from '../rules.ts'
import { roleWord, roleWords } from './roles.ts'

export type StaffRefusal = (EndRefusal | RenewRefusal | MailRefusal)['refused'] | 'already-held'

const inWords: Record<StaffRefusal, PlainKey> = {
  'already-held': 'accounts.staff.refused.already-held',
  'own-password': 'accounts.staff.refused.own-password',
  'works-elsewhere': 'accounts.staff.refused.works-elsewhere',
  'mailed-often': 'accounts.staff.refused.mailed-often',
  'not-mailed': 'accounts.staff.refused.not-mailed',
  'last-coordinator': 'accounts.staff.refused.last-coordinator',
  'not-held': 'accounts.staff.refused.not-held',
}

const mayWords: Record<StaffRole, PlainKey> = {
  coordinator: 'accounts.staff.may.coordinator',
  facilitator: 'accounts.staff.may.facilitator',
  officer: 'accounts.staff.may.officer',
  evaluator: 'accounts.staff.may.evaluator',
}

export type StaffRow = {
  name: string
  role: PlainKey
  agency: string
  isYou: boolean
  end: string | null
  renew: string | null
}
export type StaffTable = { people: number; rows: readonly StaffRow[] }
export type RoleChoice = { value: StaffRole; label: PlainKey; may: PlainKey }
export type RoleFormProps = { form: Form; roles: readonly RoleChoice[] }

export type StaffPage = Page<
  'accounts/staff',
  { program: string; staff: StaffTable; form: Form; roles: readonly RoleChoice[]; problem: Said | null }
>

type Desk = { programName: string; accountId: string }

/** A form that was not taken, and why. */
export type StaffAnswer = { form?: Form; refused?: StaffRefusal }

export const staffPage = (
  { programName, accountId }: Desk,
  members: readonly StaffMember[],
  { form = emptyForm(), refused }: StaffAnswer = {},
): StaffPage => ({
  view: 'accounts/staff',
  title: said('accounts.staff'),
  program: programName,
  staff: { people: new Set(members.map(one => one.accountId)).size, rows: rowsOf(members, accountId) },
  form,
  roles: staffRoles.map(role => ({ value: role, label: roleWords[role], may: mayWords[role] })),
  problem: refused ? said(inWords[refused]) : null,
})

const rowsOf = (members: readonly StaffMember[], me: string): StaffRow[] =>
  members.map(one => ({
    name: one.displayName,
    role: roleWord(one.role),
    agency: one.agency ?? '',
    isYou: one.accountId === me,
    end: mayEndRole(one, coordinatorsIn(members)) ? null : `/settings/staff/${one.membershipId}/end`,
    renew: one.accountId === me ? null : `/settings/staff/${one.membershipId}/password`,
  }))

export const coordinatorsIn = (members: readonly Pick<StaffMember, 'role'>[]): number =>
  members.filter(one => one.role === 'coordinator').length

export type EndRolePage = Page<
  'accounts/end',
  { name: string; role: PlainKey; post: string; leads: boolean; own: boolean }
>

/** `worn` is the role in which the coordinator is here. */
export const endRolePage = ({ membershipId, displayName, role }: StaffMember, worn: string | null): EndRolePage => ({
  view: 'accounts/end',
  title: said('accounts.end'),
  name: displayName,
  role: roleWord(role),
  post: `/settings/staff/${membershipId}/end`,
  leads: role === 'facilitator' || role === 'coordinator',
  own: membershipId === worn,
})

export type RenewPage = Page<'accounts/renew', { name: string; post: string; elsewhere: boolean }>

/** `elsewhere`: they work in another court too, so a code is mailed to them and no password is shown. */
export const renewPage = ({ membershipId, displayName }: StaffMember, elsewhere: boolean): RenewPage => ({
  view: 'accounts/renew',
  title: said('accounts.renew'),
  name: displayName,
  post: `/settings/staff/${membershipId}/password`,
  elsewhere,
})

export type FirstPage = Page<
  'accounts/first',
  { name: string; program: string; role: PlainKey; address: string | null; email: string; password: string }
>

type Newcomer = { name: string; email: string; role: StaffRole }

/** The paper to hand over; `origin` is the address that people type. */
export const firstPage = (
  { name, email, role }: Newcomer,
  password: string,
  { programName }: Desk,
  origin: string | null,
): FirstPage => ({
  view: 'accounts/first',
  layout: 'print',
  wayBack: { href: '/settings/staff', label: said('accounts.staff') },
  title: said('accounts.first'),
  name,
  program: programName,
  role: roleWords[role],
  address: origin && `${origin}/in`,
  email,
  password,
})
