import { useLocale, useTranslations } from 'next-intl'
import { FIGURE_NAMES, type Texts } from '@/lib/accord/index.ts'
import { formatAmount, formatDayPlain, formatPercent } from '@/lib/wording/format/index.ts'
import { figureLines } from './figure-lines.ts'

/** The dated figures of the unemployment insurance, latest first: on each day, those that changed. */
export function FiguresTable({ figures }: { readonly figures: Texts['figures'] }) {
  const t = useTranslations('rules.figures')
  const locale = useLocale()
  return (
    <table className="rule-figures" role="table">
      <caption className="vh">{t('caption')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">{t('from')}</th>
          {FIGURE_NAMES.map((name) => <th key={name} scope="col" role="columnheader" className="num">{t(`name.${name}`)}</th>)}
          <th scope="col" role="columnheader">{t('source')}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {figureLines(figures).map(({ from, values, sources }) => (
          <tr key={from} role="row">
            <th scope="row" role="rowheader">{formatDayPlain(from, locale)}</th>
            {FIGURE_NAMES.map((name) => {
              const value = values[name]
              return (
                <td key={name} role="cell" className={value === undefined ? 'num kept' : 'num'} data-l={t(`name.${name}`)}>
                  {value === undefined ? <span className="vh">{t('unchanged')}</span> : name === 'areRate' ? formatPercent(Number(value) * 100, locale) : formatAmount(value, locale)}
                </td>
              )
            })}
            <td role="cell" className="figure-source" data-l={t('source')} lang="fr">{sources.join(', ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
