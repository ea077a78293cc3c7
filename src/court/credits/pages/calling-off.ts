/** Asks once more before a night is called off. */
import {
  type CallOffRefusal,
  type DocketLine,
  isHere,
  type NamedAssignment,
  type Night,
  type OffReason,
} from '#court/hearings'
import type { Page } from '#platform/page'
import type { Day } from '#platform/time'
import { type PlainKey, type Said, said } from '#words'

export type CallOffPage = Page<
  'credits/calling-off',
  { day: Day; reason: OffReason; why: PlainKey; cases: number; yes: number; here: number; problem: Said | null }
>

export type CallOffFacts = { night: Night; docket: readonly DocketLine[]; places: readonly NamedAssignment[] }

const inWords: Record<CallOffRefusal['refused'], PlainKey> = {
  'not-now': 'hearings.refused.not-now',
  'held-already': 'hearings.refused.held-already',
}

export const callOffPage = (
  { night, docket, places }: CallOffFacts,
  reason: OffReason,
  refused?: CallOffRefusal['refused'],
): CallOffPage => ({
  view: 'credits/calling-off',
  title: said('hearings.off.page'),
  day: night.heldOn,
  reason,
  why: `hearings.off.${reason}`,
  cases: docket.filter(line => line.status === 'docketed').length,
  yes: places.filter(place => place.status === 'confirmed' || place.status === 'swap_requested').length,
  here: places.filter(place => isHere(place.status)).length,
  problem: refused ? said(inWords[refused]) : null,
})
