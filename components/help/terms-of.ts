import type { DateName } from '@/lib/accord/file/case-file.ts'
import type { TermName } from './term.tsx'

/** The word of the trade that a date of the file is named by, where a newcomer stumbles on it. */
export const TERM_OF_DATE: Readonly<Partial<Record<DateName, TermName>>> = {
  reflectionEnd: 'reflection', cspStart: 'cspStart', cspTerm: 'term12', preBilanDue: 'prebilan', planDue: 'plan', month4ReviewDue: 'month4', bonusClaimDue: 'bonus',
}

/** The same for an act, by its kind. */
export const TERM_OF_ACT: Readonly<Partial<Record<string, TermName>>> = {
  conservative_letter_sent: 'conservative', pre_bilan_held: 'prebilan', plan_validated: 'plan', month4_review_held: 'month4', training: 'ppae', work_period: 'workPeriod',
  offer_made: 'reasonableOffer', offer_refused: 'reasonableOffer', bonus_claimed: 'bonus', wage_gap_claimed: 'wageGap',
}

/** The same for a question, by its path in the fact. */
export const TERM_OF_FIELD: Readonly<Partial<Record<string, TermName>>> = {
  'frame.hiredOn': 'seniority', 'frame.noticeMonths': 'notice', 'frame.insolvency': 'insolvency', 'frame.protectedEmployee': 'protected',
  sjr: 'sjr', aspDaily: 'asp', areDaily: 'are',
}
