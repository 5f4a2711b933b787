import { z } from 'zod'
import { parseDay, type Day } from '../calendar/day.ts'

/** `YYYY-MM-DD`, read into a `Day`; refuses a day that does not exist (31 June). */
export const dayField = z.string().transform((text, context): Day => {
  const parsed = parseDay(text)
  if (parsed === null) {
    context.addIssue({ code: 'custom', message: 'not_a_day', input: text })
    return z.NEVER
  }
  return parsed
})

/** An amount in euros: digits with exactly two decimals, as text; never a float. */
export const amountField = z.string().regex(/^\d{1,9}\.\d{2}$/u, 'not_an_amount')
