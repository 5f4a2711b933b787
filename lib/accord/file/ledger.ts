import { addDays, earliest, latest, type Day } from '../calendar/day.ts'
import { euro } from '../rules/money.ts'
import { allowanceOf } from './allowance.ts'
import { countedEnd, firstDayAfterCsp, hasFullSeniority, type Progress, type Term } from './progress.ts'

interface ClosedSpan {
  readonly from: Day
  readonly to: Day
}

/** spans of the CSP for which no ASP is paid, merged, up to a last day. */
export function unpaidSpans(progress: Progress, last: Day): readonly ClosedSpan[] {
  const spans: ClosedSpan[] = []
  const push = (from: Day, to: Day) => {
    const end = earliest(to, last)
    if (end >= from) spans.push({ from, to: end })
  }
  for (const span of progress.spans) push(span.from, countedEnd(span, progress.today))
  for (const stop of progress.aspStops) push(stop.on, stop.resumedOn === null ? last : addDays(stop.resumedOn, -1))
  for (const job of progress.jobs) {
    const back = job.trialBrokenOn ?? (job.endsCsp ? null : job.endedOn)
    push(job.on, back === null ? last : addDays(back, -1))
  }
  if (progress.exclusion !== null) push(progress.exclusion.on, last)
  spans.sort((a, b) => a.from - b.from)
  const merged: { from: Day; to: Day }[] = []
  for (const span of spans) {
    const previous = merged.at(-1)
    if (previous !== undefined && span.from <= previous.to + 1) previous.to = latest(previous.to, span.to)
    else merged.push({ ...span })
  }
  return merged
}

/** Days of [first, last] that ASP is paid for. */
function payableDays(progress: Progress, first: Day, last: Day): number {
  if (last < first) return 0
  let days = last - first + 1
  for (const span of unpaidSpans(progress, last)) {
    const from = latest(span.from, first)
    if (span.to >= from) days -= span.to - from + 1
  }
  return days
}

/** The `count`-th payable day from `first` on, `last` at the latest. */
function nthPayableDay(progress: Progress, first: Day, last: Day, count: number): Day {
  let left = count
  let reached = addDays(first, -1)
  for (const span of unpaidSpans(progress, last)) {
    const payable = span.from - reached - 1
    if (payable >= left) break
    if (payable > 0) left -= payable
    reached = latest(reached, span.to)
  }
  return earliest(addDays(reached, left), last)
}

/**
 * Conv. 2015 art. 12 §2 al. 3 and 16 §1 al. 2. Whole days that a bonus paid for a job broken in its
 * trial period stands for, taken off the days of ASP left on the return; `null` where the daily ASP is not known.
 */
export function bonusDaysDeducted(progress: Progress, term: Term | null): number | null {
  let days = 0
  for (const job of progress.jobs) {
    if (job.trialBrokenOn === null || job.bonusPayments.length === 0) continue
    const { asp } = allowanceOf(progress, term)
    if (asp === null) return null
    const paid = job.bonusPayments.reduce((sum, payment) => sum.plus(payment.amount), euro(0))
    days += paid.dividedBy(asp.daily).floor().toNumber()
  }
  return days
}

/**
 * days of ASP paid from the start of the CSP to the eve of today, its last day at the latest,
 * less the days not paid; `null` while the start is not known.
 */
export function aspDaysPaid(progress: Progress, term: Term | null): number | null {
  const after = firstDayAfterCsp(progress, term)
  if (term === null || after === null) return null
  const end = aspEnd(progress, term)
  const last = earliest(earliest(addDays(progress.today, -1), addDays(after, -1)), end ?? term.term)
  return payableDays(progress, term.start, last)
}

/**
 * Conv. 2015 art. 15 §2 and 16. Last day on which ASP can be paid: the term with full
 * seniority; under one year, the day on which the days of ARE are used up; earlier by the days that a bonus
 * already paid stands for. `null` where not known.
 */
export function aspEnd(progress: Progress, term: Term | null): Day | null {
  if (term === null) return null
  const full = hasFullSeniority(progress)
  if (full === null) return null
  const deducted = bonusDaysDeducted(progress, term)
  const duration = full ? null : progress.frame.areDurationDays
  if (deducted === null || (!full && duration === null)) return null
  if (deducted === 0 && duration === null) return term.term
  const payable = payableDays(progress, term.start, term.term)
  const count = Math.max(0, Math.min(payable, duration ?? payable) - deducted)
  return nthPayableDay(progress, term.start, term.term, count)
}
