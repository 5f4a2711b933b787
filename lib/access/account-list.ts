import type { Transaction } from '../database/client.ts'
import { inActorTransaction } from '../database/transactions.ts'
import type { Actor, Role, Territory } from './actor.ts'
import { can, rolesGivenBy } from './can.ts'

export interface NamedBasin {
  readonly id: string
  readonly code: string
  readonly name: string
}

export interface ListedAccount {
  readonly id: string
  readonly email: string
  readonly displayName: string
  readonly role: Role
  readonly active: boolean
  readonly operatorId: string | null
  readonly basins: readonly NamedBasin[]
  readonly territory: Territory | null
  /** Live files as counsellor; `null` for the platform, which sees no file. */
  readonly liveFiles: number | null
}

export interface ListedOperator {
  readonly id: string
  readonly name: string
  readonly kind: 'france_travail' | 'private'
  readonly basins: readonly NamedBasin[]
  readonly accounts: number
}

export interface Administration {
  readonly accounts: readonly ListedAccount[]
  readonly operators: readonly ListedOperator[]
  /** Every basin there is, for the platform; those the operator serves, for its administrator. */
  readonly basins: readonly NamedBasin[]
  readonly roles: readonly Role[]
}

function accountsOf(tx: Transaction, actor: Actor): Promise<ListedAccount[]> {
  const seesFiles = actor.operatorId !== null
  return tx.$queryRaw<ListedAccount[]>`
    select k.id, k.email, k.display_name as "displayName", k.role, k.active, k.operator_id as "operatorId", k.territory,
           (select coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'code', b.code, 'name', b.name) order by b.name), '[]')
            from account_basin ab join basin b on b.id = ab.basin_id where ab.account_id = k.id) as basins,
           case when ${seesFiles} then (select count(*)::integer from case_file c where c.counsellor_id = k.id and not c.closed) end as "liveFiles"
    from account k
    where ${actor.operatorId}::uuid is null or k.operator_id = ${actor.operatorId}::uuid
    order by k.active desc, k.display_name, k.id`
}

function operatorsOf(tx: Transaction): Promise<ListedOperator[]> {
  return tx.$queryRaw<ListedOperator[]>`
    select o.id, o.name, o.kind,
           (select coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'code', b.code, 'name', b.name) order by b.name), '[]')
            from operator_basin ob join basin b on b.id = ob.basin_id where ob.operator_id = o.id) as basins,
           (select count(*)::integer from account k where k.operator_id = o.id and k.active) as accounts
    from operator o order by o.name, o.id`
}

/** The accounts and operators that the actor manages; `null` for who manages none. */
export async function administration(actor: Actor): Promise<Administration | null> {
  if (!can(actor, 'accounts.manage')) return null
  return inActorTransaction(actor, async (tx) => {
    const operators = await operatorsOf(tx)
    const basins = actor.operatorId === null
      ? await tx.$queryRaw<NamedBasin[]>`select id, code, name from basin order by name, code`
      : (operators.find(({ id }) => id === actor.operatorId)?.basins ?? [])
    return { accounts: await accountsOf(tx, actor), operators, basins, roles: rolesGivenBy(actor) }
  })
}
