import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card.tsx'
import { RuleChip } from '@/components/ui/rule-chip.tsx'
import { LEDGER_STATES, type DayLedger } from '@/lib/accord/file/day-ledger.ts'
import { formatCount, formatDay, formatDays, formatPeriod, NBSP } from '@/lib/wording/format/index.ts'
import { Estimate, type AmountsCardProps } from './amount-working.tsx'
import type { LegalWords } from './legal-words.ts'

/** Every day of the CSP as the allowance sees it: paid, without allowance, deducted, to come (R-204, R-205, R-413). */
export function LedgerCard({ view: { file }, words }: AmountsCardProps) {
  const t = useTranslations('amounts.ledger')
  const locale = useLocale()
  const { ledger } = file
  if (ledger === null) return null
  const aloud = words.explanation('aspEnd', file)?.aloud ?? null
  const states = LEDGER_STATES.filter((state) => ledger.totals[state] > 0 || state === 'paid')
  return (
    <Card id="jours" title={t('title', { count: ledger.days, days: formatDays(ledger.days, locale) })} aside={<Estimate />} className="day-ledger">
      <Band ledger={ledger} words={words} />
      <ul className="dl-totals">
        {states.map((state) => (
          <li key={state}>
            <i className={`dl-${state}`} aria-hidden="true" />
            <span>{words.ledgerSpan({ state, cause: null, rule: 'R-204' }).state}</span>
            <b>{formatCount(ledger.totals[state], locale)}</b>
          </li>
        ))}
      </ul>
      {aloud !== null && <p className="dl-aloud">{aloud}</p>}
      <details className="tb">
        <summary>{t('table')}</summary>
        <table className="grid">
          <thead><tr><th scope="col">{t('period')}</th><th scope="col">{t('state')}</th><th scope="col" className="num">{t('days')}</th><th scope="col">{t('rule')}</th></tr></thead>
          <tbody>
            {ledger.spans.map((span) => {
              const { state, cause, rule, article } = words.ledgerSpan(span)
              return (
                <tr key={span.from}>
                  <th scope="row">{formatPeriod(span.from, span.to, locale)}</th>
                  <td>{state}{cause !== null && <span className="muted">, {cause}</span>}</td>
                  <td className="num">{formatCount(span.days, locale)}</td>
                  <td><RuleChip rule={rule} article={article} /></td>
                </tr>
              )
            })}
          </tbody>
          <tfoot><tr><th scope="row">{t('sum')}</th><td /><td className="num">{formatCount(ledger.days, locale)}</td><td /></tr></tfoot>
        </table>
      </details>
    </Card>
  )
}

/** The same as lengths, on one line: the spans in their order. */
function Band({ ledger, words }: { readonly ledger: DayLedger; readonly words: LegalWords }) {
  const t = useTranslations('amounts.ledger')
  const locale = useLocale()
  const first = ledger.spans[0]
  const last = ledger.spans.at(-1)
  if (first === undefined || last === undefined) return null
  const colon = locale === 'fr' ? `${NBSP}:` : ':'
  const said = ledger.spans.map((span) => {
    const { state, cause } = words.ledgerSpan(span)
    return `${state}${cause === null ? '' : `, ${cause}`}${colon} ${formatDays(span.days, locale)}`
  })
  return (
    <div className="dl">
      <div className="dl-band" role="img" aria-label={t('band', { said: said.join(locale === 'fr' ? '\u00A0; ' : '; ') })}>
        {ledger.spans.map((span, index) => <span key={span.from} className={`dl-${span.state}`} style={{ flexGrow: span.days }} title={said[index]} />)}
      </div>
      <p className="dl-ends" aria-hidden="true"><span>{formatDay(first.from, locale)}</span><span>{formatDay(last.to, locale)}</span></p>
    </div>
  )
}
