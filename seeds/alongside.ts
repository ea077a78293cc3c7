/** What goes along with an agreement: a young person becomes a juror, and the family is called now and then. */
import { logContact } from '#court/cases'
import { approveJuror, jurorOfPerson, swearJuror, trainJuror } from '#court/jurors'
import { addDays, type Day } from '#platform/time'
import type { Fate } from './cast.ts'
import type { Until } from './diary.ts'
import { at, atDesk, type KnownCase, must, officeDay, plus, type Scene } from './scene.ts'

export type Keeping = { scene: Scene; known: KnownCase; from: Day; has: (...fates: Fate[]) => boolean }

/** From respondent to juror: training, promise of confidentiality, a guardian's yes. */
export const prepareJuror = async ({ scene, known, from }: Keeping, until: Until): Promise<void> => {
  const { court, staff, programId } = scene
  const day = addDays(from, 5)
  await until(plus(at(day, '17:10'), known.cast.nth))
  const juror = await court.db.withProgram(staff.coordinator, tx => jurorOfPerson(tx, programId, known.personId))
  if (!juror) throw new Error('nobody made a juror of them')
  must(await trainJuror(court, staff.coordinator, juror.id, { on: day, minutes: 90 }))
  must(await swearJuror(court, staff.coordinator, juror.id, day))
  must(await approveJuror(court, staff.coordinator, juror.id, { guardianId: known.guardianId, on: day }))
}

const BETWEEN_CALLS = 24

/** A call to the family every few weeks, as long as the agreement lasts; one family has been forgotten lately. */
export const checkIn = async ({ scene, known, from, has }: Keeping, until: Until): Promise<void> => {
  const { court, staff } = scene
  const calls = has('closed', 'waived', 'returned') ? 2 : has('late') ? 1 : 6
  for (let call = 1; call <= calls; call += 1) {
    const on = officeDay(addDays(from, call * BETWEEN_CALLS))
    await until(atDesk(on, known.cast.nth + 9))
    const reached = !has('review', 'ending', 'terminated', 'returned')
    must(
      await logContact(court, call % 2 === 0 ? staff.second : staff.coordinator, known.caseId, {
        ...{ on, way: 'phone', withWhom: reached ? 'guardian' : 'nobody', agreed: false, meetOn: null, meetAt: null },
        note: reached ? (said[(known.cast.nth + call) % said.length] ?? null) : null,
        nextStep: reached ? null : 'Write a letter',
      }),
    )
  }
}

const said = [
  'Going well. The hours are a good reason to be out of the house.',
  'Asked how to get to the next jury night; the bus leaves from Grove Street.',
  'School is a lot just now. They will ask for more time if they need it.',
  'Proud of the jury night. The younger brother wants to come along.',
]
