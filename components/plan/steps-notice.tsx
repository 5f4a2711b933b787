import { ListTodo } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import Link from '@/components/ui/link.tsx'
import { Notice } from '@/components/ui/notices.tsx'
import type { Day } from '@/lib/accord/calendar/day.ts'
import type { OverdueStep } from '@/lib/cases/content/plan-draft.ts'
import { formatDay, relativeDay } from '@/lib/wording/format/index.ts'
import { planHref } from './address.ts'

/** On the file: steps of the plan whose day has passed. The operator's practice, said as such. */
export function PlanStepsNotice({ steps, reference, today }: { readonly steps: readonly OverdueStep[]; readonly reference: string; readonly today: Day }) {
  const t = useTranslations('plan')
  const locale = useLocale()
  const [first] = steps
  if (first === undefined) return null
  return (
    <Notice sign={ListTodo}>
      <b>{t('onFile.title', { count: steps.length })}</b>{locale === 'fr' ? '\u00a0' : ''}: <span dir="auto">{first.what}</span> ({formatDay(first.by, locale)}, {relativeDay(first.by, today, locale)}). {t('practice')} <Link href={planHref(reference)}>{t('onFile.open')}</Link>
    </Notice>
  )
}
