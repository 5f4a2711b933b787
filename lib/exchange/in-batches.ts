import type { Actor } from '../access/actor.ts'
import type { Transaction } from '../database/client.ts'
import { inActorTransaction } from '../database/transactions.ts'
import { cellsOf, type Column, type TakeRows } from './sheet.ts'

/** Rows read at once. */
const BATCH = 2_000
/** The longest a reading may take: one state of the database is held meanwhile. */
const MOST_TIME = 15 * 60_000

/** Reads a long list page after page, all from one state of the database, and hands its rows over as cells. */
export async function readInBatches<Row>(
  actor: Actor, columns: readonly Column<Row>[], rowsOf: (tx: Transaction, page: { readonly limit: number; readonly offset: number }) => Promise<readonly Row[]>, take: TakeRows,
): Promise<void> {
  await inActorTransaction(
    actor,
    async (tx) => {
      for (let offset = 0; ; offset += BATCH) {
        const rows = await rowsOf(tx, { limit: BATCH, offset })
        if (rows.length > 0) await take(rows.map((row) => cellsOf(columns, row)))
        if (rows.length < BATCH) return
      }
    },
    { timeout: MOST_TIME, oneState: true },
  )
}
