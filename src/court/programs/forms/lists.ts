/** The forms in which a court changes its lists: the offences, the holidays. */
import { z } from 'zod'
import { choice, optionalDay, several } from '#platform/forms'
import type { Day } from '#platform/time'
import { catalogueOf } from '../catalogue.ts'
import { type Answers, edition } from '../forms.ts'
import { federalHolidays } from '../reference.ts'
import type { Rulebook } from '../rulebook.ts'

export const classField = (code: string): string => `class-${code}`

/** One row for each offence that may be on the list; the boxes of a column are one answer. */
export const offencesForm = (book: Rulebook) => {
  const rows = catalogueOf(book)
  const codes = several(rows.map(row => row.code))
  const classes = choice(book.grid.classes.map(row => row.code))
  return z.strictObject({
    ...edition,
    listed: codes,
    violent: codes,
    taken: codes,
    ...Object.fromEntries(rows.map(row => [classField(row.code), classes])),
  })
}

export const offencesFrom = (book: Rulebook, answers: Answers): Rulebook => {
  const has = (column: 'listed' | 'violent' | 'taken', code: string) => (answers[column] as string[]).includes(code)
  return {
    ...book,
    offences: catalogueOf(book)
      .filter(({ code }) => has('listed', code))
      .map(({ code, title, plain, group }) => ({
        code,
        title,
        plain,
        group,
        class: String(answers[classField(code)]),
        violent: has('violent', code),
        allowed: has('taken', code),
      })),
  }
}

export const offenceAnswers = (book: Rulebook): Record<string, string | string[]> => {
  const rows = catalogueOf(book)
  const codes = (wanted: (row: (typeof rows)[number]) => boolean) => rows.filter(wanted).map(row => row.code)
  return {
    listed: codes(row => row.listed),
    violent: codes(row => row.violent),
    taken: codes(row => row.allowed),
    ...Object.fromEntries(rows.map(row => [classField(row.code), row.class])),
  }
}

/** How many days can be added in one go, and for how many years the federal ones. */
export const newDays = ['new1', 'new2', 'new3', 'new4'] as const
const YEARS_AHEAD = 4

export const yearsToAdd = (book: Rulebook, today: Day): string[] =>
  Array.from({ length: YEARS_AHEAD }, (_, ahead) => String(Number(today.slice(0, 4)) + ahead)).filter(
    year => !federalHolidays(Number(year)).every(day => book.holidays.includes(day)),
  )

/** What is past has counted and stays. */
export const toCome = (book: Rulebook, today: Day): Day[] => book.holidays.filter(day => day >= today).toSorted()

/** A holiday is added for a day still to come. */
export const holidaysForm = (book: Rulebook, today: Day) => {
  const ahead = optionalDay().refine(added => added === null || added >= today, 'programs.field-holiday-past')
  return z.strictObject({
    ...edition,
    kept: several(toCome(book, today)),
    federal: several(yearsToAdd(book, today)),
    ...Object.fromEntries(newDays.map(name => [name, ahead])),
  })
}

export const holidayAnswers = (book: Rulebook, today: Day): Record<string, string[]> => ({ kept: toCome(book, today) })

export const holidaysFrom = (book: Rulebook, answers: Answers, today: Day): Rulebook => {
  const kept = answers.kept as string[]
  const stay = book.holidays.filter(day => day < today || kept.includes(day))
  const federal = (answers.federal as string[])
    .flatMap(year => federalHolidays(Number(year)))
    .filter(day => day >= today)
  const added = newDays.map(name => answers[name] as Day | null).filter(day => day !== null)
  return { ...book, holidays: [...new Set([...stay, ...federal, ...added])] }
}
