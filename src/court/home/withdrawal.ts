/** Who said yes can say no until the agreement is signed (rule 3): on their own page, or, once the case has its night, by a call. */
import type { CaseStatus, WithdrawRefusal } from '#court/cases'
import type { Page } from '#platform/page'
import { type PlainKey, type Said, said } from '#words'
import type { Matter } from './home.ts'
import type { Voice } from './voice.ts'

export type Mind = {
  /** The number to call, and where it can be said without a call. */
  phone: string | null
  href: string | null
}

const here: readonly CaseStatus[] = ['awaiting_consent', 'ready']
const byCall: readonly CaseStatus[] = ['docketed', 'in_hearing', 'disposed']

/** Nothing where there is no yes that could be taken back. */
export const mindOf = (matter: Matter | null, { phone }: Pick<Voice, 'phone'>): Mind | null => {
  if (matter === null) return null
  if (here.includes(matter.status)) return { phone, href: `/home/${matter.no}/withdrawal` }
  return byCall.includes(matter.status) ? { phone, href: null } : null
}

type Refused = WithdrawRefusal['refused']

const inWords: Record<Refused, PlainKey> = {
  'not-now': 'home.mind.not-now',
  'on-the-docket': 'home.mind.has-night',
  'at-the-hearing': 'home.mind.has-night',
  'agreed-already': 'home.mind.agreed',
  'nothing-to-take-back': 'home.mind.nothing',
}

export type MindPage = Page<'home/withdrawal', { mind: Mind | null; problem: Said | null }>

export const mindPage = (matter: Matter, phone: string | null, refused?: Refused): MindPage => ({
  view: 'home/withdrawal',
  title: said('home.mind'),
  mind: mindOf(matter, { phone }),
  problem: refused ? said(inWords[refused]) : null,
})
