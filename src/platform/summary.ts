/** The list of what is wrong with a form stands above the questions that it names, so its links are filled in once those are drawn. */
import { randomUUID } from 'node:crypto'
import { escapeHtml, type Html } from './escape.ts'

type Question = { name?: unknown; id?: unknown; label?: unknown; legend?: unknown; error?: unknown }

/** The parts that ask something. */
const asking: ReadonlySet<string> = new Set(['partials/field', 'partials/choices', 'partials/birth-date'])

export type Summary = {
  /** Remembers a question that is being drawn. */
  note: (part: string, facts: object) => void
  /** What is wrong with a question, as a link to it that begins with its name. */
  link: (field: string, words: string) => Html
  /** A drawn page, with the links in their places. */
  fill: (drawn: Html) => Html
}

export const openSummary = (): Summary => {
  const questions = new Map<string, Question>()
  const links: { place: string; field: string; words: string }[] = []
  return {
    note: (part, facts) => {
      if (asking.has(part)) keep(questions, facts)
    },
    link: (field, words) => {
      const place = `<!--${randomUUID()}-->`
      links.push({ place, field, words })
      return place as Html
    },
    fill: drawn =>
      links.reduce<string>(
        (page, { place, field, words }) => page.replace(place, () => linkTo(questions.get(field), words)),
        drawn,
      ) as Html,
  }
}

/** Two forms of one page may ask under one name; the one that is wrong is meant. */
const keep = (questions: Map<string, Question>, question: Question): void => {
  const name = String(question.name)
  const known = questions.get(name)
  if (!known || (question.error && !known.error)) questions.set(name, question)
}

/** What stands on no question of the page is said all the same, and leads nowhere. */
const linkTo = (question: Question | undefined, words: string): string => {
  if (!question) return escapeHtml(words)
  const { name, id = name, label, legend = label } = question
  return `<a href="#${escapeHtml(id)}">${escapeHtml(named(String(legend ?? ''), words))}</a>`
}

/** 'The day: Type a date', and 'Who was there? Choose one'. */
const named = (label: string, words: string): string =>
  label === '' ? words : `${label}${/[\p{P}]$/u.test(label) && !/[)\]"”]$/.test(label) ? '' : ':'} ${words}`
