import { CalendarClock } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { Button, LinkButton } from '@/components/ui/button.tsx'
import { DateField } from '@/components/ui/date-field.tsx'
import { Notice } from '@/components/ui/notices.tsx'
import type { Day } from '@/lib/accord/calendar/day.ts'
import { formatDay } from '@/lib/wording/format/index.ts'
import { fileHref } from './address.ts'
import { twoDaysHref } from './two-days/address.ts'

/** « Voir le dossier à une date »: leads to the file as it was known at the end of that day. */
export function KnownOnForm({ reference, today }: { readonly reference: string; readonly today: string }) {
  const t = useTranslations('file.knownOn')
  const twoDays = useTranslations('twoDays')
  return (
    <details className="known-on no-print">
      <summary>{t('open')}</summary>
      <form action={fileHref(reference)} method="get" className="form">
        <DateField name="connu-le" label={t('label')} hint={t('hint')} defaultValue={today} />
        <div className="acts">
          <Button type="submit">{t('show')}</Button>
          <LinkButton look="ghost" href={twoDaysHref(reference)}>{twoDays('open')}</LinkButton>
        </div>
      </form>
    </details>
  )
}

/** Said at the head of a file shown as it was: it is read-only. */
export function KnownOnBanner({ reference, day }: { readonly reference: string; readonly day: Day }) {
  const t = useTranslations('file.knownOn')
  const twoDays = useTranslations('twoDays')
  const locale = useLocale()
  return (
    <div className="known-banner" role="status">
      <Notice sign={CalendarClock}>
        <b>{t('banner', { on: formatDay(day, locale) })}</b> {t('readOnly')}{' '}
        <LinkButton look="plain" href={fileHref(reference)}>{t('back')}</LinkButton>{' '}
        <LinkButton look="plain" href={twoDaysHref(reference, { from: day })}>{twoDays('open')}</LinkButton>
      </Notice>
    </div>
  )
}

/** The asked day could not be shown: said, and today's file is shown. */
export function KnownOnUnread({ asked }: { readonly asked: { readonly typed: string } | 'before' }) {
  const t = useTranslations('file.knownOn')
  return <div role="status"><Notice sign={CalendarClock}>{asked === 'before' ? t('before') : t('unread', { typed: asked.typed })}</Notice></div>
}
