import { useLocale, useTranslations } from 'next-intl'
import { StatusBadge } from '@/components/ui/status-badge.tsx'
import type { Day } from '@/lib/accord/calendar/day.ts'
import type { DeadlineStatus } from '@/lib/accord/file/case-file.ts'
import { deadlineStateOn } from '@/lib/wording/deadline-state.ts'
import { capitalised, relativeDay } from '@/lib/wording/format/index.ts'

interface DeadlineStandingProps {
  readonly deadline: { readonly dueOn: Day; readonly metOn: Day | null; readonly status: DeadlineStatus }
  /** The day it is looked at. */
  readonly today: Day
}

/** How a deadline stands on a day: its word, its sign and its colour. */
export function DeadlineStanding({ deadline: { dueOn, metOn, status }, today }: DeadlineStandingProps) {
  const common = useTranslations('common.deadline')
  const locale = useLocale()
  const state = deadlineStateOn({ dueOn, metOn, cancelled: status === 'cancelled' }, today)
  return (
    <StatusBadge state={state}>
      {state === 'met' || state === 'cancelled' ? common(state) : capitalised(relativeDay(dueOn, today, locale))}
    </StatusBadge>
  )
}
