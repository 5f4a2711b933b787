import { inActorTransaction } from '../database/transactions.ts'
import { readAccent, type OperatorAccent } from './accent.ts'
import type { Actor } from './actor.ts'

/** The colour of the actor's operator; `null` where it keeps ours. */
export async function operatorAccent(actor: Actor): Promise<OperatorAccent | null> {
  const { operatorId } = actor
  if (operatorId === null) return null
  const operator = await inActorTransaction(actor, (tx) => tx.operator.findUnique({ where: { id: operatorId }, select: { accent: true } }))
  return readAccent(operator?.accent)
}
