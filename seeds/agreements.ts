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
  ...{ soon: 3, late: -5, asked: 4, review: -18, ending: -32, terminated: -40, returned: -90 },
}

const PAPER_DAYS = 45
const HELP_DAYS = 75

export const termsFor = (scene: Scene, cast: Respondent, night: KnownNight): TermForm[] => [
  term('jury-service', { title: 'Jury service', amount: sessionsOf(scene, cast), dueOn: lastDay(scene, night) }),
  helping(scene, cast, night),
  paper(scene, cast, night),
  ...restitution(cast, night),
  ...workshops(scene, cast, night),
  courtsOwn(scene, cast, night),
]

type Wish = { title: string; amount: number; dueOn: Day; tiesTo?: string }

const term = (kind: TermForm['kind'], { tiesTo, ...wish }: Wish): TermForm => ({
  ...{ kind, owedBy: 'young-person', topic: null, length: null, outOfRangeReason: null },
  ...wish,
  tiesTo: tiesTo ?? null,
})

/** As many as the grid asks for, and for every second case one more where it allows that. */
const sessionsOf = ({ program }: Scene, cast: Respondent): number => {
  const limit = limitsFor(program.rules, cast.offence, cast.lossCents)['jury-service']
  const least = limit?.least ?? 1
  return Math.min(least + (cast.nth % 2), limit?.most ?? least)
}

const helping = (scene: Scene, cast: Respondent, night: KnownNight): TermForm => {
  const limit = limitsFor(scene.program.rules, cast.offence, cast.lossCents)['community-service']
  const least = limit?.least ?? 8 * AN_HOUR
  return term('community-service', {
    title: partnerOf(scene, cast).does,
    amount: Math.min(least + (cast.nth % 4) * AN_HOUR, limit?.most ?? least),
    dueOn: addDays(night.day, HELP_DAYS),
    tiesTo: `${cast.calledName} is good at this: ${cast.strengths[cast.nth % cast.strengths.length]}`,
  })
}

export const partnerOf = ({ program }: Scene, { nth }: Respondent) => program.partners[nth % program.partners.length]!

const paper = ({ today }: Scene, cast: Respondent, night: KnownNight): TermForm => {
  const due = paperDue[cast.fate]
  const dueOn = addDays(due === undefined ? night.day : today, due ?? PAPER_DAYS)
  if (cast.harmed) {
    const to = cast.harmed.isPerson ? (cast.harmed.name.split(' ')[0] ?? '') : cast.harmed.name
    return term('apology-letter', {
      title: `A letter to ${to}`,
      amount: 1,
      dueOn,
      tiesTo: 'They were the ones it cost time and trust',
    })
  }
  const essay = term('essay', { title: 'An essay', amount: 1, dueOn })
  return { ...essay, topic: 'What I would tell a younger friend who is about to do the same', length: 'One page' }
}

const restitution = (cast: Respondent, night: KnownNight): TermForm[] =>
  cast.lossCents === null
    ? []
    : [
        term('restitution', {
          title: 'Paying for the damage',
          amount: cast.lossCents,
          dueOn: addDays(night.day, HELP_DAYS),
        }),
      ]

/** Where the grid asks for workshops, and here and there where it only allows them. */
const workshops = ({ program }: Scene, cast: Respondent, night: KnownNight): TermForm[] => {
  const limit = limitsFor(program.rules, cast.offence, cast.lossCents).workshop
  const count = limit ? Math.max(limit.least, cast.nth % 4 === 0 ? 1 : 0) : 0
  return count === 0
    ? []
    : [
        term('workshop', {
          title: 'A workshop on deciding under pressure',
          amount: count,
          dueOn: addDays(night.day, HELP_DAYS),
        }),
      ]
}

const courtsOwn = ({ program }: Scene, cast: Respondent, night: KnownNight): TermForm => {
  const { kind, title, amount } = program.promises[cast.nth % program.promises.length]!
  return { ...term(kind, { title, amount, dueOn: addDays(night.day, 60) }), owedBy: 'court' }
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
