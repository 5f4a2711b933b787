import '@/components/money/money.css'
import '@/components/worklist/screen.css'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NotYours } from '@/components/money/not-yours.tsx'
import { PersonsScreen } from '@/components/money/persons-screen.tsx'
import { ForbiddenScreen } from '@/components/shell/states.tsx'
import type { PageQuery } from '@/components/ui/page-query.ts'
import { requireActor } from '@/lib/access/session.ts'
import { supportedPersons } from '@/lib/steering/money/lists.ts'
import { moneyRole, settledQuery } from '../money-query.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('money'))('persons.metaTitle') }
}

export default async function PersonsPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const actor = await requireActor()
  const listed = await supportedPersons(actor, settledQuery(await searchParams, actor))
  if (listed === null) return <ForbiddenScreen />
  if (listed.kind === 'not_yours') return <NotYours here="persons" place={listed.place} />
  return <PersonsScreen page={listed.page} role={moneyRole(actor)} />
}
