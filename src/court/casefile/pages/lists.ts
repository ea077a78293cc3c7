/** What the lists of this room have in common: addresses that keep the other filters, chips, columns, pages. */
import type { Said } from '#words'
import { PAGE } from '../casefile.ts'

export type Chip = { label: Said; without: string }
export type Column = { label: Said; href: string; sorted: 'ascending' | 'descending' | null }
export type Pages = { at: number; of: number; newer: string | null; older: string | null }

type Query = Record<string, string | number | boolean | null>

/** What the list does anyway is left out of its address. */
const usual: Query = { step: 'open', sort: 'due', page: 1, q: '', back: false, waiting: null, hat: null }

export const pathWith = (path: string, query: Query): string => {
  const asked = Object.entries(query).filter(([name, value]) => value !== null && value !== usual[name])
  const words = new URLSearchParams(
    asked.map(([name, value]): [string, string] => [name, value === true ? '1' : String(value)]),
  )
  return asked.length === 0 ? path : `${path}?${words.toString()}`
}

export const pagesOf = (path: string, query: Query & { page: number }, count: number): Pages | null => {
  const of = Math.max(1, Math.ceil(count / PAGE))
  if (of === 1 && query.page === 1) return null
  const to = (page: number): string | null =>
    page < 1 || page > of || page === query.page ? null : pathWith(path, { ...query, page })
  return { at: Math.min(query.page, of), of, newer: to(Math.min(query.page - 1, of)), older: to(query.page + 1) }
}
