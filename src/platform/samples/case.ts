/** Invented facts for the page of parts: a case and its promises. Nobody here exists. */
import type { ChipsProps, FactsProps, JourneyProps, LogProps, PromiseProps, TagProps } from '#platform/parts'

export const person = {
  initials: 'JT',
  name: 'Jordan T.',
  words: 'Case 26-0142 · 15 years old · they/them',
  tags: [
    { kind: 'go', text: 'Doing the agreement', icon: 'sprout' },
    { kind: 'plain', text: '65 days left', icon: 'calendar-clock' },
  ] satisfies TagProps[],
}
export const promised = { title: 'What Jordan promised', words: '1 of 4 finished · all by June 26' }
export const titles = { about: 'About Jordan', past: 'What happened so far' }

export const journey: JourneyProps = {
  label: 'Where this case is',
  steps: [
    { label: 'Referred', state: 'done', when: 'Mar 4' },
    { label: 'First meeting', state: 'done', when: 'Mar 12' },
    { label: 'Hearing', state: 'done', when: 'Mar 26' },
    { label: 'Doing the agreement', state: 'now', when: 'by Jun 26' },
    { label: 'Closed', state: 'todo', when: 'Not yet' },
  ],
}
export const finished: JourneyProps = {
  label: 'Where a finished case is',
  steps: journey.steps.map(step => ({ ...step, state: 'done' as const })),
}

export const promises: readonly PromiseProps[] = [
  {
    kind: 'hours',
    title: 'Help in the community',
    href: '#',
    done: 7.5,
    of: 12,
    words: '7½ of 12 hours',
    note: '3½ hours confirmed Apr 18',
    due: 'Due May 29',
    tag: { kind: 'go', text: 'On track' },
  },
  {
    kind: 'count',
    title: 'Serve on a jury',
    href: '#',
    done: 1,
    of: 4,
    words: '1 of 4 nights',
    note: 'First night Apr 9',
    due: 'Due Jun 26',
    tag: { kind: 'you', text: 'Waiting for you' },
  },
  {
    kind: 'money',
    title: 'Pay for the phone',
    href: '#',
    done: 0,
    of: 80,
    words: '$0 of $80',
    due: 'Due Apr 20',
    tag: { kind: 'late', text: '3 days late' },
  },
  {
    kind: 'count',
    title: 'Decisions workshop',
    href: '#',
    done: 2,
    of: 2,
    words: '2 of 2 evenings',
    note: 'Finished Apr 14',
    tag: { kind: 'done', text: 'Done' },
  },
  { kind: 'plain', title: 'Introduce Jordan to an art mentor', due: 'By Apr 3', tag: { kind: 'done', text: 'Done' } },
]

export const strengths: ChipsProps = {
  label: 'Good at, cares about',
  items: ['Draws comics', 'Looks after a younger brother', 'Speaks Spanish and English'],
}

export const facts: FactsProps = {
  two: true,
  pairs: [
    { label: 'School', value: '9th grade, Eastside High' },
    { label: 'What happened', value: 'Took a classmate’s phone and broke it' },
    { label: 'Sent to us by', value: 'Eastside High, Ms. Alvarez', href: '#' },
    { label: 'Coordinator', value: 'Dana Whitfield' },
  ],
}

export const log: LogProps = {
  entries: [
    {
      kind: 'letter',
      who: 'Jordan',
      text: 'sent a letter draft',
      note: '1 page, from phone',
      time: 'Apr 21, 4:12 PM',
      at: '2026-04-21T20:12Z',
    },
    { kind: 'late', text: 'A payment is late', time: 'Apr 20', at: '2026-04-20' },
    {
      kind: 'hours',
      who: 'Riverside Food Pantry',
      text: 'confirmed 3½ hours',
      note: '“Great help, came early.”',
      time: 'Apr 18, 1:30 PM',
      at: '2026-04-18T17:30Z',
    },
    {
      kind: 'message',
      who: 'Dana',
      text: 'wrote to Rosa in Spanish',
      time: 'Apr 17, 9:05 AM',
      at: '2026-04-17T13:05Z',
    },
    {
      kind: 'jury',
      who: 'Dana',
      text: 'marked Jordan present as a juror',
      note: '2 credits added',
      time: 'Apr 9, 7:40 PM',
      at: '2026-04-09T23:40Z',
    },
    {
      kind: 'hearing',
      who: 'Jury of 6',
      text: 'reached an agreement with Jordan and Rosa',
      time: 'Mar 26, 6:25 PM',
      at: '2026-03-26T22:25Z',
    },
    {
      kind: 'plain',
      icon: 'file-pen-line',
      who: 'Rosa',
      text: 'gave consent',
      note: 'In Spanish, on paper',
      time: 'Mar 12, 3:00 PM',
      at: '2026-03-12T19:00Z',
    },
  ],
}
