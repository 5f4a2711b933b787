import type { Transaction } from '../database/client.ts'

/** Someone a file can be given to, in the basin they are looked up in. */
export interface Candidate {
  readonly id: string
  readonly name: string
  readonly role: 'counsellor' | 'referent' | 'manager'
}

/**
 * Who may follow files of a basin: active counsellors, referents and managers of the operator who work
 * in it. Another operator's account is never among them. None of these accounts is closed before the caller's transaction
 * ends: what it gives them stays followed.
 */
export function candidatesIn(tx: Transaction, basinId: string): Promise<Candidate[]> {
  return tx.$queryRaw<Candidate[]>`
    select k.id, k.display_name as name, k.role
    from account k join account_basin ab on ab.account_id = k.id
    where ab.basin_id = ${basinId}::uuid and k.active and k.role in ('counsellor', 'referent', 'manager')
    order by k.display_name, k.id for share of k`
}
