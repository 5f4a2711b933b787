import type { DateName, DeadlineCode } from './case-file.ts'

/** The date of a file that a deadline stands for, whose computation explains it; none for a duty without its own. */
export const DATE_OF_DEADLINE: Readonly<Partial<Record<DeadlineCode, DateName>>> = {
  answer: 'reflectionEnd',
  informationInterview: 'reflectionEnd',
  sendAll: 'contractEnd',
  preBilan: 'preBilanDue',
  plan: 'planDue',
  month4Review: 'month4ReviewDue',
  bonusClaim: 'bonusClaimDue',
  bonusSecondPayment: 'bonusSecondPaymentOn',
  finalInterview: 'finalInterviewTo',
  termLetter: 'termLetterDue',
  registration: 'cspTerm',
  followUpEnd: 'followUpEnd',
}

/** whether the rhythm of a deadline is the operator's choice, not the law's. */
export function isOwnSetting(code: DeadlineCode): boolean {
  return code === 'contact' || code === 'followUp'
}
