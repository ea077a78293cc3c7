import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  courtStillOwes,
  cureBy,
  mayAnswer,
  mayClose,
  type Promised,
  reasonFromStatus,
} from '../../src/court/outcomes/rules.ts'

const promise = (status: string, owedBy: Promised['owedBy'] = 'young-person'): Promised => ({
  owedBy,
  status,
  dueOn: '2026-06-01',
})
const open = ['assigned', 'scheduled', 'submitted', 'returned_for_fix', 'verified', 'missed']

describe('a case is closed as completed only with every promise kept or waived (rule 42)', () => {
  it('closes when all are kept or waived', () => {
    expect(mayClose('active', [promise('satisfied'), promise('waived')])).toBeNull()
  })

  it('stays open for a single open promise of the young person, whatever the others are', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...open),
        fc.array(fc.constantFrom('satisfied', 'waived', ...open)),
        (one, others) => {
          expect(
            mayClose(
              'active',
              [...others, one].map(status => promise(status)),
            ),
          ).toEqual({ refused: 'promises-open' })
        },
      ),
    )
  })

  it('is never closed without any promise at all', () => {
    expect(mayClose('active', [])).toEqual({ refused: 'promises-open' })
    expect(mayClose('active', [promise('satisfied', 'court')])).toEqual({ refused: 'promises-open' })
  })

  it('does not hold a young person back for a promise of the court, which stays on the list', () => {
    const promises = [promise('satisfied'), promise('assigned', 'court'), promise('satisfied', 'court')]
    expect(mayClose('active', promises)).toBeNull()
    expect(courtStillOwes(promises)).toBe(1)
  })

  it('is not for a case that has no agreement in effect', () => {
    expect(mayClose('ready', [promise('satisfied')])).toEqual({ refused: 'not-active' })
  })
})

describe('a case that was not kept ends with two adults and the family heard (rule 44)', () => {
  it('is not decided by the one who asked', () => {
    const asked = { askedBy: 'dana', answer: null }
    expect(mayAnswer(asked, 'dana', true)).toEqual({ refused: 'same-person' })
    expect(mayAnswer(asked, 'sam', true)).toBeNull()
  })

  it('is decided by the one adult where the court has only one', () => {
    expect(mayAnswer({ askedBy: 'dana', answer: null }, 'dana', false)).toBeNull()
  })

  it('is not decided twice', () => {
    expect(mayAnswer({ askedBy: 'dana', answer: 'refused' }, 'sam', true)).toEqual({ refused: 'nothing-asked' })
    expect(mayAnswer(undefined, 'sam', true)).toEqual({ refused: 'nothing-asked' })
  })

  it('goes back with a reason that fits how it ended', () => {
    expect(reasonFromStatus.unreachable).toEqual(['not-reached'])
    expect(reasonFromStatus.active).toBeUndefined()
  })

  it('gives a warned family its days', () => {
    expect(cureBy('2026-02-20', 14)).toBe('2026-03-06')
  })
})
