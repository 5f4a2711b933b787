import { addDays, addMonths, type Day } from '../calendar/day.ts'
import type { AspAmount, AspBasis } from '../rules/allowance.ts'
import { fullMonths, legalNoticeMonths, legalSeverance, noticeShares, penalty } from '../rules/employer-money.ts'
import { bonusOf, losesFifteenPercent, residualRights, wageGapOf } from '../rules/incentives.ts'
import { asText, euro } from '../rules/money.ts'
import { allowanceOf } from './allowance.ts'
import { aspDaysPaid } from './ledger.ts'
import { bonusBar, endingJob, hasFullSeniority, sideJobOn, type Job, type Progress, type Term } from './progress.ts'

/** The amounts of a file, estimates beside France Travail's own figures. Euros gross, as text with two decimals. */
export interface Amounts {
  readonly sjr: string | null
  readonly areDaily: string | null
  readonly aspDaily: string | null
  readonly aspBasis: AspBasis | null
  readonly bonusTotal: string | null
  readonly bonusInstalments: readonly { readonly on: Day; readonly amount: string }[] | null
  readonly bonusEligible: boolean | null
  readonly wageGapMonthly: string | null
  readonly wageGapTotalCap: string | null
  readonly wageGapEligible: boolean | null
  readonly employerNoticeContribution: string | null
  readonly employeeNoticeBalance: string | null
  readonly employerPenalty: string | null
  readonly severanceLegal: string | null
  readonly areDaysLeft: number | null
}

export const NO_AMOUNTS: Amounts = {
  sjr: null,
  areDaily: null,
  aspDaily: null,
  aspBasis: null,
  bonusTotal: null,
  bonusInstalments: null,
  bonusEligible: null,
  wageGapMonthly: null,
  wageGapTotalCap: null,
  wageGapEligible: null,
  employerNoticeContribution: null,
  employeeNoticeBalance: null,
  employerPenalty: null,
  severanceLegal: null,
  areDaysLeft: null,
}

export type AmountName = keyof Amounts
export const AMOUNT_NAMES = Object.keys(NO_AMOUNTS) as readonly AmountName[]

/**
 * whether the bonus is open for a job: conditions 1 to 4, 6 and 7, and the 30 days once they are
 * over. Condition 8 (not with ARE or ARCE) is France Travail's to see. `null` where seniority is not known.
 */
function bonusEligible(progress: Progress, job: Job): boolean | null {
  if (bonusBar(progress, job) !== null) return false
  if (progress.jobs.some((other) => other !== job && other.bonusPayments.length > 0)) return false
  const due = addDays(job.on, progress.governing?.base.bonusClaimDays ?? 0)
  if (job.bonusClaimedOn === null && progress.today > due) return false
  return hasFullSeniority(progress) === null ? null : true
}

/** same working time, a lower wage (15 % under the 2011 text), and no bonus for that job. */
function wageGapEligible(progress: Progress, job: Job): boolean | null {
  const { frame, governing } = progress
  if (job.bonusClaimedOn !== null || job.sameWorkingTime === false) return false
  if (job.sameWorkingTime === null || job.monthlyGross === null || frame.sjr === null) return null
  const wage = euro(job.monthlyGross)
  if (!euro(frame.sjr).times(30).greaterThan(wage)) return false
  if (governing?.agreement.family !== '2011') return true
  return frame.monthlyGross === null ? null : losesFifteenPercent(euro(frame.monthlyGross), wage)
}

function incentives(progress: Progress, term: Term, asp: AspAmount | null): Partial<Amounts> {
  const ending = endingJob(progress)
  const job = ending ?? sideJobOn(progress, progress.today)
  if (job === null) return {}
  const amounts: { -readonly [K in keyof Amounts]?: Amounts[K] } = {}
  const residual = asp === null ? null : residualRights(job.on, term.term, asp.daily)
  const secondMonths = progress.governing?.base.bonusSecondAfterMonths ?? null
  if (ending !== null && secondMonths !== null) {
    amounts.bonusEligible = bonusEligible(progress, ending)
    if (residual !== null && amounts.bonusEligible === true) {
      const bonus = bonusOf(residual)
      amounts.bonusTotal = asText(bonus.total)
      amounts.bonusInstalments = [
        { on: addDays(ending.on, 1), amount: asText(bonus.first) },
        { on: addMonths(ending.on, secondMonths), amount: asText(bonus.second) },
      ]
    }
  }
  amounts.wageGapEligible = wageGapEligible(progress, job)
  if (amounts.wageGapEligible === true && progress.frame.sjr !== null && job.monthlyGross !== null && residual !== null) {
    const gap = wageGapOf(euro(progress.frame.sjr), euro(job.monthlyGross), residual)
    amounts.wageGapMonthly = asText(gap.monthly)
    amounts.wageGapTotalCap = asText(gap.cap)
  }
  return amounts
}

/** what the former employer owes. */
function employerMoney(progress: Progress): Partial<Amounts> {
  const { frame, reflection } = progress
  if (frame.monthlyGross === null) return {}
  const gross = euro(frame.monthlyGross)
  if (frame.entryPath === 'france_travail')
    return progress.registeredOn === null ? {} : { employerPenalty: asText(penalty(gross, progress.acceptedOn !== null)) }
  if (frame.entryPath !== 'employer' || progress.start === null || reflection === null) return {}
  const fullSeniority = hasFullSeniority(progress)
  if (frame.hiredOn === null || frame.noticeMonths === null || fullSeniority === null) return {}
  const notice = Math.max(frame.noticeMonths, legalNoticeMonths(fullMonths(frame.hiredOn, reflection.end)))
  const shares = noticeShares(gross, notice, fullSeniority)
  return {
    employerNoticeContribution: asText(shares.toFranceTravail),
    employeeNoticeBalance: asText(shares.toEmployee),
    severanceLegal: asText(legalSeverance(gross, frame.hiredOn, reflection.end, notice)),
  }
}

/** Every amount of the file that its facts and figures allow; `null` for the others. */
export function amountsOf(progress: Progress, term: Term | null): Amounts {
  const { frame, governing } = progress
  if (governing === null) return { ...NO_AMOUNTS, sjr: frame.sjr }
  const { are, asp } = allowanceOf(progress, term)
  const paid = aspDaysPaid(progress, term)
  return {
    ...NO_AMOUNTS,
    sjr: frame.sjr,
    areDaily: are === null ? frame.areDaily : asText(are),
    aspDaily: asp === null ? null : asText(asp.daily),
    aspBasis: asp?.basis ?? null,
    areDaysLeft: frame.areDurationDays === null || paid === null ? null : Math.max(0, frame.areDurationDays - paid),
    ...(term === null ? {} : incentives(progress, term, asp)),
    ...employerMoney(progress),
  }
}
