import { shortName } from '#court/people'
import { emptyForm, type Form, pointed } from '#platform/forms'
import type { Page } from '#platform/page'
import type { Day } from '#platform/time'
import { type PlainKey, type Said, said } from '#words'
import type { LinkedCase } from '../records/links.ts'
import { type LinkReason, type LinkRefusal, linkReasons, type UnlinkReason, unlinkReasons } from '../rules/linking.ts'
import { type Of, problemOf } from './parts.ts'

type Refused = LinkRefusal['refused'] | 'not-linked'

const inWords: Record<Refused, PlainKey> = {
  'no-such-case': 'cases.refused-no-such-case',
  'same-case': 'cases.refused-same-case',
  'same-person': 'cases.refused-same-person',
  'linked-already': 'cases.refused-linked-already',
  'not-linked': 'cases.refused-not-linked',
}

const reasonWords: Record<LinkReason, PlainKey> = {
  'same-report': 'cases.link-same-report',
  'same-incident': 'cases.link-same-incident',
  'told-by-source': 'cases.link-told-by-source',
  'told-by-family': 'cases.link-told-by-family',
}

const unlinkWords: Record<UnlinkReason, PlainKey> = {
  'wrong-case': 'cases.unlink-wrong-case',
  'other-incident': 'cases.unlink-other-incident',
}

type Choice = { value: string; label: PlainKey }
export type LinkLine = { id: string; no: string; name: string; incidentOn: Day }
/** The first question of its kind on the page is where a list of errors leads. */
export type LinkedLine = LinkLine & { question: string }

export type LinkProps = { of: Of; form: Form; reasons: Choice[] }
export type LinkedProps = { of: Of; one: LinkedLine; reasons: Choice[] }

export type CoRespondentsPage = Page<
  'cases/co-respondents',
  LinkProps & { problem: Said | null; linked: LinkedLine[]; proposed: LinkLine[]; unlinkReasons: Choice[] }
>

const lineOf = (one: LinkedCase): LinkLine => ({
  id: one.caseId,
  no: one.no,
  name: shortName(one),
  incidentOn: one.incidentOn,
})

const choicesOf = <Value extends string>(values: readonly Value[], words: Record<Value, PlainKey>): Choice[] =>
  values.map(value => ({ value, label: words[value] }))

export type LinkFacts = { of: Of; linked: readonly LinkedCase[]; proposed: readonly LinkedCase[] }

/** A refusal is nearly always about the number that was typed; that two are no longer linked is about the page. */
export const coRespondentsPage = (
  { of, linked, proposed }: LinkFacts,
  typed: Form | null,
  refused?: Refused,
): CoRespondentsPage => ({
  view: 'cases/co-respondents',
  title: said('cases.links-title', { no: of.no }),
  of,
  ...pointed(typed ?? emptyForm(), problemOf(inWords, refused), refused === 'not-linked' ? undefined : 'otherNo'),
  linked: linked.map((one, at) => ({ ...lineOf(one), question: at === 0 ? 'because' : `because-${one.no}` })),
  proposed: proposed.map(lineOf),
  reasons: choicesOf(linkReasons, reasonWords),
  unlinkReasons: choicesOf(unlinkReasons, unlinkWords),
})
