import type { Actor } from '../../access/actor.ts'
import { can } from '../../access/can.ts'
import { moment } from '../../clock/civil-day.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import { fieldErrorsOf } from '../field-errors.ts'
import { carryOut, planCaseload, sharingSchema, type LoadChange, type SharingInput } from '../handover/caseload-plan.ts'
import type { Invalid, NotAllowed } from '../outcomes.ts'

export type ReassignInput = SharingInput
export type { LoadChange }

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

/** What the reassignment would give: the loads before and after, and the files that would stay. */
export async function previewReassignment(actor: Actor, input: Omit<ReassignInput, 'reason'>): Promise<ReassignPreview> {
  if (!can(actor, 'file.assign')) return { kind: 'not_allowed' }
  const parsed = sharingSchema.omit({ reason: true }).safeParse(input)
  if (!parsed.success) return { kind: 'invalid', fields: fieldErrorsOf(parsed.error) }
  return inActorTransaction(actor, async (tx): Promise<ReassignPreview> => {
    const planned = await planCaseload(tx, actor, parsed.data, false)
    return 'kind' in planned ? planned : { kind: 'preview', count: planned.moves.length, left: planned.left, loads: planned.loads }
  })
}

/**
 * Gives someone's whole live caseload, as far as the actor manages its basins, to one colleague or
 * shared out among several, each in the basins they work in: the files they are counsellor of, referent
 * of, or both. All the files go, or none.
 */
export async function reassignCaseload(actor: Actor, input: ReassignInput): Promise<ReassignOutcome> {
  if (!can(actor, 'file.assign')) return { kind: 'not_allowed' }
  const parsed = sharingSchema.safeParse(input)
  if (!parsed.success) return { kind: 'invalid', fields: fieldErrorsOf(parsed.error) }
  const { reason, ...asked } = parsed.data
  const at = await moment(actor.timeZone)
  return inActorTransaction(
    actor,
    async (tx): Promise<ReassignOutcome> => {
      const planned = await planCaseload(tx, actor, asked, true)
      if ('kind' in planned) return planned
      await carryOut(tx, planned, { accountId: actor.accountId, at, reason })
      return { kind: 'reassigned', count: planned.moves.length, left: planned.left, loads: planned.loads }
    },
    { timeout: 60_000 },
  )
}
