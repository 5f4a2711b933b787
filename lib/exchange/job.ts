// The rows of export_job: how one is taken, kept alive, ended. A job is done by one maker at a time, who holds a lease; a
// maker who dies lets it run out, and the next begins again from nothing.
import type { Actor } from '../access/actor.ts'
import type { Json } from '../database/journal-hash.ts'
import { writeJournal } from '../database/journal.ts'
import type { Transaction } from '../database/client.ts'
import { inSystemTransaction } from '../database/transactions.ts'
import { LEASE_SECONDS } from '../storage/maker.ts'
import type { Locale } from '../wording/locale.ts'
import type { ExportFormat, ExportParams } from './sheet.ts'

export const EXPORT_STATES = ['waiting', 'running', 'done', 'failed', 'cancelled', 'expired'] as const
export type ExportState = (typeof EXPORT_STATES)[number]

/** Why an export failed for good: its maker stumbled too often, or the person may no longer have it. */
export const EXPORT_ERRORS = ['gave_up', 'not_allowed', 'unknown_definition'] as const
export type ExportError = (typeof EXPORT_ERRORS)[number]

/** How long a finished export is kept. */
export const KEPT_DAYS = 7

export interface HeldJob {
  readonly id: string
  readonly operatorId: string
  readonly accountId: string
  readonly definition: string
  readonly params: ExportParams
  readonly filter: readonly string[]
  readonly format: ExportFormat
  readonly locale: Locale
  readonly attempts: number
  readonly lease: string
  readonly rowsTotal: number
  readonly createdAt: Date
  /** What a maker before left, to take away first. */
  readonly leftKey: string | null
}

/**
 * Takes the job that waits for the longest, or whose maker is gone; two makers take different ones.
 * @param only this one alone
 */
export async function takeJob(tx: Transaction, only: string | null = null): Promise<HeldJob | null> {
  const [job] = await tx.$queryRaw<HeldJob[]>`
    update export_job set state = 'running', rows_done = 0, attempts = attempts + 1, lease = gen_random_uuid(),
                          lease_until = now() + make_interval(secs => ${LEASE_SECONDS})
    where id = (select id from export_job
                where (state = 'waiting' or (state = 'running' and lease_until < now())) and (${only}::uuid is null or id = ${only}::uuid)
                order by created_at, id for update skip locked limit 1)
    returning id, operator_id as "operatorId", account_id as "accountId", definition, params, filter, format, locale, attempts, lease,
              rows_total as "rowsTotal", created_at as "createdAt", storage_key as "leftKey"`
  return job ?? null
}

type Held = Pick<HeldJob, 'id' | 'operatorId' | 'lease'>

/** Says which key the maker writes to, before the first byte. @returns whether the job is still the maker's */
export function tellKey(job: Held, storageKey: string): Promise<boolean> {
  return inSystemTransaction(job.operatorId, async (tx) => {
    return (await tx.$executeRaw`update export_job set storage_key = ${storageKey} where id = ${job.id}::uuid and lease = ${job.lease}::uuid`) === 1
  })
}

/** Says how far the maker is, and that it lives. @returns whether the job is still the maker's: cancelled or taken over, it is not */
export function tellProgress(job: Held, rowsDone: number): Promise<boolean> {
  return inSystemTransaction(job.operatorId, async (tx) => {
    const kept = await tx.$executeRaw`
      update export_job set rows_done = ${rowsDone}, lease_until = now() + make_interval(secs => ${LEASE_SECONDS})
      where id = ${job.id}::uuid and lease = ${job.lease}::uuid`
    return kept === 1
  })
}

/** Lets go of a job that another maker is to begin again, at once. */
export async function putBack(job: Held): Promise<void> {
  await inSystemTransaction(job.operatorId, (tx) => tx.$executeRaw`
    update export_job set state = 'waiting', lease = null, lease_until = null, attempts = greatest(0, attempts - 1)
    where id = ${job.id}::uuid and lease = ${job.lease}::uuid`)
}

export async function journalExport(tx: Transaction, job: { readonly id: string; readonly operatorId: string | null }, action: string, actorId: string | null, at: Date, detail: { readonly [key: string]: Json } = {}): Promise<void> {
  await writeJournal(tx, { operatorId: job.operatorId, actorId, action: `export.${action}`, at, detail: { export: job.id, ...detail } })
}

/** Ends a job that cannot be made. */
export async function failJob(job: Held & Pick<HeldJob, 'accountId'>, error: ExportError, at: Date): Promise<void> {
  await inSystemTransaction(job.operatorId, async (tx) => {
    const ended = await tx.$executeRaw`
      update export_job set state = 'failed', error = ${error}, lease = null, lease_until = null, finished_at = ${at}::timestamptz
      where id = ${job.id}::uuid and lease = ${job.lease}::uuid`
    if (ended === 1) await journalExport(tx, job, 'failed', job.accountId, at, { error })
  })
}

export interface MadeFile {
  readonly size: number
  readonly sha256: string
  readonly rows: number
}

/** Ends a job whose file is whole. @returns false where it is no longer the maker's */
export function finishJob(job: Held & Pick<HeldJob, 'accountId'>, actor: Pick<Actor, 'role' | 'basinIds' | 'standsInFor'>, made: MadeFile, at: Date): Promise<boolean> {
  return inSystemTransaction(job.operatorId, async (tx) => {
    const ended = await tx.$executeRaw`
      update export_job set state = 'done', rows_done = ${made.rows}, rows_total = ${made.rows}, size = ${made.size}, sha256 = ${made.sha256},
             role = ${actor.role}, basin_ids = ${[...actor.basinIds]}::uuid[], stands_in_for = ${[...actor.standsInFor]}::uuid[], lease = null, lease_until = null,
             finished_at = ${at}::timestamptz, expires_at = ${at}::timestamptz + make_interval(days => ${KEPT_DAYS})
      where id = ${job.id}::uuid and lease = ${job.lease}::uuid`
    if (ended === 1) await journalExport(tx, job, 'made', job.accountId, at, { rows: made.rows, size: made.size, sha256: made.sha256 })
    return ended === 1
  })
}
