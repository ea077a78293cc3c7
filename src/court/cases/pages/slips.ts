import { wayIn } from '#court/accounts'
import { fullName, type LanguageSpoken, languageOf, type Person } from '#court/people'
import type { Page } from '#platform/page'
import type { WayInProps } from '#platform/parts'
import { said, speak } from '#words'
import type { FamilySlip } from '../actions/slips.ts'
import type { CaseHead } from '../records/heads.ts'
import { type Of, ofCase } from './parts.ts'

export type SlipsPage = Page<'cases/slips', { of: Of; people: string[]; mayPrint: boolean }>

export const slipsPage = (head: CaseHead, respondent: Person, guardians: readonly Person[]): SlipsPage => ({
  view: 'cases/slips',
  title: said('cases.slips-title', { no: head.no }),
  of: ofCase(head, respondent),
  people: [respondent, ...guardians].map(fullName),
  mayPrint: head.acceptedOn !== null && head.closedOn === null,
})

/** Each slip speaks the language of the one who gets it, so its words come spoken. */
export type Slip = { language: LanguageSpoken; hello: string; way: WayInProps; keep: string }

export type SheetPage = Page<'cases/sheet', { program: string; slips: Slip[] }>

/** The codes stand on paper once; the books keep only what proves them. */
export const sheetPage = (
  { program, address }: { program: string; address: string },
  slips: readonly FamilySlip[],
): SheetPage => ({
  view: 'cases/sheet',
  layout: 'print',
  title: said('cases.sheet-title'),
  program,
  slips: slips.map(slip => slipFor(slip, address)),
})

const slipFor = (slip: FamilySlip, address: string): Slip => {
  const language = languageOf(slip)
  const t = speak(language)
  return {
    language,
    hello: t('cases.sheet-hello', { name: slip.name }),
    way: wayIn(language, { address, code: slip.code, until: slip.until }),
    keep: t('cases.sheet-keep'),
  }
}
