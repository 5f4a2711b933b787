import type { Day } from '../calendar/day.ts'
import type { AspBasis } from '../rules/allowance.ts'
import { asText } from '../rules/money.ts'
import type { Working } from './working.ts'

/**
 * The amounts of a file: estimates, made with France Travail's own figures where it gave them. Euros gross, as
 * text with two decimals. The names are those of the simulator's contract, and no others.
 */
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

/** Every amount of the file that its facts and figures allow; `null` for the others. */
export function amountsOf({ progress, benefit, account, job, employer }: Working): Amounts {
  const { frame } = progress
  const sjr = benefit.sjr === null ? null : asText(benefit.sjr)
  if (progress.governing === null) return { ...NO_AMOUNTS, sjr }
  const { asp, are, areDurationDays } = benefit
  const bonus = job?.bonusEligible === true ? job.bonus : null
  const gap = job?.wageGapEligible === true ? job.gap : null
  const { notice, severance } = employer
  return {
    sjr,
    areDaily: are === null ? (benefit.notified.areDaily?.value ?? frame.areDaily) : asText(are),
    aspDaily: asp === null ? null : asText(asp),
    aspBasis: benefit.aspOurs?.basis ?? null,
    bonusTotal: bonus === null ? null : asText(bonus.total),
    bonusInstalments:
      bonus === null
        ? null
        : [
            { on: bonus.firstOn, amount: asText(bonus.first) },
            { on: bonus.secondOn, amount: asText(bonus.second) },
          ],
    bonusEligible: job?.bonusEligible ?? null,
    wageGapMonthly: gap === null ? null : asText(gap.monthly),
    wageGapTotalCap: gap === null ? null : asText(gap.cap),
    wageGapEligible: job?.wageGapEligible ?? null,
    employerNoticeContribution: notice === null ? null : asText(notice.toFranceTravail),
    employeeNoticeBalance: notice === null ? null : asText(notice.toEmployee),
    employerPenalty: employer.penalty === null ? null : asText(employer.penalty.amount),
    severanceLegal: severance === null ? null : asText(severance.amount),
    areDaysLeft: areDurationDays === null || account.daysPaid === null ? null : Math.max(0, areDurationDays - account.daysPaid),
  }
}
