// A country drawn by chance, person by person, and what it adds up to: counted over lines in memory, as the job counts in SQL.
import { addDays, type Day } from '@/lib/accord/index.ts'
import type { QuarterDays } from '@/lib/cases/quarter.ts'
import { holds } from '@/lib/indicators/conditions.ts'
import { monthCode, type Measures } from '@/lib/indicators/measures.ts'
import { wholeMonth } from '@/lib/indicators/period.ts'
import type { CountedBasin, Leaf } from '@/lib/steering/territory/counting.ts'
import { CUT_POPULATIONS, POPULATIONS, TERRITORY_DEFINITIONS, type Population } from '@/lib/steering/territory/populations.ts'

/** A generator of numbers from 0 to 1, the same for the same seed. */
export function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export interface CountedPerson {
  readonly operator: string
  readonly basin: CountedBasin
  readonly line: Measures
  readonly cuts: Readonly<Record<string, string>>
}

const CUT_VALUES: Readonly<Record<string, readonly string[]>> = {
  seniority: ['under_1', '1_to_2', 'over_2'],
  age: ['under_26', '26_to_34', '35_to_44', '45_to_54', 'over_55'],
  sex: ['female', 'male', 'unknown'],
  qualification: ['unskilled_worker', 'skilled_worker', 'unskilled_employee', 'skilled_employee', 'technician', 'executive'],
  sector: [...'ABCDEFGHIJKLMNOPQRSTU'],
  path: ['employer', 'france_travail', 'experiment'],
}

const MOTIVES = ['term', 'job_cdi', 'job_cdd_6m', 'business_creation', 'moved_abroad', 'death'] as const

/** Somebody who entered on a day. What is not known of them follows from what is drawn, as in a real line. */
export function person(chance: () => number, basin: CountedBasin, operator: string, enteredOn: Day): CountedPerson {
  const often = (share: number) => chance() < share
  const after = (days: number) => addDays(enteredOn, 1 + Math.floor(chance() * days))
  const trained = often(0.45)
  const month = 1 + Math.floor(chance() * 12)
  const worked = often(0.33)
  const extended = worked && often(0.3)
  const stay = 120 + Math.floor(chance() * 330)
  const endedOn = addDays(enteredOn, stay)
  const durable = often(0.4)
  const paid = durable && often(0.6)
  const pick = <T>(values: readonly T[]): T => values[Math.floor(chance() ** 1.6 * values.length)]!
  const line: Partial<Measures> = {
    enteredOn, endedOn, stayDays: stay, stayedUnderTwelveMonths: stay < 360, exitMotive: pick(MOTIVES),
    preBilanDueOn: addDays(enteredOn, 7), preBilanOn: after(12), daysToPreBilan: Math.floor(chance() * 12),
    planDueOn: addDays(enteredOn, 38), planOn: after(50), reviewDueOn: addDays(enteredOn, 120), reviewOn: after(140),
    firstTrainingOn: trained ? addDays(enteredOn, month * 28) : null, firstTrainingMonth: trained ? month : null, firstTrainingDelay: trained ? month * 28 : null, trainingDays: trained ? Math.ceil(chance() * 100) : 0,
    firstWorkOn: worked ? after(200) : null, workMonths: worked ? [monthCode(after(stay)), monthCode(after(stay))] : [],
    jobWithinThreeMonths: often(0.12), extendedByWork: extended, durableAtExit: durable, durableJobOn: durable ? endedOn : null,
    situationAtSixMonths: durable && often(0.8) ? (often(0.9) ? 'in_job' : 'jobseeker') : null,
    bonusClaimDueOn: durable ? addDays(endedOn, 30) : null, bonusClaimedOn: paid ? addDays(endedOn, Math.floor(chance() * 40)) : null,
    bonusFirstPaidOn: paid ? addDays(endedOn, 50) : null, bonusFirstAmount: paid ? (1000 + Math.floor(chance() * 4000)).toFixed(2) : null, bonusPayments: paid ? (often(0.8) ? 2 : 1) : 0,
    wageGapClaimedOn: durable && often(0.1) ? addDays(endedOn, 20) : null,
  }
  const cuts = Object.fromEntries(Object.entries(CUT_VALUES).map(([cut, values]) => [cut, pick(values)]))
  return { operator, basin, line: line as Measures, cuts }
}

function seenIn({ seenBy }: Population, line: Measures, { from, to }: QuarterDays): boolean {
  const within = (day: Day | null) => day !== null && day >= from && day <= to
  if (seenBy === 'stock') return line.enteredOn !== null && line.enteredOn <= to && (line.endedOn === null || line.endedOn > to)
  if (seenBy === 'month') return line.enteredOn !== null && line.enteredOn <= to && (line.endedOn === null || line.endedOn >= wholeMonth({ from, to }, to).from)
  return within(line[seenBy])
}

function countedIn(population: Population, line: Measures, quarter: QuarterDays): boolean {
  if (population.seenBy === 'month' && population.atoms.length > 0) return line.workMonths.includes(monthCode(wholeMonth(quarter, quarter.to).from))
  return population.atoms.every((atom) => holds(atom, line))
}

const CUT_ANCHORS = new Set([...CUT_POPULATIONS].map(({ seenBy }) => seenBy))

/** What people add up to, as the job counts them. */
export function leavesOf(people: readonly CountedPerson[], quarters: readonly QuarterDays[]): Leaf[] {
  const leaves = new Map<string, { operator: string; place: string; cut: string; value: string; quarter: number; counts: Map<Population, number>; sums: Map<string, number> }>()
  for (const { operator, basin, line, cuts } of people) {
    for (const [quarter, days] of quarters.entries()) {
      const inside = [...POPULATIONS.values()].filter((population) => seenIn(population, line, days) && countedIn(population, line, days))
      if (inside.length === 0) continue
      const means = TERRITORY_DEFINITIONS.filter(({ mean, of, anchor }) => {
        const anchored = line[anchor]
        return mean !== null && anchored !== null && anchored >= days.from && anchored <= days.to && holds(of, line)
      })
      const wheres = [{ place: basin.code, cut: '', value: '' }, ...Object.entries({ ...cuts, motive: line.exitMotive ?? 'unknown' }).map(([cut, value]) => ({ place: basin.region, cut, value }))]
      for (const where of wheres) {
        const name = `${operator} ${where.place} ${where.cut} ${where.value} ${quarter}`
        const leaf = leaves.get(name) ?? { operator, ...where, quarter, counts: new Map<Population, number>(), sums: new Map<string, number>() }
        leaves.set(name, leaf)
        // By motive, those alone who left.
        for (const population of inside) if (where.cut === '' || (where.cut === 'motive' ? population.seenBy === 'endedOn' : CUT_ANCHORS.has(population.seenBy))) leaf.counts.set(population, (leaf.counts.get(population) ?? 0) + 1)
        for (const { id, mean, anchor } of means) if (where.cut === '' || (where.cut !== 'motive' && CUT_ANCHORS.has(anchor))) leaf.sums.set(id, (leaf.sums.get(id) ?? 0) + Math.round(Number(line[mean!]) * 100))
      }
    }
  }
  return [...leaves.values()]
}
