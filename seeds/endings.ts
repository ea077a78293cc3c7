/** How cases end: closed with thanks, or talked over, ended and sent back. */
import { answerTerminationOf, askTermination, closeCase, returnToSource, reviewCase } from '#court/outcomes'
import { markMissed, obligationsOfCase } from '#court/obligations'
import { fullName } from '#court/people'
import { addDays } from '#platform/time'
import type { Fate } from './cast.ts'
import type { Until } from './diary.ts'
import { atDesk, type KnownCase, must, nightDay, type Scene } from './scene.ts'

/** The steps of an ending in days from today: missed, talked over, asked, decided, sent back. */
const steps: Partial<Record<Fate, number[]>> = {
  review: [-14, -9],
  ending: [-28, -22, -4],
  terminated: [-36, -29, -9, -4],
  returned: [-86, -78, -60, -55, -53],
}

/** Begun when an agreement takes effect. */
export const endingOf = (scene: Scene, known: KnownCase): Promise<void> => {
  const { fate } = known.cast
  if (fate === 'closed' || fate === 'waived') return scene.diary.begin(until => close(scene, known, until))
  const days = steps[fate]
  return days ? scene.diary.begin(until => giveBack(scene, known, days, until)) : Promise.resolve()
}

/** Four nights on, everything that was promised has been done. */
const close = async (scene: Scene, known: KnownCase, until: Until): Promise<void> => {
  const { cast, caseId } = known
  const after = scene.program.nights.every > 14 ? 3 : 4
  await until(atDesk(addDays(nightDay(scene, (cast.night ?? 0) + after), 4), cast.nth))
  must(await closeCase(scene.court, scene.staff.coordinator, caseId, fullName(cast)))
}

const giveBack = async (
  scene: Scene,
  { cast, caseId }: KnownCase,
  days: readonly number[],
  until: Until,
): Promise<void> => {
  const { court, staff, programId, today } = scene
  const desk = staff.coordinator
  const acts = [
    async () => {
      const promised = await court.db.withProgram(desk, tx => obligationsOfCase(tx, programId, caseId))
      const late = promised.filter(one => one.kind === 'apology-letter' || one.kind === 'essay')
      for (const one of late) must(await markMissed(court, desk, one.id))
    },
    async () => void must(await reviewCase(court, desk, caseId)),
    async () =>
      void must(
        await askTermination(court, desk, caseId, {
          ...{
            reason: 'terms-not-met',
            words: 'Two letters and three calls were not answered; one jury night was missed.',
          },
          familyHeard: 'The family said that too much is going on at home now. They were offered more time.',
        }),
      ),
    async () => void must(await answerTerminationOf(court, staff.second, caseId, 'approved')),
    async () => void must(await returnToSource(court, desk, caseId, { reason: 'terms-not-met', words: null })),
  ]
  for (const [at, day] of days.entries()) {
    await until(atDesk(addDays(today, day), cast.nth))
    await acts[at]?.()
  }
}
