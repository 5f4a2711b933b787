import Link from './link.tsx'
import { useTranslations } from 'next-intl'
import { shortArticle } from '../../lib/accord/rules/articles.ts'
import { classNames } from './class-names.ts'

export interface RuleChipProps {
  /** `R-301`. */
  readonly rule: string
  /** The citation whole, `Conv. 2015 art. 9 §1`: the chip shows its shortest form, `art. 9 § 1`. */
  readonly article?: string | null
  /** An operator's own setting, not the law: dashed, and said in words. */
  readonly setting?: boolean
}

/** The rule a date, an amount or a refusal comes from; leads to its text. */
export function RuleChip({ rule, article, setting = false }: RuleChipProps) {
  const t = useTranslations('common.rule')
  const cited = article === null || article === undefined || article === '' ? null : article
  const beside = setting ? t('setting') : cited === null ? null : shortArticle(cited)
  return (
    <Link
      className={classNames('law', setting && 'own')}
      href={`/regles#${rule}`}
      title={setting || cited === null ? undefined : cited}
    >
      <span className="vh">{t('rule')} </span>
      <b>{rule}</b>
      {beside !== null && <span>{beside}</span>}
      <span className="vh">, {t('read')}</span>
    </Link>
  )
}
