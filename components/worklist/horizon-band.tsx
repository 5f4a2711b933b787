import { TriangleAlert } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { formatMonthShort } from '@/lib/wording/format/index.ts'
import { horizonTotals, MARKS_PER_CELL, type HorizonCell } from './horizon.ts'

const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const

function Marks({ marks, count }: { marks: number; count: number }) {
  return (
    <span className="horizon-marks">
      {count > MARKS_PER_CELL ? <b>{count}</b> : Array.from({ length: marks }, (_, index) => <i key={index} />)}
    </span>
  )
}

/** Four weeks at a glance: what is overdue, then one cell a day. The list below says the same in words. */
export function HorizonBand({ cells, overdue }: { cells: readonly HorizonCell[]; overdue: number }) {
  const t = useTranslations('worklist.horizon')
  const locale = useLocale()
  const totals = horizonTotals(cells)
  return (
    <figure
      className="horizon"
      aria-label={t('label', { today: totals.today, week: totals.thisWeek, after: totals.after, overdue })}
    >
      <div className={overdue > 0 ? 'horizon-past late' : 'horizon-past'} aria-hidden="true">
        <Marks marks={Math.min(overdue, MARKS_PER_CELL)} count={overdue} />
        <span><TriangleAlert className="i i-s" /></span>
        <span>{t('overdue')}</span>
      </div>
      <div className="horizon-days" aria-hidden="true">
        {cells.map((cell, index) => (
          <div
            key={cell.iso}
            className={[
              'horizon-day', index === 0 ? 'today' : index <= 7 ? 'near' : '', cell.weekend ? 'weekend' : '',
              index >= 14 ? 'second-half' : '',
            ].filter(Boolean).join(' ')}
          >
            <Marks marks={cell.marks} count={cell.count} />
            <span>{t(`weekday.${WEEKDAYS[cell.weekday - 1] ?? '1'}`)}</span>
            <span className="horizon-number">{cell.dayOfMonth}</span>
            <span>{cell.namesMonth ? formatMonthShort(cell.day, locale) : ''}</span>
          </div>
        ))}
      </div>
    </figure>
  )
}
