import type { Day } from '../calendar/day.ts'
import type { RefusalCode } from '../wording/codes.ts'
import type { WordValues } from './case-file.ts'
import { endingJobOn, excludedFrom, isProtected, termOf, type Progress } from './progress.ts'

/** Why the CSP does not run on a day, as a message code with its values; `null` when it runs. */
export interface NotRunning {
  readonly code: RefusalCode
  readonly values: WordValues
}

/** Whether a file is over on a day, whatever the fact: annulled, refused or closed. */
export function notOpen(progress: Progress, on: Day): NotRunning | null {
  if (progress.annulledOn !== null && progress.annulledOn <= on) return { code: 'fileAnnulled', values: { on: progress.annulledOn } }
  if (progress.closing !== null && progress.closing.on <= on) return { code: 'fileClosed', values: { on: progress.closing.on } }
  if (progress.refusedOn !== null && progress.refusedOn <= on) return { code: 'proposalRefused', values: { on: progress.refusedOn } }
  return null
}

/**
 * whether the CSP runs on a day: it has started, its term has not passed, and no job,
 * exclusion, closing or annulment has ended it.
 */
export function notRunning(progress: Progress, on: Day): NotRunning | null {
  const over = notOpen(progress, on)
  if (over !== null) return over
  if (progress.governing === null) return { code: 'noText', values: {} }
  if (progress.acceptedOn === null) return { code: 'notAccepted', values: {} }
  if (isProtected(progress) && progress.authorisation === null) return { code: 'authorisationPending', values: {} }
  const term = termOf(progress)
  if (term === null) return { code: 'notAccepted', values: {} }
  if (on < term.start) return { code: 'beforeStart', values: { start: term.start } }
  const excluded = excludedFrom(progress)
  if (excluded !== null && excluded <= on) return { code: 'afterExclusion', values: { on: excluded } }
  const job = endingJobOn(progress, on)
  if (job !== null) return { code: 'inJob', values: { on: job.on } }
  if (on > term.term) return { code: 'afterTerm', values: { term: term.term } }
  return null
}
