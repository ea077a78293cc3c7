/** The markup of a view, read with the EJS tags held still, so that every offset stays that of the file. */
import type { Tag, View } from './template.ts'

export type Attribute = { name: string; value: string; quoted: boolean; start: number }
export type Element = { name: string; attributes: readonly Attribute[]; start: number }
export type Markup = {
  elements: readonly Element[]
  /** Words between the tags, as written in the file. */
  words: readonly { text: string; start: number }[]
  /** Where each printing tag of EJS stands. */
  placeOf(tag: Tag): Place
}

/** Between tags, inside a quoted attribute, or in a tag and not quoted. */
export type Place = 'text' | 'attribute' | 'bare'

/** Signs of the private area: they are no letters and stand in no view. */
const PRINTED = '\uE000'

const elementAt =
  /<!--.*?-->|<(script|style)\b([^>]*)>.*?<\/\1\s*>|<\/?([a-zA-Z!\uE000][^\s/>]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>/gs
const attributeAt = /([^\s=/"'>]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?/g

/** A view may be nothing but attributes, to be shown inside a tag: aria-invalid="true" required. */
const onlyAttributes = /^\s*(?=[^<]*=")(?:[a-z-]+(?:="[^"]*")?\s*)+$/

export const markupOf = (view: View): Markup => {
  const still = heldStill(view)
  const found = onlyAttributes.test(still.replaceAll(PRINTED, 'x'))
    ? [...still.matchAll(/()()()(.*)/gs)].slice(0, 1)
    : [...still.matchAll(elementAt)]
  const elements = found.map(elementOf)
  const spans = found.map(match => ({ start: match.index, end: match.index + match[0].length }))
  return { elements, words: wordsBetween(still, spans), placeOf: tag => placeIn(tag.start, spans, elements) }
}

/** Printing tags become one sign repeated, all others become spaces; lines and offsets stay. */
const heldStill = ({ source, tags }: View): string => {
  let still = ''
  for (const { kind, start, end } of tags) {
    const sign = kind === 'print' || kind === 'raw' ? PRINTED : ' '
    still += source.slice(still.length, start) + source.slice(start, end).replaceAll(/[^\n]/g, sign)
  }
  return still + source.slice(still.length)
}

const elementOf = (match: RegExpExecArray): Element => {
  const name = (match[1] || match[3] || '').toLowerCase()
  const inside = match[2] || match[4] || ''
  const from = match.index + match[0].indexOf(inside)
  return { name, attributes: [...inside.matchAll(attributeAt)].map(one => attributeOf(one, from)), start: match.index }
}

const attributeOf = (match: RegExpExecArray, from: number): Attribute => {
  const [, name = '', written = ''] = match
  const quoted = /^["']/.test(written)
  return { name: name.toLowerCase(), value: quoted ? written.slice(1, -1) : written, quoted, start: from + match.index }
}

type Span = { start: number; end: number }

const wordsBetween = (still: string, spans: readonly Span[]) => {
  const edges = [0, ...spans.flatMap(({ start, end }) => [start, end]), still.length]
  const gaps = Array.from({ length: edges.length / 2 }, (_, n) => ({
    start: edges[2 * n] ?? 0,
    end: edges[2 * n + 1] ?? 0,
  }))
  return gaps.map(({ start, end }) => ({ text: still.slice(start, end), start }))
}

const placeIn = (offset: number, spans: readonly Span[], elements: readonly Element[]): Place => {
  const at = spans.findIndex(({ start, end }) => start <= offset && offset < end)
  if (at < 0) return 'text'
  const holder = elements[at]?.attributes.find(one => one.quoted && isWithin(offset, one))
  return holder ? 'attribute' : 'bare'
}

/** Quotes and the equals sign make an attribute longer than its name and value; its value ends it. */
const isWithin = (offset: number, { start, name, value }: Attribute): boolean =>
  start + name.length < offset && offset < start + name.length + value.length + 3
