import { addDays, addMonths, daysBetween, type Day } from '@/lib/accord/calendar/day.ts'
import type { CaseFile, Deadline, DeadlineCode } from '@/lib/accord/file/case-file.ts'
import { deadlineStateOn, type DeadlineState } from '@/lib/wording/deadline-state.ts'

export function stateOf(deadline: Deadline, today: Day): DeadlineState {
  return deadlineStateOn({ dueOn: deadline.dueOn, metOn: deadline.metOn, cancelled: deadline.status === 'cancelled' }, today)
}

/** What is awaited of others (the employer, France Travail), where nothing is to be done here. */
export function awaitedOf(file: CaseFile): Deadline | null {
  const open = file.deadlines.filter(({ actionable, status }) => actionable && (status === 'due' || status === 'overdue'))
  return open.toSorted((a, b) => a.dueOn - b.dueOn)[0] ?? null
}

/** The day from which a deadline runs, where the file knows it: its days are drawn from there. */
export function runsFrom(code: DeadlineCode, file: CaseFile): Day | null {
  const { dates, milestones } = file
  switch (code) {
    case 'answer':
    case 'informationInterview':
      return milestones.handedOverOn
    case 'preBilan':
    case 'month4Review':
      return dates.cspStart
    case 'plan':
      return milestones.preBilanOn
    case 'bonusClaim':
    case 'bonusSecondPayment':
    case 'followUpEnd':
      return milestones.jobStartedOn
    case 'finalInterview':
      return dates.finalInterviewFrom === null ? null : addDays(dates.finalInterviewFrom, -1)
    case 'contact':
      return milestones.lastContactOn ?? dates.cspStart
    default:
      return null
  }
}

export interface DayCells {
  readonly total: number
  readonly gone: number
  readonly left: number
}

/** The days of a deadline as cells, the last month of it at most; `null` once its day has passed. */
export function dayCells(from: Day | null, dueOn: Day, today: Day): DayCells | null {
  const left = daysBetween(today, dueOn)
  if (left < 0) return null
  const longest = daysBetween(addMonths(dueOn, -1), dueOn)
  const total = Math.max(1, Math.min(from === null ? longest : daysBetween(from, dueOn), longest))
  const shown = Math.min(left, total)
  return { total, gone: total - shown, left }
}
