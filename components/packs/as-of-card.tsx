import { useLocale, useTranslations } from 'next-intl'
import { day } from '@/lib/accord/calendar/day.ts'
import type { ShownRevision } from '@/lib/steering/packs/shown.ts'
import { formatDayPlain } from '@/lib/wording/format/index.ts'
import { Card } from '../ui/card.tsx'
import Link from '../ui/link.tsx'
import { RevisionTable } from './pack-body.tsx'

export interface AsOfShown {
  readonly id: string
  readonly number: string
  readonly issuedOn: string
  readonly quarter: string
  readonly figures: readonly { readonly key: string; readonly name: string; readonly said: string }[]
  readonly changes: readonly ShownRevision[]
}

/** What the last pack of a place said, and what has been revised since. */
export function AsOfCard({ asOf }: { readonly asOf: AsOfShown }) {
  const t = useTranslations('packs')
  const locale = useLocale()
  return (
    <Card id="as-of" title={t('asOf.title')} aside={<Link className="est" href={`/pilotage/lots/${asOf.id}`}>{t('asOf.note', { number: asOf.number, day: formatDayPlain(day(asOf.issuedOn), locale) })}</Link>}>
      <p>{t('asOf.lead', { quarter: asOf.quarter })} <b>{asOf.changes.length === 0 ? t('asOf.unchanged') : t('asOf.changed', { count: asOf.changes.length })}</b></p>
      {asOf.changes.length > 0 && <RevisionTable caption={t('asOf.caption', { number: asOf.number })} rows={asOf.changes} />}
      <details className="pack-places">
        <summary>{t('asOf.figures', { number: asOf.number })}</summary>
        <dl className="pack-then">{asOf.figures.map(({ key, name, said }) => <div key={key}><dt>{name}</dt><dd>{said}</dd></div>)}</dl>
      </details>
    </Card>
  )
}
