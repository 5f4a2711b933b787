import {
  addDays,
  addMonths,
  day,
  earliest,
  lastDayOfMonths,
  latest,
  partsOf,
  type Day,
} from '../calendar/day.ts'
import { addJoursOuvrables, holidayOn, sameOrNextWorkingDay, type HolidayName } from '../calendar/holidays.ts'
import type { TextParameters } from '../texts/agreement.ts'

export type RollPolicy = 'none' | 'next_working_day_if_holiday'

/** The end of the 21 days, as counted and as rolled. */
export interface ReflectionPeriod {
  readonly rawEnd: Day
  readonly end: Day
  readonly holiday: HolidayName | null
  readonly prolonged: boolean
}

/**
 * ANI 2011 art. 5; Conv. 2015 art. 4 §1; circ. Unédic 2011-36.
 * Calendar days from the day after the hand-over (or registration); where day 21 is one of the eleven
 * holidays it rolls to the next day from Monday to Friday that is none, if the operator so chooses.
 * For a protected employee the period lasts at least to the day after the decision is notified to the
 * employer. `decisionOn` is `null` for anyone else.
 */
export function reflectionPeriod(
  countedFrom: Day,
  days: number,
  policy: RollPolicy,
  decisionOn: Day | null,
): ReflectionPeriod {
  const rawEnd = addDays(countedFrom, days)
  const holiday = holidayOn(rawEnd)
  const rolled = policy === 'next_working_day_if_holiday' && holiday !== null ? sameOrNextWorkingDay(rawEnd) : rawEnd
  const afterDecision = decisionOn === null ? rolled : addDays(decisionOn, 1)
  return { rawEnd, end: latest(rolled, afterDecision), holiday, prolonged: afterDecision > rolled }
}

/** ANI 2011 art. 9; Conv. 2015 art. 5, 6 and 7. First day of the CSP. */
export function cspStart(reflectionEnd: Day, path: 'employer' | 'france_travail' | 'experiment', text: TextParameters): Day {
  const startsOnLastDay = path !== 'employer' && text.franceTravailStart === 'last_day_of_reflection'
  return startsOnLastDay ? reflectionEnd : addDays(reflectionEnd, 1)
}

/** ANI 2011 art. 10; Conv. 2015 art. 6. Last day of the CSP before any extension. */
export function initialTerm(start: Day, text: TextParameters): Day {
  return lastDayOfMonths(start, text.cspMonths)
}

/** Conv. 2015 art. 6. Last day that work can carry the CSP to; `null` where the text extends nothing. */
export function ceiling(start: Day, text: TextParameters): Day | null {
  return text.ceilingMonths === null ? null : lastDayOfMonths(start, text.ceilingMonths)
}

/**
 * Conv. 2015 art. 6; Av. 4; Av. 5 art. 3. Where an extension of at most `months` months
 * can carry a term: the day after that term, plus the months, less a day.
 */
export function cappedTerm(term: Day, months: number): Day {
  return lastDayOfMonths(addDays(term, 1), months)
}

/** R-016 (pré-bilan) — ANI 2011 art. 13 al. 2; Conv. 2015 art. 9 §1. Calendar days from the start. */
export function preBilanDue(start: Day, text: TextParameters): Day {
  return addDays(start, text.preBilanDays)
}

/** ANI 2011 art. 13 al. 4; Conv. 2015 art. 9 §1 al. 4. */
export function planDue(preBilanOn: Day, text: TextParameters): Day {
  return addMonths(preBilanOn, text.planMonthsAfterPreBilan)
}

/** Conv. 2015 art. 6. Last day of month 6: work after it extends the term. */
export function month6End(start: Day): Day {
  return lastDayOfMonths(start, 6)
}

/**
 * Conv. 2015 art. 9 §2. Last day of the fourth month of effective support: four months from the
 * start, put off by each suspended day that falls before the date so reached.
 */
export function month4ReviewDue(start: Day, suspended: readonly { readonly from: Day; readonly to: Day }[]): Day {
  const unsuspended = lastDayOfMonths(start, 4)
  let due = unsuspended
  for (;;) {
    let days = 0
    for (const span of suspended) {
      const from = latest(span.from, start)
      const to = earliest(span.to, due)
      if (to >= from) days += to - from + 1
    }
    const reached = addDays(unsuspended, days)
    if (reached === due) return due
    due = reached
  }
}

/** Conv. 2015 art. 14; Av. 5. Last day on which a job opens the bonus; stretched from the 2021 amendment. */
export function bonusLastJobStart(start: Day, text: TextParameters, extensionDays: number): Day | null {
  if (text.bonusWindowMonths === null) return null
  return addDays(lastDayOfMonths(start, text.bonusWindowMonths), text.bonusWindowStretched ? extensionDays : 0)
}

/** Av. 4. First day of the last months of support, in which the final interview is held. */
export function finalInterviewFrom(term: Day, months: number): Day {
  return addMonths(addDays(term, 1), -months)
}

/** The decree that fixed the payment dates came into force on this day (D. 2013-639). */
const PAYMENT_DATES_FROM = day('2013-07-20')

/** Conv. 2015 art. 25 §1; D. 2013-639 art. 2. The 25th of the second month after the month of the start. */
export function employerPaymentDue(start: Day): Day | null {
  if (start < PAYMENT_DATES_FROM) return null
  const firstOfMonth = addDays(start, 1 - partsOf(start).day)
  return addDays(addMonths(firstOfMonth, 2), 24)
}

/**
 * CT L1233-15, R1231-1. First day on which the dismissal letter may be sent after an individual
 * interview: 7 *jours ouvrables* (15 for an executive) must have run, the last rolling to a working day.
 */
export function earliestLetter(interviewOn: Day, executive: boolean): Day {
  return addDays(sameOrNextWorkingDay(addJoursOuvrables(interviewOn, executive ? 15 : 7)), 1)
}

/** Full years between two days, date to date. */
export function fullYears(from: Day, to: Day): number {
  const a = partsOf(from)
  const b = partsOf(to)
  const years = b.year - a.year
  return addMonths(from, years * 12) > to ? years - 1 : years
}
