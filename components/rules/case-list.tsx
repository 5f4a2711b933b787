import { useLocale, useTranslations } from 'next-intl'
import { CASES_IN_ALL, casesSetAside } from '@/lib/accord/rules/cases-set-aside.ts'
import { RuleLinks } from './rule-links.tsx'

/** The published cases that Rebond does not follow, each with its reason and where it was published. */
export function CaseList() {
  const t = useTranslations('rules.cases')
  const locale = useLocale()
  return (
    <>
      <p className="muted rules-lead">{t('lead', { total: CASES_IN_ALL })}</p>
      <ul className="rule-notes">
        {casesSetAside(locale).map(({ id, source, address, why }) => (
          <li key={id} id={id}>
            <p><b className="texts-code">{id}</b> <RuleLinks>{why}</RuleLinks></p>
            <p className="rule-notes-source"><span className="rule-notes-label">{t('source')}</span>{' '}<a href={address} lang="fr" rel="noreferrer">{source}</a></p>
          </li>
        ))}
      </ul>
    </>
  )
}
