import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { classNames } from './class-names.ts'

export interface RuleChipProps {
  /** `R-301`. */
  readonly rule: string
  /** `art. 9 § 1`; short, as the text writes it. */
  readonly article?: string | null
  /** An operator's own setting, not the law: dashed, and said in words. */
  readonly setting?: boolean
}

/** The rule a date, an amount or a refusal comes from; leads to its text. */
export function RuleChip({ rule, article, setting = false }: RuleChipProps) {
  const t = useTranslations('common.rule')
  const beside = setting ? t('setting') : article
  const hasArticle = beside !== null && beside !== undefined && beside !== ''
  return (
    <Link
      className={classNames('law', setting && 'own')}
      href={`/regles#${rule}`}
    >
      <span className="vh">{t('rule')} </span>
      <b>{rule}</b>
      {hasArticle && <span>{beside}</span>}
      <span className="vh">, {t('read')}</span>
    </Link>
  )
}
