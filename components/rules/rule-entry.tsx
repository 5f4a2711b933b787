import { useTranslations } from 'next-intl'
import { citationsOf } from '@/lib/accord/rules/articles.ts'
import type { RuleId } from '@/lib/accord/rules/catalogue.ts'
import { CONFIDENCE } from './rule-confidence.ts'

/** Rules whose figure is the operator's choice, shown dashed wherever they are cited. */
const SETTINGS: readonly RuleId[] = ['R-305']

/** One rule: number, title, what it says, the article of each text, and how sure the source is. */
export function RuleEntry({ rule }: { rule: RuleId }) {
  const t = useTranslations('rules')
  const confidence = CONFIDENCE[rule]
  return (
    <article aria-labelledby={`${rule}-title`}>
      <h3 id={`${rule}-title`}>
        <a className={SETTINGS.includes(rule) ? 'law own' : 'law'} href={`#${rule}`} aria-label={t('link', { rule })}><b>{rule}</b></a>
        {t(`rule.${rule}.title`)}
        {SETTINGS.includes(rule) && <span className="tag">{t('setting')}</span>}
      </h3>
      <p className="rule-statement">{t(`rule.${rule}.statement`)}</p>
      <dl className="rule-sources">
        <div>
          <dt>{t('articles.label')}</dt>
          <dd>
            <ul>
              {citationsOf(rule).map(({ since, article }) => (
                <li key={since ?? 'all'}>{since === null ? t('articles.all') : t('articles.since', { text: since })}{' '}<span lang="fr">{article}</span></li>
              ))}
            </ul>
          </dd>
        </div>
        <div>
          <dt>{t('confidence.label')}</dt>
          <dd>{t(`confidence.${confidence}`)}<span className="vh">{'. '}{t(`confidenceNote.${confidence}`)}</span></dd>
        </div>
      </dl>
    </article>
  )
}
