/** The pages of this room. */
export type { JuryCard, JuryPage, NightFrame, RoadProps } from './pages/draw.ts'
export type { MissedPage, SeatPage, TalkCard, TalkPage } from './pages/talk.ts'
export type { WithdrawalPage } from './pages/withdrawal.ts'
