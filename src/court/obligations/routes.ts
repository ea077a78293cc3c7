import type { Court } from '#court'
import type { Route } from '#platform/routes'
import { bookDoors } from './routes/book.ts'
import { datesDoors } from './routes/dates.ts'
import { endingDoors } from './routes/ending.ts'
import { ownDoors } from './routes/own.ts'
import { promiseDoors } from './routes/promise.ts'

export const obligationsRoutes = (court: Court): Route[] => [
  ...ownDoors(court),
  ...datesDoors(court),
  ...bookDoors(court),
  ...promiseDoors(court),
  ...endingDoors(court),
]
