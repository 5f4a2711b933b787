import { addDays, isoOf, type Day } from '../../accord/calendar/day.ts'
import type { Actor } from '../../access/actor.ts'
import { can } from '../../access/can.ts'
import { Prisma } from '../../database/generated/client.ts'
import { waitingTransfers } from '../handover/transfer-queries.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import { countFiles } from './caseload.ts'
import { HORIZON_DAYS, mine, toDo } from './worklist.ts'

export interface Waiting {
  /** Lines of the worklist, and those whose last day has passed. */
  readonly worklist: { readonly total: number; readonly late: number }
  /** Files not closed. */
  readonly files: { readonly total: number }
  /** Files offered by other operators that wait for an answer; none said where none wait. */
  readonly transfers?: { readonly total: number }
}

/** The figures beside the places of the navigation; `null` for a role that has no worklist. */
export async function waitingCounts(actor: Actor, today: Day): Promise<Waiting | null> {
  if (!can(actor, 'worklist.read')) return null
  const lastDay = isoOf(addDays(today, HORIZON_DAYS - 1))
  return inActorTransaction(actor, async (tx) => {
    const [worklist] = await tx.$queryRaw<[{ total: number; late: number }]>`
      select count(*)::integer as total, count(*) filter (where d.due_on < ${isoOf(today)}::date)::integer as late
      from deadline d join case_file c on c.id = d.case_id
      where ${mine(actor)} and ${toDo} and d.due_on <= ${lastDay}::date`
    const offered = await waitingTransfers(tx, actor)
    return { worklist, files: { total: await countFiles(tx, actor, Prisma.sql`not c.closed`) }, ...(offered > 0 ? { transfers: { total: offered } } : {}) }
  })
}
