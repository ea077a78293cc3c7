import { v7 } from 'uuid'

/** A new id. Version 7: rows made one after another lie one after another in the index. */
export const newId = (): string => v7()

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether a word from an address or a form could be an id at all. */
export const isId = (word: unknown): word is string => typeof word === 'string' && shape.test(word)
