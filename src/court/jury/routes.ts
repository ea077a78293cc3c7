import type { Court } from '#court'
import type { Route } from '#platform/routes'
import { homeDoors, juryDoors } from './routes/jury.ts'
import { absenceDoors, seatDoors, talkDoors } from './routes/talk.ts'
import { withdrawalDoors } from './routes/withdrawal.ts'

export const juryRoutes = (court: Court): Route[] => [
  ...juryDoors(court),
  ...homeDoors(court),
  ...talkDoors(court),
  ...absenceDoors(court),
  ...withdrawalDoors(court),
  ...seatDoors(court),
]
