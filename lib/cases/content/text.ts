import { z } from 'zod'
import { KEPT_LINE, KEPT_TEXT } from '../../database/kept-text.ts'

/** Longest text kept in one field of a form. */
export const TEXT_LIMIT = 4000

/** A text that may be left empty: trimmed, at most 4,000 characters; what Postgres cannot keep is refused, any script and emoji kept. */
export const optionalText = z
  .string()
  .trim()
  .max(TEXT_LIMIT, 'too_long')
  .regex(KEPT_TEXT, 'not_text')
  .transform((text) => (text === '' ? null : text))
  .nullable()
  .default(null)

/** A text that must say something; otherwise as `optionalText`. */
export const requiredText = z
  .string()
  .trim()
  .min(1, 'required')
  .max(TEXT_LIMIT, 'too_long')
  .regex(KEPT_TEXT, 'not_text')

/** A name (employer, job, body): one line of at most 200 characters. */
export const shortText = z
  .string()
  .trim()
  .max(200, 'too_long')
  .regex(KEPT_LINE, 'not_text')
  .transform((text) => (text === '' ? null : text))
  .nullable()
  .default(null)

export const requiredShortText = z
  .string()
  .trim()
  .min(1, 'required')
  .max(200, 'too_long')
  .regex(KEPT_LINE, 'not_text')

/** An e-mail address that may be left empty: of a plausible shape, at most 254 characters on one line. */
export const optionalEmail = z
  .string()
  .trim()
  .max(254, 'too_long')
  .regex(KEPT_LINE, 'not_text')
  .transform((text) => (text === '' ? null : text))
  .nullable()
  .default(null)
  .refine((text) => text === null || /^[^@\s]+@[^@\s]+\.[^@\s]+$/u.test(text), 'not_an_email')
