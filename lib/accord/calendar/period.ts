import type { Day } from './day.ts'

/** A span of calendar days, both ends included; `to` is `null` while it is open. */
export interface Period {
  readonly from: Day
  readonly to: Day | null
}

/** Number of days of a span whose both ends are included; 0 where it ends before it starts. */
export function lengthInDays(from: Day, to: Day): number {
  return to < from ? 0 : to - from + 1
}

/** Whether two spans share a day. An open span has no end. */
export function overlap(a: Period, b: Period): boolean {
  return (b.to === null || a.from <= b.to) && (a.to === null || b.from <= a.to)
}

/** Whether a day is in a span, ends included. */
export function contains(period: Period, day: Day): boolean {
  return period.from <= day && (period.to === null || day <= period.to)
}
