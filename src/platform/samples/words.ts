/** Invented facts for the page of parts: buttons, states and what is said. Nobody here exists. */
import type { Act, ConfirmProps, EmptyProps, NextProps, TagProps } from '#platform/parts'

export const headings = { words: 'Words, buttons and states', said: 'What is said', asleep: 'Sent, please wait' }

export const type = {
  title: 'A title of a page',
  card: 'A title of a card',
  item: 'A title of an item',
  plain: 'Plain words',
  small: 'Small words',
}

export const acts: readonly Act[] = [
  { label: 'Read the letter', href: '#' },
  { label: 'Send a message', href: '#', look: 'plain', icon: 'message-square' },
  { label: 'Remind me tomorrow', href: '#', look: 'quiet' },
  { label: 'Draw the jury', post: '/parts', icon: 'shuffle' },
  { label: 'Step back', post: '/parts', look: 'plain', name: 'answer', value: 'back' },
]

export const tags: readonly TagProps[] = [
  { kind: 'go', text: 'On track' },
  { kind: 'you', text: 'Waiting for you' },
  { kind: 'done', text: 'Done' },
  { kind: 'late', text: '3 days late' },
  { kind: 'jury', text: 'Drawn 5:41 PM', icon: 'shuffle' },
  { kind: 'plain', text: '65 days left', icon: 'calendar-clock' },
]

export const flash = { text: 'Saved. Rosa gets a text in Spanish on May 5.' }
export const problem = { text: 'A jury can be drawn only for a hearing that is still to come.' }
export const note = {
  strong: 'Jo stepped back.',
  text: 'That is okay, and no reason is needed. Omar is next in the draw.',
}

export const next: NextProps = {
  eyebrow: 'Waiting for you, 3 days',
  title: 'Read Jordan’s letter draft',
  text: 'Jordan sent it on Apr 21. The next draft is due May 8.',
  actions: [
    { label: 'Read the letter', href: '#' },
    { label: 'Remind me tomorrow', post: '/parts', look: 'quiet' },
  ],
}

export const empty: EmptyProps = {
  icon: 'calendar-heart',
  title: 'No hearing nights yet',
  text: 'Cases, jurors and reminders hang on them.',
  action: { label: 'Add a night', href: '#' },
}

export const confirm: ConfirmProps = {
  title: 'Close this case?',
  text: 'Jordan kept every promise. Closing sends the letter to the school and starts the clock for sealing.',
  facts: [
    { label: 'Outcome', value: 'Kept the agreement' },
    { label: 'Sealed on', value: 'June 26, 2027' },
  ],
  post: '/parts',
  fields: [{ name: 'outcome', value: 'kept' }],
  button: 'Close and send the letter',
  back: { label: 'Not yet', href: '#' },
}
