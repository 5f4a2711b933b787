/** How a deadline is shown: one state, one word, one sign, one colour. The date itself is the law's. */
import { daysBetween, type Day } from '../accord/calendar/day.ts'

export type DeadlineState = 'met' | 'planned' | 'soon' | 'overdue' | 'cancelled'

/** A deadline is « soon » from this many days before its last day. */
export const SOON_DAYS = 7

export interface DeadlineDays {
  readonly dueOn: Day
  readonly metOn: Day | null
  readonly cancelled: boolean
}

/** The state of a deadline on a day; its last day still counts as in time. */
export function deadlineStateOn(deadline: DeadlineDays, today: Day): DeadlineState {
  if (deadline.cancelled) return 'cancelled'
  if (deadline.metOn !== null) return 'met'
  const left = daysBetween(today, deadline.dueOn)
  if (left < 0) return 'overdue'
  return left <= SOON_DAYS ? 'soon' : 'planned'
}
