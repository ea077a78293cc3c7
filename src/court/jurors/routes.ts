import type { Court } from '#court'
import type { Route } from '#platform/routes'
import { enrolling } from './routes/enrolling.ts'
import { own } from './routes/own.ts'
import { preparing } from './routes/preparing.ts'

/** `origin` is the address that is printed on slips. */
export const jurorsRoutes = (court: Court, origin: string): Route[] => [
  ...enrolling(court),
  ...preparing(court, origin),
  ...own(court),
]
