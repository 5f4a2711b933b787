import { fullMonths, legalNoticeMonths, noticeShares, penalty, severanceOf, trainingHoursValue, type Severance } from '../rules/employer-money.ts'
import { euro, type Euro } from '../rules/money.ts'
import { hasFullSeniority, type Progress } from './progress.ts'

/** What the former employer owes, with what each sum is made of. Euros gross; `null` where not due or not known. */
export interface FormerEmployer {
  readonly penalty: { readonly amount: Euro; readonly months: number } | null
  readonly notice: Notice | null
  readonly severance: Severance | null
  /** on the net wage. */
  readonly trainingHours: Euro | null
}

/** The notice that the person would have had, in months. */
export interface Notice {
  readonly toFranceTravail: Euro
  readonly toEmployee: Euro
  /** As entered, the least that the law gives, and the longer of the two, which counts. */
  readonly entered: number
  readonly legal: number
  readonly months: number
  readonly capMonths: number
  readonly fullSeniority: boolean
}

const NOTHING: FormerEmployer = { penalty: null, notice: null, severance: null, trainingHours: null }

/**
 * what the former employer owes: the penalty where France Travail proposed in its
 * stead; else, once the CSP is accepted, the notice, the severance and the training hours.
 */
export function formerEmployerOf(progress: Progress): FormerEmployer {
  const { frame, governing, reflection } = progress
  if (governing === null) return NOTHING
  const text = governing.base
  const gross = frame.monthlyGross === null ? null : euro(frame.monthlyGross)
  if (frame.entryPath === 'france_travail') {
    if (gross === null || progress.registeredOn === null) return NOTHING
    const months = progress.acceptedOn === null ? text.penaltyMonths : text.penaltyMonthsIfJoined
    return { ...NOTHING, penalty: { amount: penalty(gross, months), months } }
  }
  if (frame.entryPath !== 'employer' || progress.start === null || reflection === null) return NOTHING
  const { monthlyNet, unusedTrainingHours, hiredOn, noticeMonths } = frame
  const trainingHours =
    !text.trainingHoursOwed || monthlyNet === null || unusedTrainingHours === null
      ? null
      : trainingHoursValue(unusedTrainingHours, euro(monthlyNet), frame.workingTimeShare)
  const fullSeniority = hasFullSeniority(progress)
  if (gross === null || hiredOn === null || noticeMonths === null || fullSeniority === null) return { ...NOTHING, trainingHours }
  const legal = legalNoticeMonths(fullMonths(hiredOn, reflection.end))
  const months = Math.max(noticeMonths, legal)
  const capMonths = text.noticeContributionMonths
  return {
    penalty: null,
    notice: { ...noticeShares(gross, months, fullSeniority, capMonths), entered: noticeMonths, legal, months, capMonths, fullSeniority },
    severance: severanceOf(gross, hiredOn, reflection.end, months),
    trainingHours,
  }
}
