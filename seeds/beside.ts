/** What happens beside the cases: days away, a mistake put right, a second matter, somebody who knows somebody. */
import { fileReferral } from '#court/cases'
import { linesOf, reverseCredit } from '#court/credits'
import { declareConflict, jurorById, setAway } from '#court/jurors'
import { addDays } from '#platform/time'
import { matterOf, referredOn } from './cases.ts'
import type { Story } from './diary.ts'
import { at, type KnownCase, type KnownJuror, must, officeDay, type Scene } from './scene.ts'

export const besideStories = (scene: Scene): Story[] => [
  isAway(scene),
  leftEarly(scene),
  ...scene.program.respondents
    .filter(cast => cast.fate === 'unsigned')
    .map((cast): Story => {
      return async until => {
        await until(at(officeDay(addDays(scene.today, -4)), '15:20'))
        await cameAgain(scene, known(scene, cast.nth))
      }
    }),
  knowsSomebody(scene),
]

const known = ({ cases }: Scene, nth: number): KnownCase | undefined =>
  [...cases.values()].find(one => one.cast.nth === nth)

const juror = ({ jurors }: Scene, nth: number): KnownJuror | undefined =>
  jurors.find(one => one.nth === nth && one.ready)

/** A volunteer on a journey, with no time on Mondays either. */
const isAway =
  (scene: Scene): Story =>
  async until => {
    const { court, staff, programId, today } = scene
    await until(at(addDays(today, -20), '12:00'))
    const one = juror(scene, 5)
    if (!one) return
    const { version } = await court.db.withProgram(staff.coordinator, tx => jurorById(tx, programId, one.jurorId))
    const absences = [{ fromDay: addDays(today, -1), toDay: addDays(today, 12) }]
    must(await setAway(court, staff.coordinator, one.jurorId, { absences, weekdays: [1], monthlyLimit: 2, version }))
  }

/** Credits for a whole evening, given to somebody who went home after a quarter of an hour. */
const leftEarly =
  (scene: Scene): Story =>
  async until => {
    const { court, staff, programId, today } = scene
    await until(at(officeDay(addDays(today, -24)), '09:30'))
    const one = juror(scene, 3)
    if (!one) return
    const lines = await court.db.withProgram(staff.coordinator, tx =>
      linesOf(tx, { programId, personId: one.personId }),
    )
    const line = lines.find(entry => entry.kind === 'jury')
    if (line)
      must(
        await reverseCredit(court, staff.coordinator, line.id, 'Left after a quarter of an hour; counted by mistake.'),
      )
  }

/** A second matter of a young person who has an open case joins it. */
const cameAgain = async ({ court, staff, program, today }: Scene, one: KnownCase | undefined): Promise<void> => {
  if (!one) return
  const before = matterOf({ today }, one.cast, referredOn({ program, today }, one.cast))
  const matter = {
    ...{
      ...before,
      ...program.caller,
      officerMembershipId: null,
      reportNo: 'R-2904',
      harmedName: null,
      lossCents: null,
    },
    ...{ offenceCode: 'fare-evasion', narrative: 'Rode a bus without a ticket on the way to practice.' },
    incidentOn: addDays(today, -12),
  }
  must(await fileReferral(court, staff.coordinator, matter, one.personId))
}

/** The desk knows that a volunteer goes to the same swimming club as the young person of a case. */
const knowsSomebody =
  (scene: Scene): Story =>
  async until => {
    const { court, staff, program, today } = scene
    await until(at(officeDay(addDays(today, -3)), '11:00'))
    const cast = program.respondents.find(one => one.fate === 'docketed')
    const [one, of] = [juror(scene, 8), cast && known(scene, cast.nth)]
    if (one && of)
      must(
        await declareConflict(court, staff.coordinator, {
          jurorId: one.jurorId,
          caseId: of.caseId,
          origin: 'coordinator',
        }),
      )
  }
