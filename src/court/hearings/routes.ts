import type { Court } from '#court'
import type { Route } from '#platform/routes'
import { datesRoutes } from './routes/dates.ts'
import { deskRoutes } from './routes/desk.ts'
import { docketRoutes } from './routes/docket.ts'
import { manageRoutes } from './routes/manage.ts'
import { otherDayRoutes } from './routes/other-day.ts'
import { planRoutes } from './routes/plan.ts'
import { jurorRoutes } from './routes/jurors.ts'
import { nightRoutes } from './routes/night.ts'

export const hearingsRoutes = (court: Court): Route[] => [
  ...deskRoutes(court),
  ...manageRoutes(court),
  ...planRoutes(court),
  ...otherDayRoutes(court),
  ...docketRoutes(court),
  ...jurorRoutes(court),
  ...datesRoutes(court),
  ...nightRoutes(court),
]
