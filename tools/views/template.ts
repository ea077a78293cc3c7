/** A view, taken apart: its words and markup, and the tags of EJS between them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesIn, nameOf } from '#platform/views'

/** One EJS tag. `code` starts at offset `inside`; the tag itself reaches from `start` to `end`. */
export type Tag = { kind: TagKind; code: string; start: number; inside: number; end: number }
export type TagKind = 'print' | 'raw' | 'code' | 'note'

export type Props = { type: string; from: string }
export type View = { name: string; file: string; source: string; tags: readonly Tag[]; props: Props | null }

/** A fault, at the place where a person must mend it. */
export type Fault = { file: string; line: number; column: number; message: string }

const kinds: Record<string, TagKind> = { '=': 'print', '-': 'raw', '#': 'note' }
const propsLine = /^<%# @props \{ (\w+) \} from '([^']+)'(?: [^\n]*?)?-?%>(?:\n|$)/

export const readViews = (folder: string): View[] =>
  filesIn(folder, '.ejs').map(file =>
    takeApart(nameOf(file), join(folder, file), readFileSync(join(folder, file), 'utf8')),
  )

export const takeApart = (name: string, file: string, source: string): View => {
  const [, type, from] = propsLine.exec(source) ?? []
  return { name, file, source, tags: tagsIn(source), props: type && from ? { type, from } : null }
}

const tagsIn = (source: string): Tag[] =>
  [...source.matchAll(/<%(?!%)([=\-#_]?)(.*?)[-_]?%>/gs)].map(
    ({ 0: whole, 1: sign = '', 2: code = '', index: start }) => ({
      kind: kinds[sign] ?? 'code',
      code,
      start,
      inside: start + 2 + sign.length,
      end: start + whole.length,
    }),
  )

export const faultAt = (view: View, offset: number, message: string): Fault => {
  const before = view.source.slice(0, offset).split('\n')
  return { file: view.file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1, message }
}
