import { Decimal } from 'decimal.js'
import { addDays, addMonths, day, partsOf, type Amounts, type Day, type Fact, type FactKind, type FactOf, type FileDates } from '../../accord/index.ts'
import type { SimulationRequest } from '../../accord/simulate/request.ts'

/*
 * The same dates and amounts computed straight on, as one would write them for this one case: the text of 2025,
 * a proposal by the employer, a CSP that ran, work and sickness within it, a job. No text to choose, no fact to
 * judge, no order of facts, no stage, no deadline, no alert, and nothing explained. It shares with the law only
 * the day numbers of the calendar and decimal.js, so that what is compared is the law, not the arithmetic.
 */
const Euro = Decimal.clone({ precision: 30, rounding: Decimal.ROUND_HALF_UP })
const cents = (value: Decimal): Decimal => value.toDecimalPlaces(2, Decimal.ROUND_HALF_UP)
const FIXED_PART = new Euro('13.18')
const LEAST_ARE = new Euro('32.13')
const TRAINING_FLOOR = new Euro('22.99')
const HIGHEST = new Euro('294.21')
const PAYMENT_DATES_FROM = day('2013-07-20')

const fullMonths = (from: Day, to: Day): number => {
  let months = Math.floor((to - from) / 31)
  while (addMonths(from, months + 1) <= to) months += 1
  return months
}

/** Dates and amounts of a file such as `twelveFacts` gives. */
export function byHand({ record: { frame, facts }, today }: SimulationRequest): { readonly dates: FileDates; readonly amounts: Amounts } {
  const of = <K extends FactKind>(kind: K): FactOf<K> => facts.find((fact: Fact) => fact.kind === kind) as FactOf<K>
  const reflectionEnd = addDays(of('proposal_handed_over').on, 21)
  const start = addDays(reflectionEnd, 1)
  const month6End = addDays(addMonths(start, 6), -1)
  let term = addDays(addMonths(start, 12), -1)
  const initial = term
  const work = of('work_period')
  const sickness = of('suspension')
  const job = of('job_started')
  const workTo = work.to ?? today
  const sickTo = sickness.to ?? today
  const worked = Math.max(0, workTo - Math.max(work.from - 1, month6End))
  const ceiling = addDays(addMonths(start, 15), -1)
  term = Math.min(term + worked, addMonths(addDays(term, 1), 3) - 1, ceiling) as Day
  term = Math.min(term + (sickTo - sickness.from + 1), addMonths(addDays(term, 1), 4) - 1) as Day
  let month4 = addDays(addMonths(start, 4), -1)
  if (work.from <= month4) month4 = addDays(month4, workTo - work.from + 1)
  if (sickness.from <= month4) month4 = addDays(month4, sickTo - sickness.from + 1)
  const acceptedOn = of('accepted').on
  const firstOfMonth = addDays(start, 1 - partsOf(start).day)

  const sjr = new Euro(frame.sjr ?? 0)
  const gross = new Euro(frame.monthlyGross ?? 0)
  const hiredOn = frame.hiredOn ?? reflectionEnd
  const are = cents(Decimal.min(Decimal.max(sjr.times('0.404').plus(FIXED_PART), sjr.times('0.57'), LEAST_ARE), sjr.times('0.75')))
  const oneYear = addMonths(hiredOn, 12) <= reflectionEnd
  const byRate = cents(sjr.times('0.75'))
  const floor = Decimal.max(are, TRAINING_FLOOR)
  const uncapped = Decimal.max(byRate, floor)
  const asp = !oneYear ? are : Decimal.min(uncapped, HIGHEST)
  const basis = !oneYear ? 'seniority' : uncapped.greaterThan(HIGHEST) ? 'ceiling' : floor.greaterThan(byRate) ? 'are_floor' : 'rate'
  const residual = asp.times(term - job.on + 1)
  const bonus = cents(residual.times('0.5'))
  const first = cents(bonus.times('0.5'))
  const months = fullMonths(hiredOn, reflectionEnd)
  const notice = Math.max(frame.noticeMonths ?? 0, months < 6 ? 0 : months < 24 ? 1 : 2)
  const toFranceTravail = oneYear ? Math.min(notice, 3) : 0
  const counted = fullMonths(hiredOn, addMonths(reflectionEnd, notice))
  const severance = months < 8 ? new Euro(0) : cents(gross.times(3 * Math.min(counted, 120) + 4 * Math.max(0, counted - 120)).dividedBy(144))
  const paid = Math.min(today, job.on) - start - (workTo - work.from + 1) - (sickTo - sickness.from + 1)
  const bonusSecondPaymentOn = addMonths(job.on, 3)
  return {
    dates: {
      reflectionEnd,
      contractEnd: reflectionEnd,
      cspStart: start,
      cspTerm: term,
      aspEnd: oneYear ? term : null,
      preBilanDue: addDays(start, 8),
      planDue: addMonths(of('pre_bilan_held').on, 1),
      month4ReviewDue: month4,
      month6End,
      bonusLastJobStart: addDays(addMonths(start, 10), term - initial - 1),
      bonusClaimDue: addDays(job.on, 30),
      bonusSecondPaymentOn,
      finalInterviewFrom: addMonths(addDays(term, 1), -2),
      finalInterviewTo: term,
      termLetterDue: addDays(term, -30),
      followUpEnd: addMonths(job.on, 6),
      employerPaymentDue: start < PAYMENT_DATES_FROM ? null : addDays(addMonths(firstOfMonth, 2), 24),
      contestLimit: addMonths(acceptedOn, 12),
      claimsLimit: addMonths(job.on, 24),
      rehirePriorityEnd: addMonths(reflectionEnd, 12),
    },
    amounts: {
      sjr: frame.sjr,
      areDaily: are.toFixed(2),
      aspDaily: asp.toFixed(2),
      aspBasis: basis,
      bonusTotal: bonus.toFixed(2),
      bonusInstalments: [{ on: addDays(job.on, 1), amount: first.toFixed(2) }, { on: bonusSecondPaymentOn, amount: bonus.minus(first).toFixed(2) }],
      bonusEligible: true,
      wageGapMonthly: null,
      wageGapTotalCap: null,
      wageGapEligible: false,
      employerNoticeContribution: cents(gross.times(toFranceTravail)).toFixed(2),
      employeeNoticeBalance: cents(gross.times(notice - toFranceTravail)).toFixed(2),
      employerPenalty: null,
      severanceLegal: severance.toFixed(2),
      areDaysLeft: Math.max(0, (frame.areDurationDays ?? 0) - paid),
    },
  }
}
