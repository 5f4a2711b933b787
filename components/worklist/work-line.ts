/** One line of « À faire » as the screen shows it: already worded, ready for the browser. */
import type { DateName, DeadlineCode } from '@/lib/accord/file/case-file.ts'

export type WorkGroupName = 'overdue' | 'today' | 'week' | 'later'

export interface WorkLine {
  readonly key: string
  readonly personName: string
  readonly stage: string
  readonly act: string
  readonly reason: string | null
  readonly dueIso: string
  readonly dueLabel: string
  readonly state: 'overdue' | 'soon' | 'planned'
  readonly relative: string
  readonly rule: string
  readonly article: string
  readonly ownSetting: boolean
  readonly action: string
  readonly fileHref: string
  readonly actHref: string
  readonly whyHref: string
}

export interface WorkGroup {
  readonly name: WorkGroupName
  readonly title: string
  readonly subtitle: string
  readonly lines: readonly WorkLine[]
}

/** The date of the file that explains a deadline, where one does. */
const explainedBy: Readonly<Partial<Record<DeadlineCode, DateName>>> = {
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

/** Rules whose interval is the operator's choice and not the law's. */
export const SETTING_RULES: readonly string[] = ['R-305']
/** Deadlines whose interval is the operator's choice although they serve a rule of the law. */
const SETTING_CODES: readonly DeadlineCode[] = ['contact', 'followUp']

/** Whether the date comes from a setting of the operator. */
export function isOwnSetting(rule: string, code: DeadlineCode): boolean {
  return SETTING_RULES.includes(rule) || SETTING_CODES.includes(code)
}

/** Where a file opens. */
export function fileHref(reference: string): string {
  return `/dossiers/${encodeURIComponent(reference)}`
}

/** The file with the form of an act open; without an act, the file. */
export function actHref(reference: string, act: string | null): string {
  return act === null ? fileHref(reference) : `${fileHref(reference)}?acte=${encodeURIComponent(act)}`
}

/** The explanation of a deadline: in the file where its date has one, else the rule itself. */
export function whyHref(reference: string, code: DeadlineCode, rule: string): string {
  const date = explainedBy[code]
  return date === undefined ? `/regles#${rule}` : `${fileHref(reference)}?pourquoi=${date}`
}
