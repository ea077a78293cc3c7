/** Invented facts for the page of parts: forms and lists. Nobody here exists. */
import type {
  BirthDateProps,
  ChoicesProps,
  ErrorsProps,
  FieldProps,
  FiltersProps,
  PagerProps,
  TagProps,
  ViewsProps,
} from '#platform/parts'

export const headings = { forms: 'Questions and answers', lists: 'Lists', save: 'Save and tell the family' }

export const errors: ErrorsProps = {
  items: [
    { field: 'night', text: 'Choose a hearing night' },
    { field: 'ride', text: 'Say who brings Jordan' },
    { text: 'The night of May 7 is full' },
  ],
}

export const night: ChoicesProps = {
  legend: 'Which night?',
  name: 'night',
  type: 'radio',
  hint: 'Nights with room for one more case',
  error: 'Choose a hearing night',
  items: [
    { value: '1', label: 'Thursday, May 7', hint: '1 place left' },
    { value: '2', label: 'Thursday, May 21', hint: '3 places left' },
  ],
}
export const gifts: ChoicesProps = {
  legend: 'What could Jordan help with?',
  name: 'gifts',
  type: 'checkbox',
  chosen: ['art'],
  required: false,
  items: [
    { value: 'art', label: 'Drawing' },
    { value: 'food', label: 'Cooking' },
  ],
}
export const birthDate: BirthDateProps = {
  legend: 'Date of birth',
  name: 'bornOn',
  hint: 'For example, 4 27 2011',
  month: 13,
  day: 2,
  year: 2011,
  error: 'Type a real date',
}
export const fields: readonly FieldProps[] = [
  {
    label: 'Who brings Jordan?',
    name: 'ride',
    hint: 'We can pay for the bus or send a driver',
    error: 'Say who brings Jordan',
  },
  { label: 'Name for letters', name: 'name', value: 'Jordan Ávila', required: false, autocomplete: 'name' },
  { label: 'Phone', name: 'phone', type: 'tel', autocomplete: 'tel', width: 'w16', value: '555-0100' },
  { label: 'Password', name: 'password', type: 'password', autocomplete: 'current-password' },
  { label: 'Hours', name: 'hours', type: 'number', min: 0, max: 40, step: 0.5, width: 'w4', value: 3.5 },
  { label: 'By when', name: 'due', type: 'date', width: 'w16', value: '2026-05-29' },
  {
    label: 'Language',
    name: 'spoken',
    type: 'select',
    empty: 'Choose one',
    value: 'es',
    options: [
      { value: 'en', label: 'English' },
      { value: 'es', label: 'Español' },
    ],
  },
  { label: 'What happened', name: 'what', type: 'textarea', value: 'In a few words.' },
]

export const filters: FiltersProps = {
  chips: [
    { label: 'Step: Hearing', without: '#' },
    { label: 'Waiting for: me', without: '#' },
  ],
  clear: '#',
}
export const filterFields: readonly FieldProps[] = [
  { label: 'Step', name: 'step', type: 'select', empty: 'Any step', options: [{ value: 'hearing', label: 'Hearing' }] },
  { label: 'Waiting for', name: 'for', type: 'select', empty: 'Anyone', options: [{ value: 'me', label: 'Me' }] },
]
export const views: ViewsProps = {
  label: 'Show',
  items: [
    { label: 'All', href: '#', current: true },
    { label: 'Hours', href: '#', current: false },
    { label: 'Messages', href: '#', current: false },
  ],
}
export const pager: PagerProps = { words: 'Page 2 of 4', newer: '#', older: '#' }
export const table = {
  name: 'Cases, nearest date first',
  columns: { name: 'Name', step: 'Step', due: 'Due', waiting: 'Waiting for' },
  rows: [
    { name: 'Jordan T.', step: 'Agreement', due: 'May 8', tag: { kind: 'you', text: 'Waiting for you' } },
    { name: 'Sam R.', step: 'Hearing', due: 'May 7', tag: { kind: 'jury', text: 'Jury draw' } },
    { name: 'Noor A.', step: 'First meeting', due: 'Apr 20', tag: { kind: 'late', text: '3 days late' } },
  ] satisfies { name: string; step: string; due: string; tag: TagProps }[],
}
