import { addMonths, type Day } from '../calendar/day.ts'
import { contains } from '../calendar/period.ts'
import type { Stage } from './case-file.ts'
import {
  endingJobOn,
  followedJob,
  isProtected,
  sideJobOn,
  type Job,
  type Progress,
  type Term,
} from './progress.ts'

/**
 * Where a file stands on a day (rules.md §11, the contract's readings). The progress must hold only what
 * has happened by that day, or facts that say their own day: a planned fact counts from its day on.
 */
export function stageOn(progress: Progress, term: Term | null, day: Day): Stage {
  if (progress.annulledOn !== null && progress.annulledOn <= day) return 'annulled'
  if (progress.closing !== null && progress.closing.on <= day) return 'closed'
  if (progress.exclusion !== null && progress.exclusion.on <= day && progress.governing?.base.breachTakes === 'contract') return 'excluded'
  if (progress.refusedOn !== null && progress.refusedOn <= day) return 'refused'
  const accepted = progress.acceptedOn !== null && progress.acceptedOn <= day
  const began = startedBy(progress, day)
  if (!began && !accepted) return 'to_propose'
  if (isProtected(progress) && (progress.authorisation === null || progress.authorisation.on > day)) return 'awaiting_authorisation'
  // silence to the last day of the period is a refusal.
  if (!accepted) return progress.reflection !== null && progress.reflection.end < day ? 'refused' : 'reflection'
  if (term === null || day < term.start) return 'accepted_pending'
  return stageWithinCsp(progress, term, day)
}

function startedBy(progress: Progress, day: Day): boolean {
  const from = progress.frame.entryPath === 'employer' ? progress.handedOverOn : progress.registeredOn
  return from !== null && from <= day
}

/** R-309 — `in_job` from the job's first day, the follow-up from its first contact, closed after six months. */
function stageAfterJob(progress: Progress, job: Job, day: Day): Stage {
  const months = progress.governing?.base.followUpMonths ?? 0
  if (day > addMonths(job.on, months)) return 'closed'
  return job.followUps.some((contact) => contact.on <= day) ? 'follow_up_after_job' : 'in_job'
}

function stageWithinCsp(progress: Progress, term: Term, day: Day): Stage {
  const job = endingJobOn(progress, day)
  if (job !== null) return stageAfterJob(progress, job, day)
  if (day > term.term) {
    const found = followedJob(progress)
    if (found === null || !found.afterTerm || found.on > day) return 'term'
    const stage = stageAfterJob(progress, found, day)
    // A job found after the term ended nothing: the file stays at its term until it is followed (T32).
    return stage === 'in_job' ? 'term' : stage
  }
  if (progress.breachSpans.some((breach) => contains(breach, day))) return 'breach_proposed'
  const span = progress.spans.find((candidate) => contains(candidate, day))
  if (span !== undefined) {
    if (span.kind === 'work_period') return 'suspended_work'
    return span.cause === 'sickness' ? 'suspended_health' : 'suspended_family'
  }
  const excludedFromAllowance = progress.exclusion !== null && progress.exclusion.on <= day
  const stopped = progress.aspStops.some((stop) => stop.on <= day && (stop.resumedOn === null || stop.resumedOn > day))
  if (excludedFromAllowance || stopped || sideJobOn(progress, day) !== null) return 'asp_stopped'
  const plan = progress.plans[0]
  if (plan !== undefined && plan <= day) return 'in_follow_up'
  return progress.preBilanOn !== null && progress.preBilanOn <= day ? 'plan_due' : 'pre_bilan_due'
}
