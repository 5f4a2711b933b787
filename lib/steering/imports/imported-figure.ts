import { z } from 'zod'
import { parseDay } from '../../accord/calendar/day.ts'
import { KEPT_LINE } from '../../database/kept-text.ts'
import { IMPORTED, IMPORTED_IDS } from '../../indicators/definitions.ts'
import { readPlace } from '../../indicators/slices.ts'

/** Before it, no figure of this kind was published: a slip of the year (`imported_figure_days`). */
const FIRST_DAY = '1990-01-01'

const calendarDay = z
  .string()
  .trim()
  .min(1, 'required')
  .refine((text) => parseDay(text) !== null, 'wrong_format')
  .refine((text) => parseDay(text) === null || text >= FIRST_DAY, 'too_early')

/** A share is in percent; the others are counts of people or things, or euros. At most four decimals. */
const AMOUNT = /^\d{1,12}(\.\d{1,4})?$/u

/** Where a figure was published: an https address, since a reader opens it. */
const address = z
  .string()
  .trim()
  .max(500, 'too_long')
  .refine((text) => text === '' || isHttps(text), 'not_https')
  .transform((text) => (text === '' ? null : text))
  .nullable()
  .default(null)

function isHttps(text: string): boolean {
  return /^https:\/\/\S+$/u.test(text) && URL.canParse(text)
}

/** A figure that no file holds, as it is typed or read from a sheet: days ISO, the amount in decimal text with a point. */
export const importedFigureInput = z
  .object({
    indicator: z.enum(IMPORTED_IDS, 'unknown'),
    place: z.string().trim().refine((text) => readPlace(text) !== null, 'wrong_place'),
    from: calendarDay,
    to: calendarDay,
    amount: z.string().trim().min(1, 'required').regex(AMOUNT, 'not_a_number'),
    sourceTitle: z.string().trim().min(1, 'required').max(200, 'too_long').regex(KEPT_LINE, 'not_text'),
    sourceUrl: address,
    publishedOn: calendarDay,
    /** Why it replaces the one kept for the same thing; asked only where there is one. */
    reason: z.string().trim().max(2000, 'too_long').transform((text) => (text === '' ? null : text)).nullable().default(null),
  })
  .refine(({ from, to }) => from === '' || to === '' || from <= to, { path: ['to'], message: 'end_before_start' })
  .refine(({ indicator, amount }) => !SHARES.has(indicator) || Number(amount) <= 100, { path: ['amount'], message: 'over_hundred' })

const SHARES: ReadonlySet<string> = new Set(IMPORTED.filter(({ unit }) => unit === 'share').map(({ id }) => id))

export type ImportedFigureInput = z.output<typeof importedFigureInput>

/** What a field can be refused for; worded in the messages (`imports.fault`), by this code. */
export const IMPORT_FAULTS = [
  'required', 'too_long', 'wrong_format', 'too_early', 'unknown', 'wrong_place', 'unknown_place', 'not_a_number', 'over_hundred', 'not_text', 'not_https', 'end_before_start',
  'in_future', 'replaces_one',
] as const
export type ImportFault = (typeof IMPORT_FAULTS)[number]
export type ImportFaults = Readonly<Partial<Record<keyof ImportedFigureInput, ImportFault>>>

/** The first fault of each field. */
export function importFaults(error: z.ZodError): ImportFaults {
  const faults: Partial<Record<keyof ImportedFigureInput, ImportFault>> = {}
  for (const { path, message } of error.issues) faults[path[0] as keyof ImportedFigureInput] ??= IMPORT_FAULTS.find((fault) => fault === message) ?? 'wrong_format'
  return faults
}
