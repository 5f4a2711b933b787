import { addDays, earliest, isoOf, latest, type Day } from '../accord/calendar/day.ts'
import type { DayLedger } from '../accord/file/day-ledger.ts'
import { asText, euro } from '../accord/rules/money.ts'
import type { Period } from './period.ts'

/** the days that the allowance pays, past and to come, in the order of their first days and apart. */
export function payableSpans(ledger: DayLedger | null): readonly Period[] {
  const spans: { from: Day; to: Day }[] = []
  for (const { from, to, state } of ledger?.spans ?? []) {
    if (state !== 'paid' && state !== 'left') continue
    const last = spans.at(-1)
    if (last !== undefined && addDays(last.to, 1) === from) last.to = to
    else spans.push({ from, to })
  }
  return spans
}

/** The same as the database keeps it, a `datemultirange`: `{[2026-01-01,2026-02-01)}`, the last day left out. */
export function spansText(spans: readonly Period[]): string {
  return `{${spans.map(({ from, to }) => `[${isoOf(from)},${isoOf(addDays(to, 1))})`).join(',')}}`
}

/** What the allowance has paid in a span of days: an estimate, and what it was made of. */
export interface AllowancePaid {
  readonly days: number
  /** Euros a day, decimal text: France Travail’s figure where it gave one, else ours. `null`: not known, and nothing is estimated. */
  readonly daily: string | null
  /** `days` × `daily`, gross, decimal text. */
  readonly amount: string | null
}

/**
 * the allowance of a file between two days, both included: the days paid by the eve of today, each at the daily
 * amount in force. A file without a CSP has no day. What is not known is not estimated.
 */
export function allowancePaid(spans: readonly Period[], daily: string | null, period: Period, today: Day): AllowancePaid {
  const until = earliest(period.to, addDays(today, -1))
  const days = spans.reduce((sum, { from, to }) => sum + Math.max(0, earliest(to, until) - latest(from, period.from) + 1), 0)
  return { days, daily, amount: daily === null ? null : asText(euro(daily).times(days)) }
}
