import { asText, euro } from '../rules/money.ts'
import type { Day } from '../calendar/day.ts'
import type { CaseFile } from './case-file.ts'

/**
 * What a file gives the person over the whole CSP, as it stands: what was paid and what is left to pay.
 * Estimates, euros gross as text with two decimals; `null` where a figure is missing.
 */
export interface Balance {
  /** Whether a CSP began or will: without one there is nothing to sum up. */
  readonly begun: boolean
  /** Days of ASP, paid and left. */
  readonly aspDays: number | null
  readonly aspTotal: string | null
  /** `"0.00"` where no bonus is open. */
  readonly bonus: string | null
  readonly wageGap: string | null
  /** The three together; `null` while one of them is not known. The wage of a job is no part of it. */
  readonly total: string | null
  /** Days of the CSP for which no ASP is paid: work, leave, job, days deducted. */
  readonly unpaidDays: number | null
  /** Days of ARE left once the CSP is over. */
  readonly areDaysAtEnd: number | null
  /** Last day of the CSP: its term, or the eve of what ends it. */
  readonly cspEnd: Day | null
}

const NOTHING = '0.00'

/** What the bonus gives; none without a job that opens one. */
function bonusOf({ amounts }: CaseFile): string | null {
  if (amounts.bonusTotal !== null) return amounts.bonusTotal
  return amounts.bonusEligible === true ? null : NOTHING
}

/** What the indemnity gives where it is open and the bonus, which excludes it for the same job, is not. */
function wageGapOf({ amounts, estimates }: CaseFile): string | null {
  if (amounts.wageGapEligible !== true || amounts.bonusTotal !== null) return NOTHING
  return estimates.wageGapTotal
}

/** Sums a file up for the person: a hypothesis is weighed by the difference between two of these. */
export function balanceOf(file: CaseFile): Balance {
  const { ledger, amounts } = file
  const aspDays = ledger === null ? null : ledger.totals.paid + ledger.totals.left
  const aspTotal = aspDays === null || amounts.aspDaily === null ? null : asText(euro(amounts.aspDaily).times(aspDays))
  const bonus = bonusOf(file)
  const wageGap = wageGapOf(file)
  const parts = [aspTotal, bonus, wageGap]
  return {
    begun: ledger !== null,
    aspDays,
    aspTotal,
    bonus,
    wageGap,
    total: parts.every((part) => part !== null) ? asText(parts.reduce((sum, part) => sum.plus(part), euro(0))) : null,
    unpaidDays: ledger === null ? null : ledger.totals.suspended + ledger.totals.deducted,
    areDaysAtEnd: ledger === null || amounts.areDaysLeft === null ? null : Math.max(0, amounts.areDaysLeft - ledger.totals.left),
    cspEnd: file.periods.find(({ kind }) => kind === 'csp')?.to ?? null,
  }
}

/** `after - before` as signed text with two decimals; `null` where either is not known. */
export function differenceOf(before: string | null, after: string | null): string | null {
  return before === null || after === null ? null : asText(euro(after).minus(before))
}
