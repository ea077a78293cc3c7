/** Figures in words: tiles, lines, and the steps of the way, each with what it counts. */
import { type PlainKey, type Said, said } from '#words'
import type { FigureKey } from './figure.ts'
import { reasonKeys } from './figure.ts'
import { type Definition, definitions } from './definition.ts'
import { countSaid, funnelSteps } from './plot.ts'
import type { CountKey, Figures, Rate } from './rules/figures.ts'

/** A figure in words, with its definition beside it. */
export type Line = { title: PlainKey; words: PlainKey | null; value: Said }
export type Tile = { number: Said; name: Said; of: Said }
export type StepRow = Line & { share: Said | null; of: Said | null; likely: Said | null }

const headline = ['completed-rate', 'came-back-rate', 'our-kept-rate'] as const

export const tilesOf = (figures: Figures): Tile[] => [
  ...headline.map(key => ({
    number: shareSaid(figures.rates[key]),
    name: said(`reports.${key}`),
    of: ofLikely(figures.rates[key], rate => said(`reports.${key}.of` as const, rate)),
  })),
  { number: countSaid(figures.counts.jury), name: said('reports.jury'), of: juryPeople(figures.counts['jury-people']) },
]

type Shares = NonNullable<Rate>

const shareSaid = (rate: Rate): Said => {
  if (rate === null) return said('reports.hidden')
  return rate.interval === null ? said('reports.nothing') : said('reports.percent', { share: rate.interval.share })
}

const likelySaid = ({ interval }: Shares): Said | null => (interval === null ? null : said('reports.likely', interval))

const ofLikely = (rate: Rate, of: (shares: Shares) => Said): Said => {
  if (rate === null) return said('reports.too-few')
  const likely = likelySaid(rate)
  return likely === null ? of(rate) : said('reports.of-likely', { of: of(rate), likely })
}

const juryPeople = (people: number | null): Said =>
  people === null ? said('reports.too-few') : said('reports.by-people', { count: people })

const byKey = new Map(definitions.map(one => [one.key, one]))

const definitionOf = (key: FigureKey): Definition => {
  const found = byKey.get(key)
  if (!found) throw new Error(`no definition of ${key}`)
  return found
}

export const linesOf = ({ counts }: Figures, keys: readonly CountKey[]): Line[] =>
  keys.map(key => {
    const { title, words, unit } = definitionOf(key)
    const count = counts[key]
    return {
      title,
      words,
      value: unit === 'hours' && count !== null ? said('reports.hours', { minutes: count }) : countSaid(count),
    }
  })

/** The reasons that there were; their titles say it all. */
export const reasonsOf = (figures: Figures): Line[] =>
  linesOf(figures, reasonKeys)
    .filter(line => !isZero(line))
    .map(line => ({ ...line, words: null }))

const isZero = ({ value }: Line): boolean => 'with' in value && value.with.count === 0

export const stepRow = (figures: Figures, { key, rate }: (typeof funnelSteps)[number]): StepRow => {
  const [line] = linesOf(figures, [key])
  const share = rate === null ? null : figures.rates[rate]
  return {
    ...(line as Line),
    share: rate === null ? null : shareSaid(share),
    of: rate === null || share === null ? null : said(`reports.${rate}.of` as const, share),
    likely: share === null || share.interval === null ? null : said('reports.between', share.interval),
  }
}

export const sentenceOf = ({ counts: { referred, completed, open } }: Figures): Said =>
  referred === null || completed === null || open === null
    ? said('reports.funnel-hidden')
    : said('reports.funnel-words', { referred, completed, open })

/** What the share of kept agreements can still become. */
export const rangeOf = ({ counts: { completed, due, 'open-not-due': open } }: Figures): Said | null => {
  if (completed === null || due === null || open === null || open === 0) return null
  return said('reports.range', { low: completed / (due + open), high: (completed + open) / (due + open) })
}
