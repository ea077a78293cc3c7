import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byLot } from '#platform/lot'
import { addDays, ageOn, type Day } from '#platform/time'
import { exclusionReasons } from '../../src/court/jury/jury.ts'
import {
  type Candidate,
  drawLines,
  isEnough,
  type Matter,
  mayDraw,
  mustStepBack,
  reasonsAgainst,
  seating,
} from '../../src/court/jury/rules/draw.ts'
import { type Beginning, mayBegin, nextForeperson } from '../../src/court/jury/rules/hearing.ts'
import { tiesTo } from '../../src/court/jury/rules/kin.ts'
import { mayJurorSee } from '../../src/court/jury/rules/privacy.ts'

const NIGHT: Day = '2026-03-19'

const matter: Matter = {
  heldOn: NIGHT,
  respondentId: 'jordan',
  harmedId: 'harmed',
  birthDate: '2011-01-15',
  school: 'Maple High',
  bandYears: 2,
  sameSchool: 'exclude',
}

const peer: Candidate = {
  jurorId: 'juror',
  personId: 'amina',
  birthDate: '2010-09-01',
  school: 'Oak School',
  status: 'checked_in',
  here: true,
  unready: [],
  conflicts: [],
  ties: [],
  coRespondent: false,
  busy: false,
}

const against = (wishes: Partial<Candidate>, of: Partial<Matter> = {}) =>
  reasonsAgainst({ ...peer, ...wishes }, { ...matter, ...of })

describe('who may hear a case', () => {
  it('lets a peer sit against whom nothing stands', () => expect(against({})).toEqual([]))

  it('keeps everyone off their own case (rule 9)', () => expect(against({ personId: 'jordan' })).toContain('own-case'))

  it('keeps the one who was harmed off the jury (rule 10)', () =>
    expect(against({ personId: 'harmed' })).toContain('harmed-party'))

  it('keeps the household and the family of either side off the jury (rule 10)', () => {
    expect(against({ ties: ['household'] })).toEqual(['household'])
    expect(against({ ties: ['relative'] })).toEqual(['relative'])
  })

  it('keeps off whoever says that they know somebody, or is known to (rule 11)', () => {
    expect(against({ conflicts: ['juror'] })).toEqual(['knows-someone'])
    expect(against({ conflicts: ['coordinator'] })).toEqual(['knows-someone'])
    expect(against({ ties: ['acquaintance'] })).toEqual(['knows-someone'])
  })

  it('honours the objection of a family (rule 14)', () =>
    expect(against({ conflicts: ['family'] })).toEqual(['family-objects']))

  it('keeps co-respondents off each other’s case (rule 13)', () =>
    expect(against({ coRespondent: true })).toEqual(['co-respondent']))

  it('keeps the respondent’s own school off the jury unless the rulebook allows it (rule 12)', () => {
    expect(against({ school: ' maple  HIGH ' })).toEqual(['same-school'])
    expect(against({ school: 'Maple High' }, { sameSchool: 'allow' })).toEqual([])
    expect(against({ school: null })).toEqual([])
    expect(against({ school: 'Maple High' }, { school: null })).toEqual([])
  })

  it('counts age on the day of the hearing, not on the day of the draw', () => {
    expect(ageOn('2011-01-15', NIGHT)).toBe(15)
    expect(against({ birthDate: '2008-03-20' })).toEqual([])
    expect(against({ birthDate: '2008-03-19' })).toEqual(['out-of-age-band'])
    expect(against({ birthDate: '2013-03-19' })).toEqual([])
    expect(against({ birthDate: '2013-03-20' })).toEqual(['out-of-age-band'])
  })

  it('does not take somebody for a peer whose day of birth nobody knows', () => {
    expect(against({ birthDate: null })).toEqual(['age-unknown'])
    expect(against({}, { birthDate: null })).toEqual(['age-unknown'])
  })

  it('seats nobody untrained, unsworn or without a guardian’s yes (rules 15 and 16)', () =>
    expect(against({ unready: ['not-trained', 'no-oath', 'no-guardian-approval', 'not-active'] })).toEqual([
      'not-trained',
      'no-oath',
      'no-guardian-approval',
      'not-active',
    ]))

  it('knows nobody in two rooms at once (rule 18)', () => expect(against({ busy: true })).toEqual(['in-another-room']))

  it('tells who is not here from who could not come', () => {
    expect(against({ here: false, status: 'confirmed' })).toEqual(['not-here'])
    expect(against({ here: false, status: 'declined' })).toEqual(['not-coming'])
  })

  it('keeps every reason, not only the first', () =>
    expect(
      against({ ties: ['household', 'relative'], school: 'Maple High', unready: ['not-trained'], here: false }),
    ).toEqual(['household', 'relative', 'same-school', 'not-trained', 'not-here']))
})

describe('what two people are to each other (rule 10)', () => {
  const tie = (
    personId: string,
    otherId: string,
    kind: 'guardian' | 'relative' | 'acquaintance',
    sameHousehold: 'yes' | 'no' = 'no',
  ) => ({
    personId,
    otherId,
    tie: kind,
    sameHousehold,
  })

  it('is what was written down, read either way', () => {
    expect(tiesTo('a', 'b', [tie('b', 'a', 'relative')])).toEqual(['relative'])
    expect(tiesTo('a', 'b', [tie('a', 'b', 'acquaintance')])).toEqual(['acquaintance'])
    expect(tiesTo('a', 'b', [tie('a', 'b', 'acquaintance', 'yes')])).toEqual(['household', 'acquaintance'])
    expect(tiesTo('a', 'b', [tie('a', 'c', 'relative')])).toEqual([])
  })

  it('is family for two with one guardian, though nobody wrote down that they are siblings', () => {
    expect(tiesTo('a', 'b', [tie('a', 'mother', 'guardian', 'yes'), tie('b', 'mother', 'guardian', 'yes')])).toEqual([
      'household',
      'relative',
    ])
    expect(tiesTo('a', 'b', [tie('a', 'mother', 'guardian', 'no'), tie('b', 'mother', 'guardian', 'yes')])).toEqual([
      'relative',
    ])
  })

  it('is nothing for two who know the same stranger', () =>
    expect(tiesTo('a', 'b', [tie('a', 'c', 'acquaintance'), tie('b', 'c', 'acquaintance')])).toEqual([]))
})

describe('the lot', () => {
  /** The expected order was worked out by a second program, written in another language from the description in lot.ts. */
  it('can be drawn again by anybody with the ids and the seed', () => {
    expect(byLot(['e', 'd', 'c', 'b', 'a'], 'maple')).toEqual(byLot(['a', 'b', 'c', 'd', 'e'], 'maple'))
    expect(byLot(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'], 'a known seed 1')).toEqual([
      'd',
      'a',
      'h',
      'e',
      'g',
      'c',
      'f',
      'b',
    ])
    expect(byLot([], 'maple')).toEqual([])
  })

  it('names each once and leaves nobody out', () =>
    fc.assert(
      fc.property(fc.uniqueArray(fc.uuid(), { maxLength: 40 }), fc.string(), (ids, seed) => {
        expect(byLot(ids, seed).toSorted()).toEqual(ids.toSorted())
      }),
    ))

  it('gives everyone the same chance at the first place', () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    const first = new Map<string, number>()
    for (let n = 0; n < 5_000; n += 1) {
      const [one = ''] = byLot(ids, `seed ${n}`)
      first.set(one, (first.get(one) ?? 0) + 1)
    }
    for (const id of ids) expect(Math.abs((first.get(id) ?? 0) - 1_000)).toBeLessThan(130)
  })
})

const someone = fc.record({
  jurorId: fc.uuid(),
  personId: fc.constantFrom('jordan', 'harmed', 'a', 'b', 'c', 'd'),
  birthDate: fc.option(
    fc.integer({ min: 0, max: 4_000 }).map(days => addDays('2006-01-01', days)),
    { nil: null, freq: 8 },
  ),
  school: fc.constantFrom(null, 'Maple High', 'Oak School'),
  status: fc.constantFrom('checked_in' as const, 'seated' as const, 'confirmed' as const, 'declined' as const),
  here: fc.boolean(),
  unready: fc.subarray(['not-trained', 'no-oath', 'no-guardian-approval'] as const, { maxLength: 1 }),
  conflicts: fc.subarray(['juror', 'family'] as const, { maxLength: 1 }),
  ties: fc.subarray(['household', 'relative'] as const, { maxLength: 1 }),
  coRespondent: fc.boolean(),
  busy: fc.boolean(),
})
const pool = fc.uniqueArray(someone, { selector: one => one.jurorId, maxLength: 40 })
const pairsAmong = (candidates: readonly Candidate[]) =>
  candidates.slice(1).map((one, at) => [candidates[at]?.jurorId ?? '', one.jurorId] as const)

describe('the draw', () => {
  it('seats nobody who may not hear the case, whoever comes and whatever the seed (rules 9 to 16)', () =>
    fc.assert(
      fc.property(pool, fc.string(), (candidates, seed) => {
        const chairs = seating(drawLines(candidates, matter, [], seed), 6)
        for (const { jurorId } of chairs) {
          const one = candidates.find(candidate => candidate.jurorId === jurorId)
          expect(one && reasonsAgainst(one, matter)).toEqual([])
        }
      }),
    ))

  it('draws the same jury from the same pool and the same seed, in whatever order they came', () =>
    fc.assert(
      fc.property(pool, fc.string(), (candidates, seed) => {
        const byId = (lines: ReturnType<typeof drawLines>) => new Map(lines.map(line => [line.jurorId, line]))
        expect(byId(drawLines(candidates.toReversed(), matter, [], seed))).toEqual(
          byId(drawLines(candidates, matter, [], seed)),
        )
      }),
    ))

  it('keeps a line for everyone: a place in the lot, or every reason why not', () =>
    fc.assert(
      fc.property(pool, fc.string(), (candidates, seed) => {
        const lines = drawLines(candidates, matter, [], seed)
        expect(lines.map(line => line.jurorId).toSorted()).toEqual(candidates.map(one => one.jurorId).toSorted())
        for (const line of lines) {
          const one = candidates.find(candidate => candidate.jurorId === line.jurorId) as Candidate
          expect(line.place === null).toBe(line.reasons.length > 0)
          expect(line.reasons).toEqual(reasonsAgainst(one, matter))
          for (const reason of line.reasons) expect(exclusionReasons).toContain(reason)
        }
        const places = lines.flatMap(line => line.place ?? []).toSorted((a, b) => a - b)
        expect(places).toEqual(places.map((_, at) => at + 1))
      }),
    ))

  it('never puts two who answered for one matter on one jury (rule 13)', () =>
    fc.assert(
      fc.property(pool, fc.string(), (candidates, seed) => {
        const pairs = pairsAmong(candidates)
        const seated = drawLines(candidates, matter, pairs, seed)
          .filter(line => line.place !== null)
          .map(line => line.jurorId)
        for (const [one, other] of pairs) expect(seated.includes(one) && seated.includes(other)).toBe(false)
      }),
    ))

  it('makes the very first the foreperson, and those who follow the seated the alternates', () => {
    const eight = Array.from({ length: 8 }, (_, n) => ({ ...peer, jurorId: `j${n}`, personId: `p${n}` }))
    const lines = drawLines(eight, matter, [], 'maple')
    const chairs = seating(lines, 6)
    expect(chairs.map(chair => chair.number)).toEqual([1, 2, 3, 4, 5, 6])
    expect(chairs.filter(chair => chair.foreperson).map(chair => chair.number)).toEqual([1])
    expect(lines.filter(line => (line.place ?? 0) > 6)).toHaveLength(2)
  })

  it('is no jury with fewer than a quorum (rule 17)', () => {
    const some = (count: number) =>
      drawLines(
        Array.from({ length: count }, (_, n) => ({ ...peer, jurorId: `j${n}`, personId: `p${n}` })),
        matter,
        [],
        'maple',
      )
    expect(isEnough(some(3), 4)).toEqual({ refused: 'too-few' })
    expect(isEnough(some(4), 4)).toBeNull()
  })

  it('is done while the doors are open and before the case begins; again, only with a reason', () => {
    const asked = { reason: null, sameSchoolToo: false, byCoordinator: false }
    expect(mayDraw(true, true, 0, asked)).toBeNull()
    expect(mayDraw(true, false, 0, asked)).toEqual({ refused: 'doors-closed' })
    expect(mayDraw(false, true, 0, asked)).toEqual({ refused: 'case-begun' })
    expect(mayDraw(true, true, 1, asked)).toEqual({ refused: 'reason-needed' })
    expect(mayDraw(true, true, 1, { ...asked, reason: 'two came late' })).toBeNull()
  })

  it('lets in the respondent’s own school only by the coordinator, who says why (rule 12)', () => {
    const asked = { reason: 'too few', sameSchoolToo: true, byCoordinator: false }
    expect(mayDraw(true, true, 0, asked)).toEqual({ refused: 'coordinator-decides' })
    expect(mayDraw(true, true, 0, { ...asked, byCoordinator: true })).toBeNull()
    expect(mayDraw(true, true, 0, { ...asked, byCoordinator: true, reason: null })).toEqual({
      refused: 'reason-needed',
    })
  })
})

describe('who must step back after the draw', () => {
  const seat = (jurorId: string, wishes: Partial<Candidate> = {}) => ({
    ...peer,
    jurorId,
    personId: jurorId,
    ...wishes,
  })
  const leaving = (them: Candidate[], pairs: readonly (readonly [string, string])[] = []) =>
    mustStepBack(
      them.map(one => one.jurorId),
      them,
      matter,
      pairs,
    )

  it('is one who turns out to know, to be family of, or to answer with somebody in the case (rules 9 to 11, 13 and 14)', () => {
    for (const tied of [
      { personId: 'jordan' },
      { personId: 'harmed' },
      { ties: ['household'] as const },
      { ties: ['relative'] as const },
      { conflicts: ['coordinator'] as const },
      { conflicts: ['family'] as const },
      { coRespondent: true },
    ])
      expect(leaving([seat('a'), seat('b', tied)])).toEqual(['b'])
  })

  it('is not one who sits by leave of the coordinator, or who sits on another case later that evening (rules 12 and 18)', () =>
    expect(leaving([seat('a', { school: matter.school }), seat('b', { busy: true })])).toEqual([]))

  it('is one of two who answer for one matter together, and neither when only one of them sits (rule 13)', () => {
    expect(leaving([seat('a'), seat('b'), seat('c')], [['a', 'c']])).toEqual(['a', 'c'])
    expect(leaving([seat('a'), seat('b')], [['a', 'c']])).toEqual([])
  })
})

describe('the beginning of a case', () => {
  const ready: Beginning = {
    underWay: true,
    docketed: true,
    roomBusy: false,
    juryElsewhere: false,
    seated: 6,
    quorum: 4,
    maximum: 12,
    unsworn: 0,
    tied: 0,
    respondentCame: true,
    guardianSettled: true,
    askedToGoOn: true,
  }
  const begin = (wishes: Partial<Beginning>) => mayBegin({ ...ready, ...wishes })

  it('comes when everything is in place', () => expect(begin({})).toBeNull())

  it('needs the young person and a guardian, or a reason why not (rule 21)', () => {
    expect(begin({ respondentCame: false })).toEqual({ refused: 'young-person-missing' })
    expect(begin({ guardianSettled: false })).toEqual({ refused: 'guardian-missing' })
  })

  it('needs a quorum and takes no more than the maximum (rule 17)', () => {
    expect(begin({ seated: 3 })).toEqual({ refused: 'no-quorum' })
    expect(begin({ seated: 4 })).toBeNull()
    expect(begin({ seated: 13 })).toEqual({ refused: 'too-many' })
  })

  it('needs a room and jurors that no other case has now (rule 18)', () => {
    expect(begin({ roomBusy: true })).toEqual({ refused: 'room-busy' })
    expect(begin({ juryElsewhere: true })).toEqual({ refused: 'jury-elsewhere' })
  })

  it('needs strangers to the case in the chairs (rules 9 to 14)', () =>
    expect(begin({ tied: 1 })).toEqual({ refused: 'juror-conflict' }))

  it('needs tonight’s promise of every juror (rule 15)', () =>
    expect(begin({ unsworn: 1 })).toEqual({ refused: 'not-sworn' }))

  it('needs the family to be asked once more', () =>
    expect(begin({ askedToGoOn: false })).toEqual({ refused: 'family-not-asked' }))

  it('comes once, and while the doors are open', () => {
    expect(begin({ docketed: false })).toEqual({ refused: 'case-begun' })
    expect(begin({ underWay: false })).toEqual({ refused: 'doors-closed' })
  })

  it('hands the lead to whoever the lot drew first of those who are left', () => {
    expect(
      nextForeperson([
        { jurorId: 'a', place: 5, foreperson: false },
        { jurorId: 'b', place: 2, foreperson: false },
      ]),
    ).toBe('b')
    expect(
      nextForeperson([
        { jurorId: 'a', place: 5, foreperson: true },
        { jurorId: 'b', place: 2, foreperson: false },
      ]),
    ).toBeNull()
    expect(nextForeperson([])).toBeNull()
  })
})

it('shows a juror the case on the night itself, and never afterwards (rule 22)', () => {
  expect(mayJurorSee({ heldOn: NIGHT, status: 'in_progress' }, NIGHT)).toBe(true)
  expect(mayJurorSee({ heldOn: NIGHT, status: 'open' }, addDays(NIGHT, 1))).toBe(false)
  expect(mayJurorSee({ heldOn: NIGHT, status: 'reconciled' }, NIGHT)).toBe(false)
  expect(mayJurorSee({ heldOn: NIGHT, status: 'published' }, NIGHT)).toBe(false)
})
