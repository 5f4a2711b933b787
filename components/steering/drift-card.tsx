import Link from '@/components/ui/link.tsx'
import { Card } from '@/components/ui/card.tsx'
import { formatCount, formatPercent } from '@/lib/wording/format/index.ts'
import type { Drift, Late } from '@/lib/steering/dashboard/drifts.ts'
import { useSteeringWords } from './steering-words.ts'

/** What is late today, and which basins and counsellors are well above the others: each explained by its files. */
export function DriftCard({ drifts }: { readonly drifts: readonly Drift[] }) {
  const { t, locale } = useSteeringWords()
  const share = ({ late, of }: Late) => formatPercent(of === 0 ? 0 : Math.round((late / of) * 1000) / 10, locale)
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
                    <Link href={`/dossiers?${drift.search}`} aria-label={t('drift.open', { label })}><b>{formatCount(drift.late, locale)}</b></Link>{' '}
                    <span className="muted">{t('drift.share', { share: share(drift) })}</span>
                  </>
                )}
              </p>
              {drift.late > 0 && (drift.groups.length === 0 ? <p className="muted steer-small">{t('drift.none')}</p> : (
                <ul className="steer-groups">
                  {drift.groups.map((group) => {
                    const name = t(`drift.${group.by}`, { name: group.name })
                    return (
                      <li key={`${group.by}-${group.id}`}>
                        <Link href={`/dossiers?${group.search}`} aria-label={t('drift.open', { label: `${label}, ${name}` })}>{name}</Link>
                        <span className="muted">{t('drift.group', { late: group.late, of: group.of, share: share(group) })}</span>
                      </li>
                    )
                  })}
                </ul>
              ))}
            </li>
          )
        })}
      </ul>
      <p className="hint steer-rule">{t('drift.rule')}</p>
    </Card>
  )
}
