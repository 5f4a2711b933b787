import { useLocale, useTranslations } from 'next-intl'
import { day } from '@/lib/accord/calendar/day.ts'
import { DRIFT_THRESHOLDS } from '@/lib/indicators/drift.ts'
import type { Alert, AlertView } from '@/lib/steering/alerts.ts'
import { formatCount, formatDayPlain, formatPercent } from '@/lib/wording/format/index.ts'
import { LinkButton } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Notice, RoleNote } from '../ui/notices.tsx'
import Link from '../ui/link.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import type { FormAction } from '../ui/use-kept-form.ts'
import type { FormState } from '../ui/form-state.ts'
import { alertHref } from './alert-address.ts'
import { AsideForm } from './aside-form.tsx'

function useAlertWords() {
  const t = useTranslations('alerts')
  const locale = useLocale()
  const on = (iso: string) => formatDayPlain(day(iso), locale)
  const nameOf = ({ by, name }: Alert) => (by === 'basin' ? t('basin', { name }) : name)
  const share = (late: number, of: number) => formatPercent(of <= 0 ? 0 : Math.round((late / of) * 1000) / 10, locale)
  const figures = ({ late, of, whole }: Alert) =>
    t('figures', { late, of, share: share(late, of), othersLate: Math.max(0, whole.late - late), othersOf: whole.of - of, othersShare: share(Math.max(0, whole.late - late), whole.of - of) })
  // Two figures are plenty for how rare something is.
  const often = (chance: number) => (chance <= 1e-6 ? t('often.never') : chance > 0.1 ? t('often.always') : t('often.once', { times: formatCount(Number((1 / chance).toPrecision(2)), locale) }))
  return { t, locale, on, nameOf, figures, often }
}

interface AlertScreenProps {
  readonly alert: AlertView
  readonly setAside: FormAction<FormState>
  readonly takeBack: (form: FormData) => Promise<void>
}

/** One alert: by how much, how rare, since when, its files; set aside for a time, or told again. */
export function AlertScreen({ alert, setAside, takeBack }: AlertScreenProps) {
  const { t, locale, on, nameOf, figures, often } = useAlertWords()
  const { kind, by, id, late, oldest, search, aside, drifting, chance } = alert
  return (
    <>
      <div className="screen-head">
        <div>
          <p className="steer-crumb"><Link href="/pilotage#maintenant">{t('back')}</Link></p>
          <h1>{t(`title.${kind}`, { name: nameOf(alert) })}</h1>
          <p className="muted">{figures(alert)}{drifting && <>{' '}{t('chance', { often: often(chance) })}</>}{!drifting && <>{' '}{t('over')}</>}</p>
        </div>
        <div className="screen-tools"><LinkButton look="primary" href={`/dossiers?${search}`}>{t('files', { count: late })}</LinkButton></div>
      </div>
      <div className="steer-stack">
        {oldest !== null && <Notice>{t(`oldest.${kind === 'contact' ? 'contact' : 'deadline'}`, { day: on(oldest) })}</Notice>}
        {aside !== null && (
          <Notice>
            <p>{t('aside.by', { name: aside.by, day: on(aside.until), reason: aside.reason })}</p>
            {alert.maySetAside && (
              <form action={takeBack}>
                {Object.entries({ kind, by, id }).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
                <SubmitButton look="plain">{t('aside.takeBack')}</SubmitButton>
              </form>
            )}
          </Notice>
        )}
        {drifting && alert.maySetAside && <Card id="aside" title={t('aside.title')}><AsideForm kind={kind} by={by} id={id} action={setAside} /></Card>}
        <p className="hint steer-rule">{t('rule', { fewest: DRIFT_THRESHOLDS.fewestLate, followed: DRIFT_THRESHOLDS.fewestFollowed, onceIn: formatCount(DRIFT_THRESHOLDS.onceIn, locale) })}</p>
      </div>
      <footer className="screen-foot"><RoleNote>{t('role')}</RoleNote></footer>
    </>
  )
}

/** What drifts in a basin, on its page; nothing where nothing does. */
export function BasinAlerts({ alerts }: { readonly alerts: readonly Alert[] }) {
  const { t, on, nameOf, figures } = useAlertWords()
  if (alerts.length === 0) return null
  return (
    <Card id="drifts" title={t('card.title')} aside={<span className="est">{t('card.note')}</span>}>
      <ul className="alert-lines">
        {alerts.map((alert) => (
          <li key={alert.kind}>
            <h3><Link href={`/dossiers?${alert.search}`}>{t(`title.${alert.kind}`, { name: nameOf(alert) })}</Link></h3>
            <p className="muted">
              {figures(alert)}{' '}
              {alert.aside === null ? '' : <>{t('asideUntil', { day: on(alert.aside.until) })} · </>}
              <Link href={alertHref(alert.kind, alert)}>{t('explain')}</Link>
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
