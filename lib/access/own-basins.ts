import { inActorTransaction } from '../database/transactions.ts'
import type { Actor } from './actor.ts'

/** Names of the employment basins that an account works in, in alphabetical order. */
export async function ownBasinNames(actor: Actor): Promise<readonly string[]> {
  const basins = await inActorTransaction(actor, (tx) =>
    tx.basin.findMany({ where: { id: { in: [...actor.basinIds] } }, select: { name: true }, orderBy: { name: 'asc' } }),
  )
  return basins.map((basin) => basin.name)
}
