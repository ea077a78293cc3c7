import {
  type CaseKey,
  type Counted,
  endReasons,
  type Group,
  isIn,
  reasonKeys,
  SMALL,
  stages,
  telling,
} from '../figure.ts'

/** How many cases of a cohort a figure counts. */
export const countOf = (counted: readonly Counted[], key: CaseKey): number =>
  counted.reduce((sum, group) => sum + (isIn(key, group) ? group.cases : 0), 0)

type Way = Pick<Group, 'fate' | 'reason' | 'afterwards'>

const anywhere: readonly Way[] = [
  { fate: 'open', reason: 'none', afterwards: 'none' },
  ...endReasons.map(reason => ({ fate: 'returned', reason, afterwards: 'none' }) as const),
]
const underAgreement: readonly Way[] = [
  { fate: 'overdue', reason: 'none', afterwards: 'none' },
  ...(['too-early', 'came-back', 'did-not'] as const).map(
    afterwards => ({ fate: 'completed', reason: 'none', afterwards }) as const,
  ),
]

const noException = { withoutJuryService: false, withWaiver: false, outsideGrid: false }
/** Only an agreement in effect has any of these. */
const exceptions = [false, true].flatMap(withoutJuryService =>
  [false, true].flatMap(withWaiver =>
    [false, true].map(outsideGrid => ({ withoutJuryService, withWaiver, outsideGrid })),
  ),
)

/** Every group that there can be. A group without a case tells something too. */
const possible: readonly Group[] = stages.flatMap(stage => {
  const last = stage === 'in-effect'
  const ways = last ? [...anywhere, ...underAgreement] : anywhere
  return ways.flatMap(way =>
    (last ? exceptions : [noException]).flatMap(exception =>
      [false, true].map(isSealed => ({ stage, ...way, ...exception, isSealed })),
    ),
  )
})

/** Sums over the groups that nobody can tell apart by the figures shown: all that can be worked out from these is made of such sums. */
const sumsTold = (counted: readonly Counted[], shown: readonly CaseKey[]): Map<string, number> => {
  const sums = new Map<string, number>()
  for (const group of [...possible.map(one => ({ ...one, cases: 0 })), ...counted]) {
    const mark = markOf(group, shown)
    sums.set(mark, (sums.get(mark) ?? 0) + group.cases)
  }
  return sums
}

const markOf = (group: Group, shown: readonly CaseKey[]): string =>
  shown.map(key => (isIn(key, group) ? '1' : '0')).join('')

/** Somebody, but so few that a number could point to a person. */
export const isSmall = (cases: number): boolean => cases > 0 && cases < SMALL

/** Whether a figure can be worked out: no two groups that look alike stand on both sides of it. */
const isTold = (key: CaseKey, shown: readonly CaseKey[]): boolean => {
  const sides = new Map<string, boolean>()
  return possible.every(group => {
    const mark = markOf(group, shown)
    const side = isIn(key, group)
    if (sides.has(mark)) return sides.get(mark) === side
    sides.set(mark, side)
    return true
  })
}

/** All or none of few: it would tell what became of every one of them. */
const tellsOfEach = (counted: readonly Counted[], shown: readonly CaseKey[]): boolean =>
  telling.some(({ part, of }) => {
    const [some, all] = [countOf(counted, part), countOf(counted, of)]
    return all > 0 && all < 2 * SMALL && (some === 0 || some === all) && isTold(part, shown) && isTold(of, shown)
  })

/** Whether these figures may stand side by side: nothing under ten can be read from them, nor worked out (rule 49). */
export const maySetSideBySide = (counted: readonly Counted[], shown: readonly CaseKey[]): boolean =>
  ![...sumsTold(counted, shown).values()].some(isSmall) && !tellsOfEach(counted, shown)

/** What matters most comes first: where two figures would give a small one away together, the later is left out. */
const inOrder: readonly CaseKey[] = [
  'referred',
  'completed',
  'due',
  'heard',
  'accepted',
  'in-effect',
  'ready',
  'open',
  'returned',
  'answered',
  'family-answered',
  'hearing-settled',
  'signing-settled',
  'half-year',
  'came-back',
  'without-jury-service',
  'open-answer',
  'open-family',
  'open-hearing',
  'open-signing',
  'open-not-due',
  'open-late',
  'sealed',
  'with-waiver',
  'outside-grid',
  ...reasonKeys,
]

/** The figures of a cohort that are published. */
export const publishable = (counted: readonly Counted[]): ReadonlySet<CaseKey> => {
  const shown: CaseKey[] = []
  for (const key of inOrder) if (maySetSideBySide(counted, [...shown, key])) shown.push(key)
  return new Set(shown)
}
