/** What the parts of a page are given. Every word comes already spoken; a part adds only the words that never change. */
import type { DateBox } from '#platform/formats'
import type { IconName } from '#platform/icons'
import type { Qr } from '#platform/qr'

export type { IconName } from '#platform/icons'

/** A state of a thing. Each has its colour and, if none is named, its icon. */
export type TagKind = 'go' | 'you' | 'done' | 'late' | 'jury' | 'plain'
export type TagProps = { kind: TagKind; text: string; icon?: IconName | undefined }

/** A link, or a button that posts to an address. */
export type Act = {
  label: string
  icon?: IconName | undefined
  look?: 'main' | 'plain' | 'quiet' | undefined
} & ({ href: string } | { post: string; name?: string | undefined; value?: string | undefined })

export type Link = { label: string; href: string }

// Questions

/** What every question has. The element's id is `id`, or else its name; errors link to it. */
type Asked = {
  name: string
  id?: string | undefined
  hint?: string | undefined
  error?: string | undefined
  /** true: must be answered; false: the label says that it is optional. */
  required?: boolean | undefined
}

export type FieldType =
  | 'text'
  | 'email'
  | 'password'
  | 'tel'
  | 'number'
  | 'date'
  | 'time'
  | 'search'
  | 'url'
  | 'textarea'
  | 'select'
  | 'file'

export type Option = { value: string; label: string }

export type FieldProps = Asked & {
  label: string
  type?: FieldType | undefined
  value?: string | number | null | undefined
  /** For a select; `empty` is the first row, which stands for no answer. */
  options?: readonly Option[] | undefined
  empty?: string | undefined
  autocomplete?: string | undefined
  inputmode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'search' | undefined
  min?: string | number | undefined
  max?: string | number | undefined
  step?: string | number | undefined
  maxlength?: number | undefined
  rows?: number | undefined
  accept?: string | undefined
  width?: 'w4' | 'w8' | 'w16' | undefined
}

export type ChoiceItem = Option & { hint?: string | undefined }

export type ChoicesProps = Asked & {
  legend: string
  type: 'radio' | 'checkbox'
  items: readonly ChoiceItem[]
  chosen?: readonly string[] | undefined
}

/** Three numbers, `<name>Month`, `<name>Day` and `<name>Year`; `own` when a person gives their own day of birth. */
export type BirthDateProps = Asked & {
  legend: string
  month?: string | number | undefined
  day?: string | number | undefined
  year?: string | number | undefined
  own?: boolean | undefined
}

export type ErrorsProps = { items: readonly { field?: string | undefined; text: string }[] }
export type ProblemProps = { text: string }
export type FlashProps = { text: string }

// A case and its promises

export type Step = { label: string; state: 'done' | 'now' | 'todo'; when?: string | undefined }
export type JourneyProps = { label: string; steps: readonly Step[] }

/** How much of something is done: one pip for each that can be counted, a bar for hours and money. */
export type DoneProps = { kind: 'hours' | 'count' | 'money'; done: number; of: number }

/** One promise, of either side. `words` carry the number ("7½ of 12 hours"); bar and pips only show it. */
export type PromiseProps = {
  title: string
  href?: string | undefined
  tag?: TagProps | undefined
  words?: string | undefined
  due?: string | undefined
  note?: string | undefined
} & (DoneProps | { kind: 'plain' })

export type Fact = { label: string; value: string; href?: string | undefined }
export type FactsProps = { pairs: readonly Fact[]; two?: boolean | undefined }

export type ChipsProps = { items: readonly string[]; label?: string | undefined }

export type LogKind = 'hours' | 'jury' | 'hearing' | 'letter' | 'message' | 'late' | 'plain'
export type LogEntry = {
  kind: LogKind
  icon?: IconName | undefined
  who?: string | undefined
  text: string
  note?: string | undefined
  /** The time in words, and for machines. */
  time: string
  at: string
}
export type LogProps = { entries: readonly LogEntry[] }

/** The picture of a date; the date itself must stand beside it in words. */
export type DateboxProps = DateBox & { small?: boolean | undefined }

// What is said, and what may be done

export type NextProps = {
  id?: string | undefined
  icon?: IconName | undefined
  eyebrow: string
  title: string
  text: string
  actions: readonly Act[]
}

export type EmptyProps = { icon: IconName; title: string; text: string; action?: Act | undefined }

/** A page that asks once more before an act that cannot be undone. */
export type ConfirmProps = {
  title: string
  text: string
  facts?: readonly Fact[] | undefined
  post: string
  fields?: readonly { name: string; value: string }[] | undefined
  button: string
  back: Link
}

/** Help stands at the same place on every page. */
export type HelpProps = { phone?: string | null | undefined; email?: string | null | undefined }

/** A way in on paper: the address and the code to type there, both at once for a camera, and until when. */
export type WayInProps = Record<'open' | 'address' | 'type' | 'code' | 'scan' | 'until', string> & { qr: Qr }

// Lists and numbers

export type PagerProps = { words: string; newer?: string | undefined; older?: string | undefined }

/** Filters that are on; each chip leads to the list without it. */
export type FiltersProps = { chips: readonly { label: string; without: string }[]; clear: string }

/** Small links, one of them current: which entries to show, how to sort. */
export type ViewsProps = { label: string; items: readonly (Link & { current: boolean })[] }

/** A headline number, what it counts, and of how many. */
export type TileProps = { number: string; name: string; of: string; href?: string | undefined }

export type SeatProps = {
  initials: string
  name: string
  role: string
  state: 'here' | 'open' | 'away'
  tag?: TagProps | undefined
  action?: Act | undefined
}

/** Language and colours; `back` is the page to return to. */
export type LanguageRowProps = { language: string; back: string }
export type ThemeRowProps = { theme: 'light' | 'dark' | 'device'; back: string }

// Pieces of the parts above

export type FieldNotes = Asked
export type NumberProps = {
  id: string
  name: string
  label: string
  value?: string | number | undefined
  bad: boolean
  autocomplete: string
}
