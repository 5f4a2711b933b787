import '@/components/live/live.css'
import '@/components/placement/placement.css'
import '@/components/worklist/screen.css'
import '@/components/worklist/worklist.css'
import type { Metadata } from 'next'
import Link from '@/components/ui/link.tsx'
import { getLocale, getTranslations } from 'next-intl/server'
import { LiveList } from '@/components/live/live-list.tsx'
import { PlacementDrawer } from '@/components/placement/placement-drawer.tsx'
import { isDue, placementUrgency, shownPlacements } from '@/components/placement/placement-groups.ts'
import { PlacementBoard } from '@/components/placement/placement-board.tsx'
import { TrialDrawer } from '@/components/placement/trial-drawer.tsx'
import { ForbiddenScreen } from '@/components/shell/states.tsx'
import { DrawerLayout } from '@/components/ui/drawer.tsx'
import { EmptyState, RoleNote } from '@/components/ui/notices.tsx'
import { requireActor } from '@/lib/access/session.ts'
import { isoOf, type Day } from '@/lib/accord/calendar/day.ts'
import { FOLLOW_UP_SITUATIONS } from '@/lib/accord/file/facts.ts'
import { CLOSING_RESULTS } from '@/lib/cases/content/work-and-breach.ts'
import { placements } from '@/lib/cases/queries/placements.ts'
import type { Placement } from '@/lib/cases/views/placements.ts'
import { formatDay, relativeDay } from '@/lib/wording/format/index.ts'
import { breakTrial, closeFollowUp, logContact, previewTrial } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('placement'))('metaTitle') }
}

type Search = Record<string, string | string[] | undefined>

export default async function PlacementsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const actor = await requireActor()
  const view = await placements(actor)
  if (view === null) return <ForbiddenScreen />
  const [t, locale, search] = await Promise.all([getTranslations('placement'), getLocale(), searchParams])
  const onlyDue = search['filtre'] === 'a-faire'
  const shown = shownPlacements(view.placements, view.today, onlyDue)
  const dueCount = view.placements.filter((placement) => isDue(placement, view.today)).length
  const { due, toClose, next } = placementUrgency(view.placements, view.today)
  const role = actor.role === 'manager' || actor.role === 'referent' ? actor.role : 'counsellor'
  const asked = (name: string) => view.placements.find(({ reference }) => reference === search[name]) ?? null
  const contact = asked('contact')
  const closing = asked('clore')
  const trial = asked('essai')
  return (
    <DrawerLayout
      drawer={contact !== null ? <Contact placement={contact} today={view.today} /> : closing !== null ? <Closing placement={closing} today={view.today} /> : trial !== null ? <Trial placement={trial} today={view.today} /> : null}
    >
      <div className="screen-head">
        <div>
          <h1>{t('title')}</h1>
          <p className="muted">
            {toClose > 0 && <b>{t('now.close', { count: toClose })}{' '}</b>}
            {due > 0 ? <b>{t('now.due', { count: due })}</b> : (
              <>
                {t('now.calm')}{' '}
                {next?.nextContactDue != null && t('now.next', {
                  day: formatDay(next.nextContactDue, locale), relative: relativeDay(next.nextContactDue, view.today, locale), person: next.personName,
                })}
              </>
            )}
          </p>
        </div>
        <nav className="seg" aria-label={t('filter.label')}>
          <Link href="/suivi" aria-current={onlyDue ? undefined : 'page'} scroll={false}>{t('filter.all', { count: view.placements.length })}</Link>
          <Link href="/suivi?filtre=a-faire" aria-current={onlyDue ? 'page' : undefined} scroll={false}>{t('filter.due', { count: dueCount })}</Link>
        </nav>
      </div>
      {shown.length === 0
        ? <div className="card"><EmptyState title={t(onlyDue ? 'empty.dueTitle' : 'empty.title')}>{t(onlyDue ? 'empty.dueLead' : 'empty.lead')}</EmptyState></div>
        : <PlacementBoard placements={shown} today={view.today} />}
      <LiveList />
      <footer className="screen-foot"><RoleNote>{t(`scope.${role}`)}</RoleNote></footer>
    </DrawerLayout>
  )
}

async function Contact({ placement, today }: { placement: Placement; today: Day }) {
  const t = await getTranslations('placement')
  return (
    <PlacementDrawer
      key={placement.reference}
      kind="contact" reference={placement.reference} version={placement.version} submissionId={crypto.randomUUID()} todayIso={isoOf(today)}
      lead={t('contact.lead', { person: placement.personName, month: Math.min(placement.months + 1, 6) })}
      situations={FOLLOW_UP_SITUATIONS.map((value) => ({ value, label: t(`situation.${value}`), detail: t(`contact.situationDetail.${value}`) }))}
      action={logContact}
    />
  )
}

async function Closing({ placement, today }: { placement: Placement; today: Day }) {
  const [t, locale] = await Promise.all([getTranslations('placement'), getLocale()])
  return (
    <PlacementDrawer
      key={placement.reference}
      kind="closing" reference={placement.reference} version={placement.version} submissionId={crypto.randomUUID()} todayIso={isoOf(today)}
      lead={placement.followUpEnd === null ? placement.personName : t('closing.lead', { person: placement.personName, day: formatDay(placement.followUpEnd, locale) })}
      situations={CLOSING_RESULTS.map((value) => ({ value, label: t(`result.${value}`) }))}
      action={closeFollowUp}
    />
  )
}

async function Trial({ placement, today }: { placement: Placement; today: Day }) {
  const t = await getTranslations('placement')
  return (
    <TrialDrawer
      key={placement.reference} reference={placement.reference} version={placement.version} submissionId={crypto.randomUUID()} todayIso={isoOf(today)}
      lead={t('trial.lead', { person: placement.personName })} preview={previewTrial} action={breakTrial}
    />
  )
}
