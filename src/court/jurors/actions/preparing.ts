/** What prepares a juror, and when they can come. */
import { type Actor, act, Changed, type Court, todayFor } from '#court'
import { guardiansOf, personOf } from '#court/people'
import { rulebookOn } from '#court/programs'
import { newId } from '#platform/ids'
import { type Refusal, refuse } from '#platform/refusal'
import type { Day } from '#platform/time'
import { OATH_WORDING } from '../juror.ts'
import { changeJuror, type Juror, lockJuror, replaceAbsences } from '../records.ts'
import { type ApprovalRefusal, isAdultOn, mayApprove, mayRecord, type PreparationRefusal } from '../rules.ts'
import { enterJuror } from './entering.ts'

/** Records that somebody came to the training. */
export const trainJuror = (
  court: Court,
  actor: Actor,
  jurorId: string,
  training: { on: Day; minutes: number },
): Promise<Juror | PreparationRefusal> =>
  act(court, actor, async tx => {
    const juror = await lockJuror(tx, actor.programId, jurorId)
    const refusal = mayRecord(juror, training.on, todayFor(court, actor))
    if (refusal) return refusal
    await changeJuror(tx, juror, { trainedOn: training.on, trainedMinutes: training.minutes })
    await enterJuror(court, tx, actor, 'juror-trained', juror, training)
    return juror
  })

/** Records the promise of confidentiality, in the wording of today. */
export const swearJuror = (court: Court, actor: Actor, jurorId: string, on: Day): Promise<Juror | PreparationRefusal> =>
  act(court, actor, async tx => {
    const juror = await lockJuror(tx, actor.programId, jurorId)
    const refusal = mayRecord(juror, on, todayFor(court, actor))
    if (refusal) return refusal
    await changeJuror(tx, juror, { oathOn: on, oathWording: OATH_WORDING })
    await enterJuror(court, tx, actor, 'juror-sworn', juror, { on, wording: OATH_WORDING })
    return juror
  })

/** Records which guardian said yes. */
export const approveJuror = (
  court: Court,
  actor: Actor,
  jurorId: string,
  yes: { guardianId: string; on: Day },
): Promise<Juror | ApprovalRefusal> =>
  act(court, actor, async tx => {
    const juror = await lockJuror(tx, actor.programId, jurorId)
    const today = todayFor(court, actor)
    const [person, guardians, book] = await Promise.all([
      personOf(tx, actor.programId, juror.personId),
      guardiansOf(tx, actor.programId, juror.personId),
      rulebookOn(tx, actor.programId, today),
    ])
    const adult = isAdultOn(person.birthDate, book.rules.adultAt, today)
    const refusal = mayApprove(
      juror,
      yes.guardianId,
      guardians.map(one => one.id),
      adult,
      yes.on,
      today,
    )
    if (refusal) return refusal
    await changeJuror(tx, juror, { approvedOn: yes.on, approvedBy: yes.guardianId })
    await enterJuror(court, tx, actor, 'juror-approved', juror, { on: yes.on, by: yes.guardianId })
    return juror
  })

export type Availability = {
  absences: readonly { fromDay: Day; toDay: Day }[]
  weekdays: readonly number[]
  monthlyLimit: number
  version: number
}

/** Keeps the days that do not suit. What is past stays as it was said. */
export const setAway = (
  court: Court,
  actor: Actor,
  jurorId: string,
  away: Availability,
): Promise<Juror | Refusal<'not-active'>> =>
  act(court, actor, async tx => {
    const juror = await lockJuror(tx, actor.programId, jurorId)
    if (juror.version !== away.version) throw new Changed()
    if (juror.endedOn !== null) return refuse('not-active')
    const rows = away.absences.map(span => ({ programId: actor.programId, id: newId(), jurorId, ...span }))
    await replaceAbsences(tx, actor.programId, jurorId, todayFor(court, actor), rows)
    await changeJuror(tx, juror, { awayWeekdays: [...away.weekdays], monthlyLimit: away.monthlyLimit })
    await enterJuror(court, tx, actor, 'juror-availability', juror, {
      absences: rows.length,
      monthlyLimit: away.monthlyLimit,
    })
    return juror
  })
