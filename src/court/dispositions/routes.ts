import type { Court } from '#court'
import type { Route } from '#platform/routes'
import { agreementDoors } from './routes/agreement.ts'
import { decideDoors } from './routes/decide.ts'
import { signDoors } from './routes/sign.ts'

export const dispositionsRoutes = (court: Court): Route[] => [
  ...decideDoors(court),
  ...signDoors(court),
  ...agreementDoors(court),
]
