import { addDays, type Day, earliest } from '#platform/time'

/** The last day on which a hearing leads anywhere: the law's own clock, which runs from the referral, and the day of whoever sent it (rule 32). */
export const lastHearingDay = (
  referral: { receivedOn: Day; returnBy: Day | null },
  { statuteDaysFromReferral: days }: { statuteDaysFromReferral: number | null },
): Day | null => earliest(days === null ? null : addDays(referral.receivedOn, days), referral.returnBy)
