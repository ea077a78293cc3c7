import { z } from 'zod'
import {
  cents,
  choice,
  day,
  idField,
  minutesFromHours,
  optionalDay,
  optionalText,
  several,
  text,
  whole,
} from '#platform/forms'
import type { Proof, Unit } from '#court/dispositions'
import { isWritten } from './rules/pieces.ts'

const MOST = 366

const amountIn: Record<Unit, z.ZodType<number>> = {
  session: whole({ min: 1, max: 52 }),
  minute: minutesFromHours(),
  piece: whole({ min: 1, max: 20 }),
  cent: cents(),
  day: whole({ min: 1, max: MOST }),
}

/** A piece of what was promised: how much, when, where, and who saw it; what is proved by its text is not handed in empty. */
export const pieceForm = ({ unit, proof }: { unit: Unit; proof: Proof }) =>
  z.strictObject({
    amount: amountIn[unit],
    doneOn: day(),
    words: isWritten({ proof }) ? text({ max: 5_000, lines: true }) : optionalText({ max: 5_000, lines: true }),
    place: optionalText({ max: 120 }),
    supervisor: optionalText({ max: 120 }),
  })
export type PieceForm = z.output<ReturnType<typeof pieceForm>>

export const keepForm = z.strictObject({ doneOn: day(), words: optionalText({ max: 500, lines: true }) })
export type KeepForm = z.output<typeof keepForm>

/** Where several forms stand on one page, each field has a name of its own, so that an error leads to it. */
export const returnForm = z.strictObject({ toChange: text({ max: 1_000, lines: true }) })

export const askForm = z.strictObject({ newDueOn: day(), asked: text({ max: 1_000, lines: true }) })
export type AskForm = z.output<typeof askForm>

export const answerForm = z
  .strictObject({
    extensionId: idField(),
    answer: choice(['granted', 'refused']),
    grantedDay: optionalDay(),
    answerReason: text({ max: 500 }),
  })
  .transform(({ grantedDay, answerReason, ...form }) => ({ ...form, newDueOn: grantedDay, reason: answerReason }))
export type AnswerForm = Omit<z.output<typeof answerForm>, 'extensionId'>

export const waiverForm = z.strictObject({ waiverReason: text({ max: 500 }) })

export const amountForm = (unit: Unit) =>
  z
    .strictObject({ newAmount: amountIn[unit], amountReason: text({ max: 500 }) })
    .transform(({ newAmount, amountReason }) => ({ amount: newAmount, reason: amountReason }))
export type AmountForm = z.output<ReturnType<typeof amountForm>>

/** Some of the nights that are open. */
export const nightsForm = (open: readonly string[]) => z.strictObject({ nights: several(open) })
