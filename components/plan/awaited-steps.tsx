import { useTranslations } from 'next-intl'
import { PracticeSteps } from '@/components/worklist/practice-steps.tsx'
import type { Day } from '@/lib/accord/calendar/day.ts'
import type { AwaitedStep } from '@/lib/cases/plan/awaited-steps.ts'
import { planHref } from './address.ts'

/** Steps of plans that are late or near; never in the red that is the law's. */
export function AwaitedSteps({ steps, today }: { readonly steps: readonly AwaitedStep[]; readonly today: Day }) {
  const t = useTranslations('plan.awaited')
  return (
    <PracticeSteps
      id="plan-steps" title={t('title')} note={t('note')} open={t('open')} today={today}
      steps={steps.map(({ reference, personName, what, who, others, by }) => ({
        reference, personName, what, on: by, about: <>{t('who', { who })}{t('others', { count: others })}</>, href: planHref(reference), state: 'soon',
      }))}
    />
  )
}
