import type { CaseStatus } from '#court/cases'
import { addDays, type Day, earliest } from '#platform/time'
import type { CaseFacts, PromiseFacts, Step, StepName } from './casefile.ts'
import { always, type More, step, type Way } from './rules/step.ts'

/** How many days before its day a promise of the court begins to ask for attention. */
const SOON = 7

/** The next step of a case: it has one in every state, and never a dead end. */
export const nextStep = (facts: CaseFacts, today: Day): Step => stepsOf(facts, today)[0]

/** All that waits in a case, the most pressing first. */
export const stepsOf = (facts: CaseFacts, today: Day): [Step, ...Step[]] => ways[facts.status](facts, today)

const beforeAnswer = (facts: CaseFacts): More => ({ by: facts.answerBy })

const contacting: Way = (facts, today) => {
  const more = { ...beforeAnswer(facts), count: facts.tries, since: facts.lastTryOn ?? facts.since }
  const name = facts.tries === 0 ? 'call-family' : facts.triesEnough ? 'give-up' : 'try-again'
  return [step(name, 'us', `/cases/${facts.no}/contacts`, facts, today, more)]
}

/** It waits for a night; when no night can help it any more, it goes back (rule 32). */
const ready: Way = (facts, today) => {
  const { no, hearBy, lastDay } = facts
  if (lastDay !== null && lastDay < today)
    return [step('past-last-day', 'us', `/cases/${no}/return`, facts, today, { since: lastDay, by: lastDay })]
  return [step('choose-night', 'us', `/cases/${no}/docket`, facts, today, { by: earliest(hearBy, lastDay) })]
}

/** A night that is over and left a case without an outcome is waited for like anything else. */
const docketed: Way = (facts, today) => {
  const { hearing } = facts
  if (!hearing) return [step('choose-night', 'us', `/cases/${facts.no}/docket`, facts, today)]
  if (hearing.on > today)
    return [step('come-to-night', 'night', `/hearings/${hearing.on}`, facts, today, { by: hearing.on })]
  const tonight = hearing.on === today
  return [
    step(tonight ? 'hear-tonight' : 'settle-night', tonight ? 'night' : 'us', `/nights/${hearing.on}`, facts, today, {
      since: hearing.on,
      by: hearing.on,
    }),
  ]
}

const inHearing: Way = (facts, today) => {
  const on = facts.hearing?.on ?? today
  const over = on < today
  return [
    step(over ? 'settle-night' : 'hearing-goes-on', over ? 'us' : 'night', `/nights/${on}`, facts, today, {
      since: on,
      by: on,
    }),
  ]
}

const disposed: Way = (facts, today) => {
  const to = `/cases/${facts.no}/agreement`
  const { agreement } = facts
  if (agreement?.status !== 'proposed') return [step('finish-agreement', 'us', to, facts, today)]
  if (agreement.family > 0) return [step('sign-agreement', 'family', to, facts, today, { count: agreement.family })]
  if (agreement.adults > 0) return [step('adult-signs', 'us', to, facts, today, { count: agreement.adults })]
  return [step('put-in-effect', 'us', to, facts, today)]
}

const review: Way = (facts, today) => {
  const to = `/cases/${facts.no}/review`
  if (!facts.ending) return [step('review', 'us', to, facts, today, { by: addDays(facts.since, facts.cureDays) })]
  const more = { since: facts.ending.askedOn }
  return facts.ending.byMe
    ? [step('wait-for-colleague', 'colleague', to, facts, today, more)]
    : [step('second-person', 'us', to, facts, today, more)]
}

/** While promises are being kept: what was handed in is read first, then questions are answered, then what is late, ours and theirs. */
const active: Way = (facts, today) => {
  const theirs = facts.promises.filter(one => one.owedBy === 'young-person')
  const open = theirs.filter(one => one.settledOn === null)
  const found = [
    ...about(open, 'confirm-progress', one => one.handedInOn, facts, today).map(one => ({ ...one, by: null })),
    ...about(open, 'answer-request', one => one.requestedOn, facts, today),
    ...(open.length === 0 ? toClose(theirs, facts, today) : []),
    ...about(open, 'late-promise', one => lateSince(one, today), facts, today),
    ...ourPromises(facts, today),
    ...checkIn(facts, today),
  ]
  const [first, ...rest] = found
  return first ? [first, ...rest] : [onTrack(open, facts, today)]
}

/** It waits for us since the last of their promises was kept. */
const toClose = (theirs: readonly PromiseFacts[], facts: CaseFacts, today: Day): Step[] => {
  const since = theirs
    .flatMap(one => one.settledOn ?? [])
    .toSorted()
    .at(-1)
  return since ? [step('close-case', 'us', `/cases/${facts.no}/close`, facts, today, { since })] : []
}

const promiseAt = (facts: CaseFacts, one: PromiseFacts): string => `/cases/${facts.no}/promises/${one.id}`

/** What waits for us about each of these promises, the longest first; `since` says whether it does, and since when. */
const about = (
  promises: readonly PromiseFacts[],
  name: StepName,
  since: (one: PromiseFacts) => Day | null,
  facts: CaseFacts,
  today: Day,
): Step[] =>
  promises
    .flatMap(one => {
      const day = since(one)
      return day === null
        ? []
        : [step(name, 'us', promiseAt(facts, one), facts, today, { since: day, by: one.dueOn, promise: one.title })]
    })
    .toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0))

/** What was handed in in time is not late while it waits for us. */
const lateSince = (one: PromiseFacts, today: Day): Day | null =>
  one.dueOn < today && one.handedInOn === null && one.requestedOn === null ? one.dueOn : null

const ourPromises = (facts: CaseFacts, today: Day): Step[] => {
  const soon = addDays(today, SOON)
  const ours = facts.promises.filter(one => one.owedBy === 'court' && one.settledOn === null && one.dueOn <= soon)
  return about(ours, 'our-promise', one => (one.dueOn < today ? one.dueOn : today), facts, today)
}

/** Nobody has spoken with the family for longer than the court allows itself (rule 40). */
const checkIn = (facts: CaseFacts, today: Day): Step[] => {
  const last = facts.spokeOn ?? facts.since
  const by = addDays(last, facts.contactGapDays)
  return by < today ? [step('check-in', 'us', `/cases/${facts.no}/contacts`, facts, today, { since: last, by })] : []
}

const onTrack = (open: readonly PromiseFacts[], facts: CaseFacts, today: Day): Step => {
  const next = open.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))[0]
  if (!next) return step('write-agreement', 'us', `/cases/${facts.no}/agreement`, facts, today)
  return step('on-track', 'young-person', promiseAt(facts, next), facts, today, { by: next.dueOn, promise: next.title })
}

/** A case that is closed may still wait for what the court itself promised. */
const closed: Way = (facts, today) => {
  const [ours, ...more] = ourPromises(facts, today)
  const done = step('closed', 'nobody', `/cases/${facts.no}/certificate`, facts, today)
  return ours ? [ours, ...more, done] : [done]
}

const elsewhere =
  (name: StepName, to: string): Way =>
  (facts, today) => [step(name, 'nobody', to, facts, today)]

const ways: Record<CaseStatus, Way> = {
  referred: always('start-screening', 'us', 'screening', beforeAnswer),
  screening: always('finish-screening', 'us', 'screening', beforeAnswer),
  contacting,
  intake: always('first-meeting', 'us', 'intake', facts => ({ ...beforeAnswer(facts), at: facts.meetsAt })),
  awaiting_consent: always('consents', 'family', 'consents', facts => ({
    ...beforeAnswer(facts),
    count: facts.missing.length,
  })),
  ready,
  docketed,
  in_hearing: inHearing,
  disposed,
  active,
  noncompliance_review: review,
  completed: always('close-case', 'us', 'close'),
  terminated: always('send-back', 'us', 'return'),
  declined_ineligible: always('send-back', 'us', 'return', beforeAnswer),
  declined_by_family: always('send-back', 'us', 'return'),
  unreachable: always('send-back', 'us', 'return'),
  withdrawn: always('send-back', 'us', 'return'),
  closed_success: closed,
  returned_to_source: elsewhere('returned', '/cases'),
  sealed: elsewhere('sealed', '/cases'),
  purged: elsewhere('sealed', '/cases'),
}

/** How pressing: 0 is past its day, 1 is near it, 2 waits in peace. */
export const riskOf = (one: Pick<Step, 'by' | 'waits'>, today: Day): 0 | 1 | 2 => {
  if (one.by === null) return 2
  return one.by < today ? 0 : one.by <= addDays(today, 3) ? 1 : 2
}
