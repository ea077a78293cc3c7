/** Days and instants. A day is a day of the court's own calendar and no instant; the two are never mixed. */
export type Day = `${number}-${number}-${number}`

const MS_A_DAY = 86_400_000
const MINUTES_A_DAY = 1440

const asDay = (utc: number): Day => new Date(utc).toISOString().slice(0, 10) as Day
const asUtc = (day: Day): number => Date.parse(`${day}T00:00:00Z`)

/** Whether a word is a real day of the calendar between the years 1900 and 2199. */
export const isDay = (word: string): word is Day =>
  /^(19|20|21)\d\d-\d\d-\d\d$/.test(word) && !Number.isNaN(asUtc(word as Day)) && asDay(asUtc(word as Day)) === word

export const addDays = (day: Day, days: number): Day => asDay(asUtc(day) + days * MS_A_DAY)

export const daysBetween = (from: Day, to: Day): number => Math.round((asUtc(to) - asUtc(from)) / MS_A_DAY)

/** The same day some months on; the last day of a shorter month. */
export const addMonths = (day: Day, months: number): Day => {
  const [year, month, date] = numbersOf(day)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return asDay(Date.UTC(year, month - 1 + months, Math.min(date, last)))
}

/** Age in whole years. One born on 29 February is a year older on 1 March of a common year. */
export const ageOn = (birth: Day, day: Day): number => {
  const [by, bm, bd] = numbersOf(birth)
  const [y, m, d] = numbersOf(day)
  return y - by - (m < bm || (m === bm && d < bd) ? 1 : 0)
}

const numbersOf = (day: Day): [number, number, number] => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return [year, month, date]
}

/** 0 is Sunday. */
export const weekdayOf = (day: Day): number => new Date(asUtc(day)).getUTCDay()

export const earliest = (...days: (Day | null | undefined)[]): Day | null =>
  days.filter(day => day != null).toSorted()[0] ?? null

/** The day some business days on: Saturdays, Sundays and the given holidays do not count. */
export const addBusinessDays = (day: Day, count: number, holidays: readonly Day[] = []): Day => {
  const free = holidays.map(asUtc)
  let at = asUtc(day)
  for (let left = count; left > 0; ) {
    at += MS_A_DAY
    if (!isWeekend(at) && !free.includes(at)) left -= 1
  }
  return asDay(at)
}

const isWeekend = (utc: number): boolean => [0, 6].includes(new Date(utc).getUTCDay())

const clocks = new Map<string, Intl.DateTimeFormat>()

const clockOf = (timeZone: string): Intl.DateTimeFormat => {
  const kept = clocks.get(timeZone)
  if (kept) return kept
  const made = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short', timeStyle: 'medium', hourCycle: 'h23' })
  clocks.set(timeZone, made)
  return made
}

const partsIn = (timeZone: string, instant: Date): Record<string, string> =>
  Object.fromEntries(
    clockOf(timeZone)
      .formatToParts(instant)
      .map(part => [part.type, part.value]),
  )

const wallUtc = (timeZone: string, instant: Date): number => {
  const part = partsIn(timeZone, instant)
  return Date.parse(`${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}:${part.second}Z`)
}

const offsets = new Map<string, Map<number, number | null>>()

/** By how many milliseconds the wall clock of a zone is ahead of UTC. Asking Intl is dear, and a day on which clocks do not change has one answer. */
const offsetAt = (timeZone: string, instant: Date): number => {
  const exact = (at: number): number => wallUtc(timeZone, new Date(at)) - Math.floor(at / 1000) * 1000
  const byDay = offsets.get(timeZone) ?? new Map<number, number | null>()
  offsets.set(timeZone, byDay)
  const dayNo = Math.floor(instant.getTime() / MS_A_DAY)
  let known = byDay.get(dayNo)
  if (known === undefined) {
    const [first, last] = [exact(dayNo * MS_A_DAY), exact((dayNo + 1) * MS_A_DAY)]
    known = first === last ? first : null
    byDay.set(dayNo, known)
  }
  return known ?? exact(instant.getTime())
}

/** What the calendar and the clock on the court's wall show at an instant. */
export const wallAt = (timeZone: string, instant: Date): { day: Day; minute: number } => {
  const wall = instant.getTime() + offsetAt(timeZone, instant)
  return { day: asDay(wall), minute: Math.floor(wall / 60_000) % MINUTES_A_DAY }
}

export const dayIn = (timeZone: string, instant: Date): Day => wallAt(timeZone, instant).day

/** The instant at which a wall clock of that zone shows this day and time ('17:30'). A time that a spring night skips is moved on. */
export const instantAt = (timeZone: string, day: Day, time: string): Date => {
  const wanted = Date.parse(`${day}T${time}:00Z`)
  const guess = wanted - (wallUtc(timeZone, new Date(wanted)) - wanted)
  const missed = wanted - wallUtc(timeZone, new Date(guess))
  return new Date(guess + missed)
}
