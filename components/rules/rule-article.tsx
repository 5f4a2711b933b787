import { FolderOpen } from 'lucide-react'
import Link from '@/components/ui/link.tsx'
import { useLocale, useTranslations } from 'next-intl'
import { parameterTable, type RuleEntry, type RuleId, type Texts } from '@/lib/accord/index.ts'
import { spacedArticle } from '@/lib/accord/rules/articles.ts'
import { formatDayPlain } from '@/lib/wording/format/index.ts'
import { Icon } from '../ui/icon.tsx'
import { ParameterTable } from './parameter-table.tsx'
import { RuleLinks } from './rule-links.tsx'
import type { RuleTest } from './tests-of-rule.ts'

/** Rules whose figure is the operator's choice, shown dashed wherever they are cited. */
const SETTINGS: readonly RuleId[] = ['R-305']

/** Rules whose estimates are made with the dated figures. */
const WITH_FIGURES: readonly RuleId[] = ['R-200', 'R-202', 'R-203']

export interface RuleArticleProps {
  readonly entry: RuleEntry
  readonly texts: Texts
  readonly tests: readonly RuleTest[]
  /** Live files of the reader's scope that rest on it; `null` where no number is shown. */
  readonly files: number | null
}

/** One rule: what it says, what each text fixes, its articles, how sure it is, what holds it, and whom it concerns. */
export function RuleArticle({ entry, texts, tests, files }: RuleArticleProps) {
  const t = useTranslations('rules')
  const locale = useLocale()
  const { id, title, statement, confidence, checkedOn } = entry
  const setting = SETTINGS.includes(id)
  return (
    <article aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>
        <a className={setting ? 'law own' : 'law'} href={`#${id}`} aria-label={t('link', { rule: id })}><b>{id}</b></a>
        {title}
        {setting && <span className="tag">{t('setting')}</span>}
      </h3>
      <p className="rule-statement"><RuleLinks>{statement}</RuleLinks></p>
      <ParameterTable rule={id} table={parameterTable(id, texts)} />
      {WITH_FIGURES.includes(id) && <p className="rule-figures-link"><a href="#chiffres">{t('parameters.figures')}</a></p>}
      <dl className="rule-facts">
        <div>
          <dt>{t('articles.label')}</dt>
          <dd><Articles entry={entry} texts={texts} /></dd>
        </div>
        <div>
          <dt>{t('confidence.label')}</dt>
          <dd>{t(`confidence.${confidence}`)}<span className="vh">{'. '}{t(`confidenceNote.${confidence}`)}</span></dd>
        </div>
        <div>
          <dt>{t('checked.label')}</dt>
          <dd>{t('checked.on', { day: formatDayPlain(checkedOn, locale) })}</dd>
        </div>
        <div className="rule-tests">
          <dt>{t('tests.label')}</dt>
          <dd><Tests tests={tests} /></dd>
        </div>
        {files !== null && (
          <div>
            <dt>{t('files.label')}</dt>
            <dd>
              {files === 0 ? t('files.none') : (
                <Link className="rule-files" href={`/dossiers?regle=${id}`} aria-label={t('files.list', { count: files, rule: id })}>
                  <Icon of={FolderOpen} size={16} />{t('files.count', { count: files })}
                </Link>
              )}
            </dd>
          </div>
        )}
      </dl>
    </article>
  )
}

/** The article of each text, with those that added texts name for the rule. */
function Articles({ entry: { id, citations }, texts }: { readonly entry: RuleEntry; readonly texts: Texts }) {
  const t = useTranslations('rules.articles')
  const added = [...texts.agreements, ...texts.overlays].flatMap((text) => {
    const article = text.added?.articles[id]
    return article === undefined ? [] : [{ code: text.code, article }]
  })
  return (
    <ul>
      {citations.map(({ since, article }) => (
        <li key={since ?? 'all'}>{since === null ? t('all') : t('since', { text: since })}{' '}<span lang="fr">{spacedArticle(article)}</span></li>
      ))}
      {added.map(({ code, article }) => <li key={code}>{t('added', { text: code })}{' '}<span lang="fr">{spacedArticle(article)}</span></li>)}
    </ul>
  )
}

function Tests({ tests }: { readonly tests: readonly RuleTest[] }) {
  const t = useTranslations('rules.tests')
  if (tests.length === 0) return t('none')
  return (
    <details>
      <summary>{t('count', { count: tests.length })}</summary>
      <ul lang="en">
        {tests.map(({ file, title }) => <li key={`${file} ${title}`}>{title} <code>{file.slice('tests/'.length)}</code></li>)}
      </ul>
    </details>
  )
}
