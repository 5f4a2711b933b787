import type { Actor } from '../access/actor.ts'
import { can } from '../access/can.ts'
import { isoOf } from '../accord/calendar/day.ts'
import { civilDay, moment } from '../clock/civil-day.ts'
import { KEPT_TEXT } from '../database/kept-text.ts'
import { inActorTransaction } from '../database/transactions.ts'
import { definitionNamed } from './definitions.ts'
import { journalExport, takeJob } from './job.ts'
import { makeExport } from './make-export.ts'
import { EXPORT_FORMATS, type ExportFormat, type ExportParams } from './sheet.ts'

/** So many rows are made while the person waits; more are left to the worker. */
export const MADE_AT_ONCE = 2_000
/** Exports that one person may have under way. */
export const MOST_UNDER_WAY = 5

const MOST_PARAMS = 4_000
const MOST_FILTER_LINES = 60

export interface ExportRequest {
  /** Name of what is exported: `caseload`. */
  readonly definition: string
  /** What is asked of it, as the address of its screen says it: for the caseload, `search` is the query of `/dossiers`. */
  readonly params: ExportParams
  readonly format: ExportFormat
  /** The filters at work, in the words of the screen: what the export says of itself. */
  readonly filter: readonly string[]
}

export type ExportOutcome =
  /** It can be downloaded now. */
  | { readonly kind: 'done'; readonly id: string; readonly rows: number }
  /** The worker makes it; it is found among the person's exports. */
  | { readonly kind: 'under_way'; readonly id: string; readonly rows: number }
  | { readonly kind: 'too_many' }
  | { readonly kind: 'not_allowed' }
  | { readonly kind: 'invalid' }

function valid({ definition, params, format, filter }: ExportRequest): boolean {
  return EXPORT_FORMATS.includes(format) && definitionNamed(definition) !== null && JSON.stringify(params).length <= MOST_PARAMS &&
    Object.values(params).every((said) => KEPT_TEXT.test(said)) && filter.length <= MOST_FILTER_LINES && filter.every((line) => line.length <= 1_000 && KEPT_TEXT.test(line))
}

/**
 * Exports what a screen shows, with the rights of who asks. A short one is made at once; a long one is left to the worker.
 * Kept for seven days, for its owner alone; journaled.
 */
export async function requestExport(actor: Actor, request: ExportRequest): Promise<ExportOutcome> {
  const definition = definitionNamed(request.definition)
  if (definition === null || !valid(request)) return { kind: 'invalid' }
  if (actor.operatorId === null || !can(actor, 'export.make')) return { kind: 'not_allowed' }
  const { operatorId } = actor
  const rows = await definition.count(actor, request.params)
  if (rows === null) return { kind: 'not_allowed' }
  const [today, at] = [await civilDay(actor.timeZone), await moment(actor.timeZone)]
  const fileName = `${definition.fileStem(actor.locale)}-${isoOf(today)}.${request.format}`
  const asked = await inActorTransaction(actor, async (tx) => {
    // Two requests at once are counted one after the other.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`exports:${actor.accountId}`}, 0))`
    const [busy] = await tx.$queryRaw<[{ count: number }]>`
      select count(*)::integer as count from export_job where account_id = ${actor.accountId}::uuid and state in ('waiting', 'running')`
    if (busy.count >= MOST_UNDER_WAY) return null
    const [job] = await tx.$queryRaw<[{ id: string }]>`
      insert into export_job (operator_id, account_id, definition, params, filter, format, locale, role, basin_ids, stands_in_for, state, rows_total, file_name, created_at)
      values (${operatorId}::uuid, ${actor.accountId}::uuid, ${request.definition}, ${JSON.stringify(request.params)}::jsonb, ${[...request.filter]}::text[],
              ${request.format}, ${actor.locale}, ${actor.role}, ${[...actor.basinIds]}::uuid[], ${[...actor.standsInFor]}::uuid[], 'waiting', ${rows}, ${fileName}, ${at}::timestamptz)
      returning id`
    await journalExport(tx, { id: job.id, operatorId }, 'requested', actor.accountId, at, {
      definition: request.definition, format: request.format, rows, params: { ...request.params }, filter: [...request.filter],
    })
    // A short one is held before anyone else can see it wait.
    return { id: job.id, held: rows <= MADE_AT_ONCE ? await takeJob(tx, job.id) : null }
  })
  if (asked === null) return { kind: 'too_many' }
  const made = asked.held === null ? null : await makeExport(asked.held)
  return { kind: made?.kind === 'made' ? 'done' : 'under_way', id: asked.id, rows }
}
