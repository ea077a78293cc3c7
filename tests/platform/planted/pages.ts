/** Page models for views with planted faults. */
import type { Page } from '#platform/page'
import type { Row } from '../views/pages.ts'

export type Planted = { name: string; note: string | null; more?: string; row: Row; rows: readonly Row[] }
export type Misnamed = Page<'room/somewhere-else', { name: string }>
