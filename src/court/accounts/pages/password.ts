/** A password of one's own. */
import { emptyForm, type Form } from '#platform/forms'
import type { Page } from '#platform/page'
import { type PlainKey, said } from '#words'
import type { ChangeRefusal } from '../actions/password.ts'

export type PasswordPage = Page<'accounts/password', { form: Form }>

export const passwordPage = (form: Form = emptyForm()): PasswordPage => ({
  view: 'accounts/password',
  title: said('accounts.password'),
  form,
})

type Refused = ChangeRefusal['refused']

const inWords: Record<Refused, PlainKey> = {
  'wrong-password': 'accounts.password.refused.wrong',
  'too-many-tries': 'accounts.password.refused.too-many',
  'password-unchanged': 'accounts.password.refused.unchanged',
  'password-too-short': 'accounts.password.refused.too-short',
  'password-too-long': 'accounts.password.refused.too-long',
  'password-too-common': 'accounts.password.refused.too-common',
}

const isAboutCurrent = (refused: Refused): boolean => refused === 'wrong-password' || refused === 'too-many-tries'

/** The form again, with the refusal beside the question that it is about. */
export const refusedPasswordPage = (refused: Refused): PasswordPage =>
  passwordPage({ values: {}, errors: { [isAboutCurrent(refused) ? 'current' : 'next']: said(inWords[refused]) } })
