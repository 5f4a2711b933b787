import '@/components/live/live.css'
import '@/components/worklist/screen.css'
import '@/components/worklist/worklist.css'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { LiveList } from '@/components/live/live-list.tsx'
import { NextSteps } from '@/components/exchanges/next-steps.tsx'
import { AwaitedSteps } from '@/components/plan/awaited-steps.tsx'
import { plannedLink } from '@/components/agenda/word-agenda.ts'
import { ForbiddenScreen } from '@/components/shell/states.tsx'
import { LinkButton } from '@/components/ui/button.tsx'
import { EmptyState, RoleNote } from '@/components/ui/notices.tsx'
import { HorizonBand } from '@/components/worklist/horizon-band.tsx'
import { horizonCells } from '@/components/worklist/horizon.ts'
import { WorkList } from '@/components/worklist/work-list.tsx'
import { wordGroups, wordLine } from '@/components/worklist/word-worklist.ts'
import { requireActor } from '@/lib/access/session.ts'
import { isoOf } from '@/lib/accord/calendar/day.ts'
import { plannedFor } from '@/lib/agenda/of-files.ts'
import type { WorkItem } from '@/lib/cases/views/worklist.ts'
import { wording } from '@/lib/accord/wording/index.ts'
import { awaitedSteps } from '@/lib/cases/plan/awaited-steps.ts'
import { nextSteps } from '@/lib/cases/queries/next-steps.ts'
import { worklist } from '@/lib/cases/queries/worklist.ts'
import { capitalised, formatDayLong } from '@/lib/wording/format/index.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('worklist'))('metaTitle') }
}

export default async function WorklistPage() {
  const actor = await requireActor()
  const list = await worklist(actor)
  if (list === null) return <ForbiddenScreen />
  const steps = await nextSteps(actor, list.today)
  const [t, locale] = await Promise.all([getTranslations('worklist'), getLocale()])
  const agenda = await getTranslations('agenda')
  const made = await plannedFor(actor, Object.values(list.groups).flat().map(({ reference }) => reference))
  const words = {
    t, locale, stage: wording(locale).stage,
    planned: ({ reference, metBy }: WorkItem) => {
      const appointment = made.get(`${reference} ${metBy}`)
      return appointment === undefined ? null : plannedLink(appointment, { t: agenda, locale })
    },
  }
  const groups = wordGroups(list, words)
  const { overdue, today } = { overdue: list.groups.overdue.length, today: list.groups.today.length }
  const beyond = list.beyond === null ? null : wordLine(list.beyond, list.today, words)
  const cells = horizonCells(list.today, Object.fromEntries(list.horizon.map(({ day, count }) => [isoOf(day), count])))
  const role = actor.role === 'referent' || actor.role === 'manager' ? actor.role : 'counsellor'
  return (
    <>
      <div className="screen-head">
        <div>
          <h1>{t('title')}</h1>
          <p className="muted">
            {capitalised(formatDayLong(list.today, locale))}.{' '}
            {overdue === 0
              ? t('summary.todayAlone', { count: today })
              : <><b className="late">{t('summary.overdue', { count: overdue })}</b>, {t('summary.today', { count: today })}.</>}
          </p>
        </div>
      </div>
      {list.total > 0 && <HorizonBand cells={cells} overdue={overdue} />}
      {list.total > 0 ? <WorkList groups={groups} /> : (
        <div className="card">
          <EmptyState
            title={beyond === null ? t('empty.noneTitle') : t('empty.title')}
            action={<LinkButton href="/dossiers">{t('empty.open')}</LinkButton>}
          >
            {beyond === null
              ? t('empty.none')
              : t('empty.next', { day: beyond.dueLabel, relative: beyond.relative.toLowerCase(), act: beyond.act, person: beyond.personName })}
          </EmptyState>
        </div>
      )}
      <NextSteps steps={steps} today={list.today} />
      <AwaitedSteps steps={await awaitedSteps(actor, list.today)} today={list.today} />
      <LiveList />
      <footer className="screen-foot">
        <RoleNote>{t(`scope.${role}`)}</RoleNote>
        {list.total > 0 && (
          <p className="work-keys">
            <span className="vh">{t('keys.label')}</span>
            <kbd>↑</kbd> <kbd>↓</kbd> {t('keys.move')} <kbd>{t('keys.enter')}</kbd> {t('keys.open')} <kbd>A</kbd> {t('keys.act')} <kbd>P</kbd> {t('keys.why')}
          </p>
        )}
      </footer>
    </>
  )
}
