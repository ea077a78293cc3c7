/** Work that is due is found by looking at the state of things, again and again; no job waits anywhere to be lost. */
import type { Logger } from './log.ts'

/** One kind of work in one program: does what is due and counts what it did. */
export type Work<Place> = { name: string; run: (place: Place) => Promise<Record<string, number>> }

export type Sweeping<Place extends { id: string }> = {
  places: () => Promise<readonly Place[]>
  works: readonly Work<Place>[]
  log: Logger
  everyMs?: number
}

export type Sweep = {
  /** Runs through everything once; a second call while the first is at work waits for that one. */
  once: () => Promise<void>
  /** Ends, after what is being done has been done. */
  stop: () => Promise<void>
}

export const startSweep = <Place extends { id: string }>(sweeping: Sweeping<Place>): Sweep => {
  let running: Promise<void> | null = null
  let stopped = false
  const once = (): Promise<void> => {
    running ??= runThrough(sweeping, () => stopped).finally(() => {
      running = null
    })
    return running
  }
  const timer = setInterval(() => void once(), sweeping.everyMs ?? 15_000)
  timer.unref()
  return {
    once,
    stop: async () => {
      stopped = true
      clearInterval(timer)
      await running
    },
  }
}

const runThrough = async <Place extends { id: string }>(
  sweeping: Sweeping<Place>,
  isStopped: () => boolean,
): Promise<void> => {
  const { places, works, log } = sweeping
  try {
    for (const place of await places()) for (const work of works) if (!isStopped()) await runOne(work, place, log)
  } catch (fault) {
    log.error({ fault }, 'the sweep found no programs')
  }
}

/** What fails in one program, or in one kind of work, keeps no other from its turn. */
const runOne = async <Place extends { id: string }>(work: Work<Place>, place: Place, log: Logger): Promise<void> => {
  try {
    const counts = await work.run(place)
    if (Object.values(counts).some(count => count > 0))
      log.info({ work: work.name, program: place.id, ...counts }, 'swept')
  } catch (fault) {
    log.error({ work: work.name, program: place.id, fault }, 'the sweep failed')
  }
}
