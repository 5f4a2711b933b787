import type { Transaction } from '../database/client.ts'
import type { FileRow } from './locked-file.ts'
import { writeJournal } from '../database/journal.ts'

/**
 * Closes, as held, the appointment whose number a fact was sent with: the form of an act opened from an appointment carries
 * its identity, so that what was planned and what happened are one, in the transaction of the fact.
 */
export async function closeHeldAppointment(
  tx: Transaction,
  row: Pick<FileRow, 'id' | 'operatorId'>,
  submissionId: string,
  fact: { readonly id: string; readonly accountId: string; readonly at: Date },
): Promise<void> {
  const [held] = await tx.$queryRaw<{ id: string; before: string }[]>`
    with was as (select id, status from appointment where id = ${submissionId}::uuid and case_id = ${row.id}::uuid and status <> 'cancelled' and fact_id is null for update)
    update appointment a set status = 'held', reason = null, fact_id = ${fact.id}::uuid, version = a.version + 1, updated_at = ${fact.at}::timestamptz
    from was where a.id = was.id returning a.id, was.status as before`
  if (held === undefined) return
  await writeJournal(tx, {
    operatorId: row.operatorId,
    caseId: row.id,
    actorId: fact.accountId,
    action: 'appointment.held',
    detail: { appointment: held.id, before: held.before, fact: fact.id },
    at: fact.at,
  })
}
