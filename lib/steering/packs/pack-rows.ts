import type { Actor } from '../../access/actor.ts'
import type { Transaction } from '../../database/client.ts'
import { Prisma } from '../../database/generated/client.ts'
import type { TerritoryLevel } from '../../indicators/slices.ts'
import type { Locale } from '../../wording/locale.ts'
import type { PackContent } from './content.ts'
import { knownPlace, mayReadPack, type KnownBasin, type KnownPlace } from './places.ts'
import type { PackSection } from './sections.ts'

export type Comments = Readonly<Partial<Record<PackSection, string>>>

/** A row of committee_pack, its content left aside. */
export interface PackRow {
  readonly id: string
  readonly operatorId: string | null
  readonly quarter: string
  readonly level: TerritoryLevel
  readonly code: string
  readonly placeName: string
  readonly locale: Locale
  readonly comments: Comments
  readonly version: number
  readonly supersedes: string | null
  readonly reason: string | null
  readonly changedBy: string
  readonly changedAt: Date
  readonly number: string | null
  readonly fingerprint: string | null
  /** ISO text. */
  readonly issuedOn: string | null
}

const COLUMNS = Prisma.sql`
  p.id, p.operator_id as "operatorId", p.quarter, p.place_level as level, p.place_code as code, p.place_name as "placeName", p.locale, p.comments, p.version,
  p.supersedes, p.reason, p.changed_by as "changedBy", p.changed_at as "changedAt", p.number, p.fingerprint, p.issued_on::text as "issuedOn"`

/** A pack, for whoever may read it; `null` for anyone else. */
export async function packRow(tx: Transaction, actor: Actor, basins: readonly KnownBasin[], id: string, lock = false): Promise<(PackRow & { readonly place: KnownPlace }) | null> {
  const [row] = await tx.$queryRaw<PackRow[]>`select ${COLUMNS} from committee_pack p where p.id = ${id}::uuid ${lock ? Prisma.sql`for update` : Prisma.empty}`
  if (row === undefined) return null
  const place = knownPlace(basins, row)
  return place !== null && mayReadPack(actor, place, { operatorId: row.operatorId, issued: row.number !== null }) ? { ...row, place } : null
}

/** The packs that row-level security shows, the last changed or issued first, those the actor may not read left out. */
export async function packRows(tx: Transaction, actor: Actor, basins: readonly KnownBasin[]): Promise<readonly (PackRow & { readonly place: KnownPlace; readonly operator: string | null })[]> {
  const rows = await tx.$queryRaw<(PackRow & { operator: string | null })[]>`
    select ${COLUMNS}, p.content->>'operator' as operator from committee_pack p order by coalesce(p.issued_at, p.changed_at) desc, p.id desc limit 400`
  return rows.flatMap((row) => {
    const place = knownPlace(basins, row)
    return place !== null && mayReadPack(actor, place, { operatorId: row.operatorId, issued: row.number !== null }) ? [{ ...row, place }] : []
  })
}

/** The frozen content of an issued pack that row-level security shows. */
export async function issuedContent(tx: Transaction, id: string): Promise<PackContent | null> {
  const [row] = await tx.$queryRaw<{ content: PackContent }[]>`select content from committee_pack where id = ${id}::uuid and number is not null`
  return row?.content ?? null
}

export interface IssuedPack {
  readonly id: string
  readonly number: string
  readonly quarter: string
  readonly issuedOn: string
  readonly content: PackContent
}

/**
 * The pack issued last for a place, of its quarter or one before, by whom it is shown to: what a new one is compared with.
 * @param besides a pack that is not to be compared with itself
 */
export async function lastIssued(tx: Transaction, operatorId: string | null, { level, code }: { readonly level: TerritoryLevel; readonly code: string }, quarter: string, besides: string | null = null): Promise<IssuedPack | null> {
  const [row] = await tx.$queryRaw<IssuedPack[]>`
    select id, number, quarter, issued_on::text as "issuedOn", content from committee_pack
    where number is not null and operator_id is not distinct from ${operatorId}::uuid and place_level = ${level} and place_code = ${code} and quarter <= ${quarter}
      and id is distinct from ${besides}::uuid
    order by quarter desc, serial desc limit 1`
  return row ?? null
}

/** The number of the pack that took a pack's place, if one did. */
export async function replacementOf(tx: Transaction, id: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ number: string }[]>`select number from committee_pack where supersedes = ${id}::uuid and number is not null limit 1`
  return row?.number ?? null
}
