/** The page models of the views beside this file; they exist to test how views are drawn and checked. */
import type { Page } from '#platform/page'
import type { Day } from '#platform/time'
import type { PlainKey, Said } from '#words'

export type Row = { name: string; on: Day; minutes: number; kind: 'hours' | 'letter' }

export type RoomPage = Page<'room/show', { rows: readonly Row[]; note: string | null; problem?: Said }>
export type RowFacts = { row: Row; label: PlainKey }
export type Described = { name: string; error: boolean }
export type OtherPage = Page<'room/other', { name: string; note: string | null }>
