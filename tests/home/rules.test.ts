import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CaseStatus } from '#court/cases'
import type { AssignmentStatus } from '#court/hearings'
import type { Obligation, Standing } from '#court/obligations'
import type { Day } from '#platform/time'
import { lifecycle } from '../../src/court/cases/case.ts'
import type { JuryNight, Matter } from '../../src/court/home/home.ts'
import { nextForYou, type NextFacts, type Stands, thanksFor } from '../../src/court/home/rules.ts'
import { stepOf } from '../../src/court/home/step.ts'

const today: Day = '2026-03-04'

const matter = (status: CaseStatus, closedOn: Day | null = null): Matter => ({
  id: 'm',
  no: '26-0001',
  status,
  closedOn,
  missed: 0,
  rulebookId: 'r',
  statusSince: new Date('2026-02-04T15:00:00Z'),
})

const night = (on: Day, status: AssignmentStatus): JuryNight => ({
  id: `n-${on}`,
  on,
  status,
  startsAt: new Date(`${on}T22:30:00Z`),
  endsAt: new Date(`${on}T23:30:00Z`),
  place: 'Maple Street',
})

const promise = (standing: Standing, dueOn: Day, more: Partial<Obligation> = {}): Stands => ({
  standing,
  promise: {
    id: `p-${dueOn}`,
    caseId: 'm',
    termId: 't',
    personId: 'x',
    owedBy: 'young-person',
    kind: 'apology-letter',
    title: 'Letter',
    amount: 1,
    unit: 'piece',
    proof: 'document',
    dueOn,
    status: 'assigned',
    statusSince: new Date(0),
    endReason: null,
    version: 1,
    verified: 0,
    waiting: 0,
    waitingSince: null,
    confirmedAt: null,
    askedAt: null,
    granted: 0,
    ...more,
  },
})

const facts = (wishes: Partial<NextFacts> = {}): NextFacts => ({
  matter: null,
  hearing: null,
  cureBy: null,
  proposal: null,
  promises: [],
  nights: [],
  openNights: [],
  unready: null,
  ...wishes,
})

const open = { on: '2026-03-19' as Day, startsAt: new Date(), place: 'Maple Street', placesLeft: 3 }
const hearing = {
  nightId: 'n',
  on: '2026-03-12' as Day,
  startsAt: new Date('2026-03-12T22:30:00Z'),
  place: 'Maple Street',
  room: 'Room 2',
}
const next = (wishes: Partial<NextFacts>) => nextForYou(facts(wishes), today)

describe('a young person sees one next step', () => {
  it('which is their own hearing before all else', () => {
    const nights = [night('2026-03-05', 'offered')]
    expect(next({ matter: matter('docketed'), hearing, nights })).toMatchObject({ next: 'own-hearing' })
  })

  it('which is a talk, when things do not go as planned', () => {
    const reviewed = { matter: matter('noncompliance_review'), promises: [promise('late', '2026-02-01')] }
    expect(next({ ...reviewed, cureBy: '2026-03-18' })).toEqual({ next: 'talk', by: '2026-03-18' })
  })

  it('which is their seat, from the moment they are checked in until the night is over', () => {
    const tonight = [night(today, 'checked_in')]
    expect(next({ nights: tonight })).toMatchObject({ next: 'here', night: { on: today } })
    expect(next({ nights: [night(today, 'seated')] })).toMatchObject({ next: 'here' })
    expect(next({ nights: [night(today, 'served')] })).toMatchObject({ next: 'nothing' })
  })

  it('which is what is late, before what is asked of them', () => {
    const late = promise('late', '2026-03-01')
    expect(
      next({ matter: matter('active'), promises: [late], nights: [night('2026-03-19', 'offered')] }),
    ).toMatchObject({ next: 'late', days: 3 })
  })

  it('which is an invitation, the soonest first', () => {
    const nights = [night('2026-04-02', 'offered'), night('2026-03-19', 'offered'), night('2026-03-01', 'offered')]
    expect(next({ nights })).toMatchObject({ next: 'answer', night: { on: '2026-03-19' } })
  })

  it('which is a jury night or a promise of the coming week, whichever comes first', () => {
    const soon = promise('due-soon', '2026-03-09')
    const active = matter('active')
    expect(next({ matter: active, promises: [soon], nights: [night('2026-03-06', 'confirmed')] })).toMatchObject({
      next: 'jury',
    })
    expect(next({ matter: active, promises: [soon], nights: [night('2026-03-10', 'confirmed')] })).toMatchObject({
      next: 'due',
      days: 5,
    })
  })

  it('which is to choose nights, as long as jury service is owed and not all of it is booked', () => {
    const duty = promise('on-track', '2026-06-01', { kind: 'jury-service', unit: 'session', amount: 4, verified: 1 })
    const booked = [night('2026-03-26', 'confirmed')]
    expect(next({ matter: matter('active'), promises: [duty], nights: booked, openNights: [open] })).toMatchObject({
      next: 'choose-nights',
      left: 2,
    })
    const all = [...booked, night('2026-04-02', 'confirmed'), night('2026-04-09', 'confirmed')]
    expect(next({ matter: matter('active'), promises: [duty], nights: all, openNights: [open] })).toMatchObject({
      next: 'jury',
    })
  })

  it('which is the certificate and an invitation to stay, in the month after the case is closed', () => {
    expect(next({ matter: matter('closed_success', '2026-02-20'), openNights: [open] })).toEqual({
      next: 'finished',
      no: '26-0001',
      keptAll: true,
    })
    expect(next({ matter: matter('closed_success', '2026-01-02'), openNights: [open] })).toEqual({
      next: 'help',
      nights: 1,
    })
  })

  it('which says that every promise is kept, and what the court still owes', () => {
    const ours = promise('on-track', '2026-03-30', { owedBy: 'court', personId: null })
    expect(
      next({
        matter: matter('active'),
        promises: [promise('done', '2026-03-01'), promise('done', '2026-03-02'), ours],
      }),
    ).toEqual({ next: 'kept-all', courtOwes: 1, keptAll: true })
  })

  it('which does not praise what was waived as if it had been kept (rule 42)', () => {
    const promises = [promise('done', '2026-03-01'), promise('waived', '2026-03-02')]
    expect(next({ matter: matter('active'), promises })).toEqual({ next: 'kept-all', courtOwes: 0, keptAll: false })
    expect(next({ matter: matter('closed_success', '2026-02-20'), promises })).toMatchObject({
      next: 'finished',
      keptAll: false,
    })
  })

  it('which is to sign while something is proposed and a name is missing, and never otherwise (rule 29)', () => {
    const disposed = matter('disposed')
    expect(next({ matter: disposed, proposal: { missing: 2 } })).toEqual({ next: 'sign' })
    expect(next({ matter: disposed, proposal: { missing: 0 } })).toEqual({ next: 'signed' })
    expect(next({ matter: disposed, proposal: null })).toEqual({ next: 'rewriting' })
  })

  it('which is to wait for the date, before there is a hearing', () => {
    for (const status of ['referred', 'contacting', 'intake', 'awaiting_consent', 'ready'] as const)
      expect(next({ matter: matter(status), openNights: [open] })).toEqual({ next: 'before-hearing' })
  })

  it('which is to get ready, for a juror who has not been prepared', () => {
    expect(next({ unready: ['not-trained', 'no-oath'] })).toMatchObject({ next: 'prepare' })
    expect(next({ unready: ['not-active'] })).toEqual({ next: 'nothing' })
  })

  it('which is to help, where nothing waits and nights have seats', () => {
    expect(next({ openNights: [open, { ...open, on: '2026-03-26' }], unready: [] })).toEqual({
      next: 'help',
      nights: 2,
    })
    expect(next({})).toEqual({ next: 'nothing' })
  })

  it('which exists in every state of a case, and can be said to them and to a guardian', () => {
    const statuses = [...new Set(['referred' as const, ...Object.values(lifecycle).map(move => move.to)])]
    const standings: Standing[] = ['done', 'waived', 'fell-away', 'with-us', 'to-fix', 'late', 'due-soon', 'on-track']
    const dayAround = fc.integer({ min: 1, max: 28 }).map(day => `2026-03-${String(day).padStart(2, '0')}` as Day)
    fc.assert(
      fc.property(
        fc.option(fc.constantFrom(...statuses)),
        fc.array(
          fc.tuple(
            fc.constantFrom(...standings),
            dayAround,
            fc.constantFrom('young-person' as const, 'court' as const),
          ),
        ),
        fc.array(
          fc.tuple(
            dayAround,
            fc.constantFrom<AssignmentStatus>('offered', 'confirmed', 'declined', 'served', 'no_show'),
          ),
        ),
        fc.boolean(),
        (status, promises, nights, seats) => {
          const found = next({
            matter: status && matter(status, '2026-03-01'),
            promises: promises.map(([standing, due, owedBy]) => promise(standing, due, { owedBy })),
            nights: nights.map(([on, state]) => night(on, state)),
            openNights: seats ? [open] : [],
          })
          for (const name of [null, 'Jordan']) {
            const step = stepOf(found, { name, phone: null, today })
            expect(step.title.key).toMatch(/^home\./)
            if (step.look === 'hero') expect(step.hero).not.toBeNull()
          }
        },
      ),
    )
  })
})

describe('a guardian', () => {
  it('reads of a child by name, and answers nothing in their place', () => {
    const step = stepOf(
      { next: 'answer', night: night('2026-03-19', 'offered') },
      { name: 'Jordan', phone: null, today },
    )
    expect(step.answer).toBeNull()
    expect(step.title).toEqual({ key: 'home.answer.of', with: { name: 'Jordan' } })
  })
})

describe('thanks', () => {
  it('are said for the last night that somebody came to, for two weeks', () => {
    const nights = [night('2026-02-26', 'served'), night('2026-02-19', 'standby'), night('2026-03-03', 'no_show')]
    expect(thanksFor(nights, today)).toBe('2026-02-26')
    expect(thanksFor(nights, '2026-03-13')).toBeNull()
  })
})
