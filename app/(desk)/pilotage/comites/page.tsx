import '@/components/committees/committees.css'
import '@/components/worklist/screen.css'
import { Plus } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CommitteeTable } from '@/components/committees/committee-list.tsx'
import { FoundForm } from '@/components/committees/found-form.tsx'
import { ForbiddenScreen } from '@/components/shell/states.tsx'
import { SteeringCrumb } from '@/components/steering/steering-crumb.tsx'
import { LinkButton } from '@/components/ui/button.tsx'
import { Card } from '@/components/ui/card.tsx'
import { Icon } from '@/components/ui/icon.tsx'
import Link from '@/components/ui/link.tsx'
import { Notice, RoleNote } from '@/components/ui/notices.tsx'
import { requireActor } from '@/lib/access/session.ts'
import { committeeList } from '@/lib/steering/committees/queries.ts'
import { foundAction } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('committees'))('metaTitle') }
}

export default async function CommitteesPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireActor()
  const list = actor.role === 'committee' ? null : await committeeList(actor)
  if (list === null) return <ForbiddenScreen />
  const [t, { deja, creer }] = await Promise.all([getTranslations('committees'), searchParams])
  const { committees, places } = list
  const already = committees.find(({ id }) => id === deja)
  const overdue = committees.reduce((sum, one) => sum + one.overdueDecisions, 0)
  const founding = places.length > 0 && (committees.length === 0 || creer !== undefined || already !== undefined)
  const role = actor.role === 'manager' || actor.role === 'operator_admin' ? actor.role : 'platform_admin'
  return (
    <>
      <div className="screen-head">
        <div>
          {role !== 'platform_admin' && <SteeringCrumb />}
          <h1>{t('title')}</h1>
          <p className="muted"><b className={overdue > 0 ? 'late' : undefined}>{t('now', { overdue })}</b> {t('lead')}</p>
        </div>
        {places.length > 0 && !founding && <div className="screen-tools"><LinkButton href="/pilotage/comites?creer=1#found"><Icon of={Plus} />{t('found.title')}</LinkButton></div>}
      </div>
      <div className="committee-page">
        {already !== undefined && <div role="alert"><Notice>{t('found.already')} <Link href={`/pilotage/comites/${already.id}`}>{t('found.open')}</Link></Notice></div>}
        <div className="card"><div className="card-b"><CommitteeTable committees={committees} caption={t('title')} root="/pilotage/comites" keeps={places.length > 0} /></div></div>
        {founding && <Card id="found" title={t('found.title')}><FoundForm places={places} action={foundAction} /></Card>}
      </div>
      <footer className="screen-foot"><RoleNote>{t(`role.${role}`)}</RoleNote></footer>
    </>
  )
}
