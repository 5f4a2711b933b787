import { addDays, earliest, latest, type Day } from '../calendar/day.ts'
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

/**
 * days of ASP paid from the start of the CSP to the eve of today, its last day at the latest,
 * less the days not paid; `null` while the start is not known.
 */
export function aspDaysPaid(progress: Progress, term: Term | null): number | null {
  const after = firstDayAfterCsp(progress, term)
  if (term === null || after === null) return null
  const last = earliest(addDays(progress.today, -1), addDays(after, -1))
  if (last < term.start) return 0
  let days = last - term.start + 1
  for (const span of unpaidSpans(progress, last)) {
    const from = latest(span.from, term.start)
    if (span.to >= from) days -= span.to - from + 1
  }
  return days
}

/**
 * Conv. 2015 art. 15 §2 and 16 §2. Last day on which ASP can be paid: the term with full
 * seniority; under one year, the day on which the days of ARE are used up. `null` where not known.
 */
export function aspEnd(progress: Progress, term: Term | null): Day | null {
  if (term === null) return null
  const full = hasFullSeniority(progress)
  if (full === null) return null
  if (full) return term.term
  const duration = progress.frame.areDurationDays
  if (duration === null) return null
  let left = duration
  let reached = addDays(term.start, -1)
  for (const span of unpaidSpans(progress, term.term)) {
    const payable = span.from - reached - 1
    if (payable >= left) break
    if (payable > 0) left -= payable
    reached = latest(reached, span.to)
  }
  return earliest(addDays(reached, left), term.term)
}
