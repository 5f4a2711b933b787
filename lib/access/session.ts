import { getServerSession } from 'next-auth'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import type { Actor } from './actor.ts'
import { authOptions } from './auth-options.ts'
import { actorOfSession, type SessionClaim } from './live-account.ts'
import { addressHeader, signInAddress } from './return-address.ts'

const currentSession = cache(async (): Promise<{ readonly claim: SessionClaim; readonly actor: Actor } | null> => {
  const claim = (await getServerSession(authOptions))?.claim
  const actor = claim ? await actorOfSession(claim) : null
  return claim && actor ? { claim, actor } : null
})

/** Who is asking, for pages, actions and routes; asked once per request. `null` for a stranger or an ended session. */
export const currentActor = async (): Promise<Actor | null> => (await currentSession())?.actor ?? null

/** By which session: for an answer that goes on after its request, and asks again what it may say. */
export const currentClaim = async (): Promise<SessionClaim | null> => (await currentSession())?.claim ?? null

/** Who is asking; a stranger goes to the sign-in page and comes back from there. */
export async function requireActor(): Promise<Actor> {
  return (await currentActor()) ?? redirect(signInAddress((await headers()).get(addressHeader)))
}
