import { addDays, earliest, latest, type Day } from '../calendar/day.ts'
import type { RuleId } from '../rules/catalogue.ts'
import { euro } from '../rules/money.ts'
import type { Benefit } from './allowance.ts'
import type { DayLedger, LedgerCause, LedgerSpan, LedgerState } from './day-ledger.ts'
import { countedEnd, hasFullSeniority, type Progress, type SuspendingSpan, type Term } from './progress.ts'

/** Days for which something stops the allowance. */
interface Stop {
  readonly from: Day
  readonly to: Day
  readonly cause: LedgerCause
  readonly rule: RuleId
  readonly factIndex: number | null
}

/** The days of a CSP as the allowance sees them, and what follows from them. */
export interface Account {
  readonly ledger: DayLedger | null
  /** Last day on which ASP can be paid; `null` where not known. */
  readonly aspEnd: Day | null
  /** Days paid by the eve of today; `null` while the start is not known. */
  readonly daysPaid: number | null
  /** Days that something stops, by cause, in the order in which they come, from the start to the term. */
  readonly suspended: ReadonlyMap<LedgerCause, number>
  /** Days that a bonus already paid takes off. */
  readonly bonusDays: number
  /** Days that could be paid but for the duration of ARE. */
  readonly beyondDuration: number
  /** Days that the allowance can pay in all, once every deduction is made. */
  readonly payable: number
}

function spanStop(span: SuspendingSpan, today: Day): Stop {
  const { from, factIndex } = span
  const to = countedEnd(span, today)
  if (span.cause === null) return { from, to, cause: 'work_period', rule: 'R-400', factIndex }
  return { from, to, cause: span.cause, rule: span.cause === 'sickness' ? 'R-208' : 'R-404', factIndex }
}

/**
 * what stops the allowance from the start to the term, in order and
 * apart: a day that two things stop counts under the one that came first.
 */
function stopsOf(progress: Progress, term: Term): readonly Stop[] {
  const last = term.term
  const stops: Stop[] = progress.spans.map((span) => spanStop(span, progress.today))
  for (const stop of progress.aspStops)
    stops.push({ from: stop.on, to: stop.resumedOn === null ? last : addDays(stop.resumedOn, -1), cause: `stop_${stop.cause}`, rule: 'R-205', factIndex: stop.factIndex })
  for (const job of progress.jobs) {
    const back = job.trialBrokenOn ?? (job.endsCsp ? null : job.endedOn)
    stops.push({ from: job.on, to: back === null ? last : addDays(back, -1), cause: 'job', rule: 'R-410', factIndex: job.factIndex })
  }
  if (progress.exclusion !== null) stops.push({ from: progress.exclusion.on, to: last, cause: 'exclusion', rule: 'R-601', factIndex: progress.exclusion.factIndex })
  stops.sort((a, b) => a.from - b.from)
  const apart: Stop[] = []
  let free = term.start
  for (const stop of stops) {
    const from = latest(stop.from, free)
    const to = earliest(stop.to, last)
    if (to < from) continue
    apart.push({ ...stop, from, to })
    free = addDays(to, 1)
  }
  return apart
}

/** Days from the start to the eve of a day that nothing stops. */
function payableBefore(stops: readonly Stop[], start: Day, before: Day): number {
  let days = Math.max(0, before - start)
  for (const stop of stops) if (stop.from < before) days -= earliest(stop.to, addDays(before, -1)) - stop.from + 1
  return days
}

/** The `count`-th day from the start that nothing stops; for 0, the eve of the start, which no stop reaches. */
function nthPayable(stops: readonly Stop[], start: Day, count: number): Day {
  let reached = addDays(start, count - 1)
  for (const stop of stops) {
    if (stop.from > reached) break
    reached = addDays(reached, stop.to - stop.from + 1)
  }
  return reached
}

/** Days from a day to the term as it then stood: what later leaves and work added to it does not count. */
function daysLeftOn(on: Day, term: Term): number {
  const addedSince = term.additions.reduce((sum, addition) => sum + (addition.span.from >= on ? addition.added : 0), 0)
  return Math.max(0, term.term - on + 1 - addedSince)
}

/**
 * Conv. 2015 art. 12 §2 al. 3 and 16 §1 al. 2. Whole days that a bonus paid for a job broken in its
 * trial period stands for, taken off the days left on the return. Days lost since, to another job or a leave,
 * are among those taken off first: no day already paid is taken back. `null` where the daily ASP is not known.
 * `open` is the number of days that nothing stops, `duration` the most that can be paid (`null`: no limit).
 */
function bonusDaysOf(progress: Progress, term: Term, benefit: Benefit, stops: readonly Stop[], open: number, duration: number | null): number | null {
  let days = 0
  for (const job of progress.jobs.toReversed()) {
    if (job.trialBrokenOn === null || job.bonusPayments.length === 0) continue
    if (benefit.asp === null) return null
    const paid = job.bonusPayments.reduce((sum, payment) => sum.plus(payment.amount), euro(0))
    const stoodFor = benefit.asp.isZero() ? 0 : paid.dividedBy(benefit.asp).floor().toNumber()
    const before = payableBefore(stops, term.start, job.trialBrokenOn)
    const upTo = (days: number) => Math.max(0, duration === null ? days : Math.min(days, duration - before))
    const available = upTo(open - before)
    const lostSince = upTo(daysLeftOn(job.trialBrokenOn, term)) - available
    days = Math.min(days + Math.max(0, stoodFor - Math.max(0, lostSince)), available)
  }
  return days
}

/** What closed the file, if anything did before the term: from that day on nothing is paid. */
function overFrom(progress: Progress): { readonly on: Day; readonly cause: LedgerCause; readonly rule: RuleId; readonly factIndex: number | null } | null {
  const { annulledOn, closing } = progress
  if (annulledOn !== null && (closing === null || annulledOn <= closing.on)) return { on: annulledOn, cause: 'annulment', rule: 'R-119', factIndex: null }
  return closing === null ? null : { on: closing.on, cause: 'closing', rule: 'R-600', factIndex: closing.factIndex }
}

/** How many of the days that nothing stops are paid: those before `allowed`, then the bonus's, then those beyond. */
interface Limits {
  readonly allowed: number
  readonly within: number
}

function drawUp(progress: Progress, term: Term, stops: readonly Stop[], limits: Limits, endKnown: boolean): DayLedger {
  const spans: LedgerSpan[] = []
  const totals: Record<LedgerState, number> = { paid: 0, suspended: 0, deducted: 0, left: 0 }
  const put = (from: Day, to: Day, state: LedgerState, rule: RuleId, cause: LedgerCause | null = null, factIndex: number | null = null) => {
    if (to < from) return
    const days = to - from + 1
    spans.push({ from, to, days, state, cause, rule, factIndex })
    totals[state] += days
  }
  const over = overFrom(progress)
  let counted = 0
  const payable = (from: Day, until: Day) => {
    let to = until
    if (over !== null && over.on <= until) to = addDays(latest(over.on, from), -1)
    const allowedTo = earliest(to, addDays(from, limits.allowed - counted - 1))
    const withinTo = earliest(to, addDays(from, limits.within - counted - 1))
    const paidTo = earliest(allowedTo, addDays(progress.today, -1))
    put(from, paidTo, 'paid', 'R-204')
    put(latest(from, progress.today), allowedTo, 'left', 'R-204')
    put(latest(from, addDays(allowedTo, 1)), withinTo, 'deducted', 'R-413', 'bonus')
    put(latest(from, addDays(withinTo, 1)), to, 'deducted', 'R-202', 'duration')
    if (over !== null) put(addDays(to, 1), until, 'suspended', over.rule, over.cause, over.factIndex)
    counted += until - from + 1
  }
  let next = term.start
  for (const stop of stops) {
    if (stop.from > next) payable(next, addDays(stop.from, -1))
    put(stop.from, stop.to, 'suspended', stop.rule, stop.cause, stop.factIndex)
    next = addDays(stop.to, 1)
  }
  if (next <= term.term) payable(next, term.term)
  return { spans, totals, days: term.term - term.start + 1, endKnown }
}

const NO_ACCOUNT: Account = { ledger: null, aspEnd: null, daysPaid: null, suspended: new Map(), bonusDays: 0, beyondDuration: 0, payable: 0 }

/**
 * Conv. 2015 art. 15 to 17. Every day from the start to the term,
 * and what they give. The last day of the allowance is the term with full seniority; under it, the day on
 * which the days of ARE are used up; earlier by the days that a bonus already paid stands for.
 */
export function accountOf(progress: Progress, term: Term | null, benefit: Benefit): Account {
  if (term === null) return NO_ACCOUNT
  const stops = stopsOf(progress, term)
  const suspended = new Map<LedgerCause, number>()
  for (const stop of stops) suspended.set(stop.cause, (suspended.get(stop.cause) ?? 0) + (stop.to - stop.from + 1))
  const open = payableBefore(stops, term.start, addDays(term.term, 1))
  const full = hasFullSeniority(progress)
  const duration = full === false ? benefit.areDurationDays : null
  const within = Math.min(open, duration ?? open)
  const bonusDays = bonusDaysOf(progress, term, benefit, stops, open, duration)
  const endKnown = (full === true || duration !== null) && bonusDays !== null
  const limits = endKnown ? { allowed: within - bonusDays, within } : { allowed: open, within: open }
  const aspEnd = !endKnown ? null : bonusDays === 0 && duration === null ? term.term : nthPayable(stops, term.start, limits.allowed)
  const annulled = progress.annulledOn !== null && progress.annulledOn <= term.start
  const ledger = drawUp(progress, term, stops, limits, endKnown)
  return {
    ledger: annulled ? null : ledger,
    aspEnd,
    daysPaid: ledger.totals.paid,
    suspended,
    bonusDays: endKnown ? bonusDays : 0,
    beyondDuration: open - limits.within,
    payable: limits.allowed,
  }
}
