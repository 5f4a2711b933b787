import { useLocale, useTranslations } from 'next-intl'
import type { ChoiceSide, Comparison } from '@/lib/accord/choice/choice.ts'
import { choiceWords } from '@/lib/accord/choice/words.ts'
import { formatAmount, formatMonth } from '@/lib/wording/format/index.ts'

/** A difference with its sign: `+ 1 234,56 €`. */
export function signed(amount: string, format: (amount: string) => string): string {
  return Number(amount) > 0 ? `+${format(amount)}` : format(amount)
}

/** The same figures as the chart, month by month to the cent, with what each is made of and the difference so far. */
export function MonthsTable({ choice }: { readonly choice: Comparison }) {
  const t = useTranslations('choice.months')
  const locale = useLocale()
  const { months, accepted, refused, differences, difference } = choice
  const format = (amount: string): string => formatAmount(amount, locale)
  const gap = (amount: string | null | undefined) => (amount === null || amount === undefined ? t('unknown') : signed(amount, format))
  return (
    <table className="weigh-months" role="table">
      <caption className="vh">{t('caption')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">{t('month')}</th>
          <th scope="col" role="columnheader" className="num">{t('with')}</th>
          <th scope="col" role="columnheader" className="num">{t('without')}</th>
          <th scope="col" role="columnheader" className="num">{t('gap')}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {months.map(({ from }, month) => (
          <tr role="row" key={month}>
            <th scope="row" role="rowheader">{formatMonth(from, locale)}</th>
            <Month side={accepted} month={month} name={t('with')} />
            <Month side={refused} month={month} name={t('without')} />
            <td role="cell" className="num" data-l={t('gapShort')}>{gap(differences[month])}</td>
          </tr>
        ))}
      </tbody>
      <tfoot role="rowgroup">
        <tr role="row">
          <th scope="row" role="rowheader">{t('total')}</th>
          <td role="cell" className="num" data-l={t('with')}>{accepted.total === null ? t('unknown') : format(accepted.total)}</td>
          <td role="cell" className="num" data-l={t('without')}>{refused.total === null ? t('unknown') : format(refused.total)}</td>
          <td role="cell" className="num" data-l={t('gapShort')}>{gap(difference)}</td>
        </tr>
      </tfoot>
    </table>
  )
}

function Month({ side, month, name }: { readonly side: ChoiceSide; readonly month: number; readonly name: string }) {
  const t = useTranslations('choice.months')
  const locale = useLocale()
  const words = choiceWords(locale)
  const amount = side.monthly[month] ?? null
  const made = side.lines.filter((line) => line.amounts[month] === null || Number(line.amounts[month]) > 0).map(({ code }) => words.line(code).short)
  return (
    <td role="cell" className="num" data-l={name}>
      <small>{made.join(', ')}</small> <span className="nw">{amount === null ? t('unknown') : Number(amount) === 0 ? t('nothing') : formatAmount(amount, locale)}</span>
    </td>
  )
}
