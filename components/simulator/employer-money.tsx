import { Info } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { LegalWords } from '@/components/file/legal-words.ts'
import { Card } from '@/components/ui/card.tsx'
import { Icon } from '@/components/ui/icon.tsx'
import { RuleChip } from '@/components/ui/rule-chip.tsx'
import type { CaseFile } from '@/lib/accord/file/case-file.ts'
import { formatAmount } from '@/lib/wording/format/index.ts'

const OWED = [
  ['employerNoticeContribution', 'R-151'],
  ['employeeNoticeBalance', 'R-151'],
  ['severanceLegal', 'R-140'],
  ['employerPenalty', 'R-150'],
] as const

/** What the former employer owes, each with its working. */
export function EmployerMoney({ file, words }: { readonly file: CaseFile; readonly words: LegalWords }) {
  const t = useTranslations('simulator.money')
  const estimate = useTranslations('amounts')('estimate')
  const locale = useLocale()
  const owed = OWED.flatMap(([name, rule]) => {
    const amount = file.amounts[name]
    return amount === null ? [] : [{ name, rule, amount, steps: words.amount(name, file) }]
  })
  if (owed.length === 0) return null
  return (
    <Card id="employeur" title={t('title')} aside={<span className="est"><Icon of={Info} size={16} />{estimate}</span>}>
      {owed.map(({ name, rule, amount, steps }) => (
        <div key={name} className="sim-owed">
          <h3>{t(name)}</h3>
          <p className="lk"><b>{formatAmount(amount, locale)}</b> <RuleChip rule={rule} article={words.article(rule)} /></p>
          {steps.length > 0 && (
            <details>
              <summary>{t('working')}<span className="vh"> {t(name)}</span></summary>
              <dl className="ledger">
                {steps.map(({ label, effect, gives }) => (
                  <div key={label}><dt>{label}{effect === null ? null : <span className="faint"> {effect}</span>}</dt><dd>{gives}</dd></div>
                ))}
              </dl>
            </details>
          )}
        </div>
      ))}
      <p className="hint">{t('beforeCharges')}</p>
    </Card>
  )
}
