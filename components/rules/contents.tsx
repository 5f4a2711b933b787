import { useTranslations } from 'next-intl'

export interface ContentsEntry {
  readonly anchor: string
  readonly title: string
  /** Inside a chapter: its rules. */
  readonly rules?: readonly { readonly rule: string; readonly title: string }[]
}

/** The table of contents: folded on a narrow screen; beside the page on a wide screen, each opening on its rules. */
export function Contents({ entries }: { readonly entries: readonly ContentsEntry[] }) {
  const t = useTranslations('rules')
  return (
    <nav aria-label={t('contents')} className="rules-contents no-print">
      <details className="contents-short">
        <summary>{t('contents')}</summary>
        <ul>{entries.map(({ anchor, title }) => <li key={anchor}><a href={`#${anchor}`}>{title}</a></li>)}</ul>
      </details>
      <div className="contents-long">
        <p className="contents-title">{t('contents')}</p>
        <ul>
          {entries.map(({ anchor, title, rules }) => (
            <li key={anchor}>
              {rules === undefined ? <a href={`#${anchor}`}>{title}</a> : (
                <details name="chapter">
                  <summary>{title}<span>{rules.length}<span className="vh"> {t('contentsRules', { count: rules.length })}</span></span></summary>
                  <ol>
                    {rules.map((each) => <li key={each.rule}><a href={`#${each.rule}`}><b>{each.rule}</b> {each.title}</a></li>)}
                  </ol>
                </details>
              )}
            </li>
          ))}
        </ul>
      </div>
    </nav>
  )
}
