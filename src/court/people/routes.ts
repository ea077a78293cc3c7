import type { Court } from '#court'
import type { Route } from '#platform/routes'
import { changing } from './routes/changing.ts'
import { guardians } from './routes/guardians.ts'

export const peopleRoutes = (court: Court): Route[] => [...changing(court), ...guardians(court)]
