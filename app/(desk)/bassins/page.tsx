import '@/components/basin/basin.css'
import '@/components/worklist/screen.css'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { BasinsTable } from '@/components/basin/basins-table.tsx'
import { QuarterSwitch } from '@/components/basin/quarter-switch.tsx'
import { readQuarter } from '@/components/basin/quarter-code.ts'
import { ForbiddenScreen } from '@/components/shell/states.tsx'
import { EmptyState, RoleNote } from '@/components/ui/notices.tsx'
import { requireActor } from '@/lib/access/session.ts'
import { basinsOverview } from '@/lib/cases/queries/basins.ts'
import { civilDay } from '@/lib/clock/civil-day.ts'
import { formatDay } from '@/lib/wording/format/index.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('basin'))('all.metaTitle') }
}

export default async function BasinsPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireActor()
  const { trimestre } = await searchParams
  const overview = await basinsOverview(actor, typeof trimestre === 'string' ? trimestre : undefined)
  if (overview === null) return <ForbiddenScreen />
  const [t, locale, today] = await Promise.all([getTranslations('basin'), getLocale(), civilDay(actor.timeZone)])
  const quarter = readQuarter(overview.quarter.code)
  const worst = overview.basins.toSorted((a, b) => b.overdue.count - a.overdue.count)[0]
  return (
    <>
      <div className="screen-head">
        <div>
          <h1>{t('all.title')}</h1>
          <p className="muted">
            {worst === undefined || worst.overdue.count === 0
              ? t('all.calm')
              : <b className="late">{t('all.now', { count: overview.total.overdue.count, basin: worst.name, worst: worst.overdue.count })}</b>}{' '}
            {quarter !== null && t('all.lead', { count: overview.basins.length, quarter: t('quarter.long', { number: quarter.number, year: String(quarter.year) }) })}
          </p>
        </div>
        <div className="screen-tools"><QuarterSwitch quarters={overview.quarters} current={overview.quarter.code} path="/bassins" /></div>
      </div>
      <div className="card"><div className="card-b basins-card">
        {overview.basins.length === 0
          ? <EmptyState title={t('all.empty')}>{t('all.emptyLead')}</EmptyState>
          : <BasinsTable overview={overview} />}
      </div></div>
      <footer className="screen-foot">
        <RoleNote>{t(actor.role === 'operator_admin' ? 'role.operator_admin' : 'role.manager', { day: formatDay(today, locale) })}</RoleNote>
      </footer>
    </>
  )
}
