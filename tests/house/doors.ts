/** Every door of the house, as the rooms hang them. */
import { globSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Court } from '#court'
import type { Route } from '#platform/routes'

export const allDoors = async (): Promise<Route[]> =>
  (
    await Promise.all(
      ['src/court/*/routes.ts', 'src/court/*/routes/index.ts'].flatMap(pattern => globSync(pattern)).map(doorsOf),
    )
  ).flat()

/** Routes are only listed here; nobody knocks, so whatever they are handed is never looked at. */
export const nobody = new Proxy(() => undefined, { get: () => nobody }) as never

const doorsOf = async (file: string): Promise<Route[]> => {
  const room = (await import(resolve(file))) as Record<string, (court: Court, ...more: unknown[]) => Route[]>
  return Object.entries(room).flatMap(([name, routes]) =>
    name.endsWith('Routes') ? routes(nobody, nobody, nobody) : [],
  )
}
