/** The pages on which a court changes its lists: the offences, the holidays. */
import { emptyForm, type Form } from '#platform/forms'
import type { Page } from '#platform/page'
import type { Option } from '#platform/parts'
import type { Day } from '#platform/time'
import { type Said, said } from '#words'
import { catalogueOf } from '../catalogue.ts'
import { classField, holidayAnswers, newDays, offenceAnswers, toCome, yearsToAdd } from '../forms/lists.ts'
import type { Edition } from '../records.ts'
import { type Refused, withRefusal } from './refusals.ts'

/** What the form of every new edition begins with. */
export type EditionProps = { form: Form; version: number; stored: { edition: number; from: Day } | null }

type Listed = EditionProps & { problem: Said | null }

const editionOf = (newest: Edition, form: Form, refused?: Refused): Listed => ({
  ...withRefusal(form, refused),
  version: newest.edition,
  stored: refused === 'changed-meanwhile' ? { edition: newest.edition, from: newest.effectiveFrom } : null,
})

const fromDay = (newest: Edition, today: Day): Day => (today > newest.effectiveFrom ? today : newest.effectiveFrom)

export type OffenceLine = {
  code: string
  title: string
  group: string
  class: { name: string; value: string; error: Said | null }
  listed: boolean
  violent: boolean
  taken: boolean
}

export type OffencesPage = Page<'programs/offences', Listed & { classes: Option[]; rows: OffenceLine[] }>
export type OffenceLineProps = { one: OffenceLine; classes: Option[] }

export const offencesPage = (newest: Edition, today: Day, typed: Form | null, refused?: Refused): OffencesPage => {
  const form = typed ?? emptyForm({ ...offenceAnswers(newest.rules), effectiveFrom: fromDay(newest, today) })
  const ticked = (column: string, code: string) => [form.values[column] ?? []].flat().includes(code)
  return {
    view: 'programs/offences',
    title: said('programs.offences-title'),
    ...editionOf(newest, form, refused),
    classes: newest.rules.grid.classes.map(({ code }) => ({ value: code, label: code })),
    rows: catalogueOf(newest.rules).map(row => ({
      code: row.code,
      title: row.title,
      group: row.group,
      class: {
        name: classField(row.code),
        value: String(form.values[classField(row.code)] ?? row.class),
        error: form.errors[classField(row.code)] ?? null,
      },
      listed: ticked('listed', row.code),
      violent: ticked('violent', row.code),
      taken: ticked('taken', row.code),
    })),
  }
}

export type HolidaysPage = Page<
  'programs/holidays',
  Listed & { kept: { day: Day }[]; years: string[]; fields: string[]; from: Day }
>

export const holidaysPage = (newest: Edition, today: Day, typed: Form | null, refused?: Refused): HolidaysPage => ({
  view: 'programs/holidays',
  title: said('programs.holidays-title'),
  ...editionOf(
    newest,
    typed ?? emptyForm({ ...holidayAnswers(newest.rules, today), effectiveFrom: fromDay(newest, today) }),
    refused,
  ),
  kept: toCome(newest.rules, today).map(day => ({ day })),
  years: yearsToAdd(newest.rules, today),
  fields: [...newDays],
  from: today,
})
