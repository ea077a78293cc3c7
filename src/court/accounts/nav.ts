/** The places that each role goes to. */
import type { IconName } from '#platform/icons'
import type { Chrome } from '#platform/page'
import { type PlainKey, said } from '#words'
import { isRole, type Role } from './roles.ts'

type Place = { href: string; label: PlainKey; icon: IconName | null }

const place = (href: string, label: PlainKey, icon: IconName | null = null): Place => ({ href, label, icon })

const home = place('/home', 'accounts.nav.home', 'house')
const me = place('/me', 'accounts.nav.me', 'user-round')
const reports = place('/reports', 'accounts.nav.reports')

const places: Readonly<Record<Role, { kind: Chrome['nav']['kind']; items: readonly Place[] }>> = {
  coordinator: {
    kind: 'staff',
    items: [
      place('/today', 'accounts.nav.today'),
      place('/cases', 'accounts.nav.cases'),
      place('/hearings', 'accounts.nav.hearings'),
      place('/people', 'accounts.nav.people'),
      reports,
    ],
  },
  facilitator: { kind: 'staff', items: [place('/nights/today', 'accounts.nav.tonight')] },
  officer: { kind: 'staff', items: [place('/refer', 'accounts.nav.refer')] },
  evaluator: { kind: 'staff', items: [reports] },
  youth: {
    kind: 'young',
    items: [
      home,
      place('/dates', 'accounts.nav.dates', 'calendar-days'),
      place('/credits', 'accounts.nav.credits', 'hand-heart'),
      me,
    ],
  },
  family: { kind: 'young', items: [home, me] },
}

export const navFor = (role: string, path: string): Chrome['nav'] => {
  if (!isRole(role)) return { kind: 'none', items: [] }
  const { kind, items } = places[role]
  return {
    kind,
    find: role === 'coordinator',
    items: items.map(({ href, label, icon }) => ({ href, label: said(label), icon, current: isAt(path, href) })),
  }
}

const isAt = (path: string, href: string): boolean => path === href || path.startsWith(`${href}/`)
