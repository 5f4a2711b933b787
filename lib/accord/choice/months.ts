import { addDays, addMonths, daysInMonth, earliest, latest, partsOf, type Day } from '../calendar/day.ts'
import { lengthInDays } from '../calendar/period.ts'
import { euro, toCents, type Euro } from '../rules/money.ts'

/** A calendar month of the comparison; the first begins on the day of the hand-over. Both ends included. */
export interface MonthColumn {
  readonly from: Day
  readonly to: Day
}

/** Money that comes by the day, by the month, by months counted from a day, or once. */
export type Flow =
  | { readonly kind: 'daily'; readonly from: Day; readonly to: Day; readonly amount: Euro }
  | { readonly kind: 'monthly'; readonly from: Day; readonly to: Day; readonly amount: Euro }
  | { readonly kind: 'dated_months'; readonly from: Day; readonly months: number; readonly amount: Euro }
  | { readonly kind: 'once'; readonly on: Day; readonly amount: Euro }

function endOfMonth(value: Day): Day {
  const { year, month, day } = partsOf(value)
  return addDays(value, daysInMonth(year, month) - day)
}

/** `count` calendar months from the one of `first`, which begins on `first` itself. */
export function monthColumns(first: Day, count: number): readonly MonthColumn[] {
  const columns: MonthColumn[] = []
  for (let from = first; columns.length < count; ) {
    const to = endOfMonth(from)
    columns.push({ from, to })
    from = addDays(to, 1)
  }
  return columns
}

/** How many calendar months stand from the month of `first` to that of `last`, both included. */
export function monthsUpTo(first: Day, last: Day): number {
  const a = partsOf(first)
  const b = partsOf(last)
  return Math.max(1, (b.year - a.year) * 12 + (b.month - a.month) + 1)
}

function sharedDays(from: Day, to: Day, column: MonthColumn): number {
  return lengthInDays(latest(from, column.from), earliest(to, column.to))
}

/** An amount for a span of days, shared out among the months by their days, to the cent and without a cent lost. */
function shareOut(amount: Euro, from: Day, to: Day, columns: readonly MonthColumn[], into: Euro[]): void {
  const length = lengthInDays(from, to)
  let given = euro(0)
  let days = 0
  columns.forEach((column, index) => {
    const shared = sharedDays(from, to, column)
    if (shared === 0) return
    days += shared
    const reached = toCents(amount.times(days).dividedBy(length))
    into[index] = (into[index] ?? euro(0)).plus(reached.minus(given))
    given = reached
  })
}

/** Last day of a number of months counted date to date from a day; half a month is fifteen days. */
export function lastOfDatedMonths(from: Day, months: number): Day {
  const whole = Math.floor(months)
  return addDays(addMonths(from, whole), Math.round((months - whole) * 30) - 1)
}

function datedMonths(flow: Extract<Flow, { kind: 'dated_months' }>, columns: readonly MonthColumn[], into: Euro[]): void {
  const whole = Math.floor(flow.months)
  for (let month = 0; month < whole; month += 1)
    shareOut(flow.amount, addMonths(flow.from, month), addDays(addMonths(flow.from, month + 1), -1), columns, into)
  const rest = flow.months - whole
  if (rest > 0) shareOut(toCents(flow.amount.times(rest)), addMonths(flow.from, whole), lastOfDatedMonths(flow.from, flow.months), columns, into)
}

/** What flows of money give in each month, euros to the cent. */
export function spread(flows: readonly Flow[], columns: readonly MonthColumn[]): readonly Euro[] {
  const into = columns.map(() => euro(0))
  const add = (index: number, amount: Euro) => (into[index] = (into[index] ?? euro(0)).plus(amount))
  for (const flow of flows) {
    if (flow.kind === 'dated_months') datedMonths(flow, columns, into)
    else
      columns.forEach((column, index) => {
        if (flow.kind === 'once') {
          if (flow.on >= column.from && flow.on <= column.to) add(index, flow.amount)
          return
        }
        const days = sharedDays(flow.from, flow.to, column)
        if (days === 0) return
        const { year, month } = partsOf(column.from)
        add(index, flow.kind === 'daily' ? flow.amount.times(days) : toCents(flow.amount.times(days).dividedBy(daysInMonth(year, month))))
      })
  }
  return into
}
