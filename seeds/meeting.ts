/** Reaching a family, and the first meeting with it. */
import { todayFor } from '#court'
import { familyDeclines, giveUp, logContact, recordConsents, recordIntake } from '#court/cases'
import { returnToSource } from '#court/outcomes'
import { addDays, type Day } from '#platform/time'
import type { Until } from './diary.ts'
import { atDesk, type KnownCase, must, officeDay, type Scene } from './scene.ts'

const call = { way: 'phone', note: null, nextStep: null, agreed: false, meetOn: null, meetAt: null } as const
const inVain = { ...call, withWhom: 'nobody', nextStep: 'Call again in the evening' } as const

export const reaching = async (scene: Scene, known: KnownCase, until: Until, day: Day): Promise<void> => {
  const { court, staff } = scene
  const { cast, caseId } = known
  const desk = staff.coordinator
  await until(atDesk(day, cast.nth + 2))
  must(await logContact(court, desk, caseId, { ...inVain, on: officeDay(day) }))
  if (cast.fate === 'contacting') return
  if (cast.fate === 'unreachable' || cast.fate === 'unreached') return giveUpOn(scene, known, until, day)
  const reached = addDays(day, 2)
  await until(atDesk(reached, cast.nth + 4))
  const talk = {
    ...call,
    on: officeDay(reached),
    withWhom: 'guardian',
    note: 'Would like to hear what a jury of peers is. Afternoons are best.',
  } as const
  if (cast.fate === 'declined' || cast.fate === 'refused') {
    must(await logContact(court, desk, caseId, { ...talk, note: 'They would rather go before the judge.' }))
    must(await familyDeclines(court, desk, caseId))
    if (cast.fate === 'declined') return
    await until(atDesk(addDays(reached, 5), cast.nth))
    must(await returnToSource(court, desk, caseId, { reason: 'family-declined', words: null }))
    return
  }
  const meetOn = officeDay(addDays(reached, cast.fate === 'intake' ? 7 : 3))
  must(await logContact(court, desk, caseId, { ...talk, agreed: true, meetOn, meetAt: '16:00' }))
}

const giveUpOn = async (scene: Scene, { cast, caseId }: KnownCase, until: Until, day: Day): Promise<void> => {
  const { court, staff } = scene
  for (const [days, way] of [
    [4, 'phone'],
    [9, 'letter'],
    [20, 'visit'],
  ] as const) {
    const on = officeDay(addDays(day, days))
    await until(atDesk(on, cast.nth))
    must(await logContact(court, staff.second, caseId, { ...inVain, way, on }))
  }
  await until(atDesk(addDays(day, 35), cast.nth))
  must(await giveUp(court, staff.coordinator, caseId))
  if (cast.fate === 'unreachable') return
  await until(atDesk(addDays(day, 37), cast.nth))
  must(await returnToSource(court, staff.coordinator, caseId, { reason: 'not-reached', words: null }))
}

const spoken: Record<string, string> = { es: 'Spanish', fr: 'French' }
const wishes = ['write', 'decline', 'unknown', 'attend'] as const

/** The first meeting, with what was signed at its end. */
export const meet = async (scene: Scene, { cast, caseId, guardianId }: KnownCase): Promise<void> => {
  const { court, staff } = scene
  const wish = cast.harmed ? wishes[cast.nth % wishes.length]! : 'none'
  const person = cast.harmed?.isPerson ? cast.harmed.name.split(' ') : null
  must(
    await recordIntake(court, staff.coordinator, caseId, {
      ...{ metOn: todayFor(court, staff.coordinator), strengths: cast.strengths, statement: cast.words },
      ...{ needs: cast.nth % 5 === 0 ? 'A quiet place for homework.' : null, freeWeekdays: [1, 2, 3, 4, 5, 6] },
      interpreter: spoken[cast.guardian.language] ?? null,
      adjustments: cast.nth % 9 === 4 ? 'Please print in large letters.' : null,
      ...{ harmedReached: cast.harmed ? 'yes' : 'nobody-harmed', harmedWishes: wish },
      harmedStatement: wish === 'write' ? 'I want them to know what it meant for us, and I wish them well.' : null,
      ...{ harmedCalledName: person?.[0] ?? null, harmedLastName: person?.slice(1).join(' ') ?? null },
    }),
  )
  const mayGuardianWait = cast.fate === 'consents'
  must(
    await recordConsents(court, staff.coordinator, caseId, {
      ...{
        language: cast.guardian.language,
        how: 'paper',
        respondent: ['admission', 'participation', 'release', 'survey'],
      },
      ...{ guardianId, guardian: mayGuardianWait ? [] : ['guardian', 'release', 'messages'] },
    }),
  )
}
