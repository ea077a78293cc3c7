/** The law of the way to the hearing, without a database. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { starterRulebook } from '#court/programs'
import { addDays, addMonths, ageOn, type Day } from '#platform/time'
import { type CaseStatus, lifecycle, sourceStatusOf, stageOf } from '../../src/court/cases/case.ts'
import { isAdult, mayWithdraw, missingConsents } from '../../src/court/cases/rules/consenting.ts'
import { mayFinish, mayRecord } from '../../src/court/cases/rules/meeting.ts'
import { mayGiveUp, mayLog, triesOf } from '../../src/court/cases/rules/reaching.ts'
import { type Matter, mayDecline, mayPass, screen } from '../../src/court/cases/rules/screening.ts'
import { overridable, screeningRules } from '../../src/court/cases/screening.ts'
import { statusesOf } from '../../src/platform/lifecycle.ts'

const book = starterRulebook('charlotte')

const aMatter = (wishes: Partial<Matter> = {}): Matter => ({
  birthDate: '2010-06-15',
  incidentOn: '2026-02-20',
  offenceCode: 'shoplifting',
  underOtherCourt: false,
  earlier: [],
  openElsewhere: null,
  ...wishes,
})

const failing = (matter: Matter): string[] =>
  screen(book, matter)
    .filter(one => !one.passes)
    .map(one => one.rule)

const days = (from: Day, to: Day) =>
  fc
    .integer({ min: 0, max: Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) })
    .map(count => addDays(from, count))

describe('Screening', () => {
  test('asks every rule of admission, each once and in order, and gives its reason (rules 4–7)', () => {
    const findings = screen(book, aMatter())
    expect(findings.map(one => one.rule)).toEqual(screeningRules)
    expect(findings.every(one => one.passes && one.because.why !== undefined)).toBe(true)
  })

  test('takes a young person exactly when they were within the ages on the day of the incident (rule 4)', () => {
    fc.assert(
      fc.property(days('1995-01-01', '2024-12-31'), days('2025-01-01', '2027-12-31'), (birthDate, incidentOn) => {
        const age = ageOn(birthDate, incidentOn)
        const within = age >= book.ages.youngest && age <= book.ages.oldest
        expect(failing(aMatter({ birthDate, incidentOn })).includes('age')).toBe(!within)
      }),
    )
  })

  test('counts the age on the day of the incident, not of the referral: the last day before the eighteenth birthday is in time (rule 4)', () => {
    expect(failing(aMatter({ birthDate: '2008-02-21', incidentOn: '2026-02-20' }))).toEqual([])
    expect(failing(aMatter({ birthDate: '2008-02-20', incidentOn: '2026-02-20' }))).toEqual(['age'])
  })

  test('lets nobody in whose age is not known (rule 4)', () => {
    expect(failing(aMatter({ birthDate: null }))).toEqual(['age'])
  })

  test('knows the offence, or says that it does not', () => {
    expect(failing(aMatter({ offenceCode: 'other' }))).toEqual(['offence-known', 'non-violent', 'offence-allowed'])
  })

  test('turns away what is violent and what the rules shut out (rule 5)', () => {
    expect(failing(aMatter({ offenceCode: 'weapon-school' }))).toEqual(['non-violent', 'offence-allowed'])
    expect(failing(aMatter({ offenceCode: 'drug-sale' }))).toEqual(['offence-allowed'])
  })

  test('takes nobody who was here within the look-back, and takes them again after it (rule 4)', () => {
    fc.assert(
      fc.property(days('2018-01-01', '2026-02-20'), closedOn => {
        const earlier = [{ no: '24-0001', acceptedOn: addDays(closedOn, -60), closedOn }]
        const within = addMonths(closedOn, 12 * (book.priorLookBackYears ?? 0)) > '2026-02-20'
        expect(failing(aMatter({ earlier }))).toEqual(within ? ['first-time'] : [])
      }),
    )
  })

  test('takes everybody only once where the rules name no number of years (rule 4)', () => {
    const once = { ...book, priorLookBackYears: null }
    const earlier = [{ no: '10-0001', acceptedOn: '2010-01-01' as Day, closedOn: '2010-06-01' as Day }]
    expect(screen(once, aMatter({ earlier })).find(one => one.rule === 'first-time')?.passes).toBe(false)
  })

  test('asks for leave where another court is at work, and for one open case a person (rules 6 and 7)', () => {
    expect(failing(aMatter({ underOtherCourt: true }))).toEqual(['jurisdiction'])
    expect(failing(aMatter({ openElsewhere: '26-0001' }))).toEqual(['one-open-case'])
  })

  test('lets a case pass when every rule is met', () => {
    expect(mayPass(screen(book, aMatter()), {})).toBeNull()
  })

  test('lets a failing rule pass only with a name and a reason (rules 4–6)', () => {
    const findings = screen(book, aMatter({ offenceCode: 'drug-sale' }))
    expect(mayPass(findings, {})).toEqual({ refused: 'rule-not-met' })
    expect(mayPass(findings, { 'offence-allowed': { approver: 'Judge Ortiz', note: ' ' } })).toEqual({
      refused: 'override-unreasoned',
    })
    expect(
      mayPass(findings, { 'offence-allowed': { approver: 'Judge Ortiz', note: 'A single pill, no money.' } }),
    ).toBeNull()
  })

  test('never lets one open case become two, nor an unknown offence pass, whoever asks (rule 7)', () => {
    const everything = Object.fromEntries(overridable.map(rule => [rule, { approver: 'Judge Ortiz', note: 'yes' }]))
    expect(mayPass(screen(book, aMatter({ openElsewhere: '26-0001' })), everything)).toEqual({ refused: 'rule-stands' })
    expect(mayPass(screen(book, aMatter({ offenceCode: 'other' })), everything)).toEqual({ refused: 'rule-stands' })
  })

  test('declines a case only for a rule that it does not meet', () => {
    const findings = screen(book, aMatter({ birthDate: '2005-01-01' }))
    expect(mayDecline(findings, 'age')).toBeNull()
    expect(mayDecline(findings, 'first-time')).toEqual({ refused: 'rule-is-met' })
  })
})

describe('Reaching the family', () => {
  const clocks = { unreachedAttempts: 3, unreachedDays: 30 }
  const around = { today: '2026-03-04', now: new Date('2026-03-04T15:00:00Z'), receivedOn: '2026-03-01' } as const
  const talk = { on: '2026-03-04', withWhom: 'guardian', agreed: true, meetsAt: null } as const

  test('counts the tries in vain since the case was let in, and the days', () => {
    const contacts = [
      { withWhom: 'nobody', on: '2026-03-01' },
      { withWhom: 'nobody', on: '2026-03-10' },
      { withWhom: 'guardian', on: '2026-03-11' },
      { withWhom: 'nobody', on: '2026-02-01' },
    ] as const
    expect(triesOf(contacts, '2026-03-01', '2026-03-31', clocks)).toEqual({
      tries: 2,
      triesWanted: 3,
      days: 30,
      daysWanted: 30,
    })
  })

  test('is given up only after both the tries and the days that the rules want', () => {
    fc.assert(
      fc.property(fc.nat(10), fc.nat(60), (tries, days) => {
        const enough = tries >= 3 && days >= 30
        expect(mayGiveUp('contacting', { tries, days, triesWanted: 3, daysWanted: 30 }) === null).toBe(enough)
      }),
    )
  })

  test('agrees on a first meeting with the young person or a guardian, not with nobody', () => {
    expect(mayLog('contacting', { ...talk, withWhom: 'nobody' }, around)).toEqual({ refused: 'nobody-reached' })
    expect(mayLog('contacting', talk, around)).toBeNull()
    expect(mayLog('active', talk, around)).toEqual({ refused: 'not-now' })
  })

  test('was neither before the referral nor is still to come', () => {
    const on = (day: Day) => mayLog('active', { ...talk, on: day, agreed: false }, around)
    expect(on('2026-03-05')).toEqual({ refused: 'day-to-come' })
    expect(on('2026-03-04')).toBeNull()
    expect(on('2026-03-01')).toBeNull()
    expect(on('2026-02-28')).toEqual({ refused: 'before-the-referral' })
  })

  test('agrees on no meeting that is over', () => {
    const at = (instant: string) => mayLog('contacting', { ...talk, meetsAt: new Date(instant) }, around)
    expect(at('2026-03-04T15:00:00Z')).toEqual({ refused: 'meeting-past' })
    expect(at('2025-03-10T21:30:00Z')).toEqual({ refused: 'meeting-past' })
    expect(at('2026-03-04T21:30:00Z')).toBeNull()
  })
})

describe('The first meeting', () => {
  const meeting = {
    metOn: '2026-03-04',
    strengths: ['drawing'],
    harmedReached: 'tried',
    harmedWishes: 'unknown',
    harmedCalledName: null,
    harmedLastName: null,
  } as const
  const around = { today: '2026-03-04', receivedOn: '2026-03-01' } as const

  test('lies between the referral and today', () => {
    const on = (metOn: Day) => mayRecord('intake', { ...meeting, metOn }, around)
    expect(on('2026-03-01')).toBeNull()
    expect(on('2026-02-28')).toEqual({ refused: 'before-the-referral' })
    expect(on('2026-03-05')).toEqual({ refused: 'day-to-come' })
  })

  test('names whoever was harmed with both names, or does not name them (rule 10)', () => {
    const named = (harmedCalledName: string | null, harmedLastName: string | null) =>
      mayRecord('intake', { ...meeting, harmedCalledName, harmedLastName }, around)
    expect(named('Omar', 'Haddad')).toBeNull()
    expect(named('Omar', null)).toEqual({ refused: 'harmed-half-named' })
    expect(named(null, 'Haddad')).toEqual({ refused: 'harmed-half-named' })
  })

  test('begins with strengths', () => {
    expect(mayRecord('intake', { ...meeting, strengths: [] }, around)).toEqual({ refused: 'no-strengths' })
    expect(mayRecord('intake', meeting, around)).toBeNull()
  })

  test('can be corrected until the hearing', () => {
    expect(mayRecord('docketed', meeting, around)).toBeNull()
    expect(mayRecord('in_hearing', meeting, around)).toEqual({ refused: 'not-now' })
  })

  test('is over for somebody under age only when a guardian is known (rule 2)', () => {
    expect(mayFinish(false, 0)).toEqual({ refused: 'no-guardian' })
    expect(mayFinish(false, 1)).toBeNull()
    expect(mayFinish(true, 0)).toBeNull()
  })
})

describe('Consents', () => {
  const by = (
    kind: 'admission' | 'participation' | 'guardian' | 'survey',
    personId = 'me',
    withdrawnAt: Date | null = null,
  ) => ({ kind, personId, withdrawnAt })

  test('are an admission and their own yes, and a guardian’s under age (rules 1 and 2)', () => {
    expect(missingConsents([], 'me', false)).toEqual(['admission', 'participation', 'guardian'])
    expect(missingConsents([by('admission'), by('participation')], 'me', false)).toEqual(['guardian'])
    expect(missingConsents([by('admission'), by('participation'), by('guardian', 'mother')], 'me', false)).toEqual([])
  })

  test('need no guardian from eighteen on (rule 2)', () => {
    expect(missingConsents([by('admission'), by('participation')], 'me', true)).toEqual([])
    fc.assert(
      fc.property(days('1990-01-01', '2020-12-31'), birth => {
        fc.pre(!birth.endsWith('02-29'))
        const eighteenth = addMonths(birth, 12 * 18)
        expect(isAdult(birth, 18, eighteenth)).toBe(true)
        expect(isAdult(birth, 18, addDays(eighteenth, -1))).toBe(false)
      }),
    )
    expect(isAdult(null, 18, '2026-03-04')).toBe(false)
  })

  test('of somebody else, or taken back, do not count (rules 1–3)', () => {
    expect(
      missingConsents(
        [by('admission', 'brother'), by('participation', 'me', new Date()), by('guardian', 'mother')],
        'me',
        false,
      ),
    ).toEqual(['admission', 'participation'])
  })

  test('can be taken back until the agreement is accepted (rule 3)', () => {
    expect(mayWithdraw('awaiting_consent', true)).toBeNull()
    expect(mayWithdraw('ready', true)).toBeNull()
    expect(mayWithdraw('ready', false)).toEqual({ refused: 'nothing-to-take-back' })
    expect(mayWithdraw('docketed', true)).toEqual({ refused: 'on-the-docket' })
    expect(mayWithdraw('disposed', true)).toEqual({ refused: 'at-the-hearing' })
    expect(mayWithdraw('active', true)).toEqual({ refused: 'agreed-already' })
    expect(mayWithdraw('declined_ineligible', true)).toEqual({ refused: 'not-now' })
  })
})

describe('What a source is told', () => {
  test('is one of six words, whatever happens in the case (rule 43)', () => {
    for (const status of statusesOf(lifecycle) as CaseStatus[]) {
      expect(['received', 'accepted', 'declined', 'hearing-held', 'completed', 'returned']).toContain(
        sourceStatusOf({ status, acceptedOn: null }),
      )
      expect(stageOf[status]).toBeDefined()
    }
  })
})
