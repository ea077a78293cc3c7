/** What young people do of what they promised, and the court of what it promised them. */
import { confirmProgress } from '#court/credits'
import {
  answerMoreTime,
  askMoreTime,
  keepCourtPromise,
  type Obligation,
  obligationsOfCase,
  returnProgress,
  submitProgress,
  waive,
} from '#court/obligations'
import { addDays, type Day } from '#platform/time'
import { partnerOf } from './agreements.ts'
import type { Fate, Respondent } from './cast.ts'
import { checkIn, type Keeping, prepareJuror } from './alongside.ts'
import type { Until } from './diary.ts'
import {
  asThemselves,
  at,
  atDesk,
  type KnownCase,
  type KnownNight,
  must,
  officeDay,
  plus,
  type Scene,
} from './scene.ts'

/** Each promise has a story of its own from the night on. */
export const keepPromises = async (scene: Scene, known: KnownCase, night: KnownNight): Promise<void> => {
  const { court, staff, programId, diary } = scene
  const promised = await court.db.withProgram(staff.coordinator, tx => obligationsOfCase(tx, programId, known.caseId))
  const has = (...fates: Fate[]): boolean => fates.includes(known.cast.fate)
  const keeping = { scene, known, from: night.day, has }
  await diary.begin(until => prepareJuror(keeping, until))
  await diary.begin(until => checkIn(keeping, until))
  for (const one of promised) {
    const story = one.owedBy === 'court' ? courtKeeps : keepers[one.kind]
    if (story) await diary.begin(until => story(keeping, one, until))
  }
}

type Keeper = (keeping: Keeping, one: Obligation, until: Until) => Promise<void>

type Piece = { amount: number; doneOn: Day; words?: string; place?: string; supervisor?: string }

/** Handed in by the young person in the evening; gives its id. */
const handIn = async ({ scene, known }: Keeping, one: Obligation, piece: Piece, until: Until): Promise<string> => {
  await until(plus(at(piece.doneOn, '18:30'), known.cast.nth))
  const actor = await asThemselves(scene, known.personId, 'youth')
  const form = { words: null, place: null, supervisor: null, ...piece }
  return must(await submitProgress(scene.court, actor, one.id, form)).progressId
}

const confirm = async ({ scene, known }: Keeping, progressId: string, day: Day, until: Until): Promise<void> => {
  await until(atDesk(day, known.cast.nth + 8))
  must(await confirmProgress(scene.court, scene.staff.second, progressId))
}

const MOST_A_TIME = 5 * 60

/** An afternoon a week; where the story goes on, a shorter one every second week. */
const help: Keeper = async (keeping, one, until) => {
  const { scene, known, from, has } = keeping
  const { place, supervisor } = partnerOf(scene, known.cast)
  const [every, most] = has('active') ? [14, 4 * 60] : [7, MOST_A_TIME]
  const times = Math.ceil(one.amount / most)
  for (let time = 0; time < times; time += 1) {
    if (time > 0 && has('review', 'ending', 'terminated', 'returned')) return
    const isLast = time === times - 1
    const doneOn = has('waiting') && isLast ? addDays(scene.today, -1) : addDays(from, 9 + time * every)
    const amount = Math.min(most, one.amount - time * most)
    const progressId = await handIn(keeping, one, { amount, doneOn, place, supervisor }, until)
    if (has('waiting') && isLast) return
    await confirm(keeping, progressId, addDays(doneOn, 3), until)
  }
}

const letter = ({ calledName, happened, words }: Respondent): string =>
  `I am writing about what I did. ${words ?? happened} I know it cost you time and trust. I am sorry, and I am putting it right. ${calledName}`

const write: Keeper = async (keeping, one, until) => {
  const { scene, known, from, has } = keeping
  if (has('soon', 'late', 'review', 'ending', 'terminated', 'returned')) return
  if (has('asked')) return wantTime(keeping, one, until)
  const doneOn = has('fix') ? addDays(scene.today, -7) : addDays(from, 13)
  const progressId = await handIn(keeping, one, { amount: 1, doneOn, words: letter(known.cast) }, until)
  if (!has('fix')) return confirm(keeping, progressId, addDays(doneOn, 3), until)
  await until(atDesk(addDays(doneOn, 3), known.cast.nth))
  const answer = 'A good beginning. Please say in one more line what you will do differently.'
  must(await returnProgress(scene.court, scene.staff.coordinator, progressId, answer))
}

const wantTime = async ({ scene, known }: Keeping, one: Obligation, until: Until): Promise<void> => {
  await until(at(addDays(scene.today, -2), '19:05'))
  const actor = await asThemselves(scene, known.personId, 'youth')
  const asked = 'I have exams until next week and I want to do this well.'
  must(await askMoreTime(scene.court, actor, one.id, { newDueOn: addDays(one.dueOn, 14), asked }))
}

/** A job that starts later than hoped: more time is asked for, and given. */
const laterPay = async ({ scene, known, from }: Keeping, one: Obligation, until: Until): Promise<void> => {
  const { court, staff } = scene
  await until(at(addDays(from, 8), '17:40'))
  const actor = await asThemselves(scene, known.guardianId, 'family')
  const asked = 'The job at the bakery starts two weeks later than we thought.'
  const { extensionId } = must(await askMoreTime(court, actor, one.id, { newDueOn: addDays(one.dueOn, 14), asked }))
  await until(atDesk(addDays(from, 11), known.cast.nth))
  const answer = { answer: 'granted', newDueOn: null, reason: 'A job is a good reason.' } as const
  must(await answerMoreTime(court, staff.coordinator, extensionId, answer))
}

/** In two halves, with receipts; written down at the desk and confirmed by another. */
const pay: Keeper = async (keeping, one, until) => {
  const { scene, known, from, has } = keeping
  if (has('closed') && known.cast.nth % 4 === 1) await laterPay(keeping, one, until)
  const half = Math.ceil(one.amount / 2)
  for (const [amount, days] of [
    [half, 20],
    [one.amount - half, 34],
  ] as const) {
    if (has('review', 'ending', 'terminated', 'returned')) return
    const doneOn = officeDay(addDays(from, days))
    await until(atDesk(doneOn, known.cast.nth))
    const form = { amount, doneOn, words: 'Receipt seen at the desk.', place: null, supervisor: null }
    const { progressId } = must(await submitProgress(scene.court, scene.staff.coordinator, one.id, form))
    await confirm(keeping, progressId, addDays(doneOn, 1), until)
  }
}

/** One workshop was cancelled twice by the people who give it; the promise was let go. */
const attend: Keeper = async (keeping, one, until) => {
  const { scene, known, from, has } = keeping
  const doneOn = officeDay(addDays(from, 24))
  await until(atDesk(addDays(doneOn, 1), known.cast.nth + 2))
  if (has('waived')) {
    must(
      await waive(
        scene.court,
        scene.staff.coordinator,
        one.id,
        'The workshop was cancelled twice and is not given again this year.',
      ),
    )
    return
  }
  const form = { amount: one.amount, doneOn, words: null, place: scene.program.place, supervisor: null }
  const { progressId } = must(await submitProgress(scene.court, scene.staff.coordinator, one.id, form))
  await confirm(keeping, progressId, addDays(doneOn, 2), until)
}

/** Here and there the court itself is behind, and some of what it promised takes its time. */
const courtKeeps: Keeper = async ({ scene, known, from, has }, one, until) => {
  if (has('late')) return
  const doneOn = officeDay(addDays(from, has('active') ? 50 : 26))
  await until(atDesk(doneOn, known.cast.nth + 6))
  must(await keepCourtPromise(scene.court, scene.staff.coordinator, one.id, { doneOn, words: null }))
}

const keepers: Partial<Record<Obligation['kind'], Keeper>> = {
  'community-service': help,
  'apology-letter': write,
  essay: write,
  restitution: pay,
  workshop: attend,
}
