import { firstOf, type PageQuery } from '@/components/ui/page-query.ts'
import { isoOf, type Day } from '@/lib/accord/calendar/day.ts'
import { readTypedDay } from '@/lib/wording/parse-day.ts'

export const FROM = 'du'
export const TO = 'au'

/** The address of two days of a file; a day not given is left to the screen (a month ago, today). */
export function twoDaysHref(reference: string, { from, to }: { readonly from?: Day; readonly to?: Day } = {}): string {
  const query = new URLSearchParams()
  if (from !== undefined) query.set(FROM, isoOf(from))
  if (to !== undefined) query.set(TO, isoOf(to))
  const text = query.toString()
  return `/dossiers/${encodeURIComponent(reference)}/deux-jours${text === '' ? '' : `?${text}`}`
}

export interface AskedDays {
  readonly from: Day | null
  readonly to: Day | null
  /** What was typed for a day and could not be read. */
  readonly unread: string | null
}

/** Reads the two days asked; a day that cannot be read leaves both to the screen. */
export function readTwoDays(query: PageQuery): AskedDays {
  const days = [firstOf(query, FROM), firstOf(query, TO)].map((typed) => ({ typed, read: readTypedDay(typed) }))
  const unread = days.find(({ read }) => !read.ok && read.code !== 'empty')
  if (unread !== undefined) return { from: null, to: null, unread: unread.typed }
  const [from = null, to = null] = days.map(({ read }) => (read.ok ? read.day : null))
  return { from, to, unread: null }
}
