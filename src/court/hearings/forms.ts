import { z } from 'zod'
import { choice, day, idField, optionalText, text, tick, whole } from '#platform/forms'
import { isId } from '#platform/ids'
import { reopenReasons } from './night.ts'

/** What a time input sends: '17:30'. */
const time = z.unknown().transform((sent, context): string => {
  if (typeof sent === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(sent)) return sent
  context.addIssue({
    code: 'custom',
    message: sent === '' || sent === undefined ? 'platform.field.required' : 'platform.field.time',
  })
  return z.NEVER
})

/** One of a list that may be left open: an id, or null. */
const openId = z.unknown().transform((sent, context): string | null => {
  if (sent === undefined || sent === '') return null
  if (isId(sent)) return sent
  context.addIssue({ code: 'custom', message: 'platform.field.choose' })
  return z.NEVER
})

const roomFields = { room: text({ max: 60 }), capacity: whole({ min: 1, max: 12 }), facilitatorId: openId }

export const nightForm = z.strictObject({
  day: day(),
  starts: time,
  ends: time,
  place: text({ max: 160 }),
  jurorPlaces: whole({ min: 1, max: 400 }),
  ...roomFields,
})

export const planForm = z.strictObject({
  starts: time,
  ends: time,
  place: text({ max: 160 }),
  jurorPlaces: whole({ min: 1, max: 400 }),
  version: whole({ min: 1, max: 1_000_000 }),
})

export const askDayForm = z.strictObject({ to: day() })

export const otherDayForm = z.strictObject({ to: day(), version: whole({ min: 1, max: 1_000_000 }) })

export const roomForm = z.strictObject(roomFields)

export const giveForm = z.strictObject({ facilitatorId: openId })

export const reopenForm = z.strictObject({ reason: choice(reopenReasons) })

/** The jurors whose boxes were ticked. */
export const inviteForm = z.strictObject({
  jurors: z.unknown().transform((sent, context): string[] => {
    const ids = (sent === undefined ? [] : [sent].flat()).filter(isId)
    if (ids.length > 0) return [...new Set(ids)]
    context.addIssue({ code: 'custom', message: 'hearings.invite.nobody' })
    return z.NEVER
  }),
})

export const answerForm = z.strictObject({ answer: choice(['yes', 'no']) })

export const shiftForm = z.strictObject({ hearing: idField(), way: choice(['up', 'down']) })

/** A night and a room, joined by a dot. */
export const docketForm = z.strictObject({
  where: z.unknown().transform((sent, context): { nightId: string; roomId: string } => {
    const [nightId, roomId] = typeof sent === 'string' ? sent.split('.') : []
    if (isId(nightId) && isId(roomId)) return { nightId, roomId }
    context.addIssue({ code: 'custom', message: 'platform.field.choose' })
    return z.NEVER
  }),
})

export const checkInForm = z.strictObject({ oath: tick() })

/** Where the promise was said: on the page of a case, or at the table by the door. */
export const promiseForm = z.strictObject({ case: optionalText({ max: 3 }) })

export const walkInForm = z.strictObject({ calledName: text({ max: 80 }), lastName: text({ max: 80 }) })

export const familyForm = z.strictObject({ personId: idField() })

export const excuseForm = z.strictObject({ reason: text({ max: 200 }) })
