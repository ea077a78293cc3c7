import type { DocketLine, HearingStatus } from '#court/hearings'
import type { TagKind } from '#platform/parts'
import type { Day } from '#platform/time'
import type { PlainKey } from '#words'

/** What stands around every step of a night: tonight's list at the left, the five steps on top. */
export type NightFrame = { base: string; position: number; tonight: readonly TonightLine[]; steps: readonly NightStep[] }
export type TonightLine = { position: number; startsAt: Date; href: string; current: boolean; tag: TagKind; words: PlainKey }
export type NightStep = { words: PlainKey; state: 'done' | 'now' | 'todo' }

const stepWords = [
  'dispositions.step.here',
  'dispositions.step.jury',
  'dispositions.step.talk',
  'dispositions.step.decide',
  'dispositions.step.sign',
] as const satisfies PlainKey[]

const statusWords: Record<HearingStatus, { words: PlainKey; tag: TagKind; step: string }> = {
  docketed: { words: 'dispositions.hearing.docketed', tag: 'go', step: 'jury' },
  in_hearing: { words: 'dispositions.hearing.in_hearing', tag: 'you', step: 'decide' },
  heard: { words: 'dispositions.hearing.heard', tag: 'done', step: 'sign' },
  stopped: { words: 'dispositions.hearing.stopped', tag: 'plain', step: 'jury' },
  reset: { words: 'dispositions.hearing.reset', tag: 'plain', step: 'jury' },
  missed: { words: 'dispositions.hearing.missed', tag: 'late', step: 'jury' },
}

export const nightFrame = (day: Day, position: number, docket: readonly DocketLine[], step: 'decide' | 'sign'): NightFrame => {
  const at = step === 'decide' ? 3 : 4
  return {
    base: `/nights/${day}/${position}`,
    position,
    steps: stepWords.map((words, index) => ({ words, state: index < at ? 'done' : index === at ? 'now' : 'todo' })),
    tonight: docket.map(line => ({
      position: line.position,
      startsAt: line.startsAt,
      href: `/nights/${day}/${line.position}/${statusWords[line.status].step}`,
      current: line.position === position,
      tag: statusWords[line.status].tag,
      words: statusWords[line.status].words,
    })),
  }
}
