import type { Court } from '#court'
import type { Route } from '#platform/routes'
import { juryDoors } from './routes/jury.ts'
import { absenceDoors, seatDoors, talkDoors } from './routes/talk.ts'

export const juryRoutes = (court: Court): Route[] => [
  ...juryDoors(court),
  ...talkDoors(court),
  ...absenceDoors(court),
  ...seatDoors(court),
]
