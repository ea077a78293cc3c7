/**
 * A lot that anyone can draw again, with nothing but the ids, the seed and SHA-256.
 *
 * The stream: block n is the SHA-256 of the UTF-8 text "<seed>\n<n>", for n = 0, 1, 2 …; each block gives eight numbers of
 * 32 bits, the high byte first. A number below k is the next of the stream modulo k; numbers from the last incomplete run of
 * k upward are passed over, so that no remainder is likelier than another.
 *
 * The shuffle (Fisher and Yates): the ids, each once, in ascending order; from the last place down to the second, place i
 * changes with the place that a number below i names (places counted from 1, the number from 0).
 */
import { createHash } from 'node:crypto'

/** The name of this way of drawing, kept with each draw. */
export const LOT_METHOD = 'sha256-fisher-yates-1'

const RANGE = 2 ** 32

/** The ids in the order of the lot. The order in which they are given plays no part. */
export const byLot = (ids: readonly string[], seed: string): string[] => {
  const lot = [...new Set(ids)].sort(ascending)
  const below = numbersFrom(seed)
  for (let last = lot.length - 1; last > 0; last -= 1) change(lot, last, below(last + 1))
  return lot
}

const ascending = (a: string, b: string): number => (a < b ? -1 : 1)

const change = (lot: string[], one: number, other: number): void => {
  const kept = lot[one] as string
  lot[one] = lot[other] as string
  lot[other] = kept
}

const numbersFrom = (seed: string) => {
  const next = streamOf(seed)
  return (k: number): number => {
    const fair = RANGE - (RANGE % k)
    let number = next()
    while (number >= fair) number = next()
    return number % k
  }
}

const streamOf = (seed: string): (() => number) => {
  let blocks = 0
  let words: number[] = []
  return () => {
    if (words.length === 0) words = wordsOf(createHash('sha256').update(`${seed}\n${blocks++}`).digest())
    return words.shift() as number
  }
}

const wordsOf = (block: Buffer): number[] => Array.from({ length: 8 }, (_, n) => block.readUInt32BE(n * 4))
