import { useTranslations } from 'next-intl'
import Link from '@/components/ui/link.tsx'
import { Card } from '@/components/ui/card.tsx'
import { day } from '@/lib/accord/calendar/day.ts'
import { DRIFT_THRESHOLDS } from '@/lib/indicators/drift.ts'
import { formatCount, formatDayPlain, formatPercent } from '@/lib/wording/format/index.ts'
import type { Drift, DriftingGroup, Late } from '@/lib/steering/dashboard/drifts.ts'
import { alertHref } from '../alerts/alert-address.ts'
import { useSteeringWords } from './steering-words.ts'

/** What is late today, and which basins and counsellors are well above the others: each explained by its files, and set aside for a time where it may be. */
export function DriftCard({ drifts, explained }: { readonly drifts: readonly Drift[]; readonly explained: boolean }) {
  const { t, locale } = useSteeringWords()
  const alerts = useTranslations('alerts')
  const share = ({ late, of }: Late) => formatPercent(of === 0 ? 0 : Math.round((late / of) * 1000) / 10, locale)
  const line = (kind: Drift['kind'], label: string, group: DriftingGroup) => {
    const name = t(`drift.${group.by}`, { name: group.name })
    const since = group.oldest === null ? null : alerts(kind === 'contact' ? 'sinceContact' : 'since', { day: formatDayPlain(day(group.oldest), locale) })
    return (
      <li key={`${group.by}-${group.id}`}>
        <Link href={`/dossiers?${group.search}`} aria-label={t('drift.open', { label: `${label}, ${name}` })}>{name}</Link>
        <span className="muted">{t('drift.group', { late: group.late, of: group.of, share: share(group) })}</span>
        <span className="steer-since">
          {group.aside === null ? since : alerts('asideUntil', { day: formatDayPlain(day(group.aside.until), locale) })}
          {explained && <>{' · '}<Link href={alertHref(kind, group)} aria-label={alerts('explainOf', { label: `${label}, ${name}` })}>{alerts('explain')}</Link></>}
        </span>
      </li>
    )
  }
  return (
    <Card id="maintenant" title={t('section.now')} aside={<span className="est">{t('drift.lead', { count: drifts[0]?.of ?? 0 })}</span>}>
      <ul className="steer-drifts">
        {drifts.map((drift) => {
          const label = t(`drift.${drift.kind}`)
          return (
            <li key={drift.kind}>
              <h3>{label}</h3>
              <p className="steer-drift-value">
                {drift.late === 0 ? <span className="muted">{t('drift.zero')}</span> : (
                  <>
                    <Link href={`/dossiers?${drift.search}`} aria-label={t('open', { label, count: formatCount(drift.late, locale) })}><b>{formatCount(drift.late, locale)}</b></Link>{' '}
                    <span className="muted">{t('drift.share', { share: share(drift) })}</span>
                  </>
                )}
              </p>
              {drift.late > 0 && (drift.groups.length === 0 ? <p className="muted steer-small">{t('drift.none')}</p> : <ul className="steer-groups">{drift.groups.map((group) => line(drift.kind, label, group))}</ul>)}
            </li>
          )
        })}
      </ul>
      <p className="hint steer-rule">{alerts('rule', { fewest: DRIFT_THRESHOLDS.fewestLate, followed: DRIFT_THRESHOLDS.fewestFollowed, onceIn: formatCount(DRIFT_THRESHOLDS.onceIn, locale) })}</p>
    </Card>
  )
}
