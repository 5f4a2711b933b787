import { useTranslations } from 'next-intl'
import type { RuleEntry, RuleId } from '@/lib/accord/index.ts'

/** Rules whose figure is the operator's choice, shown dashed wherever they are cited. */
const SETTINGS: readonly RuleId[] = ['R-305']

/** One rule: number, title, what it says, the article of each text, and how sure the source is. */
export function RuleArticle({ entry }: { entry: RuleEntry }) {
  const t = useTranslations('rules')
  const { id, title, statement, confidence, citations } = entry
  const setting = SETTINGS.includes(id)
  return (
    <article aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>
        <a className={setting ? 'law own' : 'law'} href={`#${id}`} aria-label={t('link', { rule: id })}><b>{id}</b></a>
        {title}
        {setting && <span className="tag">{t('setting')}</span>}
      </h3>
      <p className="rule-statement">{statement}</p>
      <dl className="rule-sources">
        <div>
          <dt>{t('articles.label')}</dt>
          <dd>
            <ul>
              {citations.map(({ since, article }) => (
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
