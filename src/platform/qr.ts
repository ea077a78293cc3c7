/** Squares that a phone's camera reads. */
import { create } from 'qrcode'

/** The dark squares as one path in a field of `side` by `side`; the quiet margin of four squares is inside it. */
export type Qr = { side: number; path: string }

const margin = 4

/** Text as a QR code of medium correction (ISO/IEC 18004): a crease in the paper does no harm. */
export const qrOf = (text: string): Qr => {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules
  const squares = Array.from(data.keys()).filter(at => data[at])
  const path = squares.map(at => `M${(at % size) + margin} ${Math.floor(at / size) + margin}h1v1h-1z`).join('')
  return { side: size + 2 * margin, path }
}
