import type { Readable } from 'node:stream'
import type { Actor } from '../access/actor.ts'
import { can, reachOf } from '../access/can.ts'
import { isUuid } from '../cases/write-path.ts'
import { moment } from '../clock/civil-day.ts'
import { inActorTransaction } from '../database/transactions.ts'
import { storage, type Storage } from '../storage/index.ts'
import { journalExport, type ExportError, type ExportState } from './job.ts'
import type { ExportFormat } from './sheet.ts'
import { definitionNamed } from './definitions.ts'

/** One of the exports of a person, as their list shows it. */
export interface OwnExport {
  readonly id: string
  readonly title: string
  readonly filter: readonly string[]
  readonly format: ExportFormat
  readonly fileName: string
  readonly state: ExportState
  readonly rowsDone: number
  readonly rowsTotal: number
  readonly size: number | null
  readonly error: ExportError | null
  readonly createdAt: Date
  readonly finishedAt: Date | null
  /** Its last moment. */
  readonly expiresAt: Date | null
}

/** The exports of who asks, the last first; `null` for a role that makes none. */
export async function ownExports(actor: Actor): Promise<readonly OwnExport[] | null> {
  if (!can(actor, 'export.make')) return null
  const at = await moment(actor.timeZone)
  const rows = await inActorTransaction(actor, (tx) => tx.$queryRaw<(OwnExport & { definition: string })[]>`
    select id, definition, filter, format, file_name as "fileName",
           -- Past its week it is gone, whether or not the worker has taken it away.
           case when state = 'done' and expires_at <= ${at}::timestamptz then 'expired' else state end as state,
           rows_done as "rowsDone", rows_total as "rowsTotal", size, error, created_at as "createdAt", finished_at as "finishedAt", expires_at as "expiresAt"
    from export_job where account_id = ${actor.accountId}::uuid order by created_at desc, id desc limit 100`)
  return rows.map(({ definition, ...row }) => ({ ...row, title: definitionNamed(definition)?.title(actor.locale) ?? definition }))
}

export interface OpenedExport {
  readonly fileName: string
  readonly format: ExportFormat
  readonly size: number
  readonly content: Readable
}

interface KeptExport {
  readonly storageKey: string
  readonly fileName: string
  readonly format: ExportFormat
  readonly size: number
  readonly sha256: string
  readonly role: string
  readonly basinIds: readonly string[]
  readonly standsInFor: readonly string[]
}

/** Whether someone still reaches what they reached when the export was made. */
function stillReaches(actor: Actor, made: Pick<KeptExport, 'role' | 'basinIds' | 'standsInFor'>): boolean {
  if (!can(actor, 'export.make') || actor.role !== made.role) return false
  switch (reachOf(actor, 'export.make')) {
    case 'own':
      // The files of an absent colleague were theirs for those days only.
      return made.standsInFor.every((absent) => actor.standsInFor.includes(absent))
    case 'basins':
      return made.basinIds.every((basin) => actor.basinIds.includes(basin))
    default:
      return true
  }
}

/**
 * The file of an export, for its owner, who must still have the rights it was made with; journaled. `null` for anyone else,
 * and once it is gone.
 */
export async function openExport(actor: Actor, id: string, kept: Storage = storage()): Promise<OpenedExport | null> {
  if (!isUuid(id) || actor.operatorId === null) return null
  const at = await moment(actor.timeZone)
  const job = await inActorTransaction(actor, async (tx) => {
    const [row] = await tx.$queryRaw<KeptExport[]>`
      select storage_key as "storageKey", file_name as "fileName", format, size, sha256, role, basin_ids as "basinIds", stands_in_for as "standsInFor" from export_job
      where id = ${id}::uuid and account_id = ${actor.accountId}::uuid and state = 'done' and expires_at > ${at}::timestamptz`
    return row ?? null
  })
  if (job === null || !stillReaches(actor, job)) return null
  const content = await kept.open(job.storageKey)
  if (content === null) return null
  try {
    await inActorTransaction(actor, (tx) => journalExport(tx, { id, operatorId: actor.operatorId }, 'downloaded', actor.accountId, at, { sha256: job.sha256 }))
  } catch (error) {
    // What is not journaled does not leave.
    content.destroy()
    throw error
  }
  return { fileName: job.fileName, format: job.format, size: job.size, content }
}

/** Stops an export under way; whoever makes it notices at its next batch. @returns whether there was one to stop */
export async function cancelExport(actor: Actor, id: string): Promise<boolean> {
  if (!isUuid(id)) return false
  const at = await moment(actor.timeZone)
  return inActorTransaction(actor, async (tx) => {
    const stopped = await tx.$executeRaw`
      update export_job set state = 'cancelled', lease = null, lease_until = null, finished_at = ${at}::timestamptz
      where id = ${id}::uuid and account_id = ${actor.accountId}::uuid and state in ('waiting', 'running')`
    if (stopped === 1) await journalExport(tx, { id, operatorId: actor.operatorId }, 'cancelled', actor.accountId, at)
    return stopped === 1
  })
}

/** Takes an ended export away before its week: the file, then its line. @returns whether there was one */
export async function removeExport(actor: Actor, id: string, kept: Storage = storage()): Promise<boolean> {
  if (!isUuid(id)) return false
  const at = await moment(actor.timeZone)
  const ended = await inActorTransaction(actor, async (tx) => {
    const [row] = await tx.$queryRaw<{ storageKey: string | null }[]>`
      select storage_key as "storageKey" from export_job
      where id = ${id}::uuid and account_id = ${actor.accountId}::uuid and state not in ('waiting', 'running')`
    return row ?? null
  })
  if (ended === null) return false
  if (ended.storageKey !== null) await kept.remove(ended.storageKey)
  return inActorTransaction(actor, async (tx) => {
    const gone = await tx.$executeRaw`
      delete from export_job where id = ${id}::uuid and account_id = ${actor.accountId}::uuid and state not in ('waiting', 'running')`
    if (gone === 1) await journalExport(tx, { id, operatorId: actor.operatorId }, 'removed', actor.accountId, at)
    return gone === 1
  })
}
