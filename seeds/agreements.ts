/** What juries decide in the county: within the grid, fitted to what the young person is good at. */
import { limitsFor, type TermForm } from '#court/dispositions'
import { addDays, type Day } from '#platform/time'
import type { Fate, Respondent } from './cast.ts'
import { type KnownNight, nightDay, type Scene } from './scene.ts'

const AN_HOUR = 60

/** The last lawful day, and one to spare. */
const lastDay = ({ program }: Scene, night: KnownNight): Day => {
  const { programDays, statuteDaysFromHearing } = program.rules.clocks
  return addDays(night.day, Math.min(programDays, statuteDaysFromHearing ?? programDays) - 1)
}

/** When the letter or the essay is due, in days from today, where the story needs it so. */
const paperDue: Partial<Record<Fate, number>> = {
  ...{ soon: 3, late: -5, asked: 4, review: -18, ending: -32, terminated: -52, returned: -90 },
}

const PAPER_DAYS = 45
const HELP_DAYS = 75

export const termsFor = (scene: Scene, cast: Respondent, night: KnownNight): TermForm[] => [
  term(cast, 'jury-service', 'Jury service', sessionsOf(scene, cast), lastDay(scene, night)),
  helping(scene, cast, night),
  paper(scene, cast, night),
  ...restitution(cast, night),
  ...workshops(scene, cast, night),
  courtsOwn(scene, cast, night),
]

const term = (cast: Respondent, kind: TermForm['kind'], title: string, amount: number, dueOn: Day): TermForm => ({
  ...{ kind, title, amount, dueOn, owedBy: 'young-person', topic: null, length: null, outOfRangeReason: null },
  tiesTo: kind === 'jury-service' ? null : `Good at ${cast.strengths[cast.nth % cast.strengths.length]}`,
})

/** As many as the grid asks for, and for every second case one more where it allows that. */
const sessionsOf = ({ program }: Scene, cast: Respondent): number => {
  const limit = limitsFor(program.rules, cast.offence)['jury-service']
  const least = limit?.least ?? 1
  return Math.min(least + (cast.nth % 2), limit?.most ?? least)
}

const helping = (scene: Scene, cast: Respondent, night: KnownNight): TermForm => {
  const limit = limitsFor(scene.program.rules, cast.offence)['community-service']
  const least = limit?.least ?? 8 * AN_HOUR
  const minutes = Math.min(least + (cast.nth % 4) * AN_HOUR, limit?.most ?? least)
  return term(cast, 'community-service', partnerOf(scene, cast).does, minutes, addDays(night.day, HELP_DAYS))
}

export const partnerOf = ({ program }: Scene, { nth }: Respondent) => program.partners[nth % program.partners.length]!

const paper = ({ today }: Scene, cast: Respondent, night: KnownNight): TermForm => {
  const due = paperDue[cast.fate]
  const dueOn = addDays(due === undefined ? night.day : today, due ?? PAPER_DAYS)
  if (cast.harmed) {
    const to = cast.harmed.isPerson ? (cast.harmed.name.split(' ')[0] ?? '') : cast.harmed.name
    return term(cast, 'apology-letter', `A letter to ${to}`, 1, dueOn)
  }
  const essay = term(cast, 'essay', 'An essay', 1, dueOn)
  return { ...essay, topic: 'What I would tell a younger friend who is about to do the same', length: 'One page' }
}

const restitution = (cast: Respondent, night: KnownNight): TermForm[] =>
  cast.lossCents === null
    ? []
    : [term(cast, 'restitution', `Paying for the damage`, cast.lossCents, addDays(night.day, HELP_DAYS))]

/** Where the grid asks for workshops, and here and there where it only allows them. */
const workshops = ({ program }: Scene, cast: Respondent, night: KnownNight): TermForm[] => {
  const limit = limitsFor(program.rules, cast.offence).workshop
  const count = limit ? Math.max(limit.least, cast.nth % 4 === 0 ? 1 : 0) : 0
  return count === 0
    ? []
    : [term(cast, 'workshop', 'A workshop on deciding under pressure', count, addDays(night.day, HELP_DAYS))]
}

const courtsOwn = ({ program }: Scene, cast: Respondent, night: KnownNight): TermForm => {
  const promise = program.promises[cast.nth % program.promises.length]!
  return { ...term(cast, promise.kind, promise.title, promise.amount, addDays(night.day, 40)), owedBy: 'court' }
}

/** The next nights, as many as were promised; one whose story is to go on keeps the last of them for what is to come. */
export const nightsBooked = (scene: Scene, cast: Respondent, night: KnownNight): string[] => {
  const sessions = sessionsOf(scene, cast)
  const goesOn = cast.fate === 'active' || cast.fate === 'asked'
  const wanted = Array.from({ length: sessions }, (_, at) =>
    goesOn && at > 0 ? Math.max(night.index + 1 + at, at) : night.index + 1 + at,
  )
  const last = lastDay(scene, night)
  return wanted.filter(index => nightDay(scene, index) <= last).flatMap(index => scene.nights.get(index)?.id ?? [])
}
