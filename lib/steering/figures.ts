import type { Actor } from '../access/actor.ts'
import { can } from '../access/can.ts'
import { isoOf, type Day } from '../accord/calendar/day.ts'
import type { ExitMotive } from '../accord/file/facts.ts'
import { turnTheDay } from '../cases/advance-day.ts'
import { caseloadSearch, NO_MOTIVE, type CaseloadFilter } from '../cases/caseload-params.ts'
import { inActorTransaction } from '../database/transactions.ts'
import type { Transaction } from '../database/client.ts'
import { reading, type Reading } from '../indicators/reading.ts'
import { definitionOf, type Definition, type IndicatorId } from '../indicators/definitions.ts'
import type { Period } from '../indicators/period.ts'
import { placeText, UNKNOWN, type Dimension, type PersonDimension, type Slice } from '../indicators/slices.ts'
import type { Ask } from './asks.ts'
import { count } from './count.ts'

/** A reading, and the addresses (after `/dossiers?`) that list exactly the files it is made of. */
export interface Figure extends Reading {
  readonly id: IndicatorId
  readonly from: string
  readonly to: string
  /** Files counted, where the figure is a share; `null` elsewhere. */
  readonly countedSearch: string | null
  readonly ofSearch: string
}

/** The filter of the list behind a part of a figure. */
export function listFilter(definition: Definition, slice: Slice, period: Period, part: 'of' | 'counted'): CaseloadFilter {
  return {
    scope: 'all',
    indicator: definition.id,
    part: part === 'counted' ? 'counted' : null,
    from: isoOf(period.from),
    to: isoOf(period.to),
    place: slice.place.level === 'nation' ? null : placeText(slice.place),
    counsellor: slice.counsellor,
    // A value comes through `readValue` and the list reads it again: one that no file has lists none.
    ...(slice.where as Partial<Pick<CaseloadFilter, PersonDimension>>),
  }
}

/** What questions of one request share: who asks, the day, and the transaction that answers. */
export interface Steering {
  readonly actor: Actor
  readonly today: Day
  readonly tx: Transaction
}

/** Opens the figures to an actor, on the operator's civil day; `null` where none are theirs to see. */
export async function steer<T>(actor: Actor, work: (steering: Steering) => Promise<T>): Promise<T | null> {
  if (actor.operatorId === null || !can(actor, 'steering.read')) return null
  const today = await turnTheDay(actor)
  return inActorTransaction(
    actor,
    async (tx) => {
      // Measured (`npm run bench -- steering`, decision 310): many small counts by index, where planning for disks that turn,
      // compiling and helpers cost more than they give.
      await tx.$queryRaw`select set_config('random_page_cost', '1.1', true), set_config('jit', 'off', true), set_config('max_parallel_workers_per_gather', '0', true)`
      return work({ actor, today, tx })
    },
    { timeout: 60_000 },
  )
}

function figureOf({ definition, period }: Ask, slice: Slice, read: Reading, motive: string | null = null): Figure {
  const search = (part: 'of' | 'counted') => caseloadSearch({ ...listFilter(definition, slice, period, part), ...(motive === null ? {} : { motive: [motive as ExitMotive] }) })
  return {
    ...read,
    id: definition.id,
    from: isoOf(period.from),
    to: isoOf(period.to),
    ofSearch: search('of'),
    countedSearch: read.counted === null ? null : search('counted'),
  }
}

/**
 * Figures of a slice, one for each indicator and period, in that order: `ids[0]` over every period, then `ids[1]`…
 * Every figure is exact and lists its files.
 */
export async function figures(steering: Steering, slice: Slice, ids: readonly IndicatorId[], periods: readonly Period[]): Promise<readonly (readonly Figure[])[]> {
  const asked = await figuresAsked(steering, slice, ids.flatMap((id) => periods.map((period) => ({ id, period }))))
  return ids.map((_, row) => asked.slice(row * periods.length, (row + 1) * periods.length))
}

/** One figure wanted: its indicator and its own period. */
export interface Wanted {
  readonly id: IndicatorId
  readonly period: Period
}

/** Figures of a slice, each over a period of its own, in the order they are asked for. */
export async function figuresAsked({ actor, today, tx }: Steering, slice: Slice, wanted: readonly Wanted[]): Promise<readonly Figure[]> {
  const asks = wanted.map(({ id, period }): Ask => ({ definition: definitionOf(id), period }))
  const tallies = (await count(tx, actor, slice, asks, null, today)).get('') ?? []
  return asks.map((ask, index) => figureOf(ask, slice, reading(ask.definition, ask.period, tallies[index]!, today)))
}

/** A figure of one value of a dimension: a basin's or a counsellor's identity, a band, a code; `unknown` where it is not known. */
export interface Part {
  readonly value: string
  readonly figures: readonly Figure[]
}

/**
 * The same figures cut by a dimension. The parts add up to the whole: a file is in exactly one.
 * By `basin` and `counsellor` the value is an identity of the database, whose list the caller names by code.
 */
export async function breakdown({ actor, today, tx }: Steering, slice: Slice, ids: readonly IndicatorId[], period: Period, by: Dimension): Promise<readonly Part[]> {
  const asks = ids.map((id): Ask => ({ definition: definitionOf(id), period }))
  const tallies = await count(tx, actor, slice, asks, by, today)
  const codes = by === 'basin' ? await basinCodes(tx) : null
  return [...tallies].map(([value, list]) => {
    const part = codes === null ? value : (codes.get(value) ?? value)
    const motive = by === 'motive' ? (value === UNKNOWN ? NO_MOTIVE : value) : null
    return { value: part, figures: asks.map((ask, index) => figureOf(ask, narrowed(slice, by, part), reading(ask.definition, period, list[index]!, today), motive)) }
  })
}

async function basinCodes(tx: Transaction): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ id: string; code: string }[]>`select b.id::text, b.code from basin b join operator_basin o on o.basin_id = b.id`
  return new Map(rows.map(({ id, code }) => [id, code]))
}

function narrowed(slice: Slice, by: Dimension, value: string): Slice {
  if (by === 'basin') return { ...slice, place: { level: 'basin', code: value } }
  if (by === 'counsellor') return { ...slice, counsellor: value }
  if (by === 'motive') return slice
  return { ...slice, where: { ...slice.where, [by]: value } }
}
