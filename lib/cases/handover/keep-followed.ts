import type { Transaction } from '../../database/client.ts'
import { giveFile } from '../commands/assign-file.ts'
import type { FileRow } from '../locked-file.ts'
import { candidatesIn } from '../owners.ts'

/**
 * A closed file may open again after whoever followed it left: it is given, before that, to who opens it again where they
 * work in its basin, else to a manager of the basin, else to anyone there. Nobody follows a live file from a closed account.
 * @param by who opens it again; `null` where time does
 * @returns the file as it is now
 */
export async function keepFollowed(tx: Transaction, row: FileRow, by: { readonly accountId: string | null; readonly at: Date }): Promise<FileRow> {
  const there = await candidatesIn(tx, row.basinId)
  const gone = await tx.$queryRaw<{ id: string }[]>`
    select id from account where id in (${row.counsellorId}::uuid, ${row.referentId}::uuid) and not (active and role in ('counsellor', 'referent', 'manager'))`
  const left = new Set(gone.map(({ id }) => id))
  if (left.size === 0) return row
  const heir = there.find(({ id }) => id === by.accountId) ?? there.find(({ role }) => role === 'manager') ?? there[0]
  // Nobody works in the basin any more: the database refuses, and the file stays closed.
  if (heir === undefined) return row
  const owners = {
    counsellorId: left.has(row.counsellorId) ? heir.id : row.counsellorId,
    referentId: row.referentId !== null && left.has(row.referentId) ? null : row.referentId,
  }
  const version = await giveFile(tx, row, owners, { accountId: by.accountId ?? heir.id, at: by.at, reason: null })
  return { ...row, ...owners, version }
}
