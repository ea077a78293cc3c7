/** What several pages of a case have in common. */
import { fullName, type Person, shortName } from '#court/people'
import type { Form } from '#platform/forms'
import type { Day } from '#platform/time'
import { type PlainKey, type Said, said } from '#words'
import type { CaseHead } from '../records/heads.ts'

/** Which case a page is about. */
export type Of = { no: string; name: string }

export const ofCase = (head: Pick<CaseHead, 'no'>, respondent: Person): Of => ({
  no: head.no,
  name: shortName(respondent),
})

/** A step that is not due: every page of a case says so in the same way, in one sentence. */
export type NotNowProps = { no: string; why: string }

/** Somebody who may be meant: enough to tell two people of one name apart. */
export type Alike = { id: string; name: string; hint: Said }

/** The question whether one of them is meant. */
export type AlikeProps = { form: Form; alike: Alike[] }

export const alikeOf = (people: readonly Person[]): Alike[] =>
  people.map(one => ({ id: one.id, name: fullName(one), hint: bornAndSchool(one) }))

const bornAndSchool = ({ birthDate, school }: { birthDate: Day | null; school: string | null }): Said => {
  if (birthDate === null) return school === null ? said('cases.alike-unknown') : said('cases.alike-school', { school })
  return school === null
    ? said('cases.alike-born', { on: birthDate })
    : said('cases.alike-born-school', { on: birthDate, school })
}

/** What a page says when an act was refused; nothing on a first visit. */
export const problemOf = <Reason extends string>(words: Record<Reason, PlainKey>, refused?: Reason): Said | null =>
  refused ? said(words[refused]) : null
