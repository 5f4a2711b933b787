import { z } from 'zod'
import type { Actor } from '../../access/actor.ts'
import { can } from '../../access/can.ts'
import { scopeCondition } from '../../access/scope.ts'
import { moment } from '../../clock/civil-day.ts'
import type { Transaction } from '../../database/client.ts'
import { Prisma } from '../../database/generated/client.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import { fieldErrorsOf } from '../field-errors.ts'
import type { FileRow } from '../locked-file.ts'
import type { Invalid, NotAllowed } from '../outcomes.ts'
import { share, type Colleague, type Sharing } from '../sharing.ts'
import { assignmentReason, giveFile } from './assign-file.ts'

const reassignSchema = z.strictObject({
  /** Whose live files are given away. */
  fromId: z.uuid('not_an_option'),
  /** One colleague, or several among whom the files are shared out. */
  toIds: z.array(z.uuid('not_an_option')).min(1, 'required').max(50, 'too_long'),
  reason: assignmentReason,
})
export type ReassignInput = z.input<typeof reassignSchema>

export interface LoadChange {
  readonly id: string
  readonly name: string
  readonly before: number
  readonly after: number
}

export type ReassignPreview =
  | {
      readonly kind: 'preview'
      /** Files that would go. */
      readonly count: number
      /** References of those that would stay, no chosen colleague working in their basin. */
      readonly left: readonly string[]
      readonly loads: readonly LoadChange[]
    }
  | Invalid
  | NotAllowed

export type ReassignOutcome =
  | { readonly kind: 'reassigned'; readonly count: number; readonly left: readonly string[]; readonly loads: readonly LoadChange[] }
  | Invalid
  | NotAllowed

interface Plan {
  readonly files: readonly FileRow[]
  readonly sharing: Sharing
  readonly loads: readonly LoadChange[]
  readonly left: readonly string[]
}

interface ColleagueRow extends Colleague {
  readonly name: string
}

async function colleaguesOf(tx: Transaction, ids: readonly string[]): Promise<ColleagueRow[]> {
  return tx.$queryRaw<ColleagueRow[]>`
    select k.id, k.display_name as name,
           (select count(*)::integer from case_file c where c.counsellor_id = k.id and not c.closed) as load,
           array(select ab.basin_id::text from account_basin ab where ab.account_id = k.id) as "basinIds"
    from account k
    where k.id = any(${[...ids]}::uuid[]) and k.active and k.role in ('counsellor', 'referent', 'manager')
    order by k.display_name, k.id`
}

async function plan(tx: Transaction, actor: Actor, fromId: string, toIds: readonly string[], hold: boolean): Promise<Plan | Invalid> {
  const colleagues = await colleaguesOf(tx, toIds)
  if (colleagues.length !== new Set(toIds).size || toIds.includes(fromId)) return { kind: 'invalid', fields: { toIds: 'not_an_option' } }
  const [from] = await tx.$queryRaw<{ id: string; name: string; load: number }[]>`
    select k.id, k.display_name as name, (select count(*)::integer from case_file c where c.counsellor_id = k.id and not c.closed) as load
    from account k where k.id = ${fromId}::uuid`
  if (from === undefined) return { kind: 'invalid', fields: { fromId: 'not_an_option' } }
  const files = await tx.$queryRaw<FileRow[]>`
    select c.id, c.operator_id as "operatorId", c.reference, c.version, c.stage, c.basin_id as "basinId",
           c.counsellor_id as "counsellorId", c.referent_id as "referentId"
    from case_file c
    where c.counsellor_id = ${fromId}::uuid and not c.closed and ${scopeCondition(actor, 'c', 'file.assign')}
    order by c.csp_term nulls last, c.id ${hold ? Prisma.sql`for update of c` : Prisma.empty}`
  const sharing = share(files, colleagues)
  const left = new Set(sharing.left)
  return {
    files,
    sharing,
    left: files.filter((file) => left.has(file.id)).map((file) => file.reference),
    loads: [
      { id: from.id, name: from.name, before: from.load, after: from.load - sharing.given.size },
      ...colleagues.map(({ id, name, load }) => ({ id, name, before: load, after: sharing.loads.get(id)! })),
    ],
  }
}

/** What the reassignment would give: the loads before and after, and the files that would stay. */
export async function previewReassignment(actor: Actor, input: Omit<ReassignInput, 'reason'>): Promise<ReassignPreview> {
  if (!can(actor, 'file.assign')) return { kind: 'not_allowed' }
  const parsed = reassignSchema.omit({ reason: true }).safeParse(input)
  if (!parsed.success) return { kind: 'invalid', fields: fieldErrorsOf(parsed.error) }
  return inActorTransaction(actor, async (tx): Promise<ReassignPreview> => {
    const planned = await plan(tx, actor, parsed.data.fromId, parsed.data.toIds, false)
    return 'kind' in planned ? planned : { kind: 'preview', count: planned.sharing.given.size, left: planned.left, loads: planned.loads }
  })
}

/**
 * Gives a counsellor's whole live caseload, as far as the actor manages its basins, to one colleague or
 * shared out among several, each in the basins they work in. All the files go, or none.
 */
export async function reassignCaseload(actor: Actor, input: ReassignInput): Promise<ReassignOutcome> {
  if (!can(actor, 'file.assign')) return { kind: 'not_allowed' }
  const parsed = reassignSchema.safeParse(input)
  if (!parsed.success) return { kind: 'invalid', fields: fieldErrorsOf(parsed.error) }
  const { fromId, toIds, reason } = parsed.data
  const at = await moment(actor.timeZone)
  return inActorTransaction(
    actor,
    async (tx): Promise<ReassignOutcome> => {
      const planned = await plan(tx, actor, fromId, toIds, true)
      if ('kind' in planned) return planned
      const by = { accountId: actor.accountId, at, reason }
      for (const file of planned.files) {
        const counsellorId = planned.sharing.given.get(file.id)
        if (counsellorId !== undefined) await giveFile(tx, file, { counsellorId, referentId: file.referentId }, by)
      }
      return { kind: 'reassigned', count: planned.sharing.given.size, left: planned.left, loads: planned.loads }
    },
    { timeout: 60_000 },
  )
}
