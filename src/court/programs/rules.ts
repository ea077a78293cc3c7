import { type Refusal, refuse } from '#platform/refusal'
import type { Day } from '#platform/time'
import { type Rulebook, rulebook } from './rulebook.ts'

export type AmendRefusal = Refusal<
  | 'changed-meanwhile'
  | 'before-today'
  | 'before-newest'
  | 'nothing-changed'
  | 'ages-unsound'
  | 'jury-unsound'
  | 'grid-unsound'
  | 'caps-unsound'
  | 'no-jury-service'
  | 'nothing-listed'
  | 'nothing-taken'
  | 'violent-taken'
  | 'holidays-unsound'
  | 'rules-unsound'
>

type Newest = { edition: number; effectiveFrom: Day; rules: Rulebook }
type Wish = { edition: number; effectiveFrom: Day; rules: Rulebook }

/** New rules hold from a day on that has not passed, never before the newest ones, and are sound in themselves. */
export const mayAmend = (newest: Newest, wish: Wish, today: Day): AmendRefusal | null => {
  if (wish.edition !== newest.edition) return refuse('changed-meanwhile')
  if (wish.effectiveFrom < today) return refuse('before-today')
  if (wish.effectiveFrom < newest.effectiveFrom) return refuse('before-newest')
  return unsound(wish.rules) ?? (isSame(newest.rules, wish.rules) ? refuse('nothing-changed') : null)
}

/** Which part of a rulebook it is that cannot stand. */
const inPart: Record<string, AmendRefusal['refused']> = {
  ages: 'ages-unsound',
  jury: 'jury-unsound',
  grid: 'grid-unsound',
  caps: 'caps-unsound',
  holidays: 'holidays-unsound',
  'no-jury-service': 'no-jury-service',
  'nothing-taken': 'nothing-taken',
  'violent-taken': 'violent-taken',
}

const unsound = (rules: Rulebook): AmendRefusal | null => {
  if (rules.offences.length === 0) return refuse('nothing-listed')
  const read = rulebook.safeParse(rules)
  if (read.success) return null
  return refuse(inPart[String(read.error.issues[0]?.path[0])] ?? 'rules-unsound')
}

/** PostgreSQL keeps the parts of a rulebook in an order of its own, so they are compared in one of ours. */
const isSame = (one: Rulebook, other: Rulebook): boolean => inOrder(one) === inOrder(other)

const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
