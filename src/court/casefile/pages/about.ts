/** Who a case is about: what they are good at stands before what happened. */
import { reasonWords } from '#court/outcomes'
import { fullName, type ReachWay } from '#court/people'
import { offenceOf, type Rulebook } from '#court/programs'
import { type PlainKey, type Said, said } from '#words'
import type { GuardianRow } from '../records/around.ts'
import type { CaseRow } from '../records/case.ts'

export type AboutFact = { label: Said; value: Said }
export type Guardian = { name: string; href: string; write: Said; call: string | null; mail: string | null }
export type About = {
  strengths: readonly string[]
  facts: readonly AboutFact[]
  guardians: readonly Guardian[]
  href: string
  family: string
}

export const aboutOf = (row: CaseRow, guardians: readonly GuardianRow[], book: Rulebook): About => ({
  strengths: [...new Set([...(row.strengths ?? []), ...row.knownStrengths])],
  facts: [...factsAbout(row, book), ...factsForTheNight(row)],
  guardians: guardians.map(guardianOf),
  href: `/people/${row.respondentId}`,
  family: `/cases/${row.no}/people`,
})

const factsAbout = (row: CaseRow, book: Rulebook): AboutFact[] => [
  ...fact('casefile.about.school', schoolOf(row)),
  ...fact('casefile.about.happened', asIs(capital(offenceOf(book, row.offenceCode)?.plain ?? row.offenceCode))),
  ...fact('casefile.about.sent-by', said('casefile.both', { one: row.agency, other: row.officerName })),
  ...fact('casefile.about.coordinator', row.coordinator && asIs(row.coordinator)),
  ...fact('casefile.about.returned', row.returnReason && said(reasonWords[row.returnReason])),
  ...fact('casefile.about.return-by', row.returnBy && said('casefile.on-day', { on: row.returnBy })),
]

/** What a hearing must provide for. */
const factsForTheNight = (row: CaseRow): AboutFact[] => [
  ...fact('casefile.about.speaks', row.language !== 'en' && languageInWords(row.language)),
  ...fact('casefile.about.interpreter', row.interpreter && asIs(row.interpreter)),
  ...fact('casefile.about.adjustments', row.adjustments && asIs(row.adjustments)),
]

const fact = (label: PlainKey, value: Said | '' | false | null): AboutFact[] =>
  value ? [{ label: said(label), value }] : []

const schoolOf = ({ school, grade }: Pick<CaseRow, 'school' | 'grade'>): Said | null => {
  const year = grade && (/^\d+$/.test(grade) ? said('casefile.grade', { grade }) : asIs(grade))
  return school && year ? said('casefile.both', { one: year, other: school }) : school ? asIs(school) : year || null
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export const asIs = (text: string): Said => said('casefile.as-is', { text })

type Reached = { language: string; reachBy: ReachWay; phone: string | null; email: string | null }

const guardianOf = (one: GuardianRow): Guardian => ({ name: fullName(one), href: `/people/${one.id}`, ...reachOf(one) })

/** In which language and how somebody wishes to be reached, and where. */
export const reachOf = ({ language, reachBy, phone, email }: Reached) => ({
  write: said<`casefile.reach.${ReachWay}`>(`casefile.reach.${reachBy}`, { language: languageInWords(language) }),
  call: phone,
  mail: email,
})

const languages = { en: 'casefile.language.en', es: 'casefile.language.es', fr: 'casefile.language.fr' } as const

export const languageInWords = (language: string): Said =>
  language in languages ? said(languages[language as keyof typeof languages]) : asIs(language)
