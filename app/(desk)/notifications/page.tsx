import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Mornings } from '@/components/notices-of-day/mornings.tsx'
import { ForbiddenScreen } from '@/components/shell/states.tsx'
import { requireActor } from '@/lib/access/session.ts'
import { digests } from '@/lib/notify/digests.ts'
import { markRead } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('digest'))('title') }
}

export default async function NotificationsPage() {
  const told = await digests(await requireActor())
  return told === null ? <ForbiddenScreen /> : <Mornings told={told} markRead={markRead} />
}
