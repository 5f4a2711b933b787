import '@/components/texts/texts.css'
import '@/components/worklist/screen.css'
import { FilePen, Plus } from 'lucide-react'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { lastKnownDay } from '@/components/rules/text-lines.ts'
import { ForbiddenScreen } from '@/components/shell/states.tsx'
import { TextsList } from '@/components/texts/texts-list.tsx'
import { LinkButton } from '@/components/ui/button.tsx'
import { Card } from '@/components/ui/card.tsx'
import { Icon } from '@/components/ui/icon.tsx'
import { EmptyState, RoleNote } from '@/components/ui/notices.tsx'
import { requireActor } from '@/lib/access/session.ts'
import { addMonths } from '@/lib/accord/calendar/day.ts'
import { shippedTexts } from '@/lib/accord/index.ts'
import { managedTexts } from '@/lib/cases/texts/queries.ts'
import { textsForReading } from '@/lib/cases/texts/in-force.ts'
import { civilDay } from '@/lib/clock/civil-day.ts'
import { formatDay, formatDayPlain } from '@/lib/wording/format/index.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('texts'))('list.metaTitle') }
}

/** The day from which the end of the last text is what there is to do about texts. */
const MONTHS_BEFORE_THE_END = 3

/** The texts added to those shipped: drafts first, since they wait for someone. */
export default async function TextsPage() {
  const actor = await requireActor()
  const texts = await managedTexts(actor)
  if (texts === null) return <ForbiddenScreen />
  const [t, locale, set, today] = await Promise.all([getTranslations('texts'), getLocale(), textsForReading(), civilDay(actor.timeZone)])
  const of = (...states: readonly string[]) => texts.filter(({ state }) => states.includes(state))
  const drafts = of('draft')
  const others = drafts.filter(({ drafted }) => drafted.by !== actor.displayName).length
  const last = lastKnownDay(set)
  const shippedEnd = lastKnownDay(shippedTexts)
  const latest = (text: (typeof texts)[number]) => texts.find(({ code }) => code === text.code)?.id === text.id
  const ends = last !== null && last < addMonths(today, MONTHS_BEFORE_THE_END)
  return (
    <>
      <div className="screen-head">
        <div>
          <h1>{t('list.title')}</h1>
          <p className="muted">
            <b>{others > 0 ? t('list.now.publish', { count: others }) : drafts.length > 0 ? t('list.now.others', { count: drafts.length }) : last !== null && t(ends ? 'list.now.ending' : 'list.now.covered', { day: formatDay(last, locale) })}</b>
            {drafts.length > 0 && last !== null && <> {t(ends ? 'list.now.ending' : 'list.now.covered', { day: formatDay(last, locale) })}</>}
          </p>
        </div>
        <div className="screen-tools"><LinkButton look="primary" href="/administration/textes/nouveau"><Icon of={Plus} />{t('list.new')}</LinkButton></div>
      </div>
      <div className="texts-stack">
        <Card id="drafts" title={t('list.drafts')}>
          {drafts.length === 0 ? <EmptyState sign={FilePen} title={t('list.noDrafts')}>{t('list.noDraftsLead')}</EmptyState> : <TextsList texts={drafts} latest={latest} />}
        </Card>
        <Card id="published" title={t('list.published')}>
          {of('published').length === 0 ? <EmptyState title={t('list.noPublished')}>{t('list.noPublishedLead')}</EmptyState> : <TextsList texts={of('published')} latest={latest} />}
        </Card>
        {of('superseded', 'withdrawn').length > 0 && <Card id="past" title={t('list.past')}><TextsList texts={of('superseded', 'withdrawn')} latest={latest} /></Card>}
        <Card id="shipped" title={t('list.shipped')} aside={shippedEnd === null ? undefined : <span className="est">{t('list.shippedCount', { count: shippedTexts.agreements.length, day: formatDayPlain(shippedEnd, locale) })}</span>}>
          <p className="muted">{t('list.shippedLead')}</p>
          <div className="acts"><LinkButton href="/regles#textes">{t('list.rules')}</LinkButton></div>
        </Card>
      </div>
      <footer className="screen-foot"><RoleNote>{t('role.platform')}</RoleNote></footer>
    </>
  )
}
