import { asText } from '../rules/money.ts'
import type { Step } from './case-file.ts'
import type { Notice } from './former-employer.ts'
import { moneyStep } from './money-steps.ts'
import type { Working } from './working.ts'

export type EmployerAmount = 'employerNoticeContribution' | 'employeeNoticeBalance' | 'employerPenalty' | 'severanceLegal'

/** the working of what the former employer owes. */
export function employerSteps({ progress, employer }: Working, name: EmployerAmount): readonly Step[] {
  const gross = progress.frame.monthlyGross
  const { notice, severance, penalty } = employer
  if (name === 'employerPenalty') {
    const code = progress.acceptedOn === null ? 'penaltyMonths' : 'penaltyMonthsJoined'
    return [moneyStep('monthlyGross', 'R-150', gross), moneyStep(code, 'R-150', penalty?.amount ?? null, { months: penalty?.months ?? null })]
  }
  if (name === 'severanceLegal') return severance === null ? [] : severanceSteps(gross, severance)
  if (notice === null) return []
  const { months, capMonths, fullSeniority } = notice
  const toFranceTravail = moneyStep(fullSeniority ? 'noticeToFranceTravail' : 'noticeNotContributed', 'R-151', notice.toFranceTravail, { months: capMonths })
  const total = [moneyStep('monthlyGross', 'R-151', gross), noticeStep(notice)]
  if (name === 'employerNoticeContribution') return [...total, toFranceTravail]
  const code = !fullSeniority ? 'noticeAllToEmployee' : months > capMonths ? 'noticeToEmployee' : 'noticeNothingLeft'
  return [...total, ...(fullSeniority ? [toFranceTravail] : []), moneyStep(code, 'R-151', notice.toEmployee, { months: capMonths })]
}

/** CT L1234-1 — the notice that counts: as entered, or the legal one where it is longer. */
function noticeStep({ entered, legal, months }: Notice): Step {
  return moneyStep(legal > entered ? 'noticeLegal' : 'noticeEntered', 'R-151', null, { entered, legal, months })
}

/** what opens it, the seniority with the notice, then the years up to ten and those beyond. */
function severanceSteps(gross: string | null, severance: NonNullable<Working['employer']['severance']>): readonly Step[] {
  const { months, opensAt, opens, monthsWithNotice, quarter, upToTen, beyondTen } = severance
  const opening = moneyStep(opens ? 'severanceOpens' : 'severanceDoesNotOpen', 'R-140', null, { months, opensAt })
  const total = moneyStep('severanceWithNotice', 'R-140', severance.amount)
  if (!opens) return [opening, total]
  const withNotice = { years: Math.floor(monthsWithNotice / 12), months: monthsWithNotice % 12 }
  return [
    moneyStep('monthlyGross', 'R-140', gross),
    opening,
    moneyStep('seniorityWithNotice', 'R-140', null, withNotice),
    moneyStep(quarter ? 'severanceQuarter' : 'severanceFifth', 'R-140', upToTen),
    ...(beyondTen.isZero() ? [] : [moneyStep('severanceThird', 'R-140', asText(beyondTen))]),
    total,
  ]
}
