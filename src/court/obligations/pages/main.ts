/** One thing on the desk's page of a promise is what is to be done now; its button is the main one, all others are plain. */
import type { Act } from '#platform/parts'
import type { PieceRow } from './pieces.ts'

export type Look = NonNullable<Act['look']>
export type MainAct = 'fix' | 'confirm' | 'answer' | 'keep' | 'nights' | 'record' | null

type Shown = {
  fix: object | null
  record: object | null
  keep: object | null
  nights: { choices: readonly object[] } | null
  extension: { open: string | null } | null
}

/** What somebody waits for comes first: words for a piece that needs a change, a piece to confirm, a question about time. */
export const mainOf = (shown: Shown, pieces: readonly PieceRow[]): MainAct => {
  if (shown.fix) return 'fix'
  if (pieces.some(piece => piece.acts)) return 'confirm'
  if (shown.extension?.open) return 'answer'
  if (shown.keep) return 'keep'
  if (shown.nights && shown.nights.choices.length > 0) return 'nights'
  return shown.record ? 'record' : null
}

/** Of several pieces that wait, the one that waits longest is confirmed first. */
export const withMain = (pieces: readonly PieceRow[], main: MainAct): PieceRow[] => {
  const first = main === 'confirm' ? pieces.findLast(piece => piece.acts) : undefined
  return pieces.map(piece => ({ ...piece, look: piece === first ? 'main' : 'plain' }))
}
