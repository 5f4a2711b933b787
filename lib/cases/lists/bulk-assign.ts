import { z } from 'zod'
import type { Actor } from '../../access/actor.ts'
import { can } from '../../access/can.ts'
import { civilDay, moment } from '../../clock/civil-day.ts'
import type { Transaction } from '../../database/client.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import { assignmentReason, giveFile } from '../commands/assign-file.ts'
import type { LoadChange } from '../commands/reassign-caseload.ts'
import { fieldErrorsOf } from '../field-errors.ts'
import { fileForAssignment } from '../locked-file.ts'
import type { Invalid, NotAllowed } from '../outcomes.ts'
import { candidatesIn } from '../owners.ts'
import { share, type Colleague, type Sharing } from '../sharing.ts'
import { bulkResult, doLines, runExists, startRun, type PlannedLine } from './bulk-run.ts'
import { selectedFiles, selectionSchema, type Selected, type SelectedFile } from './selection.ts'
import type { BulkResult, Selection } from './views.ts'

const previewSchema = z.strictObject({
  selection: selectionSchema,
  /** One colleague, or several among whom the files are shared out. */
  toIds: z.array(z.uuid('not_an_option')).min(1, 'required').max(50, 'too_long'),
})
const assignSchema = previewSchema.extend({ reason: assignmentReason, submissionId: z.uuid() })
export interface BulkAssignInput {
  readonly selection: Selection
  readonly toIds: readonly string[]
  readonly reason: string
  readonly submissionId: string
}

type NotSelected = Exclude<Selected, { kind: 'selected' }>

export type BulkAssignPreview =
  | {
      readonly kind: 'preview'
      readonly asked: number
      /** Files that would change hands. */
      readonly given: number
      /** Files that stay: their counsellor is chosen already, they are closed, or no one chosen works in their basin. */
      readonly already: number
      readonly closed: number
      readonly left: readonly string[]
      readonly loads: readonly LoadChange[]
    }
  | NotSelected
  | Invalid
  | NotAllowed

export type BulkAssignOutcome = { readonly kind: 'done'; readonly result: BulkResult } | NotSelected | Invalid | NotAllowed

export interface Receiver extends Colleague {
  readonly name: string
  readonly basinNames: readonly string[]
}

/** The colleagues whom the actor can give files to: those who work in one of their basins, with their live files. */
export async function receivers(actor: Actor): Promise<Receiver[]> {
  if (!can(actor, 'file.assign')) return []
  return inActorTransaction(actor, (tx) => colleagues(tx, actor, null))
}

function colleagues(tx: Transaction, actor: Actor, ids: readonly string[] | null): Promise<Receiver[]> {
  return tx.$queryRaw<Receiver[]>`
    select k.id, k.display_name as name,
           (select count(*)::integer from case_file c where c.counsellor_id = k.id and not c.closed) as load,
           array(select ab.basin_id::text from account_basin ab where ab.account_id = k.id) as "basinIds",
           array(select b.name::text from account_basin ab join basin b on b.id = ab.basin_id where ab.account_id = k.id order by 1) as "basinNames"
    from account k
    where k.active and k.role in ('counsellor', 'referent', 'manager') and (${ids === null} or k.id = any(${[...(ids ?? [])]}::uuid[]))
      and exists (select from account_basin ab where ab.account_id = k.id and ab.basin_id = any(${[...actor.basinIds]}::uuid[]))
    order by k.display_name, k.id`
}

interface Plan {
  readonly files: readonly SelectedFile[]
  readonly sharing: Sharing
  /** Why a file stays where it is, by its id. */
  readonly stays: ReadonlyMap<string, 'already' | 'closed' | 'no_taker' | 'not_allowed'>
  readonly loads: readonly LoadChange[]
}

async function plan(tx: Transaction, actor: Actor, selection: z.output<typeof selectionSchema>, toIds: readonly string[]): Promise<Plan | NotSelected | Invalid> {
  const takers = await colleagues(tx, actor, toIds)
  if (takers.length !== new Set(toIds).size) return { kind: 'invalid', fields: { toIds: 'not_an_option' } }
  const selected = await selectedFiles(tx, actor, selection, await civilDay(actor.timeZone))
  if (selected.kind !== 'selected') return selected
  const { files } = selected
  const stays = new Map<string, 'already' | 'closed' | 'no_taker' | 'not_allowed'>()
  for (const file of files) {
    if (!can(actor, 'file.assign', file)) stays.set(file.id, 'not_allowed')
    else if (file.closed) stays.set(file.id, 'closed')
    else if (toIds.includes(file.counsellorId)) stays.set(file.id, 'already')
  }
  const sharing = share(files.filter(({ id }) => !stays.has(id)), takers)
  for (const id of sharing.left) stays.set(id, 'no_taker')
  return { files, sharing, stays, loads: await loadsOf(tx, files, sharing, takers) }
}

async function loadsOf(tx: Transaction, files: readonly SelectedFile[], sharing: Sharing, takers: readonly Receiver[]): Promise<LoadChange[]> {
  const lost = new Map<string, number>()
  for (const file of files) if (sharing.given.has(file.id)) lost.set(file.counsellorId, (lost.get(file.counsellorId) ?? 0) + 1)
  const givers = await tx.$queryRaw<{ id: string; name: string; load: number }[]>`
    select k.id, k.display_name as name, (select count(*)::integer from case_file c where c.counsellor_id = k.id and not c.closed) as load
    from account k where k.id = any(${[...lost.keys()]}::uuid[]) order by k.display_name, k.id`
  return [
    ...givers.map(({ id, name, load }) => ({ id, name, before: load, after: load - lost.get(id)! })),
    ...takers.map(({ id, name, load }) => ({ id, name, before: load, after: sharing.loads.get(id)! })),
  ]
}

/** What giving a selection to colleagues would do: the loads before and after, and the files that would stay. */
export async function previewBulkAssign(actor: Actor, input: Omit<BulkAssignInput, 'reason' | 'submissionId'>): Promise<BulkAssignPreview> {
  if (!can(actor, 'file.assign')) return { kind: 'not_allowed' }
  const parsed = previewSchema.safeParse(input)
  if (!parsed.success) return { kind: 'invalid', fields: fieldErrorsOf(parsed.error) }
  return inActorTransaction(actor, async (tx): Promise<BulkAssignPreview> => {
    const planned = await plan(tx, actor, parsed.data.selection, parsed.data.toIds)
    if ('kind' in planned) return planned
    const counted = (why: string) => [...planned.stays.values()].filter((one) => one === why).length
    return {
      kind: 'preview',
      asked: planned.files.length,
      given: planned.sharing.given.size,
      already: counted('already'),
      closed: counted('closed'),
      left: planned.files.filter(({ id }) => planned.stays.get(id) === 'no_taker').map(({ reference }) => reference),
      loads: planned.loads,
    }
  })
}

/**
 * Gives the files of a selection to one colleague, or shares them out among several, each in the basins they work in; with
 * a reason that stays in each file's history. A file whose counsellor changed meanwhile is given all the same; one that
 * closed, or left the actor's basins, is not.
 */
export async function bulkAssign(actor: Actor, input: BulkAssignInput): Promise<BulkAssignOutcome> {
  if (!can(actor, 'file.assign')) return { kind: 'not_allowed' }
  const parsed = assignSchema.safeParse(input)
  if (!parsed.success) return { kind: 'invalid', fields: fieldErrorsOf(parsed.error) }
  const { selection, toIds, reason, submissionId } = parsed.data
  const refused = await inActorTransaction(actor, async (tx): Promise<NotSelected | Invalid | null> => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('bulk_run ' || ${submissionId}, 0))`
    if (await runExists(tx, submissionId)) return null
    const planned = await plan(tx, actor, selection, toIds)
    if ('kind' in planned) return planned
    const lines = planned.files.map(({ id }): PlannedLine => {
      const stays = planned.stays.get(id)
      return stays === undefined ? { caseId: id, targetId: planned.sharing.given.get(id)! } : { caseId: id, outcome: stays }
    })
    await startRun(tx, actor, submissionId, 'assign', lines)
    return null
  })
  if (refused !== null) return refused
  const at = await moment(actor.timeZone)
  await doLines(actor, submissionId, async (tx, line) => {
    const row = await fileForAssignment(tx, line.reference)
    if (row === null || line.targetId === null || !can(actor, 'file.assign', row)) return { outcome: 'not_allowed' }
    if (row.counsellorId === line.targetId) return { outcome: 'already' }
    const [{ closed }] = await tx.$queryRaw<[{ closed: boolean }]>`select closed from case_file where id = ${row.id}::uuid`
    if (closed) return { outcome: 'closed' }
    if (!(await candidatesIn(tx, row.basinId)).some(({ id }) => id === line.targetId)) return { outcome: 'no_taker' }
    await giveFile(tx, row, { counsellorId: line.targetId, referentId: row.referentId }, { accountId: actor.accountId, at, reason })
    return { outcome: 'done' }
  })
  const result = await bulkResult(actor, submissionId)
  return result === null ? { kind: 'not_allowed' } : { kind: 'done', result }
}
