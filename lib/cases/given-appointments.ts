import type { Transaction } from '../database/client.ts'
import type { FileOwners } from './projection.ts'

/**
 * Appointments to come follow their file: those of its counsellor go to the next one's agenda, those of its referent
 * likewise. Past ones stay with who was to hold them.
 */
export async function giveAppointments(
  tx: Transaction,
  row: Pick<FileOwners, 'id' | 'counsellorId' | 'referentId'>,
  owners: Pick<FileOwners, 'counsellorId' | 'referentId'>,
  at: Date,
): Promise<void> {
  await tx.$executeRaw`
    update appointment set account_id = case when account_id = ${row.counsellorId}::uuid then ${owners.counsellorId}::uuid else ${owners.referentId ?? owners.counsellorId}::uuid end,
      version = version + 1, updated_at = ${at}::timestamptz
    where case_id = ${row.id}::uuid and status = 'planned' and starts_at > ${at}::timestamptz
      and ((account_id = ${row.counsellorId}::uuid and ${owners.counsellorId !== row.counsellorId})
        or (account_id = ${row.referentId}::uuid and account_id <> ${row.counsellorId}::uuid and ${owners.referentId !== row.referentId}))`
}
