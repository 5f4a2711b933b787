import '@/components/packs/packs.css'
import '@/components/worklist/screen.css'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PackTable, PrepareForm } from '@/components/packs/pack-list.tsx'
import { ForbiddenScreen } from '@/components/shell/states.tsx'
import { SteeringCrumb } from '@/components/steering/steering-crumb.tsx'
import { Card } from '@/components/ui/card.tsx'
import { Notice, RoleNote } from '@/components/ui/notices.tsx'
import { requireActor } from '@/lib/access/session.ts'
import { packList } from '@/lib/steering/packs/queries.ts'
import { quarterName } from '@/lib/steering/packs/shown.ts'
import { prepareAction } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('packs'))('list.metaTitle') }
}

const PROBLEMS = { not_found: 'notFound', not_yours: 'notYours', not_counted: 'notCounted', gone: 'gone' } as const

export default async function PacksPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireActor()
  const list = actor.role === 'committee' ? null : await packList(actor)
  if (list === null) return <ForbiddenScreen />
  const [t, { probleme, place, quarter }] = await Promise.all([getTranslations('packs'), searchParams])
  const problem = typeof probleme === 'string' && probleme in PROBLEMS ? PROBLEMS[probleme as keyof typeof PROBLEMS] : null
  const { drafts, issued, places, quarters } = list
  const names = Object.fromEntries([...drafts, ...issued, ...quarters.map(({ code }) => ({ quarter: code }))].map(({ quarter: code }) => [code, quarterName(code, actor.locale)]))
  const role = actor.role === 'manager' || actor.role === 'operator_admin' ? actor.role : 'platform_admin'
  const table = { root: '/pilotage/lots', timeZone: actor.timeZone, quarterNames: names }
  return (
    <>
      <div className="screen-head">
        <div>
          {role !== 'platform_admin' && <SteeringCrumb />}
          <h1>{t('list.title')}</h1>
          <p className="muted"><b>{t('list.now', { drafts: drafts.length, issued: issued.length })}</b> {t('list.lead')}</p>
        </div>
      </div>
      <div className="pack-page">
        {problem !== null && <div role="alert"><Notice>{t(`problem.${problem}`)}</Notice></div>}
        {places.length > 0 && quarters.length > 0 && (
          <Card id="new" title={t('list.new')}>
            <PrepareForm
              places={places} quarters={quarters.map(({ code }) => ({ code, name: names[code] ?? code }))} action={prepareAction}
              chosen={{ place: typeof place === 'string' && places.some(({ value }) => value === place) ? place : null, quarter: typeof quarter === 'string' && quarters.some(({ code }) => code === quarter) ? quarter : null }}
            />
          </Card>
        )}
        {drafts.length > 0 && <Card id="drafts" title={t('list.drafts')}><PackTable packs={drafts} caption={t('list.caption.drafts')} {...table} /></Card>}
        <Card id="issued" title={t('list.issued')}><PackTable packs={issued} caption={t('list.caption.issued')} {...table} /></Card>
      </div>
      <footer className="screen-foot"><RoleNote>{t(`list.role.${role}`)}</RoleNote></footer>
    </>
  )
}
