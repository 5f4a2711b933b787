// Whom a count is about, whichever figure counts them. Two figures that count the same people share one cell: masked once,
// they are masked everywhere.
import type { Condition } from '../../indicators/conditions.ts'
import { DEFINITIONS, type Definition, type IndicatorId } from '../../indicators/definitions.ts'
import { windowOf, type Period } from '../../indicators/period.ts'
import { addMonths, type Day } from '../../accord/calendar/day.ts'

/** Files in course on the day of an edition, by stage: no indicator of the catalogue. */
export const LIVE = 'live'
export type TerritoryIndicator = IndicatorId | typeof LIVE
export type CountPart = 'of' | 'counted'

export interface CountName {
  readonly indicator: TerritoryIndicator
  readonly part: CountPart
}

/** Indicators that a quarter can have. The silence since a contact is known of the present day alone. */
export const TERRITORY_DEFINITIONS: readonly Definition[] = DEFINITIONS.filter(({ silentFor }) => silentFor === null)

/** Conditions that all hold, apart from one another. */
export function atomsOf(condition: Condition | null): readonly Condition[] {
  if (condition === null) return []
  return 'all' in condition ? condition.all.flatMap(atomsOf) : [condition]
}

/** Some people: files whose anchor day falls in the quarter (or who are there at its end) and that satisfy every condition. */
export interface Population {
  readonly key: string
  /** The first count of the catalogue that is of them. */
  readonly name: CountName
  /** What the quarter is read from: an anchor, the end of the quarter (`stock`), its last month (`month`). */
  readonly seenBy: Definition['anchor'] | 'stock' | 'month'
  readonly atoms: readonly Condition[]
  /** Months after the quarter from which they can be counted: the least that an indicator asks. */
  readonly maturityMonths: number
}

function seenBy(definition: Definition): Population['seenBy'] {
  if (definition.workedInMonth) return 'month'
  return definition.kind === 'stock' ? 'stock' : definition.anchor
}

function conditionsOf(definition: Definition, part: CountPart): readonly Condition[] {
  if (part === 'of') return atomsOf(definition.of)
  // Those at work in the month: no condition says it, the query does.
  return definition.workedInMonth ? [{ known: 'workMonths' }] : [...atomsOf(definition.of), ...atomsOf(definition.counted)]
}

function keyOf(definition: Definition, part: CountPart): string {
  return [seenBy(definition), ...new Set(conditionsOf(definition, part).map((one) => JSON.stringify(one)).sort())].join(' ')
}

/** Whether a figure counts a part of those it is about. */
export function countsPart({ counted, workedInMonth }: Definition): boolean {
  return counted !== null || workedInMonth
}

function populations(): ReadonlyMap<string, Population> {
  const found = new Map<string, Population>()
  for (const definition of TERRITORY_DEFINITIONS) {
    for (const part of ['of', ...(countsPart(definition) ? (['counted'] as const) : [])] as const) {
      const key = keyOf(definition, part)
      const known = found.get(key)
      found.set(key, {
        key, seenBy: seenBy(definition), atoms: known?.atoms ?? conditionsOf(definition, part), name: known?.name ?? { indicator: definition.id, part },
        maturityMonths: Math.min(known?.maturityMonths ?? definition.maturityMonths, definition.maturityMonths),
      })
    }
  }
  return found
}

/** Every population that a figure counts, by its key. */
export const POPULATIONS: ReadonlyMap<string, Population> = populations()

/** The population behind a part of a figure. */
export function populationOf(definition: Definition, part: CountPart): Population {
  return POPULATIONS.get(keyOf(definition, part))!
}

/**
 * The day from which a whole quarter can be counted for a figure; `null` once it is. A part of a quarter is never counted
 * across operators: the figures of two days would give the people of the days between.
 */
export function seenFrom(definition: Definition, quarter: Period, today: Day): Day | null {
  if (windowOf(definition, quarter, today).last >= quarter.to) return null
  return addMonths(quarter.to, definition.maturityMonths)
}

/** Whether a figure of the catalogue may count a population of a quarter, seen from a day. */
export function isSeen(population: Population, quarter: Period, today: Day): boolean {
  return TERRITORY_DEFINITIONS.some((definition) => {
    const counts = [populationOf(definition, 'of'), ...(countsPart(definition) ? [populationOf(definition, 'counted')] : [])]
    return counts.includes(population) && seenFrom(definition, quarter, today) === null
  })
}

/** Indicators that a region and the nation are cut by, as the field publishes them; the others would be masked almost everywhere. */
export const CUT_INDICATORS: readonly IndicatorId[] = [
  'entries', 'inCsp', 'exits', 'preBilanInTime', 'planInTime', 'firstTraining', 'workDuringCsp', 'stayUnderTwelve', 'durableAtExit', 'bonusTakeUp',
]

/** The populations behind them. */
export const CUT_POPULATIONS: ReadonlySet<Population> = new Set(
  TERRITORY_DEFINITIONS.filter(({ id }) => CUT_INDICATORS.includes(id)).flatMap((definition) => [populationOf(definition, 'of'), ...(countsPart(definition) ? [populationOf(definition, 'counted')] : [])]),
)

/** By indicator that is a mean: the count of those it is averaged over, as `indicator.part`. */
export const AVERAGED_OVER: ReadonlyMap<string, string> = new Map(
  TERRITORY_DEFINITIONS.filter(({ mean }) => mean !== null).map((definition) => {
    const { indicator, part } = populationOf(definition, 'of').name
    return [definition.id, `${indicator}.${part}`]
  }),
)
