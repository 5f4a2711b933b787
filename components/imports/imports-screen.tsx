import { FileUp, Plus, RefreshCw } from 'lucide-react'
import { LinkButton } from '@/components/ui/button.tsx'
import { Card } from '@/components/ui/card.tsx'
import { Icon } from '@/components/ui/icon.tsx'
import Link from '@/components/ui/link.tsx'
import { EmptyState, RoleNote } from '@/components/ui/notices.tsx'
import type { ImportedFigure } from '@/lib/steering/imports/figures.ts'
import { civilDayOf } from '@/lib/wording/format/moment.ts'
import { isoOf } from '@/lib/accord/calendar/day.ts'
import { ADD_FIGURE, ADD_SHEET, replaceHref } from './address.ts'
import { SourceLink } from './source-link.tsx'
import { useImportWords } from './import-words.ts'

interface ImportsScreenProps {
  readonly figures: readonly ImportedFigure[]
  /** Names of the basins that figures are about, by code. */
  readonly basins: Readonly<Record<string, string>>
  /** Whether the reader keeps figures for everyone rather than for an operator. */
  readonly platform: boolean
}

/** The figures kept that no file holds: what each says, where it was read, and what it said before. */
export function ImportsScreen({ figures, basins, platform }: ImportsScreenProps) {
  const { t } = useImportWords()
  return (
    <>
      <div className="screen-head">
        <div>
          <p className="imports-crumb"><Link href="/administration">{t('administration')}</Link></p>
          <h1>{t('title')}</h1>
          <p className="muted">{t(platform ? 'lead.platform' : 'lead.operator')}</p>
        </div>
        <div className="screen-tools">
          <LinkButton href={ADD_SHEET} scroll={false}><Icon of={FileUp} />{t('addSheet')}</LinkButton>
          <LinkButton look="primary" href={ADD_FIGURE} scroll={false}><Icon of={Plus} />{t('add')}</LinkButton>
        </div>
      </div>
      <Card id="kept" title={t('kept')} aside={<Link className="est" href="/indicateurs#section-elsewhere">{t('catalogue')}</Link>}>
        {figures.length === 0 ? <EmptyState title={t('none')}>{t('noneLead')}</EmptyState> : <FiguresTable figures={figures} basins={basins} platform={platform} />}
      </Card>
      <footer className="screen-foot"><RoleNote>{t(platform ? 'role.platform' : 'role.operator')}</RoleNote></footer>
    </>
  )
}

const COLUMNS = ['indicator', 'period', 'value', 'source', 'by'] as const

function FiguresTable({ figures, basins, platform }: ImportsScreenProps) {
  const { t, plainDay, value, period, place, name } = useImportWords()
  return (
    <table className="table imports-table" role="table">
      <caption className="vh">{t('kept')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {COLUMNS.map((column) => <th key={column} scope="col" role="columnheader" className={column === 'value' ? 'num' : column === 'by' ? 'imports-by' : undefined}>{t(`column.${column}`)}</th>)}
          <td role="cell" />
        </tr>
      </thead>
      <tbody role="rowgroup">
        {figures.map((figure) => (
          <tr key={figure.id} role="row">
            <th scope="row" role="rowheader">{name(figure.indicator)}<small>{place(figure.place, (code) => basins[code])}</small></th>
            <td role="cell" data-l={t('column.period')}>{period(figure)}</td>
            <td role="cell" data-l={t('column.value')} className="num imports-value">
              <b>{value(figure.indicator, figure.amount)}</b>
              {figure.before.length > 0 && (
                <details>
                  <summary>{t('before.count', { count: figure.before.length })}</summary>
                  <ul>
                    {figure.before.map(({ amount, publishedOn, reason }, index) => (
                      <li key={index}>{t('before.said', { value: value(figure.indicator, amount), day: plainDay(publishedOn) })}{reason !== null && <small dir="auto">{t('before.reason', { reason })}</small>}</li>
                    ))}
                  </ul>
                </details>
              )}
            </td>
            <td role="cell" data-l={t('column.source')} className="imports-source">
              <SourceLink title={figure.sourceTitle} url={figure.sourceUrl} />
              <small>{t('publishedOn', { day: plainDay(figure.publishedOn) })}</small>
            </td>
            <td role="cell" data-l={t('column.by')} className="imports-by">
              {t(figure.forEveryone ? 'forEveryone' : 'ours')}
              <small>{t('keptBy', { who: figure.importedBy ?? t('platform'), day: plainDay(isoOf(civilDayOf(figure.importedAt))) })}</small>
            </td>
            <td role="cell" className="imports-acts">
              {figure.forEveryone === platform && (
                <LinkButton look="ghost" href={replaceHref(figure.id)} scroll={false} aria-label={t('replaceThis', { indicator: name(figure.indicator), place: place(figure.place, (code) => basins[code]), period: period(figure) })}>
                  <Icon of={RefreshCw} />{t('replace')}
                </LinkButton>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
