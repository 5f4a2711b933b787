import { redirect } from 'next/navigation'
import { homeOf } from '@/components/shell/navigation.ts'
import { requireActor } from '@/lib/access/session.ts'

/** The home of whoever asks; a stranger signs in first. */
export default async function Home(): Promise<never> {
  redirect(homeOf((await requireActor()).role))
}
