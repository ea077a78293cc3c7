/** Invented facts for the page of parts: young people, the hearing night and the numbers. Nobody here exists. */
import type { DateboxProps, SeatProps, TagProps, TileProps } from '#platform/parts'

export const headings = { youth: 'Young people', night: 'The hearing night', numbers: 'Numbers' }

export const hero = {
  date: { month: 'May', day: '7', weekday: 'Thu' } satisfies DateboxProps,
  soon: 'in 13 days',
  title: 'You’re on the jury',
  when: 'Thursday, May 7',
  time: '5:30 to 7:30 PM',
  where: 'Maple Street Community Center, Room 204',
  role: 'Jury foreperson.',
  part: 'You ask the first question and read the decision.',
  ask: 'Can you be there?',
  by: 'Tell us by Thursday, April 30.',
  yes: 'Yes, I’ll be there',
  no: 'I can’t make it',
  calendar: 'Add to my calendar',
}
export const credit = {
  title: 'Your credits',
  number: '14',
  of: 20,
  more: '6 more',
  words: 'and you can trade them for a refurbished laptop.',
}
export const agenda = [
  {
    date: { month: 'May', day: '21', weekday: 'Thu', small: true },
    title: 'Hearing night',
    when: 'Thursday, May 21',
    tag: { kind: 'done', text: 'You said yes' },
  },
  {
    date: { month: 'May', day: '30', weekday: 'Sat', small: true },
    title: 'Question practice',
    when: 'Saturday, May 30',
    tag: { kind: 'you', text: '5 seats left' },
  },
] satisfies { date: DateboxProps; title: string; when: string; tag: TagProps }[]

export const docket = {
  title: 'Tonight',
  cases: [
    { time: '5:30', name: 'Case 1', current: true, tag: { kind: 'go', text: 'Ready' } },
    { time: '6:15', name: 'Case 2', current: false, tag: { kind: 'go', text: 'Ready' } },
    { time: '7:00', name: 'Case 3', current: false, tag: { kind: 'you', text: 'Running late' } },
  ] satisfies { time: string; name: string; current: boolean; tag: TagProps }[],
}
export const seats: readonly SeatProps[] = [
  { initials: 'AM', name: 'Amina', role: 'Foreperson', state: 'here' },
  {
    initials: 'DK',
    name: 'Deshawn',
    role: 'Juror',
    state: 'here',
    action: { label: 'Step back', post: '/parts', look: 'quiet' },
  },
  { initials: 'LP', name: 'Lucía', role: 'Expected 5:30', state: 'away', tag: { kind: 'you', text: 'Running late' } },
  { initials: '', name: 'Seat open', role: 'Next in line: Omar', state: 'open' },
]
export const script = {
  title: 'Words to say',
  text: '“Does anyone here know Jordan or Jordan’s family? It is okay to say so and step back.”',
}

export const tiles: readonly TileProps[] = [
  { number: '81%', name: 'kept their agreement', of: '52 of 64 closed · likely 70 to 89%' },
  { number: '23 days', name: 'referral to hearing', of: 'half were faster, half slower' },
  { number: '94%', name: 'of our own promises kept', of: '48 of 51 due', href: '#' },
]
export const plot = {
  title: 'Cases that closed, by month',
  kept: 'kept the agreement',
  not: 'did not',
  words: '9 kept the agreement and 3 did not.',
  bars: [
    { x: 40, month: 'May', kept: 40, a: 60, b: 46 },
    { x: 160, month: 'Jun', kept: 60, a: 40, b: 26 },
    { x: 280, month: 'Jul', kept: 30, a: 70, b: 56 },
  ],
}
