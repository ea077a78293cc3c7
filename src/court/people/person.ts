import type { Day } from '#platform/time'

/** How somebody wishes to be reached. */
export const reachWays = ['email', 'text', 'phone', 'paper'] as const
export type ReachWay = (typeof reachWays)[number]

/** Read as: `other` is the person's guardian, relative, acquaintance. */
export const ties = ['guardian', 'relative', 'acquaintance'] as const
export type Tie = (typeof ties)[number]

export const languagesSpoken = ['en', 'es', 'fr'] as const
export type LanguageSpoken = (typeof languagesSpoken)[number]

/** A language of ours; whoever was entered with another is written to in English. */
export const languageOf = ({ language }: { language: string }): LanguageSpoken =>
  languagesSpoken.find(one => one === language) ?? 'en'

/** All that may be known of somebody on the first day; a name is enough. */
export type NewPerson = {
  calledName: string
  lastName: string
  /** For documents; the name they go by, if nobody said otherwise. */
  legalName?: string | null
  pronouns?: string | null
  birthDate?: Day | null
  school?: string | null
  grade?: string | null
  language?: string
  email?: string | null
  phone?: string | null
  address?: string | null
  reachBy?: ReachWay
  strengths?: readonly string[]
}

type Named = { calledName: string; lastName: string }

/** A name as it is shown to those who need no more: first name and initial. */
export const shortName = (person: Named): string =>
  person.lastName === '' ? person.calledName : `${person.calledName} ${firstLetter(person.lastName)}.`

export const fullName = (person: Named): string => `${person.calledName} ${person.lastName}`.trim()

export const initials = (person: Named): string =>
  `${firstLetter(person.calledName)}${firstLetter(person.lastName)}`.toUpperCase()

/** A letter with all that stands above and below it. */
const firstLetter = (word: string): string => /^\P{M}\p{M}*/u.exec(word)?.[0] ?? ''

/** Letters that no accent can be taken off. */
const unfolding: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' }

/** The words of a name as they are searched: no accents, no case, no apostrophes; whatever else is no letter parts two words. */
export const searchWords = (text: string): string[] =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[\p{M}'’ʼ]/gu, '')
    .replaceAll(/[ßæœøłđðþı]/g, letter => unfolding[letter] ?? letter)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '')

/** What is kept beside a name to find it by. */
export const searchNameOf = (person: Named & { legalName: string }): string =>
  [...new Set(searchWords(`${person.calledName} ${person.lastName} ${person.legalName}`))].join(' ')

export type NameAndBirth = Named & { birthDate?: Day | null | undefined }

/** How like two entries are to one and the same person: 0 for strangers, 3 for the same name and day of birth. */
export const likenessOf = (one: NameAndBirth, other: NameAndBirth): 0 | 1 | 2 | 3 => {
  const called = near(one.calledName, other.calledName)
  const last = near(one.lastName, other.lastName)
  const birth = birthLikeness(one.birthDate, other.birthDate)
  if (called && last && birth === 'same') return 3
  if (called && last && birth !== 'other') return 2
  return birth === 'same' && (called || last) ? 1 : 0
}

/** A day and a month in the wrong order are the commonest slip of the pen. */
const birthLikeness = (one?: Day | null, other?: Day | null): 'same' | 'near' | 'unknown' | 'other' => {
  if (!one || !other) return 'unknown'
  if (one === other) return 'same'
  const [year, month, day] = other.split('-')
  return one === `${year}-${day}-${month}` ? 'near' : 'other'
}

const near = (one: string, other: string): boolean => {
  const [a, b] = [searchWords(one).join(' '), searchWords(other).join(' ')]
  return a === b || (Math.min(a.length, b.length) > 3 && isOneStep(a, b))
}

/** Whether one letter added, left out or replaced, or two neighbours exchanged, makes the one from the other. */
const isOneStep = (a: string, b: string): boolean => {
  let at = 0
  while (at < Math.min(a.length, b.length) && a[at] === b[at]) at += 1
  const [restA, restB] = [a.slice(at), b.slice(at)]
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA.slice(2) === restB.slice(2) && restA[0] === restB[1] && restA[1] === restB[0])
  )
}
