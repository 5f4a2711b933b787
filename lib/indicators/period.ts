import { addDays, addMonths, dayOf, earliest, partsOf, type Day } from '../accord/calendar/day.ts'
import type { Definition } from './definitions.ts'

/** A span of days, both ends included. */
export interface Period {
  readonly from: Day
  readonly to: Day
}

/** First day of the month of a day. */
export function monthStart(day: Day): Day {
  const { year, month } = partsOf(day)
  const first = dayOf(year, month, 1)
  if (first === null) throw new RangeError('no such month')
  return first
}

/** Last day of the month of a day. */
export function monthEnd(day: Day): Day {
  return addDays(addMonths(monthStart(day), 1), -1)
}

/** Months of a span, whole or not, oldest first: each with its first day in the span and its last. */
export function monthsIn({ from, to }: Period): Period[] {
  const months: Period[] = []
  for (let start = monthStart(from); start <= to; start = addMonths(start, 1)) months.push({ from: start < from ? from : start, to: earliest(monthEnd(start), to) })
  return months
}

/** A span as long, just before: as many whole months where the span is made of them, else as many days. */
export function periodBefore({ from, to }: Period): Period {
  if (from === monthStart(from) && to === monthEnd(to)) return { from: addMonths(from, -monthsIn({ from, to }).length), to: addDays(from, -1) }
  return { from: addDays(from, from - to - 1), to: addDays(from, -1) }
}

/** What of a period an indicator can see on a day. */
export interface Window {
  /** First and last day of the anchors that count; `last` is before `first` where none does yet. */
  readonly first: Day
  readonly last: Day
  /** Last day of the anchors that had come by today, old enough or not. */
  readonly come: Day
}

/**
 * The last day whose cohort is so many months old on a day: those of 31 March are thirteen months old on 30 April, which
 * has no 31.
 */
export function lastMature(maturityMonths: number, today: Day): Day {
  const back = addMonths(today, -maturityMonths)
  return today === monthEnd(today) ? monthEnd(back) : back
}

/**
 * The part of a period that a flow or a cohort counts on a day: what has come, of which a deadline from the day after it,
 * and a cohort from its maturity on.
 */
export function windowOf(definition: Pick<Definition, 'maturityMonths' | 'judgedTheDayAfter'>, { from, to }: Period, today: Day): Window {
  const come = earliest(to, definition.judgedTheDayAfter ? addDays(today, -1) : today)
  return { first: from, last: definition.maturityMonths === 0 ? come : earliest(come, lastMature(definition.maturityMonths, today)), come }
}

/** The day at whose end a stock is counted: the last of the period, or today. */
export function stockDay({ to }: Period, today: Day): Day {
  return earliest(to, today)
}

/** The last whole month that a period reaches. */
export function wholeMonth(period: Period, today: Day): Period {
  const last = stockDay(period, today)
  const start = last === monthEnd(last) ? monthStart(last) : addMonths(monthStart(last), -1)
  return { from: start, to: monthEnd(start) }
}
