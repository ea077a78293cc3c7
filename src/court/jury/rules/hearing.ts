import { type Refusal, refuse } from '#platform/refusal'

export type Beginning = {
  underWay: boolean
  docketed: boolean
  /** Another case is going on in the room now, however the docket was planned. */
  roomBusy: boolean
  /** Somebody in these chairs sits on a case that is going on now. */
  juryElsewhere: boolean
  /** Jurors in the chairs who have not gone home. */
  seated: number
  quorum: number
  maximum: number
  /** Jurors in the chairs who have not yet promised confidentiality tonight. */
  unsworn: number
  /** Jurors in the chairs of whom it has come out since the draw that they may not hear the case. */
  tied: number
  respondentCame: boolean
  /** A guardian is there, or excused with a reason, or not needed because the respondent is of age. */
  guardianSettled: boolean
  askedToGoOn: boolean
}

export type BeginRefusal = Refusal<
  | 'doors-closed'
  | 'case-begun'
  | 'room-busy'
  | 'jury-elsewhere'
  | 'juror-conflict'
  | 'young-person-missing'
  | 'guardian-missing'
  | 'no-quorum'
  | 'too-many'
  | 'not-sworn'
  | 'family-not-asked'
>

/**
 * A case begins with the young person and a guardian there (rule 21), a quorum and no more than the maximum in the chairs
 * (rule 17), all of them strangers to the case (rules 9 to 14), each of whom has promised confidentiality tonight (rule 15),
 * after the family was asked once more whether to go on. A room hears one case and a juror sits on one at a time (rule 18).
 */
export const mayBegin = (facts: Beginning): BeginRefusal | null => {
  if (!facts.underWay) return refuse('doors-closed')
  if (!facts.docketed) return refuse('case-begun')
  if (facts.roomBusy) return refuse('room-busy')
  if (!facts.respondentCame) return refuse('young-person-missing')
  if (!facts.guardianSettled) return refuse('guardian-missing')
  if (facts.seated < facts.quorum) return refuse('no-quorum')
  if (facts.seated > facts.maximum) return refuse('too-many')
  if (facts.tied > 0) return refuse('juror-conflict')
  if (facts.juryElsewhere) return refuse('jury-elsewhere')
  if (facts.unsworn > 0) return refuse('not-sworn')
  return facts.askedToGoOn ? null : refuse('family-not-asked')
}

type Seated = { jurorId: string; place: number; foreperson: boolean }

/** When the foreperson has stepped back, whoever of the others the lot drew first leads. */
export const nextForeperson = (seated: readonly Seated[]): string | null =>
  seated.some(seat => seat.foreperson) ? null : (seated.toSorted((a, b) => a.place - b.place)[0]?.jurorId ?? null)
