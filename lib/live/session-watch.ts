import { isDeepStrictEqual } from 'node:util'
import type { Actor } from '../access/actor.ts'
import { actorOfSession, type SessionClaim } from '../access/live-account.ts'
import { onSessionClosed } from './hub.ts'

/**
 * Watches over the session that a stream was opened by: at once when its owner signs out, and each time it is asked.
 * @param ended called once, when the session has ended or what it may see has changed
 */
export function watchSession(actor: Actor, claim: SessionClaim, ended: () => void): { readonly look: () => Promise<void>; readonly stop: () => void } {
  let over = false
  const end = () => {
    if (over) return
    over = true
    ended()
  }
  const stop = onSessionClosed(({ account, openedAt }) => {
    if (account === claim.accountId && openedAt === claim.openedAt) end()
  })
  return {
    stop,
    async look() {
      // A database that does not answer says nothing of anybody's rights: the next look tells.
      const now = await actorOfSession(claim).catch(() => actor)
      if (!isDeepStrictEqual(now, actor)) end()
    },
  }
}
