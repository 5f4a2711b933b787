import { isoOf, type Day } from '../../accord/calendar/day.ts'
import type { Actor } from '../../access/actor.ts'
import { can } from '../../access/can.ts'
import type { NotAllowed } from '../../cases/outcomes.ts'
import { civilDay, moment } from '../../clock/civil-day.ts'
import type { Transaction } from '../../database/client.ts'
import { writeJournal } from '../../database/journal.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import type { ImportedId } from '../../indicators/definitions.ts'
import { placeText, readPlace, type Place } from '../../indicators/slices.ts'
import { importFaults, importedFigureInput, type ImportFaults, type ImportedFigureInput } from './imported-figure.ts'

/** A figure published elsewhere, as it stands: the last of those about the same thing. */
export interface ImportedFigure {
  readonly id: string
  readonly indicator: ImportedId
  /** `region:84`, `nation`… */
  readonly place: string
  readonly from: string
  readonly to: string
  /** Decimal text in the unit of the indicator: people, percent, euros, a count. */
  readonly amount: string
  readonly sourceTitle: string
  readonly sourceUrl: string | null
  readonly publishedOn: string
  /** Kept by the platform for everyone, rather than by the reader's operator. */
  readonly forEveryone: boolean
  readonly importedBy: string | null
  readonly importedAt: Date
  /** What it said before, and why it was replaced; oldest last. */
  readonly before: readonly { readonly amount: string; readonly publishedOn: string; readonly reason: string | null }[]
}

interface FigureRow extends Omit<ImportedFigure, 'place' | 'before'> {
  readonly level: Place['level']
  readonly code: string
  readonly replaces: string | null
  readonly reason: string | null
}

async function figuresWhere(tx: Transaction, place: Place | null, indicators: readonly ImportedId[] | null): Promise<ImportedFigure[]> {
  const rows = await tx.$queryRaw<FigureRow[]>`
    select f.id, f.indicator, f.place_level as level, f.place_code as code, f.from_day::text as "from", f.to_day::text as "to",
           trim_scale(f.amount)::text as amount, f.source_title as "sourceTitle", f.source_url as "sourceUrl", f.published_on::text as "publishedOn",
           f.operator_id is null as "forEveryone", k.display_name as "importedBy", f.imported_at as "importedAt", f.replaces, f.reason
    from imported_figure f left join account k on k.id = f.imported_by
    where (${place?.level ?? null}::text is null or (f.place_level = ${place?.level ?? null} and f.place_code = ${place?.code ?? null}))
      and (${indicators === null}::boolean or f.indicator = any(${[...(indicators ?? [])]}::text[]))
    order by f.indicator, f.to_day desc, f.from_day desc, f.place_level, f.place_code, f.imported_at desc`
  const byId = new Map(rows.map((row) => [row.id, row]))
  const replaced = new Set(rows.flatMap(({ replaces }) => (replaces === null ? [] : [replaces])))
  return rows
    .filter(({ id }) => !replaced.has(id))
    .map(({ level, code, replaces, reason, ...row }) => {
      const before: { amount: string; publishedOn: string; reason: string | null }[] = []
      for (let [id, why] = [replaces, reason]; id !== null; ) {
        const earlier = byId.get(id)
        if (earlier === undefined) break
        before.push({ amount: earlier.amount, publishedOn: earlier.publishedOn, reason: why })
        ;[id, why] = [earlier.replaces, earlier.reason]
      }
      return { ...row, place: placeText({ level, code }), before }
    })
}

/**
 * Figures kept for a place, whatever their period, which each says. Anyone signed in reads those of the platform, and their operator's own.
 */
export function importedFigures(actor: Actor, place: Place, indicators: readonly ImportedId[] | null = null): Promise<readonly ImportedFigure[]> {
  return inActorTransaction(actor, (tx) => figuresWhere(tx, place, indicators))
}

/** Every figure one may see kept, for the page that keeps them; `null` for whoever keeps none. */
export async function keptFigures(actor: Actor): Promise<readonly ImportedFigure[] | null> {
  if (!can(actor, 'figures.import')) return null
  return inActorTransaction(actor, (tx) => figuresWhere(tx, null, null))
}

export interface InvalidFigure {
  readonly kind: 'invalid'
  readonly fields: ImportFaults
}

export type ImportOutcome = { readonly kind: 'kept'; readonly count: number } | InvalidFigure | NotAllowed

/** A figure that replaces one needs to say why; a day of publication to come is a slip. */
async function keepOne(tx: Transaction, actor: Actor, figure: ImportedFigureInput, at: Date, today: Day): Promise<ImportFaults | null> {
  if (figure.publishedOn > isoOf(today)) return { publishedOn: 'in_future' }
  const place = readPlace(figure.place)
  if (place === null) return { place: 'wrong_place' }
  if (!(await placeExists(tx, place))) return { place: 'unknown_place' }
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`imported ${actor.operatorId ?? ''} ${figure.indicator} ${figure.place} ${figure.from} ${figure.to}`}, 0))::text`
  const [standing] = await tx.$queryRaw<{ id: string }[]>`
    select f.id from imported_figure f
    where f.operator_id is not distinct from ${actor.operatorId}::uuid and f.indicator = ${figure.indicator} and f.place_level = ${place.level} and f.place_code = ${place.code}
      and f.from_day = ${figure.from}::date and f.to_day = ${figure.to}::date and not exists (select from imported_figure n where n.replaces = f.id)`
  if (standing !== undefined && figure.reason === null) return { reason: 'replaces_one' }
  const [kept] = await tx.$queryRaw<[{ id: string }]>`
    insert into imported_figure (operator_id, indicator, place_level, place_code, from_day, to_day, amount, source_title, source_url, published_on, replaces, reason, imported_by, imported_at)
    values (${actor.operatorId}::uuid, ${figure.indicator}, ${place.level}, ${place.code}, ${figure.from}::date, ${figure.to}::date, ${figure.amount}::numeric,
            ${figure.sourceTitle}, ${figure.sourceUrl}, ${figure.publishedOn}::date, ${standing?.id ?? null}::uuid, ${standing === undefined ? null : figure.reason},
            ${actor.accountId}::uuid, ${at}::timestamptz)
    returning id`
  await writeJournal(tx, {
    operatorId: actor.operatorId,
    actorId: actor.accountId,
    action: standing === undefined ? 'figure.imported' : 'figure.replaced',
    detail: { figureId: kept.id, indicator: figure.indicator, place: figure.place, from: figure.from, to: figure.to, amount: figure.amount, source: figure.sourceTitle },
    at,
  })
  return null
}

async function placeExists(tx: Transaction, { level, code }: Place): Promise<boolean> {
  if (level === 'nation') return true
  const [row] = await tx.$queryRaw<[{ there: boolean }]>`
    select exists (select from basin where case ${level} when 'basin' then code = ${code} when 'department' then ${code} = any(department_codes) else region_code = ${code} end) as there`
  return row.there
}

/** Undoes the whole: it never leaves this file. */
class Refused extends Error {
  readonly index: number
  readonly fields: ImportFaults

  constructor(index: number, fields: ImportFaults) {
    super('a figure that cannot be kept')
    this.index = index
    this.fields = fields
  }
}

/** Keeps a figure typed in a form. */
export async function importFigure(actor: Actor, input: unknown): Promise<ImportOutcome> {
  const outcome = await importAll(actor, [input])
  return outcome.kind === 'bad_line' ? { kind: 'invalid', fields: outcome.fields } : outcome
}

/** A line of a sheet that cannot be kept: nothing of the sheet is. */
export interface BadLine {
  readonly kind: 'bad_line'
  /** Position among the figures given, from 0. */
  readonly index: number
  readonly fields: ImportFaults
}

/** Keeps figures, all of them or none. */
export async function importAll(actor: Actor, inputs: readonly unknown[]): Promise<Exclude<ImportOutcome, InvalidFigure> | BadLine> {
  if (!can(actor, 'figures.import')) return { kind: 'not_allowed' }
  const figures: ImportedFigureInput[] = []
  for (const [index, input] of inputs.entries()) {
    const parsed = importedFigureInput.safeParse(input)
    if (!parsed.success) return { kind: 'bad_line', index, fields: importFaults(parsed.error) }
    figures.push(parsed.data)
  }
  const [today, at] = [await civilDay(actor.timeZone), await moment(actor.timeZone)]
  try {
    await inActorTransaction(actor, async (tx) => {
      for (const [index, figure] of figures.entries()) {
        const refused = await keepOne(tx, actor, figure, at, today)
        if (refused !== null) throw new Refused(index, refused)
      }
    })
  } catch (error) {
    if (error instanceof Refused) return { kind: 'bad_line', index: error.index, fields: error.fields }
    throw error
  }
  return { kind: 'kept', count: figures.length }
}
