/** One case before its jury. */
import type { Actor } from '#court'
import { addTerm, openDraft, propose, refuseTerms, sign } from '#court/dispositions'
import { checkInFamily, excuseGuardian, hearingById } from '#court/hearings'
import { beginHearing, drawJury, missHearing, stepBack, stopHearing } from '#court/jury'
import { putInEffect } from '#court/obligations'
import { returnToSource } from '#court/outcomes'
import { fullName } from '#court/people'
import { addDays } from '#platform/time'
import { nightsBooked, termsFor } from './agreements.ts'
import { docket } from './cases.ts'
import type { Until } from './diary.ts'
import { endingOf } from './endings.ts'
import { keepPromises } from './promises.ts'
import { at, type KnownCase, type KnownNight, must, plus, type Scene } from './scene.ts'

type Moment = (minutes: number) => Promise<void>

export const hear = async (
  scene: Scene,
  night: KnownNight,
  known: KnownCase,
  adult: Actor,
  until: Until,
): Promise<void> => {
  const { court, programId } = scene
  const { cast, hearingId } = known
  const { startsAt } = await court.db.withProgram(adult, tx => hearingById(tx, programId, hearingId))
  const midnight = at(night.day, '00:00').getTime()
  const moment: Moment = minutes => until(new Date(Math.max(plus(startsAt, minutes).getTime(), midnight)))
  if (staysAway(known, night)) return missed(scene, known, moment, adult)
  await welcome(scene, known, moment, adult)
  await seatJury(scene, night, known, moment, adult)
  must(await beginHearing(court, adult, hearingId, { asked: true }))
  if (cast.fate === 'hearing') return
  if (cast.mishap?.what === 'stopped' && cast.mishap.night === night.index) return broken(scene, known, moment, adult)
  await decide(scene, night, known, moment, adult)
}

const staysAway = ({ cast }: KnownCase, night: KnownNight): boolean =>
  cast.fate === 'absent' || (cast.mishap?.what === 'missed' && cast.mishap.night === night.index)

/** Another date the first time; the second time the court asks whether the family wants to go on. */
const missed = async (scene: Scene, known: KnownCase, moment: Moment, adult: Actor): Promise<void> => {
  await moment(20)
  const { next } = must(await missHearing(scene.court, adult, known.hearingId))
  if (next === 'reset') await redocketLater(scene, known, known.cast.night ?? 0)
}

const broken = async (scene: Scene, known: KnownCase, moment: Moment, adult: Actor): Promise<void> => {
  await moment(10)
  must(await stopHearing(scene.court, adult, known.hearingId, 'no-time'))
  await redocketLater(scene, known, known.cast.night ?? 0)
}

const redocketLater = (scene: Scene, known: KnownCase, index: number): Promise<void> => {
  const from = scene.nights.get(known.cast.mishap?.night ?? index)
  return scene.diary.begin(async until => {
    await until(at(addDays(from?.day ?? scene.today, 2), '11:40'))
    await docket(scene, known, index)
  })
}

const welcome = async (scene: Scene, known: KnownCase, moment: Moment, adult: Actor): Promise<void> => {
  const { court } = scene
  await moment(-5)
  must(await checkInFamily(court, adult, known.hearingId, known.personId))
  if (known.cast.fate === 'unsigned') {
    must(await excuseGuardian(court, adult, known.hearingId, 'Works nights; was on the telephone.'))
    return
  }
  must(await checkInFamily(court, adult, known.hearingId, known.guardianId))
}

/** Every third jury sees somebody step back; the next in the draw takes the chair. */
const seatJury = async (
  scene: Scene,
  night: KnownNight,
  known: KnownCase,
  moment: Moment,
  adult: Actor,
): Promise<void> => {
  await moment(-3)
  const drawn = must(await drawJury(scene.court, adult, known.hearingId))
  const [, second] = drawn.seated
  if (second && drawn.alternates.length > 0 && (known.cast.nth + night.index) % 3 === 0)
    must(await stepBack(scene.court, adult, known.hearingId, second, known.cast.nth % 2 === 0 ? 'juror' : 'family'))
  await moment(0)
}

const decide = async (
  scene: Scene,
  night: KnownNight,
  known: KnownCase,
  moment: Moment,
  adult: Actor,
): Promise<void> => {
  const { court, program } = scene
  const { cast, guardianId, hearingId } = known
  await moment(12)
  const { dispositionId } = must(await openDraft(court, adult, hearingId))
  for (const term of termsFor(scene, cast, night)) {
    await moment(13)
    must(await addTerm(court, adult, hearingId, term))
  }
  await moment(24)
  must(
    await propose(court, adult, dispositionId, {
      ...{
        decidedHow: program.rules.jury.decision,
        adultDecided: null,
        noJuryServiceReason: null,
        belowFloorReason: null,
      },
      reasons: `Repairs what happened, and uses what ${cast.calledName} is good at: ${cast.strengths[0]}.`,
    }),
  )
  await moment(28)
  if (cast.fate === 'withdrawn' || cast.fate === 'withdrew') {
    must(await refuseTerms(court, adult, dispositionId))
    if (cast.fate === 'withdrew') await goBack(scene, known, night)
    return
  }
  const guardianSigns = cast.fate !== 'unsigned'
  must(
    await sign(court, adult, dispositionId, {
      ...{ canDo: 'yes', wouldChange: cast.nth % 6 === 1 ? 'Start the hours after the exams.' : null, how: 'screen' },
      ...{ respondentName: fullName(cast), guardianId: guardianSigns ? guardianId : null },
      ...{ guardianName: guardianSigns ? fullName(cast.guardian) : null, facilitatorName: adult.name },
      judgeName: program.rules.powers.judgeConfirms ? 'Judge Amelia Stroud' : null,
    }),
  )
  if (!guardianSigns) return
  await moment(30)
  must(await putInEffect(court, adult, dispositionId, nightsBooked(scene, cast, night)))
  await keepPromises(scene, known, night)
  await endingOf(scene, known)
}

const goBack = (scene: Scene, { caseId }: KnownCase, night: KnownNight): Promise<void> =>
  scene.diary.begin(async until => {
    await until(at(addDays(night.day, 2), '10:45'))
    must(await returnToSource(scene.court, scene.staff.coordinator, caseId, { reason: 'terms-refused', words: null }))
  })
