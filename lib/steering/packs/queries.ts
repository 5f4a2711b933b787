import type { Actor } from '../../access/actor.ts'
import { can } from '../../access/can.ts'
import { day, isoOf, type Day } from '../../accord/calendar/day.ts'
import type { Quarter } from '../../cases/views/basins.ts'
import { isUuid } from '../../cases/write-path.ts'
import { civilDay, moment } from '../../clock/civil-day.ts'
import type { Transaction } from '../../database/client.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import { sha256 } from '../../documents/fingerprint.ts'
import { placeText, type Place, type TerritoryLevel } from '../../indicators/slices.ts'
import { storage, type Storage } from '../../storage/index.ts'
import type { Locale } from '../../wording/locale.ts'
import { territoryEdition } from '../territory/figures.ts'
import { contentOf, placeName, quarterOver, readStore } from './compose.ts'
import type { PackContent, Revision } from './content.ts'
import { draftContent } from './drafts.ts'
import { journalPack, PACK_FORMATS, type MakingState, type PackFormat } from './making.ts'
import { issuedContent, lastIssued, packRow, packRows, replacementOf } from './pack-rows.ts'
import { knownBasins, knownPlace, mayPreparePack, placesInside, servedBasins, type KnownBasin, type KnownPlace } from './places.ts'
import { revisionsSince } from './revised.ts'

export interface PackFileView {
  readonly format: PackFormat
  readonly fileName: string
  readonly size: number
}

/** How the files of a pack stand. */
export interface FilesView {
  readonly files: readonly PackFileView[]
  readonly madeAt: Date | null
  /** Whether the draft was changed since they were made. */
  readonly outdated: boolean
  /** The last making, unless it is done. */
  readonly making: { readonly state: MakingState; readonly done: number; readonly total: number } | null
}

export interface PackLine {
  readonly id: string
  readonly placeName: string
  readonly level: TerritoryLevel
  readonly code: string
  readonly quarter: string
  readonly number: string | null
  /** ISO text. */
  readonly issuedOn: string | null
  readonly operator: string | null
  /** The number of the pack that took its place. */
  readonly replacedBy: string | null
  readonly changedAt: Date
  readonly changedBy: string | null
  readonly files: readonly PackFileView[]
}

export interface PlaceChoice {
  readonly value: string
  readonly name: string
  readonly level: TerritoryLevel
}

export interface PackList {
  readonly drafts: readonly PackLine[]
  readonly issued: readonly PackLine[]
  /** What the actor may prepare; nothing for a committee. */
  readonly places: readonly PlaceChoice[]
  readonly quarters: readonly Quarter[]
}

async function filesOf(tx: Transaction, packIds: readonly string[]): Promise<ReadonlyMap<string, readonly (PackFileView & { readonly makingId: string; readonly madeAt: Date; readonly issued: boolean })[]>> {
  const rows = await tx.$queryRaw<(PackFileView & { packId: string; makingId: string; madeAt: Date; issued: boolean })[]>`
    select pack_id as "packId", making_id as "makingId", format, file_name as "fileName", size, made_at as "madeAt", issued from pack_file
    where pack_id = any(${[...packIds]}::uuid[]) order by made_at desc, id desc`
  const byPack = Map.groupBy(rows, ({ packId }) => packId)
  // Those of the last making, in the order of the formats; of an issued pack, never a draft's.
  return new Map([...byPack].map(([id, all]) => {
    const kept = all.some(({ issued }) => issued) ? all.filter(({ issued }) => issued) : all
    return [id, PACK_FORMATS.flatMap((format) => kept.find((one) => one.format === format && one.makingId === kept[0]?.makingId) ?? [])]
  }))
}

const shownFile = ({ format, fileName, size }: PackFileView): PackFileView => ({ format, fileName, size })

/** Places whose packs an actor prepares: theirs first, the widest first. */
function placesFor(actor: Actor, basins: readonly KnownBasin[]): readonly PlaceChoice[] {
  const nation = knownPlace(basins, { level: 'nation', code: '' })
  if (nation === null) return []
  const all: readonly KnownPlace[] = [nation, ...placesInside(basins, nation).flatMap(({ places }) => places)]
  return all.filter((place) => mayPreparePack(actor, place)).map((place) => ({ value: placeText(place), name: placeName(place, actor.locale), level: place.level }))
}

/** The packs an actor reads, drafts and issued; `null` for a role that reads none. */
export async function packList(actor: Actor): Promise<PackList | null> {
  if (!can(actor, 'pack.read')) return null
  const edition = await territoryEdition()
  return inActorTransaction(actor, async (tx) => {
    const basins = await knownBasins(tx)
    const rows = await packRows(tx, actor, basins)
    const files = await filesOf(tx, rows.map(({ id }) => id))
    const accounts = actor.operatorId === null ? [] : await tx.$queryRaw<{ id: string; name: string }[]>`select id::text, display_name as name from account where id = any(${rows.map(({ changedBy }) => changedBy)}::uuid[])`
    const names = new Map(accounts.map(({ id, name }) => [id, name]))
    const replaced = new Map(rows.flatMap((row) => (row.supersedes !== null && row.number !== null ? [[row.supersedes, row.number] as const] : [])))
    const lines = rows.map((row): PackLine => ({
      id: row.id, placeName: placeName({ level: row.level, name: row.placeName }, actor.locale), level: row.level, code: row.code, quarter: row.quarter, number: row.number, issuedOn: row.issuedOn,
      operator: row.operator, replacedBy: replaced.get(row.id) ?? null, changedAt: row.changedAt, changedBy: names.get(row.changedBy) ?? null, files: (files.get(row.id) ?? []).map(shownFile),
    }))
    return {
      drafts: lines.filter(({ number }) => number === null), issued: lines.filter(({ number }) => number !== null),
      places: can(actor, 'pack.prepare') ? placesFor(actor, await servedBasins(tx, actor, basins)) : [], quarters: edition?.quarters ?? [],
    }
  })
}

export interface PackView {
  readonly id: string
  readonly version: number
  readonly content: PackContent
  readonly fingerprint: string | null
  readonly issuedOn: string | null
  readonly replacedBy: string | null
  readonly files: FilesView
  /** Whether the actor may change, issue, replace. */
  readonly mayPrepare: boolean
  /** Whether the quarter is over. */
  readonly over: boolean
  /** Of a pack issued: what is said today of the same figures; `null` where the store no longer holds its quarter. */
  readonly since: readonly Revision[] | null
}

async function filesView(tx: Transaction, row: { readonly id: string; readonly version: number; readonly number: string | null }): Promise<FilesView> {
  const files = (await filesOf(tx, [row.id])).get(row.id) ?? []
  const [last] = await tx.$queryRaw<{ state: MakingState; done: number; total: number; version: number }[]>`
    select state, steps_done as done, steps_total as total, pack_version as version from pack_making where pack_id = ${row.id}::uuid and state <> 'cancelled' order by created_at desc, id desc limit 1`
  return {
    files: files.map(shownFile), madeAt: files[0]?.madeAt ?? null, outdated: row.number === null && last !== undefined && last.state === 'done' && last.version < row.version,
    making: last === undefined || last.state === 'done' ? null : { state: last.state, done: last.done, total: last.total },
  }
}

/** A pack as whoever may read it sees it; `null` for anyone else, and for a draft whose quarter the store no longer holds. */
export async function packView(actor: Actor, id: string): Promise<PackView | null> {
  if (!isUuid(id) || !can(actor, 'pack.read')) return null
  const found = await inActorTransaction(actor, async (tx) => {
    const basins = await knownBasins(tx)
    const row = await packRow(tx, actor, basins, id)
    return row === null ? null : { basins, row }
  })
  if (found === null) return null
  const { basins, row } = found
  const mayPrepare = mayPreparePack(actor, row.place) && row.operatorId === actor.operatorId
  const store = row.number === null || mayPrepare ? await readStore(basins, row.place, row.quarter, row.locale) : null
  const today = isoOf(await civilDay(actor.timeZone))
  return inActorTransaction(actor, async (tx) => {
    const content = row.number !== null ? await issuedContent(tx, id) : store === null ? null : await draftContent(tx, actor, row, row.place, store)
    if (content === null) return null
    const now = row.number === null || store === null ? null : contentOf({ place: row.place, quarter: row.quarter, locale: row.locale, operator: null, comments: {}, madeOn: today, replaces: null, reason: null, earlier: null }, store)
    return {
      id, version: row.version, content, fingerprint: row.fingerprint, issuedOn: row.issuedOn, replacedBy: await replacementOf(tx, id), files: await filesView(tx, row), mayPrepare,
      over: quarterOver(row.quarter, today), since: now === null ? null : revisionsSince(content, now.figures, now.quarters),
    }
  })
}

export interface OpenedPackFile {
  readonly fileName: string
  readonly format: PackFormat
  readonly bytes: Buffer
}

/** A file of a pack, for whoever may read it; journaled. `null` for anyone else, where it is gone, and where it is not the one that was made. */
export async function openPackFile(actor: Actor, id: string, format: string, kept: Storage = storage()): Promise<OpenedPackFile | null> {
  if (!isUuid(id) || !can(actor, 'pack.read')) return null
  const at = await moment(actor.timeZone)
  const found = await inActorTransaction(actor, async (tx) => {
    const row = await packRow(tx, actor, await knownBasins(tx), id)
    if (row === null) return null
    const [file] = await tx.$queryRaw<{ fileName: string; format: PackFormat; key: string; sha256: string }[]>`
      select file_name as "fileName", format, storage_key as key, sha256 from pack_file
      where pack_id = ${id}::uuid and format = ${format} and issued = ${row.number !== null} order by made_at desc, id desc limit 1`
    return file === undefined ? null : { row, file }
  })
  if (found === null) return null
  const { row, file } = found
  const bytes = await kept.read(file.key)
  const whole = bytes !== null && sha256(bytes) === file.sha256
  // A committee member and the platform have no chain of an operator: theirs is the platform's.
  await inActorTransaction(actor, (tx) => journalPack(tx, { id, operatorId: actor.operatorId }, whole ? 'downloaded' : 'altered', actor.accountId, at, { number: row.number, format }))
  return whole ? { fileName: file.fileName, format: file.format, bytes } : null
}

/** What the last issued pack of a place said, and what is said today of the same figures. */
export interface AsOfPack {
  readonly id: string
  readonly number: string
  readonly issuedOn: string
  readonly quarter: string
  readonly content: Pick<PackContent, 'figures' | 'place' | 'quarters'>
  readonly changes: readonly Revision[]
}

/** The same for a dashboard of a place and a quarter, by whoever reads packs of it; `null` where none was issued, or none may be read. */
export async function asOfLastPack(actor: Actor, wanted: Place, quarter: string, locale: Locale = actor.locale): Promise<AsOfPack | null> {
  if (!can(actor, 'pack.read')) return null
  const found = await inActorTransaction(actor, async (tx) => {
    const basins = await knownBasins(tx)
    const place = knownPlace(basins, wanted)
    const last = place === null ? null : await lastIssued(tx, actor.operatorId, place, quarter)
    // Asked again through the pack itself: whoever may not read it learns nothing.
    return last === null || place === null || (await packRow(tx, actor, basins, last.id)) === null ? null : { basins, place, last }
  })
  if (found === null) return null
  const { basins, place, last } = found
  const store = await readStore(basins, place, last.quarter, locale)
  const now = store === null ? null : contentOf({ place, quarter: last.quarter, locale, operator: null, comments: {}, madeOn: last.issuedOn, replaces: null, reason: null, earlier: null }, store)
  return { id: last.id, number: last.number, issuedOn: last.issuedOn, quarter: last.quarter, content: last.content, changes: now === null ? [] : revisionsSince(last.content, now.figures, now.quarters) }
}

/** What stands of packs beside the figures of a place: the quarter whose pack can be prepared, and the last one issued. */
export interface PackBeside {
  /** The last quarter of the store that is not after the period shown. */
  readonly quarter: string | null
  readonly mayPrepare: boolean
  readonly asOf: AsOfPack | null
}

/** The same for a dashboard of a place, up to a day; `null` for a role that reads no pack. */
export async function packBeside(actor: Actor, wanted: Place, to: Day): Promise<PackBeside | null> {
  if (!can(actor, 'pack.read')) return null
  const edition = await territoryEdition()
  const quarter = edition?.quarters.find((one) => day(one.from) <= to)?.code ?? null
  const place = knownPlace(await inActorTransaction(actor, knownBasins), wanted)
  return { quarter, mayPrepare: quarter !== null && place !== null && mayPreparePack(actor, place), asOf: quarter === null ? null : await asOfLastPack(actor, wanted, quarter) }
}
