import { isSettled, standing } from '#court/obligations'
import type { Page } from '#platform/page'
import type { TagKind } from '#platform/parts'
import type { Day } from '#platform/time'
import { type PlainKey, type Said, said } from '#words'
import type { Hero } from './hero.ts'
import type { Facts, Next } from './home.ts'
import { type PromiseSide, promiseSide } from './promises.ts'
import type { Young } from './reads.ts'
import { isBeforeHearing, nextForYou, type Stands, thanksFor } from './rules.ts'
import { type Step, stepOf } from './step.ts'
import type { Voice } from './voice.ts'
import { type Mind, mindOf } from './withdrawal.ts'

export type { Mind, MindPage } from './withdrawal.ts'

/** A date to come, in the small list. */
export type Coming = {
  on: Day
  title: PlainKey
  startsAt: Date
  href: string | null
  tag: { kind: TagKind; text: PlainKey } | null
}

/** One young person's card: what is next, what was promised, what is coming. A guardian has one for each child. */
export type YoungCard = {
  id: string
  step: Step
  /** What will happen at the hearing, sentence by sentence, while it is still to come. */
  happens: readonly Said[]
  agreement: { title: Said; theirs: PromiseSide | null; theirTitle: Said; ours: PromiseSide | null } | null
  coming: readonly Coming[]
  /** What is left to do before the first jury night, where it is not the next step itself. */
  prepare: { title: Said; list: readonly PlainKey[] } | null
  certificate: string | null
  /** They said yes, and can still say no. */
  mind: Mind | null
}

const MANY_DATES = 4

const cardOf = ({ person, facts }: Young, voice: Voice): YoungCard => {
  const { today } = voice
  const promises: Stands[] = facts.promises.map(promise => ({ promise, standing: standing(promise, today) }))
  const next = nextForYou({ ...facts, promises }, today)
  const { matter } = facts
  return {
    id: person.id,
    step: stepOf(next, voice),
    happens: isBeforeHearing(matter) ? fourSentences(voice) : [],
    agreement: agreementOf(promises, voice),
    coming: comingOf(facts, next, voice).slice(0, MANY_DATES),
    prepare: next.next === 'prepare' ? null : prepareOf(facts, voice),
    certificate:
      matter?.status === 'closed_success' && next.next !== 'finished' ? `/cases/${matter.no}/certificate` : null,
    mind: mindOf(matter, voice),
  }
}

const fourSentences = ({ name }: Voice): Said[] => [
  said('home.what-happens.1'),
  name === null ? said('home.what-happens.2') : said('home.what-happens.2.of', { name }),
  said('home.what-happens.3'),
  name === null ? said('home.what-happens.4') : said('home.what-happens.4.of', { name }),
]

const prepareOf = (facts: Facts, { name, today }: Voice): YoungCard['prepare'] => {
  const { unready } = facts
  if (!unready || unready.length === 0 || !needsPreparing(facts, today)) return null
  const title = name === null ? said('home.prepare') : said('home.prepare.of', { name })
  return { title, list: unready.map(reason => `home.unready.${reason}` as const) }
}

/** Somebody who will serve: a night is booked, or jury service is owed. */
const needsPreparing = ({ promises, nights }: Facts, today: Day): boolean =>
  nights.some(night => night.on >= today && night.status === 'confirmed') ||
  promises.some(one => one.kind === 'jury-service' && !isSettled(one))

const agreementOf = (promises: readonly Stands[], { name, today }: Voice): YoungCard['agreement'] =>
  promises.length === 0
    ? null
    : {
        title: name === null ? said('home.agreement') : said('home.agreement.of', { name }),
        theirs: promiseSide(promises, 'young-person', today),
        theirTitle: name === null ? said('home.theirs') : said('home.theirs.of', { name }),
        ours: promiseSide(promises, 'court', today),
      }

/** What is shown large is not listed again. */
const comingOf = ({ hearing, nights }: Facts, next: Next, { name, today }: Voice): Coming[] => {
  const own: Coming[] =
    hearing && hearing.on >= today && next.next !== 'own-hearing'
      ? [
          {
            on: hearing.on,
            title: 'home.date.hearing',
            startsAt: hearing.startsAt,
            href: name === null ? `/dates/${hearing.nightId}` : null,
            tag: null,
          },
        ]
      : []
  const shown = 'night' in next ? next.night.id : null
  const rest = nights.filter(night => night.on >= today && night.id !== shown && night.status in tagWords)
  const jury = rest.map((night): Coming => {
    const tag = tagWords[night.status as keyof typeof tagWords]
    const text = name === null || tag.of === null ? tag.text : tag.of
    return {
      on: night.on,
      title: 'home.date.jury',
      startsAt: night.startsAt,
      href: name === null ? `/dates/${night.id}` : null,
      tag: { kind: tag.kind, text },
    }
  })
  return [...own, ...jury].toSorted((a, b) => (a.on < b.on ? -1 : 1))
}

const tagWords = {
  offered: { kind: 'you', text: 'home.date.ask', of: 'home.date.ask.of' },
  confirmed: { kind: 'done', text: 'home.date.yes', of: 'home.date.yes.of' },
  swap_requested: { kind: 'done', text: 'home.date.yes', of: 'home.date.yes.of' },
  checked_in: { kind: 'jury', text: 'home.date.here', of: null },
  seated: { kind: 'jury', text: 'home.date.here', of: null },
} as const satisfies Partial<Record<string, { kind: TagKind; text: PlainKey; of: PlainKey | null }>>

export type HomePage = Page<
  'home/show',
  { name: string; card: YoungCard; minutes: number; giveAndTake: readonly Said[]; thanks: Day | null }
>

export const homePage = (young: Young, giveAndTake: readonly Said[], phone: string | null, today: Day): HomePage => ({
  view: 'home/show',
  title: said('home.title'),
  name: young.person.calledName,
  card: cardOf(young, { name: null, phone, today }),
  minutes: young.minutes,
  giveAndTake,
  thanks: thanksFor(young.facts.nights, today),
})

export type FamilyPage = Page<
  'home/family',
  { name: string; several: boolean; children: readonly { name: string; card: YoungCard }[] }
>

export const familyPage = (name: string, children: readonly Young[], phone: string | null, today: Day): FamilyPage => ({
  view: 'home/family',
  title: said('home.title'),
  name,
  several: children.length > 1,
  children: children.map(young => ({
    name: young.person.calledName,
    card: cardOf(young, { name: young.person.calledName, phone, today }),
  })),
})

export type StepProps = { id: string; step: Step }
export type HeroProps = { id: string; step: Step; hero: Hero }
export type SideProps = { title: string; side: PromiseSide }
