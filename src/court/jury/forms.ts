import { z } from 'zod'
import { resetReasons } from '#court/hearings'
import { choice, idField, optionalText, tick } from '#platform/forms'
import { stopReasons } from './jury.ts'

export const drawForm = z.strictObject({ reason: optionalText({ max: 300 }), sameSchool: tick() })

export const stepBackForm = z.strictObject({ juror: idField(), origin: choice(['juror']) })

export const objectionForm = z.strictObject({ juror: idField() })

export const beginForm = z.strictObject({ asked: tick() })

export const withdrawalForm = z.strictObject({ who: idField() })

export const stopForm = z.strictObject({ reason: choice(stopReasons) })

export const resetForm = z.strictObject({ reason: choice(resetReasons.filter(reason => reason !== 'family-withdrew')) })
