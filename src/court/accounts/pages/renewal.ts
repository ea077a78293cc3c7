/** A lost password: the code that was mailed, and the new one. */
import { emptyForm, type Form, pointed } from '#platform/forms'
import type { Page } from '#platform/page'
import { type PlainKey, said } from '#words'
import type { RenewalRefusal } from '../actions/mailing.ts'

export type RenewalPage = Page<'accounts/renewal', { form: Form }>

export const renewalPage = (form: Form = emptyForm()): RenewalPage => ({
  view: 'accounts/renewal',
  layout: 'door',
  title: said('accounts.renewal'),
  form,
})

type Refused = RenewalRefusal['refused']

const inWords: Record<Refused, PlainKey> = {
  'code-refused': 'accounts.renewal.refused.code',
  'password-too-short': 'accounts.password.refused.too-short',
  'password-too-long': 'accounts.password.refused.too-long',
  'password-too-common': 'accounts.password.refused.too-common',
}

/** The form again: the code is kept where only the password is no good. */
export const refusedRenewalPage = (refused: Refused, code: string): RenewalPage =>
  renewalPage(pointed(emptyForm({ code }), said(inWords[refused]), refused === 'code-refused' ? 'code' : 'next').form)

type RenewalLetter = { name: string; program: string; by: string; code: string; until: Date; origin: string }

export type RenewalMailPage = Page<
  'accounts/renewal-mail',
  { name: string; program: string; by: string; code: string; until: Date; link: string; address: string }
>

/** The letter. The code stands behind a # in the link, so that no server and no log ever sees it. */
export const renewalMailPage = ({ origin, ...letter }: RenewalLetter): RenewalMailPage => ({
  view: 'accounts/renewal-mail',
  layout: 'print',
  title: said('accounts.renewal.subject'),
  ...letter,
  address: `${origin}/in/renewal`,
  link: `${origin}/in/renewal#${letter.code}`,
})
