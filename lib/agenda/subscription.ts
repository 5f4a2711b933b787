// The secret address of a person's agenda. The address is the right to read it: it is shown once, and only its hash is kept.
import { createHash, randomBytes } from 'node:crypto'
import type { Actor } from '../access/actor.ts'
import { endAgendaAddress } from '../access/agenda-address.ts'
import { can } from '../access/can.ts'
import { moment } from '../clock/civil-day.ts'
import type { NotAllowed } from '../cases/outcomes.ts'
import { inActorTransaction } from '../database/transactions.ts'
import { writeJournal } from '../database/journal.ts'
import type { SubscriptionView } from './views.ts'

const SECRET_BYTES = 32
/** 32 bytes in base64url, without padding. */
const SECRET = /^[\w-]{43}$/u

/** The hash a secret is kept and looked for by; `null` for a text that is none of ours. */
export function hashOfSecret(secret: string): Uint8Array<ArrayBuffer> | null {
  return SECRET.test(secret) ? new Uint8Array(createHash('sha256').update(secret).digest()) : null
}

/** The subscription in use of the actor; `null` where there is none. */
export async function subscriptionOf(actor: Actor): Promise<SubscriptionView | null> {
  if (!can(actor, 'agenda.read')) return null
  const [found] = await inActorTransaction(actor, (tx) => tx.$queryRaw<SubscriptionView[]>`
    select created_at as "createdAt", last_used_at as "lastUsedAt" from agenda_subscription
    where account_id = ${actor.accountId}::uuid and revoked_at is null`)
  return found ?? null
}

/** Makes a secret address for the actor's agenda, and ends the one before. The secret is told here and never again. */
export async function subscribe(actor: Actor): Promise<{ readonly kind: 'subscribed'; readonly secret: string } | NotAllowed> {
  if (!can(actor, 'agenda.read') || actor.operatorId === null) return { kind: 'not_allowed' }
  const secret = randomBytes(SECRET_BYTES).toString('base64url')
  const at = await moment(actor.timeZone)
  await inActorTransaction(actor, async (tx) => {
    // Two presses at once: the second waits for the first, and ends it.
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended('agenda:' || ${actor.accountId}, 0))::text`
    const ended = await endAgendaAddress(tx, actor.accountId, at)
    const [made] = await tx.$queryRaw<[{ id: string }]>`
      insert into agenda_subscription (operator_id, account_id, token_hash, created_at)
      values (${actor.operatorId}::uuid, ${actor.accountId}::uuid, ${hashOfSecret(secret)}::bytea, ${at}::timestamptz) returning id`
    await writeJournal(tx, { operatorId: actor.operatorId, actorId: actor.accountId, action: 'agenda.subscribed', detail: { subscription: made.id, replaces: ended }, at })
  })
  return { kind: 'subscribed', secret }
}

/** Ends the actor's secret address: whoever has it reads nothing any more. */
export async function unsubscribe(actor: Actor): Promise<{ readonly kind: 'ended' | 'none' } | NotAllowed> {
  if (!can(actor, 'agenda.read')) return { kind: 'not_allowed' }
  const at = await moment(actor.timeZone)
  return inActorTransaction(actor, async (tx) => {
    const ended = await endAgendaAddress(tx, actor.accountId, at)
    if (ended === null) return { kind: 'none' }
    await writeJournal(tx, { operatorId: actor.operatorId, actorId: actor.accountId, action: 'agenda.unsubscribed', detail: { subscription: ended }, at })
    return { kind: 'ended' }
  })
}
