import type { NightStatus } from '#court/hearings'
import type { Day } from '#platform/time'

/** What a juror sees of a case is there on the night itself and gone afterwards (rule 22). */
export const mayJurorSee = (night: { heldOn: Day; status: NightStatus }, today: Day): boolean =>
  night.heldOn === today && (night.status === 'open' || night.status === 'in_progress')
