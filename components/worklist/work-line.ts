/** One line of « À faire » as the screen shows it: already worded, ready for the browser. */
import type { PlannedLink } from '@/components/agenda/word-agenda.ts'
import type { DeadlineCode } from '@/lib/accord/file/case-file.ts'
import { DATE_OF_DEADLINE } from '@/lib/accord/file/deadline-dates.ts'

export type WorkGroupName = 'overdue' | 'today' | 'week' | 'later'

export interface WorkLine {
  readonly key: string
  readonly personName: string
  readonly stage: string
  /** « pour Karim, absence jusqu’au lun. 8 sept. », where one stands in; `null` where the file is one's own. */
  readonly standingIn: string | null
  readonly act: string
  readonly reason: string | null
  /** The appointment made for it: when, and where it is read. */
  readonly planned: PlannedLink | null
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
  /** Where it is said done elsewhere; `null` where that may not be. */
  readonly elsewhereHref: string | null
}

export interface WorkGroup {
  readonly name: WorkGroupName
  readonly title: string
  readonly subtitle: string
  readonly lines: readonly WorkLine[]
}

/** Where a file opens. */
export function fileHref(reference: string): string {
  return `/dossiers/${encodeURIComponent(reference)}`
}

/** The file with the form of an act open; a plan is validated on its own page; without an act, the file. */
export function actHref(reference: string, act: string | null): string {
  if (act === 'plan_validated') return `${fileHref(reference)}/plan?valider=1`
  return act === null ? fileHref(reference) : `${fileHref(reference)}?acte=${encodeURIComponent(act)}`
}

/** The file with the form that says a deadline done elsewhere. */
export function elsewhereHref(reference: string, code: DeadlineCode, dueIso: string): string {
  return `${fileHref(reference)}?ailleurs=${code}.${dueIso}`
}

/** The explanation of a deadline: in the file where its date has one, else the rule itself. */
export function whyHref(reference: string, code: DeadlineCode, rule: string): string {
  const date = DATE_OF_DEADLINE[code]
  return date === undefined ? `/regles#${rule}` : `${fileHref(reference)}?pourquoi=${date}`
}
