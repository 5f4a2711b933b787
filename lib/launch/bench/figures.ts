import { addMonths, partsOf, type Day } from '../../accord/index.ts'
import { chanceOf } from '../../population/chance.ts'
import { entriesOfQuarter } from '../../population/entries.ts'
import { entrantsOf, monthsInStock, PUBLISHED, type FigureUnit } from '../../population/figures.ts'
import { identities } from '../../population/identities.ts'
import { scaleHouse } from '../../population/scale-house.ts'
import { layPopulation } from '../../population/scale-lives.ts'

/** 70,000 people at the end of June 2024 for 22,000 to 23,000 entries a quarter (Unédic, December 2024). */
const PUBLISHED_STOCK = [9, 10] as const
/** Quarters of entries told, each beside the country's. */
const QUARTERS = 12

const written = (value: number, unit: FigureUnit): string =>
  unit === 'share' ? `${(value * 100).toFixed(1)} %` : unit === 'months' ? `${value.toFixed(1)} months` : `${value.toFixed(0)} €`

/**
 * Draws a population and sets its figures beside those that are published (docs/decisions/298); nothing is written.
 * @returns the lines to print, and whether each figure is where it is asked to be
 */
export function benchFigures(files: number, seed: string, today: Day): { readonly lines: readonly string[]; readonly kept: boolean } {
  const active = Math.floor(files / 6)
  const newId = identities(chanceOf(seed, 'figures'), 0)
  const house = scaleHouse(chanceOf(seed, 'house'), newId, 'figures', active)
  const lives = layPopulation({ active, past: files - active, seed, today }, house, 0, files).map(({ life }) => life)
  const entrants = entrantsOf(lives, today)
  let kept = true
  const judged = (holds: boolean) => {
    kept &&= holds
    return holds ? '' : '  NOT KEPT'
  }
  const figures = PUBLISHED.map(({ what, unit, published, between: [low, high], of }) => {
    const ours = of(entrants)
    return `${what.padEnd(46)} ${written(ours, unit).padStart(12)}   ${published.padEnd(16)} ${written(low, unit)} to ${written(high, unit)}${judged(ours >= low && ours <= high)}`
  })
  const stock = monthsInStock(lives, today)
  return {
    lines: [
      `${files} files drawn, seed ${seed}; figures of the ${entrants.length} people whose CSP, bonus included, can be seen whole.`,
      '',
      `${''.padEnd(46)} ${'ours'.padStart(12)}   ${'published'.padEnd(16)} asked of a population`,
      ...figures,
      `${'months of entries in a CSP at once'.padEnd(46)} ${stock.toFixed(1).padStart(12)}   ${'~9.5'.padEnd(16)} ${PUBLISHED_STOCK.join(' to ')}${judged(stock >= PUBLISHED_STOCK[0] && stock <= PUBLISHED_STOCK[1])}`,
      '',
      'Entries by quarter, and those of the country for one of ours:',
      ...quarterLines(lives.flatMap(({ file }) => (file.dates.cspStart === null || file.stage === 'annulled' ? [] : [file.dates.cspStart])), today),
    ],
    kept,
  }
}

function quarterLines(entries: readonly Day[], today: Day): readonly string[] {
  const quarterOf = (on: Day) => {
    const { year, month } = partsOf(on)
    return `${year} Q${Math.ceil(month / 3)}`
  }
  const counts = Map.groupBy(entries, quarterOf)
  return Array.from({ length: QUARTERS }, (_, index) => addMonths(today, -3 * (QUARTERS - index))).map((on) => {
    const { year, month } = partsOf(on)
    const country = entriesOfQuarter(year, Math.floor((month - 1) / 3) * 3 + 1)
    const ours = counts.get(quarterOf(on))?.length ?? 0
    return `${quarterOf(on)}  ${String(ours).padStart(6)}  ${String(Math.round(country)).padStart(7)}  ${(country / Math.max(1, ours)).toFixed(1).padStart(6)}`
  })
}
