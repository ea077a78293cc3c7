import { fullName, type Person } from '#court/people'
import type { Page } from '#platform/page'
import { said } from '#words'
import type { FamilySlip } from '../actions/consenting.ts'
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

export type SheetPage = Page<'cases/sheet', { program: string; address: string; slips: { name: string; code: string }[] }>

/** The codes stand on paper once; the books keep only what proves them. */
export const sheetPage = (program: string, address: string, slips: readonly FamilySlip[]): SheetPage => ({
  view: 'cases/sheet',
  layout: 'print',
  title: said('cases.sheet-title'),
  program,
  address,
  slips: slips.map(({ name, code }) => ({ name, code })),
})
