// Lays what was counted as cells and equations: every place, quarter and cut that a committee may read, and every way one
// may be had from others.
import type { Condition } from '../../indicators/conditions.ts'
import type { CellSystem } from '../../indicators/deduction.ts'
import { NATION, type Place } from '../../indicators/slices.ts'
import type { CountedBasin, Leaf, StageLeaf } from './counting.ts'
import { AVERAGED_OVER, CUT_POPULATIONS, LIVE, POPULATIONS, type CountName, type Population } from './populations.ts'

/** A count as it is kept: where, when, of whom. */
export interface Cell {
  readonly quarter: number
  readonly place: Place
  readonly cut: string
  readonly value: string
  readonly name: CountName
  readonly count: number
}

export interface World {
  readonly system: CellSystem
  /** The first cells of the system, in its order; those after them are implied. */
  readonly cells: readonly Cell[]
  /** Whose people they are: `system.views` has one for each, what the others count. */
  readonly operators: readonly string[]
  /** Of each implied cell, the two it is had from: `[wider, inner]`. */
  readonly from: readonly (readonly [number, number])[]
  /** Sums of what is averaged, in hundredths, with the cell of those it is averaged over. */
  readonly sums: readonly { readonly cell: number; readonly indicator: string; readonly sum: number }[]
}

/** What holds of everyone of whom something else does: `[if, then]`. */
const IMPLIED: readonly (readonly [Condition, Condition])[] = [
  [{ number: 'firstTrainingMonth', from: 1, to: 4 }, { known: 'firstTrainingOn' }],
  [{ number: 'firstTrainingMonth', from: 5, to: 8 }, { known: 'firstTrainingOn' }],
  [{ number: 'firstTrainingMonth', from: 9, to: null }, { known: 'firstTrainingOn' }],
  [{ yes: 'extendedByWork' }, { known: 'firstWorkOn' }],
  [{ yes: 'stayedUnderTwelveMonths' }, { known: 'stayDays' }],
  [{ known: 'bonusFirstAmount' }, { known: 'bonusFirstPaidOn' }],
  [{ number: 'bonusPayments', from: 2, to: null }, { known: 'bonusFirstPaidOn' }],
  [{ choice: 'situationAtSixMonths', among: ['in_job'] }, { known: 'situationAtSixMonths' }],
]
const text = (condition: Condition) => JSON.stringify(condition)
const implied = new Map(IMPLIED.map(([first, then]) => [text(first), text(then)]))

function factsOf({ atoms }: Population): Set<string> {
  return new Set(atoms.map(text).flatMap((one) => [one, ...(implied.has(one) ? [implied.get(one)!] : [])]))
}

/** Populations of which one holds the other: what is left of the wider is had by subtracting. */
export const NESTED: readonly (readonly [Population, Population])[] = [...POPULATIONS.values()].flatMap((wider) =>
  [...POPULATIONS.values()].flatMap((inner) => {
    const asked = factsOf(inner)
    const same = wider !== inner && wider.seenBy === inner.seenBy && wider.atoms.every((one) => asked.has(text(one)))
    return same ? [[wider, inner] as const] : []
  }),
)

/** Populations that parts make up whole. */
const PARTED: readonly (readonly [Population, readonly Population[]])[] = [...POPULATIONS.values()].flatMap((whole) => {
  const among = (extra: Condition) => {
    const wanted = new Set([...whole.atoms.map(text), text(extra)])
    return [...POPULATIONS.values()].find(({ seenBy, atoms }) => seenBy === whole.seenBy && atoms.length === wanted.size && atoms.every((one) => wanted.has(text(one))))
  }
  const [worked, idle] = [among({ known: 'firstWorkOn' }), among({ unknown: 'firstWorkOn' })]
  const trained = whole.atoms.some((one) => text(one) === text({ known: 'firstTrainingOn' }))
  const months = trained ? IMPLIED.slice(0, 3).map(([month]) => [...POPULATIONS.values()].find(({ seenBy, atoms }) => seenBy === whole.seenBy && atoms.length === 1 && text(atoms[0]!) === text(month))) : []
  return [
    ...(worked !== undefined && idle !== undefined ? [[whole, [worked, idle]] as const] : []),
    ...(months.length === 3 && months.every((one) => one !== undefined) ? [[whole, months as readonly Population[]] as const] : []),
  ]
})

const named = (indicator: string, part: string) => [...POPULATIONS.values()].find(({ name }) => name.indicator === indicator && name.part === part)!
const ENTRIES = named('entries', 'of')
const EXITS = named('exits', 'of')
const STOCK = named('inCsp', 'of')
const MONTH = named('workingInMonth', 'of')

/** Dearer to hide: what others are read against, and what many read. */
const LEVEL_WEIGHT: Readonly<Record<Place['level'], number>> = { basin: 1, department: 3, region: 10, nation: 100 }
const weightOf = (place: Place, cut: string, { indicator }: CountName) => LEVEL_WEIGHT[place.level] * (cut === '' ? 2 : 1) * (['entries', 'exits', 'inCsp', 'workingInMonth'].includes(indicator) ? 3 : 1)

/** A place and what is cut there: one column of figures a quarter. */
interface Slot {
  readonly place: Place
  readonly cut: string
  readonly value: string
}

const slotName = ({ place, cut, value }: Slot) => `${place.level}:${place.code} ${cut} ${value}`

const LIVE_NAME: CountName = { indicator: LIVE, part: 'of' }
/** Everything that may be counted in a slot and a quarter, in the order of its places there. */
const COUNTED: readonly (Population | null)[] = [...POPULATIONS.values(), null]
const nameAt = (position: number): CountName => COUNTED[position]?.name ?? LIVE_NAME
const positionOf = (population: Population | null): number => COUNTED.indexOf(population)
const positionNamed = ({ indicator, part }: CountName): number => COUNTED.findIndex((_, position) => nameAt(position).indicator === indicator && nameAt(position).part === part)
const NESTED_AT = NESTED.map(([wider, inner]) => [positionOf(wider), positionOf(inner)] as const)
const PARTED_AT = PARTED.map(([whole, parts]) => [positionOf(whole), parts.map(positionOf)] as const)
const [ENTRIES_AT, EXITS_AT, STOCK_AT, MONTH_AT, LIVE_AT] = [ENTRIES, EXITS, STOCK, MONTH, null].map(positionOf) as [number, number, number, number, number]

/** What was counted, by slot, quarter and population: laid flat, in all and by operator. */
class Counts {
  readonly slots: Slot[] = []
  readonly quarters: number
  readonly byOperator = new Map<string, Map<number, number>>()
  readonly sums = new Map<string, { at: number; indicator: string; sum: number }>()
  /** Counts that have a cell though nobody is left in them. */
  readonly kept = new Set<number>()
  readonly #slotAt = new Map<string, number>()

  constructor(quarters: number) {
    this.quarters = quarters
  }

  slot(slot: Slot): number {
    const name = slotName(slot)
    const known = this.#slotAt.get(name)
    if (known !== undefined) return known
    this.#slotAt.set(name, this.slots.length)
    return this.slots.push(slot) - 1
  }

  find(slot: Slot): number | undefined {
    return this.#slotAt.get(slotName(slot))
  }

  at(slot: number, quarter: number, position: number): number {
    return (slot * this.quarters + quarter) * COUNTED.length + position
  }

  add(operator: string, at: number, count: number): void {
    if (count === 0) return
    const counts = this.byOperator.get(operator) ?? new Map<number, number>()
    this.byOperator.set(operator, counts)
    counts.set(at, (counts.get(at) ?? 0) + count)
  }

  addSum(at: number, indicator: string, sum: number): void {
    const known = this.sums.get(`${at} ${indicator}`) ?? { at, indicator, sum: 0 }
    this.sums.set(`${at} ${indicator}`, known)
    known.sum += sum
  }
}

/**
 * @param seen whether the store may hold a population of a quarter: it is over, and old enough
 * @param stages files in course on the day, for the newest quarter, which is the first
 * @param keptBefore counts that an edition before hides or said: they have a cell even where nobody is left, for nought is then a change, or hidden
 */
export function layWorld(
  basins: readonly CountedBasin[], leaves: readonly Leaf[], stages: readonly StageLeaf[], quarters: number, seen: (population: Population, quarter: number) => boolean,
  keptBefore: readonly Omit<Cell, 'count'>[] = [],
): World {
  const basinOf = new Map(basins.map((basin) => [basin.code, basin]))
  const counts = new Counts(quarters)
  const seenAt = COUNTED.map((population) => Array.from({ length: quarters }, (_, quarter) => population !== null && seen(population, quarter)))
  const positions = new Map(COUNTED.map((population, position) => [population, position]))
  const averagedAt = new Map([...AVERAGED_OVER].map(([indicator, name]) => [indicator, positionNamed(nameOf(name))]))
  const upwards = (place: string, cut: string): readonly Place[] => {
    if (cut !== '') return [{ level: 'region', code: place }, NATION]
    const { department, region } = basinOf.get(place)!
    return [{ level: 'basin', code: place }, { level: 'department', code: department }, { level: 'region', code: region }, NATION]
  }
  for (const { operator, place, cut, value, quarter, counts: counted, sums } of leaves) {
    for (const where of upwards(place, cut)) {
      const slot = counts.slot({ place: where, cut, value })
      for (const [population, count] of counted) {
        const position = positions.get(population)!
        if (seenAt[position]![quarter] === true && (cut === '' || (cut === 'motive' ? position === EXITS_AT : CUT_POPULATIONS.has(population)))) counts.add(operator, counts.at(slot, quarter, position), count)
      }
      if (cut === '') for (const [indicator, sum] of sums) counts.addSum(counts.at(slot, quarter, averagedAt.get(indicator)!), indicator, sum)
    }
  }
  for (const { operator, region, stage, files } of stages) {
    for (const place of [{ level: 'region', code: region } as const, NATION]) {
      counts.add(operator, counts.at(counts.slot({ place, cut: 'stage', value: stage }), 0, LIVE_AT), files)
      counts.add(operator, counts.at(counts.slot({ place, cut: '', value: '' }), 0, LIVE_AT), files)
    }
  }
  for (const { quarter, place, cut, value, name } of keptBefore) counts.kept.add(counts.at(counts.slot({ place, cut, value }), quarter, positionNamed(name)))
  return lay(basins, counts)
}

function nameOf(text: string): CountName {
  const [indicator, part] = text.split('.') as [CountName['indicator'], CountName['part']]
  return { indicator, part }
}

/** Cells and equations as they are found. */
class Laid {
  readonly values: number[] = []
  readonly others: number[] = []
  readonly weights: number[] = []
  readonly starts: number[] = [0]
  readonly terms: number[] = []
  readonly signs: number[] = []
  readonly guarded: number[] = []
  readonly from: (readonly [number, number])[] = []

  cell(value: number, others: number, weight: number, guarded: boolean): number {
    this.others.push(others)
    this.guarded.push(guarded ? 1 : 0)
    this.weights.push(weight)
    return this.values.push(value) - 1
  }

  /** An equation of cells that are there (not -1); nothing is said where nobody is counted, nor where figures do not add up. */
  equate(added: readonly number[], taken: readonly number[]): void {
    let [there, sum] = [0, 0]
    for (const cell of added) if (cell !== -1) [there, sum] = [there + 1, sum + this.values[cell]!]
    for (const cell of taken) if (cell !== -1) [there, sum] = [there + 1, sum - this.values[cell]!]
    if (there < 2 || sum !== 0) return
    for (const cell of added) if (cell !== -1) [this.terms[this.terms.length], this.signs[this.signs.length]] = [cell, 1]
    for (const cell of taken) if (cell !== -1) [this.terms[this.terms.length], this.signs[this.signs.length]] = [cell, -1]
    this.starts.push(this.terms.length)
  }

  /** What is left of the wider without the inner, which has no cell of its own; -1 where either is not there. */
  left(wider: number, inner: number, others: number, guarded: boolean): number {
    if (wider === -1 || inner === -1 || this.values[wider]! < this.values[inner]!) return -1
    const cell = this.cell(this.values[wider]! - this.values[inner]!, others, 1, guarded)
    this.from.push([wider, inner])
    this.equate([inner, cell], [wider])
    return cell
  }
}

/**
 * Whether a few people of other operators are guarded from one that knows its own: where a few may be recognised, in a
 * basin or a department. A region's figures would be hidden for a number without a place.
 */
function guardsOthers({ place }: Slot): boolean {
  return place.level === 'basin' || place.level === 'department'
}

function lay(basins: readonly CountedBasin[], counts: Counts): World {
  const { slots, quarters } = counts
  const operators = [...counts.byOperator.values()].map((known) => {
    const flat = new Int32Array(slots.length * quarters * COUNTED.length)
    for (const [at, count] of known) flat[at] = count
    return flat
  })
  /** What all operators but the largest add up to, of one count, or of what another leaves of it. */
  const othersAt = (at: number, less = -1): number => {
    let [sum, most] = [0, 0]
    for (const operator of operators) {
      const count = (operator[at] ?? 0) - (less === -1 ? 0 : (operator[less] ?? 0))
      sum += count
      most = Math.max(most, count)
    }
    return sum - most
  }
  const laid = new Laid()
  const cells: Cell[] = []
  /** Where each is in the counts of an operator; -1 where that is not looked at. */
  const positions: number[] = []
  const cellAt = new Int32Array(slots.length * quarters * COUNTED.length).fill(-1)
  for (const [slotAt, { place, cut, value }] of slots.entries()) {
    for (let quarter = 0; quarter < quarters; quarter += 1) {
      for (let position = 0; position < COUNTED.length; position += 1) {
        const at = counts.at(slotAt, quarter, position)
        let count = 0
        for (const operator of operators) count += operator[at] ?? 0
        if (count === 0 && !counts.kept.has(at)) continue
        const name = nameAt(position)
        const guarded = guardsOthers(slots[slotAt]!)
        cellAt[at] = laid.cell(count, guarded ? othersAt(at) : 0, weightOf(place, cut, name), guarded)
        positions.push(cut === '' ? at : -1)
        cells.push({ quarter, place, cut, value, name, count })
      }
    }
  }
  const shown = cells.length
  for (let slot = 0; slot < slots.length; slot += 1) {
    for (let quarter = 0; quarter < quarters; quarter += 1) {
      const base = counts.at(slot, quarter, 0)
      const left = (wider: number, inner: number) => {
        const [whole, part] = [cellAt[base + wider]!, cellAt[base + inner]!]
        return whole === -1 || part === -1 ? -1 : laid.left(whole, part, guardsOthers(slots[slot]!) ? othersAt(base + wider, base + inner) : 0, guardsOthers(slots[slot]!))
      }
      for (const [wider, inner] of NESTED_AT) left(wider, inner)
      for (const [whole, parts] of PARTED_AT) laid.equate(parts.map((part) => cellAt[base + part]!), [cellAt[base + whole]!])
      // Who left in the last month were there in it and are not at its end; the others left before.
      laid.left(cellAt[base + EXITS_AT]!, left(MONTH_AT, STOCK_AT), 0, false)
      if (quarter + 1 === quarters) continue
      // The quarter before is the next in order: who was there, or came, has left or is there.
      const before = counts.at(slot, quarter + 1, 0)
      laid.equate([cellAt[base + STOCK_AT]!, cellAt[base + EXITS_AT]!], [cellAt[before + STOCK_AT]!, cellAt[base + ENTRIES_AT]!])
    }
  }
  const made = (into: Slot, parts: readonly Slot[]) => {
    const whole = counts.find(into)
    const found = parts.flatMap((part) => counts.find(part) ?? [])
    if (whole === undefined) return
    for (let quarter = 0; quarter < quarters; quarter += 1)
      for (let position = 0; position < COUNTED.length; position += 1) laid.equate(found.map((part) => cellAt[counts.at(part, quarter, position)]!), [cellAt[counts.at(whole, quarter, position)]!])
  }
  const uncut = (place: Place): Slot => ({ place, cut: '', value: '' })
  const byDepartment = Map.groupBy(basins, ({ department }) => department)
  const byRegion = Map.groupBy(basins, ({ region }) => region)
  for (const [code, inside] of byDepartment) made(uncut({ level: 'department', code }), inside.map((basin) => uncut({ level: 'basin', code: basin.code })))
  for (const [code, inside] of byRegion) {
    // A department whose basins lie in two regions is no part of either.
    const parts = [...Map.groupBy(inside, ({ department }) => department)].flatMap(([department, basinsOf]) =>
      basinsOf.length === byDepartment.get(department)!.length ? [uncut({ level: 'department', code: department })] : basinsOf.map((basin) => uncut({ level: 'basin', code: basin.code })),
    )
    made(uncut({ level: 'region', code }), parts)
  }
  made(uncut(NATION), [...byRegion.keys()].map((code) => uncut({ level: 'region', code })))
  const cutSlots = slots.filter(({ cut }) => cut !== '')
  for (const parts of Map.groupBy(cutSlots, ({ place, cut }) => `${place.level}:${place.code} ${cut}`).values()) made(uncut(parts[0]!.place), parts)
  for (const parts of Map.groupBy(cutSlots.filter(({ place }) => place.level === 'region'), ({ cut, value }) => `${cut} ${value}`).values()) made({ ...parts[0]!, place: NATION }, parts)
  const { values, others, weights, starts, terms, signs, guarded, from } = laid
  const views = operators.map((own) => othersThan(positions, own, laid, shown))
  return {
    cells, from, operators: [...counts.byOperator.keys()],
    sums: [...counts.sums.values()].flatMap(({ at, indicator, sum }) => (cellAt[at] === -1 ? [] : [{ cell: cellAt[at]!, indicator, sum }])),
    system: { values, others, weights, implied: Uint8Array.from(values, (_, cell) => (cell < shown ? 0 : 1)), starts, terms, signs, guarded, views },
  }
}

/** What all operators but one count in each cell, those implied too; -1 where that is not looked at. */
function othersThan(positions: readonly number[], own: Int32Array, { values, from }: Laid, shown: number): Int32Array {
  const others = new Int32Array(values.length)
  for (const [cell, at] of positions.entries()) others[cell] = at === -1 ? -1 : values[cell]! - (own[at] ?? 0)
  for (const [index, [wider, inner]] of from.entries()) others[shown + index] = others[wider] === -1 || others[inner] === -1 ? -1 : others[wider]! - others[inner]!
  return others
}
