import '@/components/money/money.css'
import '@/components/worklist/screen.css'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ExperimentScreen } from '@/components/money/experiment-screen.tsx'
import { NotYours } from '@/components/money/not-yours.tsx'
import { ForbiddenScreen } from '@/components/shell/states.tsx'
import type { PageQuery } from '@/components/ui/page-query.ts'
import { requireActor } from '@/lib/access/session.ts'
import { experimentView } from '@/lib/steering/money/experiment.ts'
import { KNOWN_AREAS, AREAS_IN_ALL } from '@/lib/steering/money/experiment-areas.ts'
import { moneyRole, settledQuery } from '../moyens/money-query.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('experiment'))('metaTitle') }
}

export default async function ExperimentPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const actor = await requireActor()
  const outcome = await experimentView(actor, settledQuery(await searchParams, actor))
  if (outcome === null) return <ForbiddenScreen />
  if (outcome.kind === 'not_yours') return <NotYours here="experiment" place={outcome.place} />
  return <ExperimentScreen view={outcome.view} areas={KNOWN_AREAS} inAll={AREAS_IN_ALL} role={moneyRole(actor)} />
}
