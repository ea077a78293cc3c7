/** A family takes back its yes while the case is on a docket. */
import type { CaseHead, Consent, WithdrawRefusal } from '#court/cases'
import { fullName, type Person } from '#court/people'
import { emptyForm, type Form } from '#platform/forms'
import type { Page } from '#platform/page'
import { type PlainKey, type Said, said } from '#words'

type Refused = WithdrawRefusal['refused']

const inWords: Record<Refused, PlainKey> = {
  'not-now': 'jury.withdrawal.not-now',
  'on-the-docket': 'cases.refused-on-the-docket',
  'at-the-hearing': 'cases.refused-at-the-hearing',
  'agreed-already': 'cases.refused-agreed-already',
  'nothing-to-take-back': 'cases.refused-nothing-to-take-back',
}

export type WithdrawalPage = Page<
  'jury/withdrawal',
  {
    no: string
    form: Form
    problem: Said | null
    /** Whoever has said yes, and may say no. */
    who: readonly { value: string; label: string; hint: PlainKey }[]
  }
>

export type WithdrawalFacts = { head: CaseHead; consents: readonly Consent[]; people: readonly Person[] }

export const withdrawalPage = (
  facts: WithdrawalFacts,
  form: Form = emptyForm(),
  refused?: Refused,
): WithdrawalPage => ({
  view: 'jury/withdrawal',
  title: said('jury.withdrawal.title', { no: facts.head.no }),
  no: facts.head.no,
  form,
  problem: refused ? said(inWords[refused]) : null,
  who: facts.head.status === 'docketed' ? whoSaidYes(facts) : [],
})

const whoSaidYes = ({ consents, people }: WithdrawalFacts): WithdrawalPage['who'] =>
  consents
    .filter(one => one.withdrawnAt === null && (one.kind === 'participation' || one.kind === 'guardian'))
    .flatMap(({ kind, personId }) => {
      const person = people.find(one => one.id === personId)
      const hint: PlainKey = kind === 'guardian' ? 'cases.guardian' : 'cases.young-person'
      return person ? [{ value: personId, label: fullName(person), hint }] : []
    })
