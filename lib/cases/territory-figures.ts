import { isoOf, type Day } from '../accord/calendar/day.ts'
import { withoutActor } from '../database/transactions.ts'
import { quartersBack } from './quarter.ts'

/** Quarters kept up to date: a late correction moves past ones too. */
const QUARTERS_KEPT = 8

/** What a committee reads, by basin and quarter; each a count of people, masked under 5. */
export const TERRITORY_INDICATORS = [
  'live',
  'live_proposal',
  'live_support',
  'live_suspended',
  'live_placed',
  'live_term',
  'entries',
  'exits',
  'pre_bilan_due',
  'pre_bilan_in_time',
  'plan_due',
  'plan_in_time',
] as const
export type TerritoryIndicator = (typeof TERRITORY_INDICATORS)[number]

/**
 * Counts again the figures of every territory, all operators together, masked by the database itself.
 * The stock (`live…`) is today's, and goes with the present quarter alone.
 * @returns how many figures were written
 */
export async function computeTerritoryFigures(today: Day): Promise<number> {
  let written = 0
  for (const [index, quarter] of quartersBack(today, QUARTERS_KEPT).entries()) {
    const [row] = await withoutActor(
      (tx) => tx.$queryRaw<[{ count: number }]>`
        select compute_territory_figures(${quarter.code}, ${isoOf(quarter.from)}::date, ${isoOf(quarter.to)}::date,
                                         ${isoOf(today)}::date, ${index === 0}) as count`,
      { timeout: 300_000 },
    )
    written += row.count
  }
  return written
}
