import type { Actor } from '#court'

type Who = Pick<Actor, 'role'>

/** Only a coordinator lets jury service go (rule 23). */
export const mayLetJuryServiceGo = (who: Who): boolean => who.role === 'coordinator'

/** A disposition in effect is changed by a coordinator (rule 31). */
export const mayAmend = (who: Who): boolean => who.role === 'coordinator'
