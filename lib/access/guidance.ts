import { inActorTransaction } from '../database/transactions.ts'
import type { Actor } from './actor.ts'

/** How an account is helped along. */
export interface Guidance {
  /** Whether the first tour was taken or put away. */
  readonly tourSeen: boolean
  /** Whether keys pressed alone are shortcuts. */
  readonly singleKeys: boolean
}

/** What an account keeps of it. */
export async function ownGuidance(actor: Actor): Promise<Guidance> {
  const rows = await inActorTransaction(actor, (tx) => tx.$queryRaw<Guidance[]>`select tour_seen as "tourSeen", single_keys as "singleKeys" from own_guidance()`)
  return rows[0] ?? { tourSeen: true, singleKeys: true }
}

/** Keeps what is given; a tour once seen stays so. */
export async function keepGuidance(actor: Actor, kept: Partial<Guidance>): Promise<void> {
  await inActorTransaction(actor, (tx) => tx.$executeRaw`select keep_guidance(${kept.tourSeen ?? false}, ${kept.singleKeys ?? null}::boolean)`)
}
