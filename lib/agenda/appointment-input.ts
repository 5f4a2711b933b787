import { createHash } from 'node:crypto'
import { z } from 'zod'
import { addMonths, parseDay, type Day } from '../accord/calendar/day.ts'
import { optionalText, requiredText, shortText } from '../cases/content/text.ts'
import { fieldErrorsOf, type FieldErrors } from '../cases/field-errors.ts'
import { isReference } from '../cases/reference.ts'
import { isUuid } from '../cases/write-path.ts'
import { APPOINTMENT_KINDS, MEANS, MEETING_KINDS } from './kinds.ts'

/** Further ahead than this, a day is a slip of the keyboard. */
const MOST_MONTHS_AHEAD = 24

const uuid = z.string().refine(isUuid, 'wrong_format')
const reference = z.string().refine(isReference, 'unknown_person')
const dayText = z.string().refine((text) => parseDay(text) !== null, 'not_a_day').transform((text) => parseDay(text)!)
const time = z.string().min(1, 'required').regex(/^([01]\d|2[0-3]):[0-5]\d$/u, 'wrong_format')
const minutes = z.number().int().min(5, 'too_small').max(720, 'too_large')

/** A web address over TLS and nothing else: it is shown as a link. */
const link = z
  .string()
  .trim()
  .max(500, 'too_long')
  .refine((text) => text === '' || isSecureAddress(text), 'wrong_format')
  .transform((text) => (text === '' ? null : text))
  .nullable()
  .default(null)

function isSecureAddress(text: string): boolean {
  // Reading an address forgives what no address holds: line ends, NUL.
  if (!/^https:\/\/[^\s\p{Cc}\p{Cs}]+$/u.test(text) || !URL.canParse(text)) return false
  const { username, password } = new URL(text)
  return username === '' && password === ''
}

const slot = { day: dayText, time, minutes }
const where = { means: z.enum(MEANS).default('meeting'), place: shortText, link, note: optionalText }

export const planSchema = z
  .strictObject({
    /** A number of the form itself: sent twice, it plans once. */
    submissionId: uuid,
    /** The file it is about; left out for a slot that is not free. */
    reference: reference.nullable().default(null),
    kind: z.enum(APPOINTMENT_KINDS),
    ...slot,
    ...where,
    /** Whose agenda: the actor's, or that of who follows the file. */
    accountId: uuid.nullable().default(null),
    /** Whether what is at the same time was seen and accepted. */
    acceptConflicts: z.boolean().default(false),
  })
  .refine((asked) => (asked.reference === null) === (asked.kind === 'unavailable'), { path: ['reference'], message: 'required' })
  .refine((asked) => asked.link === null || asked.means === 'video', { path: ['link'], message: 'not_an_option' })
export type PlanInput = z.input<typeof planSchema>

export const changeSchema = z
  .strictObject({ id: uuid, version: z.number().int().min(1).max(1_000_000), kind: z.enum(APPOINTMENT_KINDS), ...slot, ...where, acceptConflicts: z.boolean().default(false) })
  .refine((asked) => asked.link === null || asked.means === 'video', { path: ['link'], message: 'not_an_option' })
export type ChangeInput = z.input<typeof changeSchema>

export const moveSchema = z.strictObject({ id: uuid, version: z.number().int().min(1).max(1_000_000), ...slot, acceptConflicts: z.boolean().default(false) })
export type MoveInput = z.input<typeof moveSchema>

export const closeSchema = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('held'), id: uuid, version: z.number().int().min(1) }),
  z.strictObject({ as: z.enum(['excused', 'missed', 'cancelled']), id: uuid, version: z.number().int().min(1), reason: requiredText.refine((text) => text.length <= 2000, 'too_long') }),
  /** Said too soon, or wrongly: it is planned again. */
  z.strictObject({ as: z.literal('reopened'), id: uuid, version: z.number().int().min(1) }),
])
export type CloseInput = z.input<typeof closeSchema>

/** Files planned at once, at most: a caseload and some. */
const MOST_FILES = 500

export const seriesSchema = z
  .strictObject({
    submissionId: uuid,
    references: z.array(reference).min(1, 'required').max(MOST_FILES, 'too_long'),
    /** First day, ISO. */
    from: dayText,
    /** Time of the first appointment of each day. */
    time,
    minutes,
    kind: z.enum(MEETING_KINDS),
    means: z.enum(MEANS).default('meeting'),
    place: shortText,
    link,
    /** Time by which the last one of a day ends. */
    until: time.default('17:30'),
  })
  .refine((asked) => asked.link === null || asked.means === 'video', { path: ['link'], message: 'not_an_option' })
export type SeriesInput = z.input<typeof seriesSchema>

/** Refuses a day that is over, unless the appointment already stood there, or one years ahead. */
export function dayErrors(day: Day, today: Day, before: Day | null = null): FieldErrors {
  if (day < today && day !== before) return { day: 'too_small' }
  return day > addMonths(today, MOST_MONTHS_AHEAD) ? { day: 'too_far' } : {}
}

/** Reads an input; `fields` says what is wrong with it. */
export function readInput<Schema extends z.ZodType>(schema: Schema, input: unknown): { readonly ok: true; readonly asked: z.output<Schema> } | { readonly ok: false; readonly fields: FieldErrors } {
  const parsed = schema.safeParse(input)
  return parsed.success ? { ok: true, asked: parsed.data } : { ok: false, fields: fieldErrorsOf(parsed.error) }
}

/** The identity an appointment gets from the form that asked for it: the same form gives the same one. */
export function identityOf(submissionId: string, about: string): string {
  const hex = createHash('sha256').update(`${submissionId.toLowerCase()} ${about}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
