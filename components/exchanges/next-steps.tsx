import { useLocale, useTranslations } from 'next-intl'
import { PracticeSteps } from '@/components/worklist/practice-steps.tsx'
import type { Day } from '@/lib/accord/calendar/day.ts'
import type { NextStep } from '@/lib/cases/queries/next-steps.ts'
import { formatDay } from '@/lib/wording/format/index.ts'
import { deadlineStateOn } from '@/lib/wording/deadline-state.ts'
import { exchangesHref } from './address.ts'

/** What was agreed with people at their last contact. */
export function NextSteps({ steps, today }: { readonly steps: readonly NextStep[]; readonly today: Day }) {
  const t = useTranslations('exchanges.steps')
  const locale = useLocale()
  return (
    <PracticeSteps
      id="next-steps" title={t('title')} note={t('note')} open={t('open')} today={today}
      steps={steps.map(({ reference, personName, step, agreedOn, on }) => ({
        reference, personName, what: step, on, about: t('agreed', { day: formatDay(agreedOn, locale) }), href: exchangesHref(reference),
        state: deadlineStateOn({ dueOn: on, metOn: null, cancelled: false }, today),
      }))}
    />
  )
}
