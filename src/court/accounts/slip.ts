/** What is printed and typed again. A code: four signs to find the slip by, and ten that only its holder knows, SEL4-XXXXX-XXXXX. */
import { randomInt } from 'node:crypto'

/** No 0 O, no 1 I L: what is printed must be typed without a doubt. */
const signs = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

const SELECTOR = 4
const SECRET = 10

const shape = new RegExp(`^[${signs}]{${SELECTOR + SECRET}}$`)

export type SlipCode = { selector: string; secret: string }

const drawn = (length: number): string => Array.from({ length }, () => signs[randomInt(signs.length)]).join('')

export const newCode = (): SlipCode => ({ selector: drawn(SELECTOR), secret: drawn(SECRET) })

export const printed = ({ selector, secret }: SlipCode): string =>
  `${selector}-${secret.slice(0, 5)}-${secret.slice(5)}`

/** What somebody typed, as a code; small letters, spaces and dashes do not matter. Null: no slip can say this. */
export const readCode = (typed: string): SlipCode | null => {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, '')
  return shape.test(plain) ? { selector: plain.slice(0, SELECTOR), secret: plain.slice(SELECTOR) } : null
}

const FOURS = 4

/** A password to begin with, typed from paper: four groups of four signs. XXXX-XXXX-XXXX-XXXX. */
export const firstPassword = (): string => Array.from({ length: FOURS }, () => drawn(4)).join('-')
