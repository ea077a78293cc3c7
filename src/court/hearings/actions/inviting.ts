/** Who is asked to come, and what they answer. */
import { type Actor, act, type Court, NotHere } from '#court'
import { jurorOfPerson, lockJuror } from '#court/jurors'
import { orRefused } from '#platform/last-line'
import { isRefusal, type Refusal, refuse } from '#platform/refusal'
import { assignmentById } from '../records/assignments.ts'
import { heardThatNight } from '../records/counts.ts'
import { lockNight, placesLeftAt } from '../records/nights.ts'
import { type AnswerRefusal, mayAnswer, type PlaceRefusal } from '../rules/places.ts'
import { bookPlace, lastLine, moveAssignment } from './places.ts'
import { tellJuror } from './telling.ts'

export type InviteRefusal = PlaceRefusal

/**
 * Asks jurors to come to a night: all of those named, or, where one of them cannot have a place, none. They are locked in one
 * order, whoever asks, so that two who ask the same jurors to two nights do not wait for each other for ever.
 */
export const inviteJurors = (
  court: Court,
  actor: Actor,
  nightId: string,
  jurorIds: readonly string[],
): Promise<{ invited: number } | InviteRefusal> =>
  orRefused(
    act(court, actor, async tx => {
      const night = await lockNight(tx, actor.programId, nightId)
      for (const jurorId of jurorIds.toSorted()) {
        const booked = await bookPlace(court, tx, actor, { jurorId, nightId, status: 'offered' })
        if (isRefusal(booked)) return booked
        const { personId } = await lockJuror(tx, actor.programId, jurorId)
        await tellJuror(court, tx, actor, 'jury-invitation', night, personId)
      }
      return { invited: jurorIds.length }
    }),
    lastLine,
  )

/** Yes or no to an invitation; nobody is asked why. The young person says it, or the desk for them after a call. */
export const answerInvitation = (
  court: Court,
  actor: Actor,
  assignmentId: string,
  answer: 'yes' | 'no',
): Promise<{ answer: 'yes' | 'no' } | AnswerRefusal> =>
  orRefused(
    act(court, actor, async tx => {
      const { nightId } = await assignmentById(tx, actor.programId, assignmentId)
      const night = await lockNight(tx, actor.programId, nightId)
      const [place, placesLeft, heard] = await Promise.all([
        assignmentById(tx, actor.programId, assignmentId),
        placesLeftAt(tx, actor.programId, nightId),
        heardThatNight(tx, actor.programId, nightId),
      ])
      const asked = { nightStatus: night.status, held: place.status, placesLeft, ownCase: heard.has(place.personId) }
      const move = answer === 'yes' ? 'confirm' : 'decline'
      const refusal =
        mayAnswer(asked, answer) ?? (await moveAssignment(court, tx, actor, place, move, { answeredAt: court.now() }))
      return refusal ?? { answer }
    }),
    { night_has_place: 'night-full', no_jury_on_own_night: 'own-case-that-night' },
  )

/** A young person takes a free place at an open night. */
export const claimPlace = (
  court: Court,
  actor: Actor,
  nightId: string,
): Promise<{ assignmentId: string } | PlaceRefusal | Refusal<'not-a-juror'>> =>
  orRefused(
    act(court, actor, async tx => {
      if (actor.personId === null) throw new NotHere()
      const juror = await jurorOfPerson(tx, actor.programId, actor.personId)
      return juror
        ? bookPlace(court, tx, actor, { jurorId: juror.id, nightId, status: 'confirmed' })
        : refuse('not-a-juror')
    }),
    lastLine,
  )
