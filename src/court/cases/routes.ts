/** The doors of a case on its way to the hearing. Each step has its own file. */
import type { Court } from '#court'
import type { Route } from '#platform/routes'
import { consentsRoutes, paperRoutes, slipsRoutes } from './routes/consents.ts'
import { contactsRoutes } from './routes/contacts.ts'
import { newCaseRoutes, officerRoutes } from './routes/filing.ts'
import { linkRoutes } from './routes/links.ts'
import { familyRoutes, intakeRoutes } from './routes/meeting.ts'
import { screeningRoutes } from './routes/screening.ts'

export const casesRoutes = (court: Court, publicOrigin: string): Route[] => [
  ...officerRoutes(court),
  ...newCaseRoutes(court),
  ...screeningRoutes(court),
  ...contactsRoutes(court),
  ...intakeRoutes(court),
  ...familyRoutes(court),
  ...linkRoutes(court),
  ...consentsRoutes(court),
  ...paperRoutes(court),
  ...slipsRoutes(court, publicOrigin),
]
