import { describe, expect, test } from 'vitest'
import { qrOf } from '#platform/qr'

const dark = (path: string): Set<string> => new Set([...path.matchAll(/M(\d+ \d+)h1v1h-1z/g)].map(([, at]) => at ?? ''))

/** The three eyes by which a camera finds the code: seven squares wide, with a light ring inside. */
const eye = [0, 1, 2, 3, 4, 5, 6].flatMap(y => [0, 1, 2, 3, 4, 5, 6].map(x => ({ x, y })))
const isDark = ({ x, y }: { x: number; y: number }): boolean =>
  [0, 6].includes(x) || [0, 6].includes(y) || (x > 1 && x < 5 && y > 1 && y < 5)

describe('A code for the camera', () => {
  const { side, path } = qrOf('https://court.example/d#AB23-CDEFG-H4567')
  const squares = dark(path)

  test.each([
    ['left above', 4, 4],
    ['right above', side - 11, 4],
    ['left below', 4, side - 11],
  ])('has its eye %s', (_where, left, top) => {
    for (const at of eye) expect(squares.has(`${at.x + left} ${at.y + top}`), `${at.x} ${at.y}`).toBe(isDark(at))
  })

  test('keeps four light squares on each side, so that a camera finds its edge', () => {
    const numbers = [...squares].flatMap(at => at.split(' ').map(Number))
    expect(Math.min(...numbers)).toBe(4)
    expect(Math.max(...numbers)).toBe(side - 5)
  })

  test('is another one for another code', () => {
    expect(qrOf('https://court.example/d#AB23-CDEFG-H4568').path).not.toBe(path)
  })
})
