import { useLocale, useTranslations } from 'next-intl'
import { formatCount, formatPercent } from '@/lib/wording/format/index.ts'
import { ratioOf, shownRatio, shownTotal, type Masked, type Ratio } from './territory-totals.ts'

const STOCK = ['live', 'live_proposal', 'live_support', 'live_suspended', 'live_placed', 'live_term'] as const
const FLOW = ['entries', 'exits'] as const
const IN_TIME = [
  { name: 'preBilan', part: 'pre_bilan_in_time', whole: 'pre_bilan_due' },
  { name: 'plan', part: 'plan_in_time', whole: 'plan_due' },
] as const

export type Indicator = (typeof STOCK)[number] | (typeof FLOW)[number] | (typeof IN_TIME)[number]['part' | 'whole']

/** A basin of the territory, as counted: no person, no operator. */
export interface CountedBasin {
  readonly code: string
  readonly name: string
  readonly regionName: string
  readonly figures: Readonly<Partial<Record<Indicator, number | null>>>
}

function Shown({ figure }: { figure: Masked }) {
  const t = useTranslations('figures')
  const locale = useLocale()
  return figure === null || figure === undefined ? <span className="faint">{t('masked')}</span> : formatCount(figure, locale)
}

function ShownRatio({ ratio }: { ratio: Ratio | null }) {
  const t = useTranslations('figures')
  const locale = useLocale()
  if (ratio === null) return <span className="faint">{t('masked')}</span>
  return t('ratio', { share: formatPercent(ratio.share, locale), part: ratio.part, whole: ratio.whole })
}

/** What happened in the quarter, basin by basin. */
export function QuarterTable({ basins }: { basins: readonly CountedBasin[] }) {
  const t = useTranslations('figures')
  const names = useTranslations('figures.column')
  return (
    <table className="table figures-table" role="table">
      <caption className="vh">{t('caption.quarter')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">{names('basin')}</th>
          <th scope="col" role="columnheader">{names('region')}</th>
          {[...FLOW, ...IN_TIME.map(({ name }) => name)].map((column) => <th key={column} scope="col" role="columnheader" className="num">{names(column)}</th>)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {basins.map(({ code, name, regionName, figures }) => (
          <tr key={code} role="row">
            <th scope="row" role="rowheader">{name}</th>
            <td role="cell" data-l={names('region')}>{regionName}</td>
            {FLOW.map((column) => <td key={column} role="cell" className="num" data-l={names(column)}><Shown figure={figures[column]} /></td>)}
            {IN_TIME.map((column) => (
              <td key={column.name} role="cell" className="num" data-l={names(column.name)}><ShownRatio ratio={ratioOf(figures[column.part], figures[column.whole])} /></td>
            ))}
          </tr>
        ))}
        <tr className="figures-total" role="row">
          <th scope="row" role="rowheader">{t('shown')}</th>
          <td role="cell" className="no-label" />
          {FLOW.map((column) => <td key={column} role="cell" className="num" data-l={names(column)}><Shown figure={shownTotal(basins.map(({ figures }) => figures[column]))} /></td>)}
          {IN_TIME.map((column) => (
            <td key={column.name} role="cell" className="num" data-l={names(column.name)}>
              <ShownRatio ratio={shownRatio(basins.map(({ figures }) => ({ part: figures[column.part], whole: figures[column.whole] })))} />
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  )
}

/** Where the live files stand, basin by basin. */
export function StockTable({ basins }: { basins: readonly CountedBasin[] }) {
  const t = useTranslations('figures')
  const names = useTranslations('figures.column')
  return (
    <table className="table figures-table" role="table">
      <caption className="vh">{t('caption.stock')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">{names('basin')}</th>
          {STOCK.map((column) => <th key={column} scope="col" role="columnheader" className="num">{names(column)}</th>)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {basins.map(({ code, name, figures }) => (
          <tr key={code} role="row">
            <th scope="row" role="rowheader">{name}</th>
            {STOCK.map((column) => <td key={column} role="cell" className="num" data-l={names(column)}><Shown figure={figures[column]} /></td>)}
          </tr>
        ))}
        <tr className="figures-total" role="row">
          <th scope="row" role="rowheader">{t('shown')}</th>
          {STOCK.map((column) => <td key={column} role="cell" className="num" data-l={names(column)}><Shown figure={shownTotal(basins.map(({ figures }) => figures[column]))} /></td>)}
        </tr>
      </tbody>
    </table>
  )
}
