'use server'

import { revalidatePath } from 'next/cache'
import { getTranslations } from 'next-intl/server'
import type { DigestSaved } from '@/components/notices-of-day/choice-form.tsx'
import { setFlash } from '@/components/ui/set-flash.ts'
import { requireActor } from '@/lib/access/session.ts'
import { keepDigestChoice, markDigestsRead } from '@/lib/notify/digests.ts'

/** Marks as read all that one was told; the bell says so on every page. */
export async function markRead(): Promise<void> {
  await markDigestsRead(await requireActor())
  await setFlash({ text: (await getTranslations('digest'))('marked') })
  revalidatePath('/', 'layout')
}

/** Keeps how one wants to be told each morning. */
export async function saveDigestChoice(previous: DigestSaved, form: FormData): Promise<DigestSaved> {
  const actor = await requireActor()
  const topics = form.getAll('topics').filter((topic) => typeof topic === 'string')
  const kept = await keepDigestChoice(actor, { byMail: form.get('byMail') !== null, inApp: form.get('inApp') !== null, topics })
  return kept ? { times: previous.times + 1 } : previous
}
