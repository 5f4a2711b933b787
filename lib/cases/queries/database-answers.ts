import { withoutActor } from '../../database/transactions.ts'

/** Whether the database answers this process now: what a load balancer asks, never why not. */
export async function databaseAnswers(): Promise<boolean> {
  try {
    await withoutActor((transaction) => transaction.$queryRaw`select 1`)
    return true
  } catch {
    return false
  }
}
