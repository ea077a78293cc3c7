/** The laws of the views that no type can see. Each gives the faults of one view. */
import { compileView } from '#platform/views'
import { type Element, type Markup, markupOf } from './markup.ts'
import { type Fault, faultAt, type Tag, type View } from './template.ts'

const LINES = 60

type Law = (view: View, markup: Markup) => Fault[]

export const faultsIn = (view: View): Fault[] => {
  const markup = markupOf(view)
  return laws.flatMap(law => law(view, markup))
}

const namesItsFacts: Law = view =>
  view.props
    ? []
    : [faultAt(view, 0, "the first line must be <%# @props { Type } from '#pages/room' — what this page is %>")]

const isShort: Law = view => {
  const lines = view.source.trimEnd().split('\n').length
  return lines > LINES
    ? [{ ...faultAt(view, 0, `${lines} lines; at ${LINES} a view becomes two`), line: LINES + 1 }]
    : []
}

/** EJS must be able to read it too: a type written inside a tag would pass the compiler and stop the server. */
const isJavaScript: Law = view => {
  try {
    compileView(view.source, view.file)
    return []
  } catch (fault) {
    return [faultAt(view, 0, `EJS cannot read this view: ${String(fault).split('\n')[0]}`)]
  }
}

const printsRawOnlyWhatUiMakes: Law = view =>
  view.tags
    .filter(tag => tag.kind === 'raw' && !isUi(tag) && !isBody(view, tag))
    .map(tag =>
      faultAt(
        view,
        tag.start,
        '<%- prints only ui.part, ui.icon, ui.once and ui.wrong, and in a layout v.body; write <%=',
      ),
    )

const isUi = (tag: Tag): boolean => /^\s*ui\.(part|icon|once|wrong)\(/.test(tag.code)
const isBody = (view: View, tag: Tag): boolean => view.name.startsWith('layouts/') && tag.code.trim() === 'v.body'

const printsMarkupRaw: Law = view =>
  view.tags
    .filter(tag => tag.kind === 'print' && isUi(tag))
    .map(tag => faultAt(view, tag.start, 'this makes markup; write <%- instead of <%='))

/** Escaping protects text and quoted attributes, and no other place. */
const printsWhereEscapingHelps: Law = (view, { placeOf }) =>
  view.tags.flatMap(tag => {
    if (tag.kind === 'print' && placeOf(tag) === 'bare') {
      return [
        faultAt(
          view,
          tag.start,
          'print between tags or inside the quotes of an attribute; for an attribute without value use <% if %>',
        ),
      ]
    }
    return tag.kind === 'raw' && placeOf(tag) === 'attribute'
      ? [faultAt(view, tag.start, '<%- may not stand in an attribute')]
      : []
  })

const strangers =
  /(?<![.\w$'"`-])(include|locals|escapeFn|rethrow|__\w+|process|globalThis|require|import|Function|eval|new|Date|Math|JSON|Intl|console|fetch|await|function|class|var|any)\b(?!['"]?\s*:)/

/** A view knows its facts, the texts and the parts; everything else belongs in the page model. */
const knowsThreeThings: Law = view =>
  view.tags.flatMap(tag => {
    const code = withoutStrings(tag.code)
    const stranger = tag.kind === 'note' ? null : strangers.exec(code)
    if (stranger)
      return [faultAt(view, tag.inside + stranger.index, `a view knows v, t and ui; "${stranger[1]}" is none of them`)]
    const comment = tag.kind === 'note' ? -1 : code.search(/\/\/|\/\*/)
    return comment < 0 ? [] : [faultAt(view, tag.inside + comment, 'write a comment as <%# … %>')]
  })

/** Strings keep their length and their quotes, and lose what they say. */
const withoutStrings = (code: string): string =>
  code.replaceAll(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g, text => `${text[0]}${' '.repeat(text.length - 2)}${text[0]}`)

const obeysTheSecurityPolicy: Law = (view, { elements }) =>
  elements.flatMap(element => [
    ...element.attributes.flatMap(({ name, value, start }) => {
      if (name === 'style') return [faultAt(view, start, 'no style attributes: use a class')]
      if (name.startsWith('on')) return [faultAt(view, start, `no ${name} handlers: use public/app.js`)]
      return /^\s*javascript:/i.test(value) ? [faultAt(view, start, 'no javascript: addresses')] : []
    }),
    ...(element.name === 'style' ? [faultAt(view, element.start, 'no <style>: use public/css')] : []),
    ...(element.name === 'script' && !has(element, 'src', 'nonce')
      ? [faultAt(view, element.start, 'a <script> needs src or nonce')]
      : []),
  ])

const has = (element: Element, ...names: string[]): boolean =>
  element.attributes.some(({ name }) => names.includes(name))

/** Attributes whose value a person reads or hears. */
const spoken = [
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'placeholder',
  'title',
  'alt',
  'label',
  'data-k',
]

const hasNoWordsOfItsOwn: Law = (view, { words, elements }) => [
  ...words.flatMap(({ text, start }) => literal(view, text, start)),
  ...elements.flatMap(({ attributes }) =>
    attributes.filter(({ name }) => spoken.includes(name)).flatMap(({ value, start }) => literal(view, value, start)),
  ),
]

/** Signs such as · and / may stand; letters may not. Entities are signs. */
const literal = (view: View, text: string, start: number): Fault[] => {
  const signs = text.replaceAll(/&#?\w+;/g, entity => ' '.repeat(entity.length))
  const at = signs.search(/\p{L}/u)
  if (at < 0) return []
  const word = /^[^\n\uE000]*/u.exec(signs.slice(at))?.[0].trim() ?? ''
  return [faultAt(view, start + at, `"${word}" is written into the view; all words come through t`)]
}

/** A form sent twice must count once. */
const postsOnce: Law = (view, { elements }) =>
  elements.flatMap((element, n) => {
    if (element.name !== 'form' || !element.attributes.some(({ name, value }) => name === 'method' && value === 'post'))
      return []
    const end = elements
      .slice(n + 1)
      .find(({ start, name }) => name === 'form' && view.source.startsWith('</', start))?.start
    const isOnce = (tag: Tag) =>
      tag.start > element.start && tag.start < (end ?? Infinity) && /^\s*ui\.once\(/.test(tag.code)
    return view.tags.some(isOnce)
      ? []
      : [faultAt(view, element.start, 'a form that posts needs <%- ui.once() %> inside')]
  })

const laws: readonly Law[] = [
  namesItsFacts,
  isShort,
  isJavaScript,
  printsRawOnlyWhatUiMakes,
  printsMarkupRaw,
  printsWhereEscapingHelps,
  knowsThreeThings,
  obeysTheSecurityPolicy,
  hasNoWordsOfItsOwn,
  postsOnce,
]
