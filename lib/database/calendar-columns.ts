// Where a `date` column meets the law's days. Prisma gives such a column as a JavaScript Date at UTC midnight: its local
// getters would say the day before west of Greenwich, so nothing outside this file looks at it.
import { day, isoOf, type Day } from '../accord/calendar/day.ts'

/** A legal day as Prisma writes a `@db.Date` column. */
export function toColumn(value: Day): Date
export function toColumn(value: Day | null): Date | null
export function toColumn(value: Day | null): Date | null {
  return value === null ? null : new Date(`${isoOf(value)}T00:00:00Z`)
}

/** A `@db.Date` column, as Prisma reads it, as a legal day. */
export function fromColumn(value: Date): Day
export function fromColumn(value: Date | null): Day | null
export function fromColumn(value: Date | null): Day | null {
  return value === null ? null : day(value.toISOString().slice(0, 10))
}

/** A date that a query gives as ISO text (`::text`), as a legal day. */
export function fromIso(text: string | null): Day | null {
  return text === null ? null : day(text)
}
