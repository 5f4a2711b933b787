import { useLocale, useTranslations } from 'next-intl'
import { parseDay } from '@/lib/accord/calendar/day.ts'
import type { BasinOverview } from '@/lib/cases/views/basins.ts'
import { formatCount, formatMonth, formatMonthShort } from '@/lib/wording/format/index.ts'
import { FigureLink } from './figure-link.tsx'
import { scaleTop } from './stage-bands.ts'

type End = BasinOverview['ends'][number]
const HEIGHT = 200
const FLOOR = 174
const CEILING = 16
const LEFT = 28

const monthDay = (month: string) => parseDay(`${month}-01`)

/** Ends of CSP by month, drawn at two widths (text keeps its size), with the same figures as a table below. */
export function EndsChart({ ends }: { ends: readonly End[] }) {
  const t = useTranslations('basin.end')
  const locale = useLocale()
  const total = ends.reduce((sum, end) => sum + end.figure.count, 0)
  if (total === 0) return <p className="muted">{t('empty')}</p>
  const long = (end: End | undefined) => {
    const day = end === undefined ? null : monthDay(end.month)
    return day === null ? '' : formatMonth(day, locale)
  }
  const peak = ends.reduce((best, end) => (end.figure.count > best.figure.count ? end : best))
  const label = t('label', { first: long(ends[0]), last: long(ends.at(-1)), total: formatCount(total, locale), peak: long(peak), most: peak.figure.count })
  return (
    <>
      <Drawing ends={ends} width={600} className="ends-chart wide" label={label} />
      <Drawing ends={ends} width={296} className="ends-chart narrow" label={label} />
      <details className="ends-table">
        <summary>{t('asTable')}</summary>
        <table className="grid">
          <caption className="vh">{t('caption')}</caption>
          <thead><tr><th scope="col">{t('month')}</th><th scope="col" className="num">{t('count')}</th></tr></thead>
          <tbody>
            {ends.map((end) => (
              <tr key={end.month}><th scope="row">{long(end)}</th><td className="num"><FigureLink figure={end.figure} label={long(end)} /></td></tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  )
}

function Drawing({ ends, width, className, label }: { ends: readonly End[]; width: number; className: string; label: string }) {
  const locale = useLocale()
  const top = scaleTop(Math.max(...ends.map((end) => end.figure.count)))
  const y = (count: number) => FLOOR - (count / top) * (FLOOR - CEILING)
  const slot = (width - LEFT - 8) / Math.max(1, ends.length)
  const bar = Math.min(36, slot * 0.68)
  const everyOther = slot < 36
  return (
    <svg className={className} viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={label}>
      {[0, top / 2, top].map((tick) => (
        <g key={tick}>
          <line x1={LEFT} x2={width - 4} y1={y(tick)} y2={y(tick)} className={tick === 0 ? 'axis' : 'rule'} />
          <text x={LEFT - 6} y={y(tick) + 4} textAnchor="end">{Number.isInteger(tick) ? tick : ''}</text>
        </g>
      ))}
      {ends.map((end, index) => {
        const x = LEFT + slot * index + (slot - bar) / 2
        const day = monthDay(end.month)
        const shown = !everyOther || index % 2 === 0
        return (
          <g key={end.month}>
            <rect x={x} y={y(end.figure.count)} width={bar} height={FLOOR - y(end.figure.count)} className="bar" />
            {shown && end.figure.count > 0 && <text x={x + bar / 2} y={y(end.figure.count) - 4} textAnchor="middle" className="value">{end.figure.count}</text>}
            {shown && day !== null && <text x={x + bar / 2} y={192} textAnchor="middle">{formatMonthShort(day, locale)}</text>}
          </g>
        )
      })}
    </svg>
  )
}
