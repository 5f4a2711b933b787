import '@/components/committees/committees.css'
import '@/components/worklist/screen.css'
import { EyeOff } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CommitteeTable } from '@/components/committees/committee-list.tsx'
import { ForbiddenScreen } from '@/components/shell/states.tsx'
import { Notice, RoleNote } from '@/components/ui/notices.tsx'
import { requireActor } from '@/lib/access/session.ts'
import { committeeList } from '@/lib/steering/committees/queries.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('committees'))('reader.title') }
}

/** The committees of a member's territory, to be read. */
export default async function CommitteeMeetingsPage() {
  const actor = await requireActor()
  const list = actor.role === 'committee' ? await committeeList(actor) : null
  if (list === null) return <ForbiddenScreen />
  const t = await getTranslations('committees')
  const overdue = list.committees.reduce((sum, one) => sum + one.overdueDecisions, 0)
  return (
    <>
      <div className="screen-head">
        <div>
          <h1>{t('reader.title')}</h1>
          <p className="muted"><b className={overdue > 0 ? 'late' : undefined}>{t('now', { overdue })}</b></p>
        </div>
      </div>
      <div className="committee-page">
        <Notice sign={EyeOff}>{t('reader.nobody')}</Notice>
        <div className="card"><div className="card-b"><CommitteeTable committees={list.committees} caption={t('reader.title')} root="/comite/reunions" keeps={false} /></div></div>
      </div>
      <footer className="screen-foot"><RoleNote>{t('role.committee')}</RoleNote></footer>
    </>
  )
}
