import '@/components/worklist/screen.css'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PastRuns } from '@/components/caseload/past-runs.tsx'
import { ExportsList } from '@/components/exports/exports-list.tsx'
import { KeepFresh } from '@/components/exports/keep-fresh.tsx'
import { ForbiddenScreen } from '@/components/shell/states.tsx'
import { LinkButton } from '@/components/ui/button.tsx'
import { EmptyState, RoleNote } from '@/components/ui/notices.tsx'
import { ownBulkRuns } from '@/lib/cases/lists/bulk-runs.ts'
import { requireActor } from '@/lib/access/session.ts'
import { ownExports } from '@/lib/exchange/own-exports.ts'
import { cancelAction, removeAction } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exports'))('metaTitle') }
}

const REFRESH_EVERY = 2_000

export default async function ExportsPage() {
  const actor = await requireActor()
  const [exports, runs] = await Promise.all([ownExports(actor), ownBulkRuns(actor)])
  if (exports === null) return <ForbiddenScreen />
  const t = await getTranslations('exports')
  const ready = exports.filter(({ state }) => state === 'done').length
  const underWay = exports.filter(({ state }) => state === 'waiting' || state === 'running').length
  return (
    <>
      {underWay > 0 && <KeepFresh every={REFRESH_EVERY} />}
      <div className="screen-head">
        <div>
          <h1>{t('title')}</h1>
          <p className="muted" aria-live="polite">
            {underWay > 0 && <b>{t('now.underWay', { count: underWay })} </b>}
            {ready > 0 && <b>{t('now.ready', { count: ready })} </b>}
            {t('lead')}
          </p>
        </div>
      </div>
      <div className="card exports-card">
        {exports.length === 0
          ? <EmptyState title={t('empty.title')} action={<LinkButton href="/dossiers">{t('empty.action')}</LinkButton>}>{t('empty.lead')}</EmptyState>
          : <ExportsList exports={exports} timeZone={actor.timeZone} cancel={cancelAction} remove={removeAction} />}
      </div>
      <PastRuns runs={runs} timeZone={actor.timeZone} />
      <footer className="screen-foot"><RoleNote>{t('role')}</RoleNote></footer>
    </>
  )
}
