import { getServerSession } from 'next-auth'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import type { Actor } from './actor.ts'
import { authOptions } from './auth-options.ts'
import { actorOfSession } from './live-account.ts'
import { addressHeader, signInAddress } from './return-address.ts'

/** Who is asking, for pages, actions and routes; asked once per request. `null` for a stranger or an ended session. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const session = await getServerSession(authOptions)
  return session?.claim ? actorOfSession(session.claim) : null
})

/** Who is asking; a stranger goes to the sign-in page and comes back from there. */
export async function requireActor(): Promise<Actor> {
  return (await currentActor()) ?? redirect(signInAddress((await headers()).get(addressHeader)))
}
