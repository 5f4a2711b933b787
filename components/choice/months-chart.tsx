import { useLocale, useTranslations } from 'next-intl'
import { ONE_OFF_LINES, type ChoiceSide, type Comparison } from '@/lib/accord/choice/choice.ts'
import { partsOf } from '@/lib/accord/calendar/day.ts'
import { formatAmount, formatCount, formatMonth, formatMonthShort } from '@/lib/wording/format/index.ts'
import { choiceWords } from '@/lib/accord/choice/words.ts'

const HEIGHT = 216
const PRINTED_HEIGHT = 140
/** Room under the bars for the month and its year, and above the highest. */
const FOOT = 40
const CEILING = 12
const LEFT = 46
const RIGHT = 4

/** What a side lives on each month: its lines but those paid once. Drawn only: the table has the sums to the cent. */
export function livedOn(side: ChoiceSide): readonly number[] {
  return side.monthly.map((_, month) => side.lines.reduce((sum, line) => sum + (ONE_OFF_LINES.has(line.code) ? 0 : Number(line.amounts[month] ?? 0)), 0))
}

/** The top of a scale that a few round steps reach. */
export function scaleOf(most: number): { readonly top: number; readonly step: number } {
  const rough = Math.max(most, 100) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 2.5, 5, 10].map((multiple) => multiple * power).find((candidate) => candidate >= rough) ?? rough
  return { top: step * Math.ceil(Math.max(most, 100) / step), step }
}

/** Two bars a month, with and without the CSP, on one scale from zero; the table that follows has the same figures. */
export function MonthsChart({ choice }: { readonly choice: Comparison }) {
  const t = useTranslations('choice.months')
  const locale = useLocale()
  const { accepted, refused, months } = choice
  if (accepted.total === null || refused.total === null) return null
  const first = months[0]
  const last = months.at(-1)
  const label = t('chart', {
    first: first === undefined ? '' : formatMonth(first.from, locale),
    last: last === undefined ? '' : formatMonth(last.from, locale),
    accepted: formatAmount(accepted.total, locale),
    refused: formatAmount(refused.total, locale),
  })
  const once = [...new Set([...accepted.lines, ...refused.lines].filter(({ code }) => ONE_OFF_LINES.has(code)).map(({ code }) => choiceWords(locale).line(code).label.toLocaleLowerCase(locale)))]
  return (
    <figure className="weigh-chart">
      <ul className="weigh-legend" aria-hidden="true">
        <li><i className="with" />{t('with')}</li>
        <li><i className="without" />{t('without')}</li>
        <li className="faint">{t('axis')}</li>
      </ul>
      <Drawing choice={choice} width={960} className="wide" label={label} />
      <Drawing choice={choice} width={640} className="middle" label={label} />
      <Drawing choice={choice} width={300} className="narrow" label={label} />
      <Drawing choice={choice} width={352} height={PRINTED_HEIGHT} className="printed" label={label} />
      {once.length > 0 && <figcaption className="hint">{t('oneOff', { lines: once.join(', ') })}</figcaption>}
    </figure>
  )
}

interface DrawingProps {
  readonly choice: Comparison
  readonly width: number
  readonly height?: number
  readonly className: string
  readonly label: string
}

function Drawing({ choice, width, height: tall = HEIGHT, className, label }: DrawingProps) {
  const locale = useLocale()
  const floor = tall - FOOT
  const { months, accepted, refused } = choice
  const sides = [livedOn(accepted), livedOn(refused)] as const
  const { top, step } = scaleOf(Math.max(...sides[0], ...sides[1]))
  const y = (amount: number) => floor - (amount / top) * (floor - CEILING)
  const slot = (width - LEFT - RIGHT) / months.length
  const bar = Math.min(18, (slot - Math.max(2, slot * 0.24)) / 2)
  // A month's name and its year take some 44 pixels.
  const every = Math.max(1, Math.ceil(44 / slot))
  const ticks = Array.from({ length: Math.round(top / step) + 1 }, (_, tick) => tick * step)
  return (
    <svg className={className} viewBox={`0 0 ${width} ${tall}`} role="img" aria-label={label}>
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={LEFT} x2={width - RIGHT} y1={y(tick)} y2={y(tick)} className={tick === 0 ? 'axis' : 'rule'} />
          <text x={LEFT - 6} y={y(tick) + 4} textAnchor="end">{formatCount(tick, locale)}</text>
        </g>
      ))}
      {months.map(({ from }, month) => {
        const x = LEFT + slot * month + (slot - 2 * bar) / 2
        const shown = month % every === 0
        return (
          <g key={month}>
            {sides.map((amounts, side) => {
              const height = floor - y(amounts[month] ?? 0)
              // The stroke of the lighter bar stays inside it: both have the same width.
              return side === 0
                ? <rect key={side} className="with" x={x} y={floor - height} width={bar} height={height} />
                : height > 1 && <rect key={side} className="without" x={x + bar + 0.5} y={floor - height + 0.5} width={Math.max(1, bar - 1)} height={height - 0.5} />
            })}
            {shown && <text x={x + bar} y={floor + 17} textAnchor="middle">{formatMonthShort(from, locale)}</text>}
            {shown && (month === 0 || partsOf(from).month <= every) && <text x={x + bar} y={floor + 33} textAnchor="middle" className="year">{partsOf(from).year}</text>}
          </g>
        )
      })}
    </svg>
  )
}
