'use server'

import { revalidatePath } from 'next/cache'
import { headers } from 'next/headers'
import type { SubscriptionState } from '@/components/agenda/form-state.ts'
import { requireActor } from '@/lib/access/session.ts'
import { subscribe, unsubscribe } from '@/lib/agenda/subscription.ts'
import { publicOrigin } from './public-origin.ts'

/** Makes a secret address for one's own agenda; the one before ends. It is shown once. */
export async function makeSubscription(): Promise<SubscriptionState> {
  const outcome = await subscribe(await requireActor())
  revalidatePath('/agenda')
  if (outcome.kind !== 'subscribed') return { address: null, ended: false }
  return { address: `${publicOrigin(await headers())}/api/agenda/${outcome.secret}.ics`, ended: false }
}

/** Ends one's secret address. */
export async function endSubscription(): Promise<SubscriptionState> {
  await unsubscribe(await requireActor())
  revalidatePath('/agenda')
  return { address: null, ended: true }
}
