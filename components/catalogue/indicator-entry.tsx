import { useLocale, useTranslations } from 'next-intl'
import { formatDecimal } from '@/lib/charts/figure-words.ts'
import type { Definition, ImportedDefinition } from '@/lib/indicators/definitions.ts'
import { PUBLISHED, PUBLISHED_SOURCES, type PublishedValue } from '@/lib/indicators/published.ts'
import { formatAmount, formatCount, formatPercent } from '@/lib/wording/format/index.ts'
import Link from '../ui/link.tsx'

/** One indicator: what it counts, among whom, when it can be seen, what it is not, and what the field published of it. */
export function IndicatorEntry({ definition }: { readonly definition: Definition | ImportedDefinition }) {
  const t = useTranslations('catalogue')
  const words = useTranslations('indicators')
  const { id, kind, unit, published } = definition
  const own = 'anchor' in definition ? definition : null
  // Not every indicator is counted among others, nor has something to be said of it.
  const [among, note] = [`${id}.among` as 'firstTraining.among', `${id}.note` as 'entries.note']
  return (
    <article className="rule-entry" id={id} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>
        {words(`${id}.name`)}
        <span className="tag">{t(`kind.${kind}`)}</span>
        {own === null && <span className="tag">{t('imported')}</span>}
      </h3>
      <dl className="catalogue-facts">
        <div><dt>{t(unit === 'share' ? 'numerator' : own?.mean === null || own === null ? 'counted' : 'averaged')}</dt><dd>{words(`${id}.counts`)}</dd></div>
        {words.has(among) && <div><dt>{t('denominator')}</dt><dd>{words(among)}</dd></div>}
        <div><dt>{t('window')}</dt><dd>{own === null ? t('windowOfSource') : <Window definition={own} />}</dd></div>
        {own !== null && own.maturityMonths > 0 && <div><dt>{t('maturity')}</dt><dd>{t('maturityText', { months: own.maturityMonths })}</dd></div>}
        {words.has(note) && <div><dt>{t('note')}</dt><dd>{words(note)}</dd></div>}
        <div>
          <dt>{t('source')}</dt>
          <dd>
            {published.join(' · ')}
            {own !== null && own.rules.map((rule) => <span key={rule}>{' · '}<Link className="law" href={`/regles#${rule}`}>{rule}</Link></span>)}
          </dd>
        </div>
        <Published definition={definition} />
      </dl>
    </article>
  )
}

function Window({ definition: { anchor, kind, judgedTheDayAfter, workedInMonth, silentFor } }: { readonly definition: Definition }) {
  const t = useTranslations('catalogue')
  if (workedInMonth) return t('windowText.month')
  if (silentFor !== null) return t('windowText.silent', { days: silentFor.days })
  if (kind === 'stock') return t('windowText.stock')
  return <>{t(`windowText.${kind}`, { anchor: t(`anchor.${anchor as 'enteredOn'}`) })}{judgedTheDayAfter && <> {t('windowText.judged')}</>}</>
}

function Published({ definition: { id, unit } }: { readonly definition: Definition | ImportedDefinition }) {
  const t = useTranslations('catalogue')
  const locale = useLocale()
  const values = PUBLISHED[id] ?? []
  if (values.length === 0) return null
  const said = (value: number) => {
    switch (unit) {
      case 'share': return formatPercent(value * 100, locale)
      case 'euros': return formatAmount(value.toFixed(2), locale)
      case 'count': return formatCount(value, locale)
      case 'people': case 'days': case 'months': return t(`unit.${unit}`, { value: formatDecimal(value, locale), count: value })
    }
  }
  /** A year, or a quarter as sources write it: `2024-T2`. */
  const told = (when: string) => {
    const found = /^(\d{4})-T([1-4])$/u.exec(when)
    if (found === null) return { when, of: t('when.ofYear', { year: when }) }
    const quarter = t('when.quarter', { number: Number(found[2]), year: String(found[1]) })
    return { when: quarter, of: t('when.ofQuarter', { quarter }) }
  }
  const text = ({ value }: PublishedValue) => (typeof value === 'number' ? said(value) : t('between', { from: said(value[0]), to: said(value[1]) }))
  return (
    <div>
      <dt>{t('published')}</dt>
      <dd>
        <ul className="catalogue-published">
          {values.map((value) => (
            <li key={`${value.source}-${value.when}`}>
              {t(`about.${value.about}`, { value: text(value), ...told(value.when) })}{' '}
              <a href={PUBLISHED_SOURCES[value.source].url} rel="noopener external">{PUBLISHED_SOURCES[value.source].title}</a>
            </li>
          ))}
        </ul>
      </dd>
    </div>
  )
}
