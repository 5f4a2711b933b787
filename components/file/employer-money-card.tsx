import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card.tsx'
import type { AmountName } from '@/lib/accord/file/amounts.ts'
import type { RuleId } from '@/lib/accord/rules/catalogue.ts'
import { AmountLine, Estimate, type AmountsCardProps } from './amount-working.tsx'

const OWED = [
  ['employerNoticeContribution', 'R-151'],
  ['employeeNoticeBalance', 'R-151'],
  ['severanceLegal', 'R-140'],
  ['employerPenalty', 'R-150'],
] as const satisfies readonly (readonly [AmountName, RuleId])[]

/** What the former employer owes, each with its working. */
export function EmployerMoneyCard({ view: { file }, words }: AmountsCardProps) {
  const t = useTranslations('amounts')
  const owed = OWED.flatMap(([name, rule]) => {
    const amount = file.amounts[name]
    return amount === null ? [] : [{ name, rule, amount }]
  })
  const { trainingHours } = file.estimates
  if (owed.length === 0 && trainingHours === null) return null
  return (
    <Card id="cote-employeur" title={t('employer.title')} aside={<Estimate />}>
      <div className="amounts-row">
        {owed.map(({ name, rule, amount }) => (
          <AmountLine key={name} label={t(`names.${name}`)} amount={amount} rule={rule} words={words} steps={words.amount(name, file)} />
        ))}
        {trainingHours !== null && (
          <AmountLine label={words.estimateName('trainingHours')} amount={trainingHours} rule="R-152" words={words} steps={words.estimate('trainingHours', file)} />
        )}
      </div>
      <p className="sm muted">{t('employer.gross')}</p>
    </Card>
  )
}
