import { useLocale, useTranslations } from 'next-intl'
import { contradictions } from '@/lib/accord/index.ts'

/** Where the texts contradict each other, and what is applied. */
export function ContradictionList() {
  const t = useTranslations('rules.contradictions')
  const locale = useLocale()
  return (
    <ul className="rule-notes">
      {contradictions(locale).map(({ id, rules, conflict, choice }) => (
        <li key={id} id={id}>
          <p><b className="texts-code">{id}</b> {conflict}</p>
          <p><span className="rule-notes-label">{t('choice')}</span>{' '}<strong>{choice}</strong></p>
          <p className="rule-notes-rules"><span className="vh">{t('rules')}{' '}</span>{rules.map((rule) => <a key={rule} className="law" href={`#${rule}`}><b>{rule}</b></a>)}</p>
        </li>
      ))}
    </ul>
  )
}
