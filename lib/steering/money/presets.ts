import { addMonths, partsOf, type Day } from '../../accord/calendar/day.ts'
import { costSearch, yearOf, type CostFilter } from '../../cases/costs/cost-params.ts'
import { quartersBack } from '../../cases/quarter.ts'
import type { Period } from '../../indicators/period.ts'

/** A span of days offered beside the one shown, by its address. */
export interface PeriodOffered {
  readonly year: number
  /** `null`: the whole year. */
  readonly quarter: number | null
  readonly search: string
  readonly current: boolean
}

const QUARTERS = 3

/** This year and the last, and the latest quarters, oldest first. */
export function periodsOffered(filter: CostFilter, today: Day): readonly PeriodOffered[] {
  const offer = (year: number, quarter: number | null, period: Period): PeriodOffered => ({
    year, quarter, search: costSearch({ ...filter, period }), current: period.from === filter.period.from && period.to === filter.period.to,
  })
  const years = [addMonths(today, -12), today].map((day) => offer(partsOf(day).year, null, yearOf(day)))
  const quarters = quartersBack(today, QUARTERS).toReversed().map(({ code, from, to }) => offer(Number(code.slice(0, 4)), Number(code.slice(-1)), { from, to }))
  return [...years, ...quarters]
}
