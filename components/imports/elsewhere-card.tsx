import { Card } from '@/components/ui/card.tsx'
import Link from '@/components/ui/link.tsx'
import { IMPORTED } from '@/lib/indicators/definitions.ts'
import type { ImportedFigure } from '@/lib/steering/imports/figures.ts'
import { IMPORTS } from './address.ts'
import { SourceLink } from './source-link.tsx'
import { useImportWords } from './import-words.ts'

interface ElsewhereCardProps {
  /** Those of the place shown, of the years around the period; of the whole of France where the place is all that the reader steers. */
  readonly figures: readonly ImportedFigure[]
  readonly years: { readonly from: number; readonly to: number }
  readonly nation: boolean
  readonly mayKeep: boolean
}

/** Figures that no file holds, beside ours and never mixed with them: each with its period, its source and its day; nothing where nothing was imported. */
export function ElsewhereCard({ figures, years, nation, mayKeep }: ElsewhereCardProps) {
  const { t, locale, name } = useImportWords()
  const held = IMPORTED.map(({ id }) => ({ id, figures: figures.filter(({ indicator }) => indicator === id) }))
  const without = held.filter((one) => one.figures.length === 0)
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  return (
    <Card id="ailleurs" title={t('elsewhere.title')} aside={mayKeep ? <Link className="est" href={IMPORTS}>{t('elsewhere.keep')}</Link> : <Link className="est" href="/indicateurs#section-elsewhere">{t('catalogue')}</Link>}>
      <p className="sm muted">{t(nation ? 'elsewhere.leadNation' : 'elsewhere.lead', { from: String(years.from), to: String(years.to) })}</p>
      {without.length < held.length && (
        <table className="grid imports-elsewhere" role="table">
          <caption className="vh">{t('elsewhere.title')}</caption>
          <thead role="rowgroup">
            <tr role="row">{(['indicator', 'value', 'period', 'source'] as const).map((column) => <th key={column} scope="col" role="columnheader" className={column === 'value' ? 'num' : undefined}>{t(`column.${column}`)}</th>)}</tr>
          </thead>
          {held.map(({ id, figures: own }) => own.length > 0 && (
            <tbody key={id} role="rowgroup">
              {own.map((figure, index) => <Row key={figure.id} figure={figure} first={index === 0} lines={own.length} />)}
            </tbody>
          ))}
        </table>
      )}
      {without.length > 0 && <p className="imports-without"><b>{t('elsewhere.none')}</b> {without.length === held.length ? t('elsewhere.noneAtAll') : t('elsewhere.without', { names: list.format(without.map(({ id }) => name(id))) })}</p>}
    </Card>
  )
}

function Row({ figure, first, lines }: { readonly figure: ImportedFigure; readonly first: boolean; readonly lines: number }) {
  const { t, plainDay, value, period, name } = useImportWords()
  return (
    <tr role="row">
      {first && <th scope="rowgroup" role="rowheader" rowSpan={lines}><Link href={`/indicateurs#${figure.indicator}`}>{name(figure.indicator)}</Link></th>}
      <td role="cell" className="num"><b>{value(figure.indicator, figure.amount)}</b></td>
      <td role="cell">{period(figure)}</td>
      <td role="cell" className="imports-source">
        <SourceLink title={figure.sourceTitle} url={figure.sourceUrl} />
        <small>{t('publishedOn', { day: plainDay(figure.publishedOn) })}{!figure.forEveryone && <>, {t('keptByUs')}</>}{figure.before[0] !== undefined && <>, {t('elsewhere.revised', { value: value(figure.indicator, figure.before[0].amount) })}</>}</small>
      </td>
    </tr>
  )
}
