/** A log that is kept, to look through what it says. */
import { type Logger, openLog } from '#platform/log'

export type KeptLog = { log: Logger; lines: () => Record<string, unknown>[]; text: () => string }

export const keptLog = (): KeptLog => {
  const written: string[] = []
  return {
    log: openLog({ level: 'info', to: { write: line => void written.push(line) } }),
    lines: () => written.map(line => JSON.parse(line) as Record<string, unknown>),
    text: () => written.join(''),
  }
}
