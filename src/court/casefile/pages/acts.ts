import type { ActName } from '#court'
import type { IconName } from '#platform/parts'

/** Acts that only go with another one; beside it they say nothing new. */
export const quietActs: ReadonlySet<string> = new Set<ActName>([
  'referral-received',
  'person-added',
  'people-tied',
  'strengths-kept',
  'harmed-named',
  'account-given',
  'contact-logged',
  'intake-recorded',
  'consents-given',
  'hearing-begin',
  'hearing-stop',
  'hearing-dispose',
  'hearing-reset',
  'case-dispose',
  'case-takeEffect',
  'promises-made',
  'case-returned',
])

type About = 'promises' | 'hearing' | 'family' | 'letters'

/** What acts upon a case itself are about; of every other act the thing it was done to says it. */
export const actsAbout: Partial<Record<ActName, { view: About; icon: IconName }>> = {
  'case-reach': { view: 'family', icon: 'phone' },
  'case-giveUp': { view: 'family', icon: 'phone' },
  'case-interview': { view: 'family', icon: 'message-square' },
  'case-refuse': { view: 'family', icon: 'hand' },
  'case-withdraw': { view: 'family', icon: 'hand' },
  'case-consent': { view: 'family', icon: 'file-pen-line' },
  'consents-given': { view: 'family', icon: 'file-pen-line' },
  'consent-withdrawn': { view: 'family', icon: 'hand' },
  'slips-printed': { view: 'letters', icon: 'key-round' },
  'case-docket': { view: 'hearing', icon: 'calendar-plus' },
  'case-reset': { view: 'hearing', icon: 'calendar-x' },
  'case-begin': { view: 'hearing', icon: 'users-round' },
  'case-stop': { view: 'hearing', icon: 'users-round' },
  'case-dispose': { view: 'hearing', icon: 'handshake' },
  'case-takeEffect': { view: 'promises', icon: 'sprout' },
  'case-complete': { view: 'promises', icon: 'circle-check' },
  'case-close': { view: 'promises', icon: 'award' },
}
