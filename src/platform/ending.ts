/** What was opened is closed in the opposite order, once, however the end comes. */
export type Ending = {
  /** Remembers how to close what was just opened. */
  closes: (close: () => Promise<unknown>) => void
  /** Closes everything; a second call waits for the first. */
  now: () => Promise<void>
  /** Whether the end has begun. */
  hasCome: () => boolean
}

export const anEnding = (): Ending => {
  const steps: (() => Promise<unknown>)[] = []
  let coming: Promise<void> | undefined
  return {
    closes: step => void steps.unshift(step),
    now: () => {
      coming ??= closeAll(steps)
      return coming
    },
    hasCome: () => coming !== undefined,
  }
}

/** What cannot be closed keeps nothing else open. */
const closeAll = async (steps: (() => Promise<unknown>)[]): Promise<void> => {
  for (let step = steps.shift(); step; step = steps.shift()) await step().catch(() => undefined)
}

const PATIENCE = 15_000

const end = (ending: Ending, code: 0 | 1): void => {
  setTimeout(() => process.exit(1), PATIENCE).unref()
  void ending.now().then(() => process.exit(code))
}

/** Ends at the first signal, and at once at the second. */
export const endOnSignals = (ending: Ending): void => {
  const onSignal = () => (ending.hasCome() ? process.exit(1) : end(ending, 0))
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
}

/** A fault that nobody caught leaves the program in a state that nobody knows: it says so and ends. */
export const endOnFaults = (ending: Ending, tell: (fault: unknown) => void): void => {
  const onFault = (fault: unknown) => {
    if (ending.hasCome()) return
    tell(fault)
    end(ending, 1)
  }
  process.on('uncaughtException', onFault)
  process.on('unhandledRejection', onFault)
}
