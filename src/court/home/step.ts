/** The one next step in words: as the young person reads it, or, where a name is given, as their guardian does. */
import type { IconName } from '#platform/icons'
import { type PlainKey, type Said, said } from '#words'
import { type Hero, hearingHero, heroOf } from './hero.ts'
import type { Next } from './home.ts'
import { dueWords, helpWords, titled, type Voice, worded } from './voice.ts'

export type StepAct = { label: Said; href: string; icon?: IconName | undefined; plain?: boolean | undefined }

export type Step = {
  look: 'hero' | 'next' | 'calm'
  icon: IconName
  eyebrow: Said
  title: Said
  text: Said
  list: readonly PlainKey[]
  hero: Hero | null
  /** Where the answer to an invitation goes. */
  answer: string | null
  acts: readonly StepAct[]
}

const step = (wishes: Partial<Step> & Pick<Step, 'title' | 'text'>): Step => ({
  look: 'next',
  icon: 'hand',
  eyebrow: said('home.next'),
  list: [],
  hero: null,
  answer: null,
  acts: [],
  ...wishes,
})

/** What only the young person does themselves. */
const own = (voice: Voice, ...acts: StepAct[]): StepAct[] => (voice.name === null ? acts : [])

const act = (label: PlainKey, href: string, icon?: IconName): StepAct => ({ label: said(label), href, icon })

const call = ({ phone }: Voice): StepAct[] =>
  phone === null
    ? []
    : [{ label: said('home.go.call', { phone }), href: `tel:${phone.replaceAll(/[^+\d]/g, '')}`, icon: 'phone' }]

type Of<Name extends Next['next']> = Extract<Next, { next: Name }>

const promised = (title: string): Said => said('home.plain', { text: title })

const sendActs = (id: string): StepAct[] => [
  act('home.go.send', `/agreement/${id}/send`, 'send'),
  { ...act('home.go.more-time', `/agreement/${id}/time`, 'calendar-plus'), plain: true },
]

const lateStep = ({ promise, days }: Of<'late'>, voice: Voice): Step => {
  const jury = promise.kind === 'jury-service'
  return step({
    icon: 'clock-alert',
    eyebrow: said('platform.state.late', { count: days }),
    title: promised(promise.title),
    text: said(jury ? 'home.late-nights.why' : 'home.late.why', { on: promise.dueOn }),
    acts: jury ? call(voice) : sendActs(promise.id),
  })
}

const dueStep = ({ promise, days }: Of<'due'>, voice: Voice): Step =>
  step({
    icon: 'calendar-clock',
    eyebrow: days === 0 ? said('home.due-today') : said('home.days-left', { count: days }),
    title: promised(promise.title),
    text: dueWords(promise.dueOn, voice),
    acts: sendActs(promise.id),
  })

const keptStep = ({ courtOwes, keptAll }: Of<'kept-all'>, voice: Voice): Step =>
  step({
    icon: 'circle-check',
    title: titled(keptAll ? 'kept-all' : 'nothing-left', voice),
    text: courtOwes > 0 ? said('home.kept-all.owes', { count: courtOwes }) : said('home.kept-all.why'),
    acts: [act('home.go.agreement', '/agreement')],
  })

const steps: { [Name in Next['next']]: (next: Of<Name>, voice: Voice) => Step } = {
  'own-hearing': ({ hearing }, voice) =>
    step({
      look: 'hero',
      title: titled('own-hearing', voice),
      text: titled('bring-too', voice),
      hero: hearingHero(hearing, voice),
      acts: own(voice, act('home.go.date', `/dates/${hearing.nightId}`, 'calendar-days')),
    }),
  here: ({ night }, voice) =>
    step({
      look: 'hero',
      title: titled('here', voice),
      text: worded('here.why', voice),
      hero: heroOf(night, voice, { icon: 'heart-handshake', words: worded('here.why', voice) }),
      acts: own(voice, act('home.go.seat', `/dates/${night.id}/seat`, 'armchair')),
    }),
  talk: ({ by }, voice) =>
    step({
      icon: 'phone',
      title: titled('talk', voice),
      text: by === null ? said('home.talk.why') : said('home.talk.by', { by }),
      acts: call(voice),
    }),
  sign: (_next, voice) =>
    step({
      icon: 'file-pen-line',
      title: titled('sign', voice),
      text: titled('sign.why', voice),
      acts: [act('home.go.agreement', '/agreement')],
    }),
  signed: () =>
    step({
      look: 'calm',
      icon: 'file-check',
      title: said('home.signed'),
      text: said('home.signed.why'),
      acts: [act('home.go.agreement', '/agreement')],
    }),
  rewriting: () =>
    step({ look: 'calm', icon: 'file-pen-line', title: said('home.rewriting'), text: said('home.rewriting.why') }),
  late: lateStep,
  fix: ({ promise }) =>
    step({
      icon: 'undo-2',
      title: said('home.fix', { title: promise.title }),
      text: said('home.fix.why'),
      acts: [act('home.go.note', `/agreement/${promise.id}/send`)],
    }),
  answer: ({ night }, voice) =>
    step({
      look: 'hero',
      title: titled('answer', voice),
      text: worded('answer.why', voice),
      hero: heroOf(night, voice, { icon: 'hand-heart', words: worded('answer.why', voice) }),
      answer: voice.name === null ? `/dates/${night.id}/answer` : null,
    }),
  due: dueStep,
  jury: ({ night }, voice) =>
    step({
      look: 'hero',
      title: titled('jury', voice),
      text: worded('jury.why', voice),
      hero: heroOf(night, voice, { icon: 'circle-check', words: worded('jury.why', voice) }),
      acts: own(voice, act('home.go.date', `/dates/${night.id}`, 'calendar-days')),
    }),
  'choose-nights': ({ promise, left }, voice) =>
    step({
      icon: 'calendar-plus',
      title: titled('choose-nights', voice),
      text: said('home.choose-nights.why', { count: left, by: promise.dueOn }),
      acts: own(voice, act('home.go.choose', '/dates')),
    }),
  finished: ({ no, keptAll }, voice) =>
    step({
      icon: 'award',
      title: titled(keptAll ? 'finished' : 'closed', voice),
      text: worded(keptAll ? 'finished.why' : 'closed.why', voice),
      acts: [
        act('home.go.certificate', `/cases/${no}/certificate`, 'award'),
        ...own(voice, { ...act('home.go.stay', '/dates'), plain: true }),
      ],
    }),
  ended: (_next, voice) =>
    step({ look: 'calm', icon: 'info', title: said('home.ended'), text: said('home.ended.why'), acts: call(voice) }),
  'before-hearing': () =>
    step({
      look: 'calm',
      icon: 'calendar-clock',
      title: said('home.before-hearing'),
      text: said('home.before-hearing.why'),
    }),
  'with-us': () => step({ look: 'calm', icon: 'inbox', title: said('home.with-us'), text: said('home.with-us.why') }),
  'kept-all': keptStep,
  prepare: ({ unready }, voice) =>
    step({
      icon: 'graduation-cap',
      title: titled('prepare', voice),
      text: said('home.prepare.why'),
      list: unready.map(reason => `home.unready.${reason}` as const),
      acts: call(voice),
    }),
  help: ({ nights }, voice) =>
    step({
      look: 'calm',
      icon: 'calendar-heart',
      title: said('home.help'),
      text: helpWords(nights, voice),
      acts: own(voice, act('home.go.dates', '/dates')),
    }),
  nothing: () => step({ look: 'calm', icon: 'sprout', title: said('home.nothing'), text: said('home.nothing.why') }),
}

export const stepOf = (next: Next, voice: Voice): Step =>
  (steps[next.next] as (next: Next, voice: Voice) => Step)(next, voice)
