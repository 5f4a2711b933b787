import { z } from 'zod'
import type { Actor } from '../../access/actor.ts'
import { can } from '../../access/can.ts'
import { moment } from '../../clock/civil-day.ts'
import type { Transaction } from '../../database/client.ts'
import { KEPT_TEXT } from '../../database/kept-text.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import { fieldErrorsOf } from '../field-errors.ts'
import { giveAppointments } from '../given-appointments.ts'
import { fileForAssignment, tellChange, type FileRow } from '../locked-file.ts'
import type { Invalid, NotAllowed, NotFound } from '../outcomes.ts'
import { candidatesIn } from '../owners.ts'

export const assignmentReason = z.string().trim().min(1, 'required').max(2000, 'too_long').regex(KEPT_TEXT, 'not_text')

const assignSchema = z.strictObject({
  reference: z.string(),
  counsellorId: z.uuid('not_an_option'),
  /** Left out, the referent stays; `null`, there is none any more. */
  referentId: z.uuid('not_an_option').nullable().optional(),
  reason: assignmentReason,
})
export type AssignFileInput = z.input<typeof assignSchema>

export type AssignOutcome = { readonly kind: 'assigned'; readonly reference: string; readonly version: number } | Invalid | NotFound | NotAllowed

export interface Owners {
  readonly counsellorId: string
  readonly referentId: string | null
}

/** Gives a held file to its new owners, its deadlines with it; kept in its history. */
export async function giveFile(tx: Transaction, row: FileRow, owners: Owners, by: { accountId: string; at: Date; reason: string | null }): Promise<number> {
  const version = row.version + 1
  await tx.$executeRaw`
    update case_file set counsellor_id = ${owners.counsellorId}::uuid, referent_id = ${owners.referentId}::uuid, version = ${version}
    where id = ${row.id}::uuid`
  await tx.$executeRaw`
    update deadline set counsellor_id = ${owners.counsellorId}::uuid, referent_id = ${owners.referentId}::uuid where case_id = ${row.id}::uuid`
  await tx.$executeRaw`
    insert into assignment (operator_id, case_id, counsellor_id, referent_id, assigned_by, assigned_at, reason)
    values (${row.operatorId}::uuid, ${row.id}::uuid, ${owners.counsellorId}::uuid, ${owners.referentId}::uuid, ${by.accountId}::uuid,
            ${by.at}::timestamptz, ${by.reason})`
  await giveAppointments(tx, row, owners, by.at)
  await tellChange(tx, row, {
    action: 'file.assigned',
    accountId: by.accountId,
    factId: null,
    at: by.at,
    version,
    detail: {
      counsellor: { before: row.counsellorId, after: owners.counsellorId },
      referent: { before: row.referentId, after: owners.referentId },
      reason: by.reason,
    },
  })
  return version
}

/** Gives one file to another counsellor, and referent, who both work in its basin; with a reason. */
export async function assignFile(actor: Actor, input: AssignFileInput): Promise<AssignOutcome> {
  const parsed = assignSchema.safeParse(input)
  if (!parsed.success) return { kind: 'invalid', fields: fieldErrorsOf(parsed.error) }
  const asked = parsed.data
  const at = await moment(actor.timeZone)
  return inActorTransaction(actor, async (tx): Promise<AssignOutcome> => {
    const row = await fileForAssignment(tx, asked.reference)
    if (row === null || !can(actor, 'file.read', row)) return { kind: 'not_found' }
    if (!can(actor, 'file.assign', row) || row.transferred === true) return { kind: 'not_allowed' }
    const candidates = new Set((await candidatesIn(tx, row.basinId)).map((candidate) => candidate.id))
    const owners = { counsellorId: asked.counsellorId, referentId: asked.referentId === undefined ? row.referentId : asked.referentId }
    if (!candidates.has(owners.counsellorId)) return { kind: 'invalid', fields: { counsellorId: 'not_in_basin' } }
    const otherReferent = owners.referentId !== null && owners.referentId !== row.referentId
    if (otherReferent && !candidates.has(owners.referentId!)) return { kind: 'invalid', fields: { referentId: 'not_in_basin' } }
    if (owners.counsellorId === row.counsellorId && owners.referentId === row.referentId) return { kind: 'invalid', fields: { counsellorId: 'unchanged' } }
    const version = await giveFile(tx, row, owners, { accountId: actor.accountId, at, reason: asked.reason })
    return { kind: 'assigned', reference: row.reference, version }
  })
}
