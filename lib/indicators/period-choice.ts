// The periods that a manager chooses, by the code an address gives them.
import { addDays, addMonths, day, dayOf, earliest, isoOf, parseDay, partsOf, type Day } from '../accord/calendar/day.ts'
import type { Definition } from './definitions.ts'
import { lastMature, monthEnd, monthsIn, monthStart, periodBefore, windowOf, type Period } from './period.ts'

/** How a period is named. `days`: any span; `twelve`: the last twelve whole months. */
export type PeriodName =
  | { readonly kind: 'month'; readonly year: number; readonly month: number }
  | { readonly kind: 'quarter'; readonly year: number; readonly quarter: number }
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'twelve' }
  | { readonly kind: 'days' }

export interface PeriodChoice {
  readonly name: PeriodName
  /** `2026-Q4`, `2026-11`, `2026`, `12m`; `null` for a span of days. */
  readonly code: string | null
  readonly period: Period
  /** Whether it is not over, as on its last day: what it counts is cut at today. */
  readonly running: boolean
}

/** Why what was asked for cannot be counted; the present quarter is then shown. */
export type PeriodProblem = 'unreadable' | 'upside_down' | 'to_come' | 'too_early' | 'too_long'

/** A period begins that day at the earliest: there was no CSP before 2011, and the days it is held against must be some. */
const FIRST_DAY = day('2000-01-01')
const MOST_YEARS = 40

/** The code of the last twelve whole months. */
export const TWELVE_MONTHS = '12m'

function first(year: number, month: number): Day {
  const found = dayOf(year, month, 1)
  if (found === null) throw new RangeError(`no month ${month} of ${year}`)
  return found
}

function chosen(name: PeriodName, code: string | null, period: Period, today: Day): PeriodChoice {
  return { name, code, period, running: period.to >= today }
}

function spanOf(from: Day, months: number): Period {
  return { from, to: addDays(addMonths(from, months), -1) }
}

/** The quarter that a day is in. */
export function presentQuarter(today: Day): PeriodChoice {
  const { year, month } = partsOf(today)
  const quarter = Math.ceil(month / 3)
  return chosen({ kind: 'quarter', year, quarter }, `${year}-Q${quarter}`, spanOf(first(year, quarter * 3 - 2), 3), today)
}

const CODE = /^((?:19|20)\d{2})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/u

/** The period of a code on a day; `null` where the code names none. */
export function periodOfCode(code: string, today: Day): PeriodChoice | null {
  if (code === TWELVE_MONTHS) return chosen({ kind: 'twelve' }, code, { from: addMonths(monthStart(today), -12), to: addDays(monthStart(today), -1) }, today)
  const match = CODE.exec(code)
  if (match === null) return null
  const year = Number(match[1])
  if (match[2] !== undefined) return chosen({ kind: 'quarter', year, quarter: Number(match[2]) }, code, spanOf(first(year, Number(match[2]) * 3 - 2), 3), today)
  if (match[3] !== undefined) return chosen({ kind: 'month', year, month: Number(match[3]) }, code, spanOf(first(year, Number(match[3])), 1), today)
  return chosen({ kind: 'year', year }, code, spanOf(first(year, 1), 12), today)
}

/** The month, quarter or year that a span is, by its name; `null` for any other. */
function namedSpan({ from, to }: Period, today: Day): PeriodChoice | null {
  const { year } = partsOf(from)
  const codes = [isoOf(from).slice(0, 7), presentQuarter(from).code, String(year)]
  return codes.map((code) => (code === null ? null : periodOfCode(code, today))).find((choice) => choice !== null && choice.period.from === from && choice.period.to === to) ?? null
}

/** What an address says of a period: a code, or two days. */
export interface PeriodText {
  readonly period: string | null
  readonly from: string | null
  readonly to: string | null
}

/**
 * Reads a period; the present quarter where nothing is asked, or nothing that can be counted.
 * A code counts before two days; one day alone is a span of that day.
 */
export function readPeriod({ period, from, to }: PeriodText, today: Day): { readonly choice: PeriodChoice; readonly problem: PeriodProblem | null } {
  const instead = (problem: PeriodProblem | null) => ({ choice: presentQuarter(today), problem })
  if (period === null && from === null && to === null) return instead(null)
  let choice: PeriodChoice | null
  if (period === null) {
    const [start, end] = [from === null ? null : parseDay(from), to === null ? null : parseDay(to)]
    if ((from !== null && start === null) || (to !== null && end === null)) return instead('unreadable')
    const span = { from: (start ?? end)!, to: (end ?? start)! }
    if (span.to < span.from) return instead('upside_down')
    choice = namedSpan(span, today) ?? chosen({ kind: 'days' }, null, span, today)
  } else choice = periodOfCode(period, today)
  if (choice === null) return instead('unreadable')
  const { period: span } = choice
  if (span.from > today) return instead('to_come')
  if (span.from < FIRST_DAY) return instead('too_early')
  return span.to >= addMonths(span.from, 12 * MOST_YEARS) ? instead('too_long') : { choice, problem: null }
}

/**
 * What a period is held against: the one just before, as long. Of one that is not over, as many days of the one before:
 * seven weeks are never held against thirteen.
 */
export function periodCompared({ name, period, running }: PeriodChoice, today: Day): Period {
  if (!running) return periodBefore(period)
  if (name.kind === 'days') return periodBefore({ from: period.from, to: today })
  const before = periodBefore(period)
  return { from: before.from, to: earliest(before.to, addDays(before.from, today - period.from)) }
}

/** The code of the period just before or just after one that has a code; `null` for the others, and for one that has not begun. */
export function neighbour({ name, period }: PeriodChoice, side: -1 | 1, today: Day): string | null {
  const start = (months: number) => partsOf(addMonths(period.from, side * months))
  const code = (() => {
    switch (name.kind) {
      case 'month': {
        const { year, month } = start(1)
        return `${year}-${String(month).padStart(2, '0')}`
      }
      case 'quarter': {
        const { year, month } = start(3)
        return `${year}-Q${Math.ceil(month / 3)}`
      }
      case 'year': return String(name.year + side)
      default: return null
    }
  })()
  const found = code === null ? null : periodOfCode(code, today)
  return found === null || found.period.from > today || found.period.from < FIRST_DAY ? null : code
}

export interface PeriodsOffered {
  readonly quarters: readonly PeriodChoice[]
  readonly months: readonly PeriodChoice[]
  readonly years: readonly PeriodChoice[]
}

/** The periods that a screen offers, newest first: two years of quarters, a year of months, four years. */
export function periodsOffered(today: Day): PeriodsOffered {
  const { from } = presentQuarter(today).period
  const { year } = partsOf(today)
  const back = (count: number, code: (index: number) => string) => Array.from({ length: count }, (_, index) => periodOfCode(code(index), today)).filter((choice) => choice !== null)
  return {
    quarters: Array.from({ length: 8 }, (_, index) => presentQuarter(addMonths(from, -3 * index))).map((choice) => ({ ...choice, running: choice.period.to >= today })),
    months: back(12, (index) => isoOf(addMonths(monthStart(today), -index)).slice(0, 7)),
    years: back(4, (index) => String(year - index)),
  }
}

/**
 * The latest span, of as many whole months as the period, of which a cohort can be seen in full; `null` for what is not
 * followed, and where the period itself can be.
 */
export function latestSeen(definition: Pick<Definition, 'maturityMonths' | 'judgedTheDayAfter'>, period: Period, today: Day): Period | null {
  if (definition.maturityMonths === 0) return null
  const { last, come } = windowOf(definition, period, today)
  if (last >= come) return null
  const limit = lastMature(definition.maturityMonths, today)
  const to = limit === monthEnd(limit) ? limit : addDays(monthStart(limit), -1)
  return { from: addMonths(monthStart(to), 1 - monthsIn(period).length), to }
}

/** A point of a trend: a month or a quarter, and whether all of it can be seen. */
export interface TrendPoint {
  readonly choice: PeriodChoice
  readonly standing: 'settled' | 'partial' | 'young'
}

export const PACES = ['month', 'quarter'] as const
export type Pace = (typeof PACES)[number]

/** The twelve months or eight quarters that end with a period, oldest first; for a cohort, with the last of them that can be seen. */
export function trendOf(definition: Pick<Definition, 'maturityMonths' | 'judgedTheDayAfter'>, pace: Pace, until: Day, today: Day): readonly TrendPoint[] {
  const seen = definition.maturityMonths === 0 ? today : lastMature(definition.maturityMonths, today)
  const last = earliest(until, seen)
  const step = pace === 'month' ? 1 : 3
  const end = pace === 'month' ? monthStart(last) : presentQuarter(last).period.from
  const count = pace === 'month' ? 12 : 8
  return Array.from({ length: count }, (_, index) => {
    const from = addMonths(end, -step * (count - 1 - index))
    const code = pace === 'month' ? isoOf(from).slice(0, 7) : presentQuarter(from).code!
    const choice = periodOfCode(code, today)!
    return { choice, standing: choice.running ? 'partial' : choice.period.to > seen ? 'young' : 'settled' }
  })
}
