/** The next date, large. */
import { placeOf } from '#court/hearings'
import type { IconName } from '#platform/icons'
import { type Day, daysBetween } from '#platform/time'
import type { Said } from '#words'
import type { JuryNight, OwnHearing } from './home.ts'
import { titled, type Voice, worded } from './voice.ts'

/** A date that is the next step, large, with all that is needed to come. */
export type Hero = {
  on: Day
  /** Days since then: below nought while it is still to come. */
  ago: number
  startsAt: Date
  endsAt: Date | null
  where: string
  lines: readonly HeroLine[]
}
export type HeroLine = { icon: IconName; words: Said }

export const heroOf = (night: JuryNight, { today }: Voice, line: HeroLine): Hero => ({
  on: night.on,
  ago: daysBetween(night.on, today),
  startsAt: night.startsAt,
  endsAt: night.endsAt,
  where: night.place,
  lines: [line],
})

export const hearingHero = (hearing: OwnHearing, voice: Voice): Hero => ({
  on: hearing.on,
  ago: daysBetween(hearing.on, voice.today),
  startsAt: hearing.startsAt,
  endsAt: null,
  where: placeOf(hearing.place, hearing.room),
  lines: [
    { icon: 'users-round', words: worded('bring', voice) },
    { icon: 'hand-heart', words: titled('bring-too', voice) },
  ],
})
