// A file kept outside the database and the row that tells of it cannot be written at once. The key is written down first;
// the row's own transaction crosses it out; what stays written down is taken away.
import type { Transaction } from '../database/client.ts'
import { inSystemTransaction, operatorsToVisit } from '../database/transactions.ts'
import { newKey, storage, type Storage, type StorageRoom } from '../storage/index.ts'

/** Nobody takes this long from storing a file to writing its row. */
const STALE_MINUTES = 60
/** Files taken away at one call, for one operator. */
const MOST_AT_ONCE = 200

/** A key for something about to be stored, written down before it is. */
export async function newPassingKey(operatorId: string, room: Extract<StorageRoom, 'attachments' | 'documents'>): Promise<string> {
  const key = newKey(room)
  await inSystemTransaction(operatorId, (tx) => tx.$executeRaw`insert into stored_in_passing (operator_id, storage_key) values (${operatorId}::uuid, ${key})`)
  return key
}

/** In the transaction that writes the row of a stored file. Throws where it took so long that the file was taken away. */
export async function keepPassing(tx: Transaction, key: string): Promise<void> {
  if ((await tx.$executeRaw`delete from stored_in_passing where storage_key = ${key}`) !== 1) throw new Error('what was stored was taken away before its row was written')
}

/**
 * Takes away a stored file whose row was not written; one whose row was, be the answer lost on its way, stays.
 * @returns whether it was taken away
 */
export async function dropPassing(operatorId: string, key: string, kept: Storage = storage()): Promise<boolean> {
  return inSystemTransaction(operatorId, async (tx) => {
    const held = await tx.$queryRaw<unknown[]>`select 1 from stored_in_passing where storage_key = ${key} for update`
    if (held.length === 0) return false
    // The file first: cut short in between, it is done again.
    await kept.remove(key)
    await tx.$executeRaw`delete from stored_in_passing where storage_key = ${key}`
    return true
  })
}

/** Takes away what killed processes left behind. @returns how many files */
export async function sweepPassing(stopped: () => boolean = () => false, kept: Storage = storage()): Promise<number> {
  let taken = 0
  for (const { id } of await operatorsToVisit()) {
    const left = await inSystemTransaction(id, (tx) => tx.$queryRaw<{ key: string }[]>`
      select storage_key as key from stored_in_passing where begun_at < now() - make_interval(mins => ${STALE_MINUTES}) order by begun_at limit ${MOST_AT_ONCE}`)
    for (const { key } of left) {
      if (stopped()) return taken
      if (await dropPassing(id, key, kept)) taken += 1
    }
  }
  return taken
}

export const sweepQueue = { name: 'files in passing', work: (stopped: () => boolean) => sweepPassing(stopped) }
