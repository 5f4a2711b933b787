import '@/components/basin/basin.css'
import '@/components/charts/charts.css'
import '@/components/figures/figures.css'
import '@/components/worklist/screen.css'
import { ChartColumn } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CommitteeScreen } from '@/components/figures/committee-screen.tsx'
import { ForbiddenScreen } from '@/components/shell/states.tsx'
import { EmptyState } from '@/components/ui/notices.tsx'
import { requireActor } from '@/lib/access/session.ts'
import { committeeView } from '@/lib/steering/territory/committee.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('figures'))('metaTitle') }
}

export default async function CommitteePage({ searchParams }: PageProps<'/comite'>) {
  const actor = await requireActor()
  const asked = await searchParams
  const one = (name: string) => (typeof asked[name] === 'string' ? asked[name] : null)
  const view = await committeeView(actor, { place: one('lieu'), quarter: one('trimestre'), indicator: one('indicateur') })
  if (view === null) return <ForbiddenScreen />
  if (view !== 'none') return <CommitteeScreen view={view} timeZone={actor.timeZone} />
  const t = await getTranslations('figures')
  return (
    <>
      <div className="screen-head"><div><h1>{t('title')}</h1></div></div>
      <div className="card"><EmptyState sign={ChartColumn} title={t('noneTitle')}>{t('none')}</EmptyState></div>
    </>
  )
}
