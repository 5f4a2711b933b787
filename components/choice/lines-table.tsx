import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { RuleChip } from '@/components/ui/rule-chip.tsx'
import { CHOICE_LINES, type AssumptionId, type ChoiceLine, type Comparison } from '@/lib/accord/choice/choice.ts'
import { choiceWords } from '@/lib/accord/choice/words.ts'
import type { Day } from '@/lib/accord/calendar/day.ts'
import { formatAmount, formatCount, formatDay, formatDays } from '@/lib/wording/format/index.ts'

/** Each line with and without the CSP: its sum, its article, and the numbers of what it supposes. */
export function LinesTable({ choice, numberOf }: { readonly choice: Comparison; readonly numberOf: (id: AssumptionId) => number }) {
  const t = useTranslations('choice.lines')
  const months = useTranslations('choice.months')
  const locale = useLocale()
  const words = choiceWords(locale)
  const find = (lines: readonly ChoiceLine[], code: ChoiceLine['code']) => lines.find((line) => line.code === code)
  const rows = CHOICE_LINES.map((code) => ({ code, accepted: find(choice.accepted.lines, code), refused: find(choice.refused.lines, code) })).filter(({ accepted, refused }) => accepted !== undefined || refused !== undefined)
  const total = (amount: string | null) => (amount === null ? months('unknown') : formatAmount(amount, locale))
  return (
    <table className="weigh-lines" role="table">
      <caption className="vh">{t('caption')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">{t('line')}</th>
          <th scope="col" role="columnheader">{months('with')}</th>
          <th scope="col" role="columnheader">{months('without')}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ code, accepted, refused }) => (
          <tr role="row" key={code}>
            <th scope="row" role="rowheader">{words.line(code).label}</th>
            <Line line={accepted} name={months('with')} numberOf={numberOf} />
            <Line line={refused} name={months('without')} numberOf={numberOf} />
          </tr>
        ))}
        <tr role="row" className="sum">
          <th scope="row" role="rowheader">{months('total')}</th>
          <td role="cell" data-l={months('with')}><b>{total(choice.accepted.total)}</b></td>
          <td role="cell" data-l={months('without')}><b>{total(choice.refused.total)}</b></td>
        </tr>
      </tbody>
    </table>
  )
}

function Line({ line, name, numberOf }: { readonly line: ChoiceLine | undefined; readonly name: string; readonly numberOf: (id: AssumptionId) => number }) {
  const t = useTranslations('choice.lines')
  const months = useTranslations('choice.months')
  const locale = useLocale()
  if (line === undefined) return <td role="cell" className="faint" data-l={name}>{months('nothing')}</td>
  const numbers = line.assumes.map(numberOf).toSorted((a, b) => a - b)
  return (
    <td role="cell" data-l={name}>
      <b>{line.total === null ? months('unknown') : formatAmount(line.total, locale)}</b>
      {line.days !== null && line.daily !== null && <small>{t('days', { days: formatDays(line.days, locale), daily: formatAmount(line.daily, locale) })}</small>}
      <span className="weigh-cite">
        <RuleChip rule={line.rule} article={line.article} />
        {numbers.length > 0 && <span className="xs faint">{t('assumes', { numbers: numbers.join(', ') })}</span>}
      </span>
    </td>
  )
}

/** The dates of both lives: contract, days without income, benefits, days of ARE left. */
export function DatesTable({ choice }: { readonly choice: Comparison }) {
  const t = useTranslations('choice.lines')
  const months = useTranslations('choice.months')
  const locale = useLocale()
  const { accepted, refused } = choice
  const none: ReactNode = <span className="faint">{months('nothing')}</span>
  const span = (from: Day, to: Day | null) => (to === null ? t('from', { day: formatDay(from, locale) }) : t('span', { from: formatDay(from, locale), to: formatDay(to, locale) }))
  const count = (days: number | null): string => (days === null ? months('unknown') : formatCount(days, locale))
  const rows: readonly (readonly [string, ReactNode, ReactNode])[] = [
    ...(accepted.contractEnd === null ? [] : [[t('contractEnd'), formatDay(accepted.contractEnd, locale), refused.contractEnd === null ? months('unknown') : formatDay(refused.contractEnd, locale)] as const]),
    [t('unpaid'), count(accepted.daysWithoutPay), count(refused.daysWithoutPay)],
    [t('asp'), accepted.asp === null ? none : span(accepted.asp.from, accepted.asp.to), none],
    [t('are'), accepted.are === null ? none : span(accepted.are.from, accepted.are.to), refused.are === null ? none : span(refused.are.from, refused.are.to)],
    [t('areLeft'), count(accepted.areDaysLeft), count(refused.areDaysLeft)],
  ]
  return (
    <table className="weigh-lines" role="table">
      <caption className="vh">{t('datesCaption')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">{t('date')}</th>
          <th scope="col" role="columnheader">{months('with')}</th>
          <th scope="col" role="columnheader">{months('without')}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(([label, withCsp, without]) => (
          <tr role="row" key={label}>
            <th scope="row" role="rowheader">{label}</th>
            <td role="cell" data-l={months('with')}>{withCsp}</td>
            <td role="cell" data-l={months('without')}>{without}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
