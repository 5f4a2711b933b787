import { OctagonAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { RuleChip } from './rule-chip.tsx'

export interface AdmissibleChoice {
  readonly key: string
  /** A button or a link: « Finir le mer. 2 déc. ou après ». Text alone where nothing can be pressed. */
  readonly action: ReactNode
  readonly detail?: ReactNode
}

export interface LegalRefusalProps {
  /** « Cette période est trop courte ». */
  readonly title: ReactNode
  readonly rule: string
  readonly article?: string | null
  /** What the rule asks, with the figures of this file. */
  readonly message: ReactNode
  readonly why?: ReactNode
  readonly choices?: readonly AdmissibleChoice[]
}

/** What a rule refuses, which rule, and what it would accept. Plum, never red; the form keeps what was typed. */
export function LegalRefusal({ title, rule, article, message, why, choices = [] }: LegalRefusalProps) {
  const t = useTranslations('common.refusal')
  return (
    <section className="refusal" role="alert">
      <h3>
        <Icon of={OctagonAlert} />
        {title}
      </h3>
      <div>{message}</div>
      <p className="lk">
        <RuleChip rule={rule} article={article} />
        {why}
      </p>
      {choices.length > 0 && (
        <>
          <h4>{t('admissible')}</h4>
          <ul className="admissible">
            {choices.map((choice) => (
              <li key={choice.key}>
                {choice.action}
                {choice.detail !== undefined && <span className="detail">{choice.detail}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="sm muted">{t('kept')}</p>
    </section>
  )
}
