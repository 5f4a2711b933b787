import { Info } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon.tsx'
import { RuleChip } from '@/components/ui/rule-chip.tsx'
import type { RuleId } from '@/lib/accord/rules/catalogue.ts'
import type { CaseFile } from '@/lib/accord/file/case-file.ts'
import type { WordedStep } from '@/lib/accord/wording/index.ts'
import { formatAmount } from '@/lib/wording/format/index.ts'
import type { LegalWords } from './legal-words.ts'

/** A kept or simulated file, as the cards of its amounts read it. */
export interface AmountsCardProps {
  readonly view: { readonly file: CaseFile }
  readonly words: LegalWords
}

/** Said on every card of amounts: nothing here is a decision. */
export function Estimate() {
  const t = useTranslations('amounts')
  return <span className="est"><Icon of={Info} size={16} />{t('estimate')}</span>
}

/** « Pourquoi ? » of an amount: its working, step by step, opened where it stands. The last step is its total. */
export function AmountWhy({ about, steps, total = true }: { readonly about: string; readonly steps: readonly WordedStep[]; readonly total?: boolean }) {
  const common = useTranslations('common')
  if (steps.length === 0) return null
  return (
    <details className="amount-why">
      <summary className="why">{common('why')}<span className="vh"> {about}</span></summary>
      <dl className="ledger">
        {steps.map(({ label, effect, gives }, index) => (
          <div key={`${index}-${label}`} className={total && index === steps.length - 1 ? 'sum' : undefined}>
            <dt>{label}{effect !== null && <span className="faint"> {effect}</span>}</dt>
            <dd>{gives}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

interface AmountLineProps {
  readonly label: string
  readonly amount: string
  /** After the figure: « brut par jour ». */
  readonly unit?: ReactNode
  readonly rule: RuleId
  readonly words: LegalWords
  readonly steps: readonly WordedStep[]
  readonly totalled?: boolean
  readonly children?: ReactNode
}

/** An amount with its article and its working. */
export function AmountLine({ label, amount, unit, rule, words, steps, totalled = true, children }: AmountLineProps) {
  const locale = useLocale()
  return (
    <div className="amount">
      <h3>{label}</h3>
      <p className="amount-v"><b>{formatAmount(amount, locale)}</b>{unit !== undefined && <span> {unit}</span>} <RuleChip rule={rule} article={words.article(rule)} /></p>
      {children}
      <AmountWhy about={label} steps={steps} total={totalled} />
    </div>
  )
}
