import './notices.css'
import { BellOff } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import Link from '@/components/ui/link.tsx'
import type { ReactNode } from 'react'
import { LinkButton } from '@/components/ui/button.tsx'
import { Card } from '@/components/ui/card.tsx'
import { EmptyState, RoleNote } from '@/components/ui/notices.tsx'
import { SubmitButton } from '@/components/ui/submit-button.tsx'
import { isoOf, parseDay } from '@/lib/accord/calendar/day.ts'
import { wording } from '@/lib/accord/wording/index.ts'
import type { Digests, DigestView } from '@/lib/notify/digests.ts'
import { capitalised, formatDay, formatDayLong } from '@/lib/wording/format/index.ts'
import type { Locale } from '@/lib/wording/locale.ts'

interface MorningsProps {
  readonly told: Digests
  readonly markRead: () => Promise<void>
}

/** What one was told, morning by morning. */
export function Mornings({ told: { digests, unread, names }, markRead }: MorningsProps) {
  const t = useTranslations('digest')
  const mail = useTranslations('mail')
  return (
    <div className="mornings">
      <div className="head">
        <div>
          <h1>{t('title')}</h1>
          <p className="muted">{t('lead')}</p>
        </div>
        <div className="acts">
          {unread > 0 && <form action={markRead}><SubmitButton look="plain">{t('markRead')}</SubmitButton></form>}
          <LinkButton look="ghost" href="/courriels">{mail('title')}</LinkButton>
          <LinkButton look="ghost" href="/compte#digest">{t('choose')}</LinkButton>
        </div>
      </div>
      {digests.length === 0 && <div className="card"><EmptyState sign={BellOff} title={t('empty')}>{t('emptyDetail')}</EmptyState></div>}
      {digests.map((digest) => <Morning key={digest.id} digest={digest} names={names} />)}
      <RoleNote>{t('role')}</RoleNote>
    </div>
  )
}

const dayOf = (iso: string, locale: Locale): string => {
  const read = parseDay(iso)
  return read === null ? iso : formatDay(read, locale)
}

function Part({ title, children }: { readonly title: string; readonly children: readonly ReactNode[] }) {
  return children.length === 0 ? null : <section><h3>{title}</h3><ul>{children}</ul></section>
}

function Morning({ digest, names }: { readonly digest: DigestView; readonly names: Digests['names'] }) {
  const t = useTranslations('digest')
  const locale = useLocale()
  const { content } = digest
  const person = (reference: string): ReactNode => <Link href={`/dossiers/${reference}`} dir="auto">{names[reference] ?? reference}</Link>
  const whose = (name: string | undefined): ReactNode => name !== undefined && <small className="muted">{t('standingIn', { name })}</small>
  return (
    <Card className="morning" id={`matin-${isoOf(digest.on)}`} title={capitalised(formatDayLong(digest.on, locale))} aside={digest.read ? undefined : <span className="tag">{t('unread')}</span>}>
      <Part title={t('due')}>{[
        ...content.due.lines.map(({ reference, code, dueOn, standingInFor }) => (
          <li key={`${reference}-${code}-${dueOn}`}>{person(reference)} <span>{wording(locale).deadline(code).act}, {t('dueOn', { day: dayOf(dueOn, locale) })}</span> {whose(standingInFor)}</li>
        )),
        ...(content.due.more > 0 ? [<li key="more"><Link href="/a-faire">{t('more', { count: content.due.more })}</Link></li>] : []),
      ]}</Part>
      <Part title={t('coming')}>{content.coming.map(({ on, count }) => <li key={on}><span>{t('comingDay', { day: dayOf(on, locale), count })}</span></li>)}</Part>
      <Part title={t('appointments')}>{content.appointments.map(({ reference, at, kind, standingInFor }) => (
        <li key={`${at}-${reference ?? ''}-${standingInFor ?? ''}`}><span>{at.replace(':', locale === 'fr' ? '\u00A0h\u00A0' : ':')}, {t(`appointmentKind.${kind as 'other'}`)}</span> {reference !== null && person(reference)} {whose(standingInFor)}</li>
      ))}</Part>
      <Part title={t('assigned')}>{content.assigned.map(({ reference, by, as }) => <li key={reference}>{person(reference)} <span>{t(`assignedAs.${as}`, { by })}</span></li>)}</Part>
      <Part title={t('changes')}>{content.changes.map(({ reference, by, count, standingInFor }) => <li key={`${reference}-${by}`}>{person(reference)} <span>{t('changedBy', { by, count })}</span> {whose(standingInFor)}</li>)}</Part>
      <Part title={t('drifts')}>{(content.drifts ?? []).map(({ kind, groups }) => <li key={kind}><Link href="/pilotage#maintenant">{t(`drift.${kind}`, { count: groups })}</Link></li>)}</Part>
      <Part title={t('mailTitle')}>{content.mail.map(({ mailId, reference, subject, state }) => (
        <li key={mailId}>{reference !== null && person(reference)} <span dir="auto">{t(`trouble.${state}`, { subject })}</span> <Link href={`/courriels?message=${mailId}`}>{t('openMail')}<span className="vh"> « {subject} »</span></Link></li>
      ))}</Part>
    </Card>
  )
}
