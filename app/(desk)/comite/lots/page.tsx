import '@/components/packs/packs.css'
import '@/components/worklist/screen.css'
import { EyeOff, FileText } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PackTable } from '@/components/packs/pack-list.tsx'
import { ForbiddenScreen } from '@/components/shell/states.tsx'
import { LinkButton } from '@/components/ui/button.tsx'
import { Card } from '@/components/ui/card.tsx'
import { EmptyState, Notice, RoleNote } from '@/components/ui/notices.tsx'
import { requireActor } from '@/lib/access/session.ts'
import { packList } from '@/lib/steering/packs/queries.ts'
import { quarterName } from '@/lib/steering/packs/shown.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('packs'))('committee.metaTitle') }
}

export default async function CommitteePacksPage() {
  const actor = await requireActor()
  const list = actor.role === 'committee' ? await packList(actor) : null
  if (list === null) return <ForbiddenScreen />
  const t = await getTranslations('packs')
  const { issued } = list
  return (
    <>
      <div className="screen-head">
        <div>
          <h1>{t('committee.title')}</h1>
          <p className="muted"><b>{t('committee.now', { count: issued.length })}</b></p>
        </div>
        <div className="screen-tools"><LinkButton href="/comite">{t('committee.figures')}</LinkButton></div>
      </div>
      <div className="pack-page">
        <Notice sign={EyeOff}>{t('committee.nobody')}</Notice>
        {issued.length === 0
          ? <div className="card"><EmptyState sign={FileText} title={t('committee.emptyTitle')}>{t('committee.empty')}</EmptyState></div>
          : <Card id="issued" title={t('list.issued')}><PackTable packs={issued} caption={t('list.caption.issued')} root="/comite/lots" timeZone={actor.timeZone} quarterNames={Object.fromEntries(issued.map(({ quarter }) => [quarter, quarterName(quarter, actor.locale)]))} /></Card>}
      </div>
      <footer className="screen-foot"><RoleNote>{t('committee.role')}</RoleNote></footer>
    </>
  )
}
