import type { CaseFile } from '../../accord/index.ts'
import type { Conditions } from './by-json-rules-engine.ts'
import type { Formulas } from './by-publicodes.ts'

/** What the three conditions of the bench are in a derived file. */
export function conditionsOf(file: CaseFile): Conditions {
  return {
    mustPropose: !file.alerts.some((alert) => alert.code === 'tooLarge'),
    workAdmitted: file.periods.some((period) => period.kind === 'work_period'),
    bonusOpen: file.amounts.bonusEligible === true,
  }
}

/** What the formulas of the bench are in a derived file. */
export function formulasOf({ amounts, dates, milestones }: CaseFile): Formulas {
  return {
    areDaily: amounts.areDaily ?? '',
    aspDaily: amounts.aspDaily ?? '',
    residualDays: (dates.cspTerm ?? 0) - (milestones.jobStartedOn ?? 0) + 1,
    bonusTotal: amounts.bonusTotal ?? '',
    employerNoticeContribution: amounts.employerNoticeContribution ?? '',
    employeeNoticeBalance: amounts.employeeNoticeBalance ?? '',
  }
}
