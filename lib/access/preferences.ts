import { inActorTransaction } from '../database/transactions.ts'
import type { Actor } from './actor.ts'

/** Keeps an account's language or look with it; what is not given stays. */
export async function keepPreferences(actor: Actor, chosen: { readonly locale?: Actor['locale']; readonly theme?: Actor['theme'] }): Promise<void> {
  await inActorTransaction(actor, (tx) => tx.$executeRaw`select keep_preferences(${chosen.locale ?? null}, ${chosen.theme ?? null})`)
}
