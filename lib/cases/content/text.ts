import { z } from 'zod'

/** Longest text kept in one field of a form. */
export const TEXT_LIMIT = 4000

const WITHOUT_NUL = /^[^\0]*$/u

/** A text that may be left empty: trimmed, at most 4,000 characters; the NUL character is refused, any script and emoji kept. */
export const optionalText = z
  .string()
  .trim()
  .max(TEXT_LIMIT, 'too_long')
  .regex(WITHOUT_NUL, 'not_text')
  .transform((text) => (text === '' ? null : text))
  .nullable()
  .default(null)

/** A text that must say something; otherwise as `optionalText`. */
export const requiredText = z
  .string()
  .trim()
  .min(1, 'required')
  .max(TEXT_LIMIT, 'too_long')
  .regex(WITHOUT_NUL, 'not_text')

/** A name (employer, job, body): one line of at most 200 characters. */
export const shortText = z
  .string()
  .trim()
  .max(200, 'too_long')
  .regex(/^[^\0\r\n]*$/u, 'not_text')
  .transform((text) => (text === '' ? null : text))
  .nullable()
  .default(null)

export const requiredShortText = z
  .string()
  .trim()
  .min(1, 'required')
  .max(200, 'too_long')
  .regex(/^[^\0\r\n]*$/u, 'not_text')
