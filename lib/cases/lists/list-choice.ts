import type { Actor } from '../../access/actor.ts'
import { can } from '../../access/can.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import { DENSITIES, readColumns, USUAL_COLUMNS, type Density } from '../caseload-columns.ts'
import type { ListChoice } from './views.ts'

const USUAL: ListChoice = { columns: USUAL_COLUMNS, density: 'comfortable' }

/** The columns and density someone reads their lists with; the usual ones until they choose. */
export async function listChoice(actor: Actor): Promise<ListChoice> {
  if (!can(actor, 'caseload.read')) return USUAL
  const [kept] = await inActorTransaction(actor, (tx) => tx.$queryRaw<{ columns: string[]; density: Density }[]>`
    select columns, density from list_choice where account_id = ${actor.accountId}::uuid`)
  if (kept === undefined) return USUAL
  const columns = readColumns(kept.columns)
  return { columns: columns.length === 0 ? USUAL_COLUMNS : columns, density: kept.density }
}

/** Keeps them; what is no column is left out, and none at all goes back to the usual ones. */
export async function keepListChoice(actor: Actor, asked: { readonly columns: readonly unknown[]; readonly density: unknown }): Promise<void> {
  if (!can(actor, 'caseload.read') || actor.operatorId === null) return
  const columns = readColumns(asked.columns)
  const density = DENSITIES.find((one) => one === asked.density) ?? 'comfortable'
  await inActorTransaction(actor, (tx) => tx.$executeRaw`
    insert into list_choice (account_id, operator_id, columns, density)
    values (${actor.accountId}::uuid, ${actor.operatorId}::uuid, ${columns}::text[], ${density})
    on conflict (account_id) do update set columns = excluded.columns, density = excluded.density`)
}
