import { NotHere } from '#court'
import { isId } from '#platform/ids'

/** An address that holds no id leads nowhere. */
export const idIn = (word: string): string => {
  if (!isId(word)) throw new NotHere()
  return word
}
