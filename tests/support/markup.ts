/** Reads a page of ours as a person does: its words, where its links lead, and what its forms ask. */

export type Link = { href: string; words: string }

export type Question = {
  name: string
  kind: string
  /** What stands in it before anybody types: several for boxes that are ticked. */
  given: string[]
  /** What may be chosen; null where anything may be typed. */
  choices: string[] | null
  required: boolean
}

/** `strict`: the browser itself keeps back a form in which something is missing. */
export type PageForm = { address: string; method: string; strict: boolean; questions: Question[]; words: string }

/** `words` are those of the page itself, without the bar above it and the help below. */
export type Markup = { title: string; words: string; links: Link[]; forms: PageForm[] }

type Tag = { name: string; ends: boolean; attributes: ReadonlyMap<string, string> }
type Piece = Tag | { text: string }

const PIECE = /<!--[\s\S]*?-->|<!doctype[^>]*>|<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|[^">])*)>|[^<]+/gi
const ATTRIBUTE = /([^\s="/]+)(?:="([^"]*)")?/g
const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' }

const plain = (written: string): string =>
  written.replaceAll(/&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));/gi, (whole, decimal?: string, hex?: string, name?: string) =>
    name ? (signs[name] ?? whole) : String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16)),
  )

const tidy = (words: string): string => words.replaceAll(/\s+/g, ' ').trim()

const piecesOf = (html: string): Piece[] =>
  [...html.matchAll(PIECE)].flatMap(([whole, slash, name, rest = '']): Piece[] => {
    if (name === undefined) return whole.startsWith('<!') ? [] : [{ text: plain(whole) }]
    const attributes = new Map([...rest.matchAll(ATTRIBUTE)].map(([, key = '', value = '']) => [key, plain(value)]))
    return [{ name: name.toLowerCase(), ends: slash === '/', attributes }]
  })

/** The pieces from one tag to its end, and those inside. */
const insides = (pieces: readonly Piece[], name: string): { tag: Tag; inside: Piece[] }[] =>
  pieces.flatMap((piece, at) => {
    if ('text' in piece || piece.ends || piece.name !== name) return []
    const end = pieces.findIndex((other, n) => n > at && !('text' in other) && other.ends && other.name === name)
    return [{ tag: piece, inside: pieces.slice(at + 1, end < 0 ? undefined : end) }]
  })

const unseen = ['script', 'style', 'svg', 'title']

const wordsOf = (pieces: readonly Piece[]): string => {
  let hidden = 0
  const seen = pieces.map(piece => {
    if ('text' in piece) return hidden > 0 ? '' : piece.text
    if (unseen.includes(piece.name)) hidden += piece.ends ? -1 : 1
    return ['b', 'i', 'a', 'span', 'em', 'strong', 'small'].includes(piece.name) ? '' : ' '
  })
  return tidy(seen.join(''))
}

export const readMarkup = (html: string): Markup => {
  const pieces = piecesOf(html)
  return {
    title: tidy(
      insides(pieces, 'title').flatMap(({ inside }) => inside.map(one => ('text' in one ? one.text : '')))[0] ?? '',
    ),
    words: wordsOf(insides(pieces, 'main')[0]?.inside ?? pieces),
    links: insides(pieces, 'a').map(({ tag, inside }) => ({
      href: tag.attributes.get('href') ?? '',
      words: wordsOf(inside),
    })),
    forms: insides(pieces, 'form').map(({ tag, inside }) => ({
      address: tag.attributes.get('action')?.split('#')[0] ?? '',
      method: tag.attributes.get('method') ?? 'get',
      strict: !tag.attributes.has('novalidate'),
      questions: questionsIn(inside),
      words: wordsOf(inside),
    })),
  }
}

const questionsIn = (pieces: readonly Piece[]): Question[] => {
  const asked = new Map<string, Question>()
  for (const one of [...inputsIn(pieces), ...selectsIn(pieces), ...areasIn(pieces)]) {
    const before = asked.get(one.name)
    asked.set(one.name, before ? joined(before, one) : one)
  }
  return [...asked.values()]
}

/** Boxes and buttons of one name are one question. */
const joined = (a: Question, b: Question): Question => ({
  ...a,
  given: [...a.given, ...b.given],
  choices: a.choices && b.choices ? [...a.choices, ...b.choices] : null,
  required: a.required || b.required,
})

const inputsIn = (pieces: readonly Piece[]): Question[] =>
  pieces.flatMap((piece): Question[] => {
    if ('text' in piece || piece.ends || !['input', 'button'].includes(piece.name)) return []
    const { attributes } = piece
    const [name, value = 'on'] = [attributes.get('name'), attributes.get('value')]
    if (!name) return []
    const kind = piece.name === 'button' ? 'button' : (attributes.get('type') ?? 'text')
    const required = attributes.has('required')
    if (kind === 'button') return [{ name, kind, given: [], choices: [value], required }]
    if (kind === 'radio' || kind === 'checkbox')
      return [{ name, kind, given: attributes.has('checked') ? [value] : [], choices: [value], required }]
    return [{ name, kind, given: [attributes.get('value') ?? ''], choices: null, required }]
  })

const selectsIn = (pieces: readonly Piece[]): Question[] =>
  insides(pieces, 'select').map(({ tag, inside }) => {
    const options = insides(inside, 'option').map(one => one.tag.attributes)
    const chosen = options.find(one => one.has('selected')) ?? options[0]
    return {
      name: tag.attributes.get('name') ?? '',
      kind: 'select',
      given: [chosen?.get('value') ?? ''],
      choices: options.map(one => one.get('value') ?? ''),
      required: tag.attributes.has('required'),
    }
  })

const areasIn = (pieces: readonly Piece[]): Question[] =>
  insides(pieces, 'textarea').map(({ tag, inside }) => ({
    name: tag.attributes.get('name') ?? '',
    kind: 'textarea',
    given: [inside.map(one => ('text' in one ? one.text : '')).join('')],
    choices: null,
    required: tag.attributes.has('required'),
  }))
