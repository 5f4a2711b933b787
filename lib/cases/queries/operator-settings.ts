import type { Settings } from '../../accord/index.ts'
import type { Actor } from '../../access/actor.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import { settingsOf } from '../locked-file.ts'

/** The settings of the actor's operator, for a preview that has no file yet; `null` for who has none. */
export function operatorSettings(actor: Actor): Promise<Settings | null> {
  const { operatorId } = actor
  return operatorId === null ? Promise.resolve(null) : inActorTransaction(actor, (tx) => settingsOf(tx, operatorId))
}
