/** The page that shows every part in every state, for the eye and for the machines that check colours and names. */
import type { Page } from '#platform/page'
import * as caseSamples from '#platform/samples/case'
import * as forms from '#platform/samples/forms'
import * as words from '#platform/samples/words'
import * as young from '#platform/samples/young'
import { said } from '#words'

export type WordSamples = typeof words
export type CaseSamples = typeof caseSamples
export type FormSamples = typeof forms
export type YoungSamples = typeof young

export type PartsPage = Page<
  'parts/show',
  { words: WordSamples; case: CaseSamples; forms: FormSamples; young: YoungSamples }
>

export const partsPage = (): PartsPage => ({
  view: 'parts/show',
  title: said('platform.parts'),
  words,
  case: caseSamples,
  forms,
  young,
})
