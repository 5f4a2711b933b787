import { daysBetween, type Day } from '../accord/calendar/day.ts'
import type { DeadlineCode } from '../accord/file/case-file.ts'
import type { Texts } from '../accord/index.ts'
import type { RuleId } from '../accord/rules/catalogue.ts'
import { finalInterviewFrom } from '../accord/rules/dates.ts'
import { parametersOf } from '../accord/texts/governing.ts'
import type { DeadlineStanding } from './views.ts'

export interface OpenDeadline {
  readonly rule: RuleId
  readonly code: DeadlineCode
  readonly dueOn: Day
  readonly regimeCode: string | null
  readonly cspTerm: Day | null
}

/** the first day on which a final interview counts, where the file's text fixes one. */
function countsFrom({ code, regimeCode, cspTerm }: OpenDeadline, texts: Texts | null): Day | null {
  if (code !== 'finalInterview' || cspTerm === null || texts === null) return null
  const agreement = texts.agreements.find((one) => one.code === regimeCode)
  const months = agreement === undefined ? null : parametersOf(texts, agreement).finalInterviewLastMonths
  return months === null ? null : finalInterviewFrom(cspTerm, months)
}

/** Whether an appointment on a day would meet a deadline; its last day counts. */
export function standingOf(deadline: OpenDeadline, on: Day, texts: Texts | null): DeadlineStanding {
  const { rule, code, dueOn } = deadline
  if (on > dueOn) return { is: 'late', rule, code, dueOn, days: daysBetween(dueOn, on) }
  const from = countsFrom(deadline, texts)
  return from !== null && on < from ? { is: 'early', rule, code, dueOn, days: daysBetween(on, from) } : { is: 'meets', rule, code, dueOn, days: 0 }
}
