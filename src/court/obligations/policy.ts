import type { Actor } from '#court'

type Who = Pick<Actor, 'role'>

/** Staff confirm, send back, waive and answer; the court's own hand counts attendance (rules 33 and 34). */
export const mayConfirm = (who: Who): boolean => who.role === 'coordinator' || who.role === 'clockwork'
