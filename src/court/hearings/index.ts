export { moveNightToDay } from './actions/other-day.ts'
export { changePlan } from './actions/changing.ts'
export { docketCase, takeBackLetters } from './actions/docket.ts'
export { checkInFamily, checkInJuror, excuseGuardian, promiseAll, walkIn } from './actions/door.ts'
export { giveBackPlaces } from './actions/giving-back.ts'
export { answerInvitation, claimPlace, inviteJurors } from './actions/inviting.ts'
export { endService, leaveNight, releaseBookings } from './actions/leaving.ts'
export { moveHearing } from './actions/moving.ts'
export { addNight, closeNight, moveNight, openNight, publishNight, reopenNight, staffNight } from './actions/nights.ts'
export { bookPlace, moveAssignment } from './actions/places.ts'
export { addRoom, giveRoom } from './actions/rooms.ts'
export { shiftCase } from './actions/shifting.ts'
export { undoArrival, undoCheckIn, undoLeaving } from './actions/undoing.ts'
export { type AssignmentMove, type AssignmentStatus, hereStatuses, isHere } from './assignment.ts'
export {
  type HearingMove,
  type HearingStatus,
  isUnderWay,
  type NightStatus,
  type OffReason,
  offReasons,
  placeOf,
  type ResetReason,
  resetReasons,
} from './night.ts'
export {
  type Assignment,
  assignmentAt,
  assignmentById,
  assignmentsOf,
  type NamedAssignment,
  type NightOfJuror,
  nightsOfPerson,
} from './records/assignments.ts'
export { type DocketLine, docketOf } from './records/docket.ts'
export { type Hearing, hearingById, hearingOfCase, hearingsOfPerson, lockHearing } from './records/hearings.ts'
export {
  lockNight,
  type Night,
  type NightInList,
  nightByDay,
  nightById,
  openNights,
} from './records/nights.ts'
export { type Room, roomsOf } from './records/rooms.ts'
export type { OwedNights } from './pages/dates.ts'
export { showDates } from './routes/dates.ts'
export { showDocket } from './routes/docket.ts'
export { showNight } from './routes/night.ts'
export { type CallOffRefusal, mayCallOff } from './rules/nights.ts'
export { afterMissing } from './rules/docket.ts'
export { anchorOf } from './pages/door.ts'
export { type NightSteps, stepsAt, type Tonight, tonight } from './pages/tonight.ts'
