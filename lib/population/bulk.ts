import { withJournalChainedByCaller } from '../database/copy.ts'
import type { Driver, DriverTransaction } from '../database/driver.ts'

/** Whether this role may put the server's triggers aside (a superuser, or one to whom it was granted). */
async function mayPutTriggersAside(sql: Driver): Promise<boolean> {
  const [row] = await sql<{ may: boolean }[]>`select has_parameter_privilege(current_user, 'session_replication_role', 'SET') as may`
  return row?.may === true
}

/**
 * Runs `work` in one transaction made for rows that are right by construction and already chained: no
 * trigger and no reference is checked row by row, which costs more than the writing. Checks, unique keys
 * and exclusions still hold. Where the role may not, only the journal's own triggers are put aside.
 */
export async function inBulk(sql: Driver, work: (sql: DriverTransaction) => Promise<void>): Promise<void> {
  if (!(await mayPutTriggersAside(sql))) return withJournalChainedByCaller(sql, work)
  await sql.begin(async (transaction) => {
    await transaction`select set_config('session_replication_role', 'replica', true), set_config('synchronous_commit', 'off', true)`
    await work(transaction)
  })
}
