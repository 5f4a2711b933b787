import '@/components/exports/exports.css'
import '@/components/money/money.css'
import '@/components/worklist/screen.css'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LinesScreen } from '@/components/money/lines-screen.tsx'
import { NotYours } from '@/components/money/not-yours.tsx'
import { ForbiddenScreen } from '@/components/shell/states.tsx'
import type { PageQuery } from '@/components/ui/page-query.ts'
import { requireActor } from '@/lib/access/session.ts'
import { costLinesPage } from '@/lib/steering/money/lists.ts'
import { exportCosts } from '../../export-actions.ts'
import { moneyRole, settledQuery } from '../money-query.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('money'))('lines.metaTitle') }
}

export default async function CostLinesPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const actor = await requireActor()
  const listed = await costLinesPage(actor, settledQuery(await searchParams, actor))
  if (listed === null) return <ForbiddenScreen />
  if (listed.kind === 'not_yours') return <NotYours here="lines" place={listed.place} />
  return <LinesScreen page={listed.page} role={moneyRole(actor)} exportLines={exportCosts} />
}
