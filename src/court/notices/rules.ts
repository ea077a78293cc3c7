import { type Channel, type Facts, needs, type NoticeKind } from './notice.ts'

/** Whoever prefers paper or a call gets a letter on paper, and so does whoever has no e-mail address. */
export const channelFor = (to: { email: string | null; reachBy: string | null }): Channel =>
  to.email && to.reachBy !== 'paper' && to.reachBy !== 'phone' ? 'mail' : 'print'

/** Where a letter goes by e-mail, whoever it is for. */
export const emailOf = (to: {
  personEmail: string | null
  staffEmail: string | null
  writtenEmail: string | null
}): string | null => (to.personEmail ?? to.staffEmail ?? to.writtenEmail) || null

/** The facts that a letter lacks. */
export const missingFacts = (kind: NoticeKind, facts: Facts): string[] =>
  needs[kind].filter(name => facts[name] === undefined)

/** Minutes to wait after each try that failed. */
const waits = [1, 5, 15, 60, 240, 720] as const

/** When to try again; null when it is time to print the letter instead. */
export const nextTry = (tries: number, now: Date): Date | null => {
  const wait = waits[tries - 1]
  return wait === undefined ? null : new Date(now.getTime() + wait * 60_000)
}
