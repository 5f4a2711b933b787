import { z } from 'zod'
import type { Actor } from '../../access/actor.ts'
import { can } from '../../access/can.ts'
import { isoOf } from '../../accord/calendar/day.ts'
import { parseQuarter } from '../../cases/quarter.ts'
import { isUuid } from '../../cases/write-path.ts'
import { civilDay, moment } from '../../clock/civil-day.ts'
import { KEPT_TEXT } from '../../database/kept-text.ts'
import type { Transaction } from '../../database/client.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import { digestOf } from '../../documents/fingerprint.ts'
import { readPlace } from '../../indicators/slices.ts'
import { storage, type Storage } from '../../storage/index.ts'
import { contentOf, readStore, type StoreReading } from './compose.ts'
import type { PackContent } from './content.ts'
import { askForFiles, journalPack } from './making.ts'
import { lastIssued, packRow, type Comments, type PackRow } from './pack-rows.ts'
import { knownBasins, knownPlace, mayPreparePack, servedBasins, type KnownPlace } from './places.ts'
import { PACK_SECTIONS } from './sections.ts'

/** The longest comment of a part. */
export const LONGEST_COMMENT = 4_000

export type PrepareOutcome =
  | { readonly kind: 'prepared'; readonly id: string }
  /** No such place or quarter. */
  | { readonly kind: 'not_found' }
  | { readonly kind: 'not_yours' }
  /** The quarter is not over, or is no longer counted. */
  | { readonly kind: 'not_counted' }

/** The content a draft has now: figures of the store as it was read, its own comments. */
export async function draftContent(tx: Transaction, actor: Pick<Actor, 'operatorName' | 'timeZone'>, row: DraftRow, place: KnownPlace, store: StoreReading): Promise<PackContent> {
  const earlier = await lastIssued(tx, row.operatorId, place, row.quarter, row.id)
  const [replaced] = row.supersedes === null ? [] : await tx.$queryRaw<{ number: string }[]>`select number from committee_pack where id = ${row.supersedes}::uuid`
  return contentOf({
    place, quarter: row.quarter, locale: row.locale, operator: row.operatorId === null ? null : actor.operatorName, comments: row.comments,
    madeOn: isoOf(await civilDay(actor.timeZone)), replaces: replaced?.number ?? null, reason: row.reason, earlier,
  }, store)
}

type DraftRow = Pick<PackRow, 'operatorId' | 'quarter' | 'locale' | 'comments' | 'supersedes' | 'reason'> & { readonly id: string | null }

/** The store as it stands for the place of a pack that the actor may prepare; `null` where it is not theirs, or has no figures. */
export async function storeForPack(actor: Actor, id: string): Promise<StoreReading | null> {
  const found = await inActorTransaction(actor, async (tx) => {
    const basins = await knownBasins(tx)
    const row = await packRow(tx, actor, basins, id)
    return row === null ? null : { basins, row }
  })
  return found === null ? null : readStore(found.basins, found.row.place, found.row.quarter, found.row.locale)
}

/**
 * Opens the draft of a place and a quarter, and asks for its three files: one click. A draft already open is opened again;
 * where a pack was issued for that quarter, the draft is to take its place.
 */
export async function preparePack(actor: Actor, asked: { readonly place: unknown; readonly quarter: unknown }): Promise<PrepareOutcome> {
  const wanted = readPlace(asked.place)
  const quarter = typeof asked.quarter === 'string' ? parseQuarter(asked.quarter)?.code : undefined
  if (wanted === null || quarter === undefined) return { kind: 'not_found' }
  if (!can(actor, 'pack.prepare')) return { kind: 'not_yours' }
  const at = await moment(actor.timeZone)
  const { basins, served } = await inActorTransaction(actor, async (tx) => {
    const known = await knownBasins(tx)
    return { basins: known, served: new Set((await servedBasins(tx, actor, known)).map(({ id }) => id)) }
  })
  const place = knownPlace(basins, wanted)
  if (place === null) return { kind: 'not_found' }
  // Where its operator is, and nowhere else.
  if (!mayPreparePack(actor, place) || !place.basins.some(({ id }) => served.has(id))) return { kind: 'not_yours' }
  const { operatorId, accountId, locale } = actor
  const store = await readStore(basins, place, quarter, locale)
  return inActorTransaction(actor, async (tx): Promise<PrepareOutcome> => {
    // Two clicks at once are one draft.
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`pack draft ${operatorId ?? 'platform'} ${quarter} ${place.level} ${place.code}`}, 0))::text`
    const [open] = await tx.$queryRaw<{ id: string }[]>`
      select id from committee_pack where number is null and operator_id is not distinct from ${operatorId}::uuid
        and quarter = ${quarter} and place_level = ${place.level} and place_code = ${place.code}`
    if (open !== undefined) return { kind: 'prepared', id: open.id }
    if (store === null) return { kind: 'not_counted' }
    const issued = await lastIssued(tx, operatorId, place, quarter)
    const supersedes = issued?.quarter === quarter ? issued.id : null
    const content = await draftContent(tx, actor, { id: null, operatorId, quarter, locale, comments: {}, supersedes, reason: null }, place, store)
    const [draft] = await tx.$queryRaw<[{ id: string }]>`
      insert into committee_pack (operator_id, quarter, place_level, place_code, place_name, region_code, department_codes, locale, supersedes, prepared_by, prepared_at, changed_by, changed_at)
      values (${operatorId}::uuid, ${quarter}, ${place.level}, ${place.code}, ${content.place.name}, ${place.regionCode}, ${[...place.departmentCodes]}::text[], ${locale}, ${supersedes}::uuid,
              ${accountId}::uuid, ${at}::timestamptz, ${accountId}::uuid, ${at}::timestamptz)
      returning id`
    await askForFiles(tx, { operatorId, packId: draft.id, version: 1, content, fingerprint: digestOf(content), by: accountId, at })
    await journalPack(tx, { id: draft.id, operatorId }, 'prepared', accountId, at, { quarter, level: place.level, code: place.code })
    return { kind: 'prepared', id: draft.id }
  })
}

const commentsSchema = z.partialRecord(z.enum(PACK_SECTIONS), z.string())

export type CommentProblem = { readonly kind: 'too_long'; readonly count: number } | { readonly kind: 'not_text' }

export type SaveOutcome =
  | { readonly kind: 'saved'; readonly version: number }
  | { readonly kind: 'invalid'; readonly fields: Readonly<Partial<Record<(typeof PACK_SECTIONS)[number], CommentProblem>>> }
  /** A colleague saved meanwhile: what is kept now, who and when. */
  | { readonly kind: 'stale'; readonly version: number; readonly comments: Comments; readonly by: string | null; readonly at: Date }
  | { readonly kind: 'gone' }

function readComments(input: unknown): { readonly comments: Comments; readonly fields: Partial<Record<(typeof PACK_SECTIONS)[number], CommentProblem>> } {
  const parsed = commentsSchema.safeParse(input)
  const typed = parsed.success ? parsed.data : {}
  const fields: Partial<Record<(typeof PACK_SECTIONS)[number], CommentProblem>> = {}
  const comments: Partial<Record<(typeof PACK_SECTIONS)[number], string>> = {}
  for (const section of PACK_SECTIONS) {
    const text = (typed[section] ?? '').replaceAll('\r\n', '\n').trim()
    if (text === '') continue
    if (!KEPT_TEXT.test(text)) fields[section] = { kind: 'not_text' }
    else if (text.length > LONGEST_COMMENT) fields[section] = { kind: 'too_long', count: text.length }
    comments[section] = text
  }
  return { comments, fields }
}

/** Keeps the comments of a draft, over the version that was read. */
export async function saveComments(actor: Actor, id: string, version: number, input: unknown): Promise<SaveOutcome> {
  if (!isUuid(id)) return { kind: 'gone' }
  const { comments, fields } = readComments(input)
  if (Object.keys(fields).length > 0) return { kind: 'invalid', fields }
  const at = await moment(actor.timeZone)
  return inActorTransaction(actor, async (tx): Promise<SaveOutcome> => {
    const row = await packRow(tx, actor, await knownBasins(tx), id, true)
    if (row === null || row.number !== null || !mayPreparePack(actor, row.place)) return { kind: 'gone' }
    if (row.version !== version) {
      const [who] = await tx.$queryRaw<{ name: string }[]>`select display_name as name from account where id = ${row.changedBy}::uuid`
      return { kind: 'stale', version: row.version, comments: row.comments, by: who?.name ?? null, at: row.changedAt }
    }
    if (digestOf(row.comments) === digestOf(comments)) return { kind: 'saved', version }
    await tx.$executeRaw`
      update committee_pack set comments = ${JSON.stringify(comments)}::jsonb, version = version + 1, changed_by = ${actor.accountId}::uuid, changed_at = ${at}::timestamptz where id = ${id}::uuid`
    await journalPack(tx, row, 'commented', actor.accountId, at, { version: version + 1, sections: Object.keys(comments) })
    return { kind: 'saved', version: version + 1 }
  })
}

/** Asks for the files of a pack anew: of a draft, with today's figures; of an issued one, of what was frozen, where making them failed. */
export async function remakeFiles(actor: Actor, id: string): Promise<'asked' | 'gone' | 'not_counted'> {
  if (!isUuid(id)) return 'gone'
  const at = await moment(actor.timeZone)
  const store = await storeForPack(actor, id)
  return inActorTransaction(actor, async (tx) => {
    const row = await packRow(tx, actor, await knownBasins(tx), id, true)
    if (row === null || !mayPreparePack(actor, row.place) || row.operatorId !== actor.operatorId) return 'gone'
    if (row.number !== null) {
      const [made] = await tx.$queryRaw<{ one: number }[]>`select 1 as one from pack_making where pack_id = ${id}::uuid and issued and state in ('waiting', 'running', 'done') limit 1`
      const [frozen] = await tx.$queryRaw<{ content: PackContent; fingerprint: string }[]>`select content, fingerprint from committee_pack where id = ${id}::uuid`
      if (made === undefined && frozen !== undefined) await askForFiles(tx, { operatorId: row.operatorId, packId: id, version: row.version, ...frozen, by: actor.accountId, at })
      return 'asked'
    }
    if (store === null) return 'not_counted'
    const content = await draftContent(tx, actor, row, row.place, store)
    await askForFiles(tx, { operatorId: row.operatorId, packId: id, version: row.version, content, fingerprint: digestOf(content), by: actor.accountId, at })
    return 'asked'
  })
}

/** Gives a draft up, with its files. @returns whether there was one */
export async function discardDraft(actor: Actor, id: string, kept: Storage = storage()): Promise<boolean> {
  if (!isUuid(id)) return false
  const at = await moment(actor.timeZone)
  const keys = await inActorTransaction(actor, async (tx) => {
    const row = await packRow(tx, actor, await knownBasins(tx), id, true)
    if (row === null || row.number !== null || !mayPreparePack(actor, row.place)) return null
    const files = await tx.$queryRaw<{ key: string }[]>`select storage_key as key from pack_file where pack_id = ${id}::uuid`
    const left = await tx.$queryRaw<{ keys: string[] }[]>`select left_keys as keys from pack_making where pack_id = ${id}::uuid`
    await tx.$executeRaw`delete from pack_file where pack_id = ${id}::uuid`
    await tx.$executeRaw`delete from pack_making where pack_id = ${id}::uuid`
    await tx.$executeRaw`delete from committee_pack where id = ${id}::uuid`
    await journalPack(tx, row, 'discarded', actor.accountId, at, { quarter: row.quarter, level: row.level, code: row.code })
    return [...files.map(({ key }) => key), ...left.flatMap((one) => one.keys)]
  })
  for (const key of keys ?? []) await kept.remove(key)
  return keys !== null
}

