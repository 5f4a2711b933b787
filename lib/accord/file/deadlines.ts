import { addDays, addMonths, latest, type Day } from '../calendar/day.ts'
import { finalInterviewFrom, month4ReviewDue, planDue, preBilanDue } from '../rules/dates.ts'
import type { RuleId } from '../rules/catalogue.ts'
import type { Deadline, DeadlineActor, DeadlineCode, DeadlineStatus, FileDates } from './case-file.ts'
import type { FactKind } from './facts.ts'
import { bonusBar, countedEnd, endingJob, firstDayAfterCsp, followedJob, type Progress, type Term } from './progress.ts'

interface Duty {
  readonly rule: RuleId
  readonly code: DeadlineCode
  readonly dueOn: Day | null
  readonly metOn: Day | null
  /** First day on which the duty no longer binds, `null` while it does: before its due day, it is cancelled. */
  readonly releasedOn: Day | null
  /** Last day on which the act can still be recorded; `null`: no limit but the release. */
  readonly lastActionableOn?: Day | null
  readonly actor: DeadlineActor
  readonly metBy: FactKind | null
}

function statusOf(duty: Duty & { readonly dueOn: Day }, today: Day): DeadlineStatus {
  if (duty.metOn !== null) return duty.metOn <= duty.dueOn ? 'met' : 'met_late'
  if (duty.releasedOn !== null && duty.releasedOn <= duty.dueOn && duty.releasedOn <= today) return 'cancelled'
  return duty.dueOn < today ? 'overdue' : 'due'
}

function earliestKnown(...days: readonly (Day | null)[]): Day | null {
  let found: Day | null = null
  for (const day of days) if (day !== null && (found === null || day < found)) found = day
  return found
}

/** Every deadline of a file as its text fixes it, and the operator's own rhythm of contacts. */
export function deadlinesOf(progress: Progress, term: Term | null, dates: FileDates): readonly Deadline[] {
  const { today, governing } = progress
  if (governing === null) return []
  const duties: Duty[] = [...proposalDuties(progress, dates)]
  if (term !== null) {
    duties.push(...supportDuties(progress, term))
    duties.push(...jobDuties(progress, term))
  }
  const deadlines: Deadline[] = []
  for (const duty of duties) {
    if (duty.dueOn === null) continue
    const status = statusOf({ ...duty, dueOn: duty.dueOn }, today)
    const released = duty.releasedOn !== null && duty.releasedOn <= today
    const tooLate = duty.lastActionableOn !== undefined && duty.lastActionableOn !== null && duty.lastActionableOn < today
    deadlines.push({
      rule: duty.rule,
      code: duty.code,
      dueOn: duty.dueOn,
      metOn: duty.metOn,
      status,
      actionable: duty.metOn === null && !released && !tooLate,
      actor: duty.actor,
      metBy: duty.metBy,
    })
  }
  return deadlines.toSorted((a, b) => a.dueOn - b.dueOn)
}

/** from the hand-over (or registration) to the end of the contract. */
function proposalDuties(progress: Progress, dates: FileDates): readonly Duty[] {
  const { reflection } = progress
  if (reflection === null) return []
  const answeredOn = earliestKnown(progress.acceptedOn, progress.refusedOn)
  // Silence is an answer: the day after the period, the duty to answer has gone.
  const silentFrom = answeredOn === null ? addDays(reflection.end, 1) : null
  const over = earliestKnown(progress.annulledOn, progress.refusedOn, progress.closing?.on ?? null)
  const duties: Duty[] = [
    {
      rule: 'R-117',
      code: 'answer',
      dueOn: reflection.end,
      metOn: answeredOn,
      releasedOn: over,
      lastActionableOn: reflection.end,
      actor: 'beneficiary',
      metBy: 'accepted',
    },
    {
      rule: 'R-115',
      code: 'informationInterview',
      dueOn: reflection.end,
      metOn: progress.informationOn,
      releasedOn: earliestKnown(over, silentFrom),
      lastActionableOn: reflection.end,
      actor: 'france_travail',
      metBy: 'information_interview_held',
    },
  ]
  if (progress.acceptedOn !== null && progress.frame.entryPath === 'employer' && progress.governing?.base.twoStepSending === true) {
    const employer = { rule: 'R-120', releasedOn: over, actor: 'employer', metBy: 'sent_to_france_travail' } as const
    duties.push({ ...employer, code: 'sendAcceptance', dueOn: progress.acceptedOn, metOn: progress.sentAcceptanceOn })
    duties.push({ ...employer, code: 'sendAll', dueOn: dates.contractEnd, metOn: progress.sentAllOn })
  }
  return duties
}

/** while the CSP runs. */
function supportDuties(progress: Progress, term: Term): readonly Duty[] {
  const { governing, today } = progress
  if (governing === null) return []
  const text = governing.base
  const after = firstDayAfterCsp(progress, term)
  const duty = (values: Omit<Duty, 'releasedOn' | 'actor'> & { readonly actor?: DeadlineActor; readonly releasedOn?: Day | null }): Duty => ({
    actor: 'operator',
    releasedOn: after,
    ...values,
  })
  const duties: Duty[] = [
    duty({ rule: 'R-301', code: 'preBilan', dueOn: preBilanDue(term.start, text), metOn: progress.preBilanOn, metBy: 'pre_bilan_held' }),
  ]
  if (progress.preBilanOn !== null)
    duties.push(
      duty({ rule: 'R-302', code: 'plan', dueOn: planDue(progress.preBilanOn, text), metOn: progress.plans[0] ?? null, metBy: 'plan_validated' }),
    )
  const interval = progress.settings.contactIntervalDays
  if (interval !== null && (after === null || today < after) && today >= term.start) {
    const lastContact = supportSince(progress, term.start)
    duties.push(duty({ rule: 'R-305', code: 'contact', dueOn: addDays(lastContact, interval), metOn: null, metBy: 'contact_held' }))
  }
  if (text.month4Review)
    duties.push(
      duty({ rule: 'R-306', code: 'month4Review', dueOn: month4DueOf(progress, term), metOn: progress.month4On, metBy: 'month4_review_held' }),
    )
  if (text.termLetterDaysBefore !== null)
    duties.push(
      duty({
        rule: 'R-308',
        code: 'termLetter',
        dueOn: addDays(term.term, -text.termLetterDaysBefore),
        metOn: progress.termLetterOn,
        metBy: 'term_letter_relayed',
      }),
    )
  if (text.finalInterviewLastMonths !== null) {
    // An interview held before the last months is not the final one, however far the term has moved since.
    const from = finalInterviewFrom(term.term, text.finalInterviewLastMonths)
    const held = progress.finalInterviewOn !== null && progress.finalInterviewOn >= from ? progress.finalInterviewOn : null
    const ended = after !== null && after <= term.term ? after : null
    duties.push(
      duty({
        rule: 'R-307',
        code: 'finalInterview',
        dueOn: term.term,
        metOn: held,
        releasedOn: earliestKnown(ended, progress.closing?.on ?? null),
        metBy: 'final_interview_held',
      }),
    )
  }
  if (progress.trainings.some((training) => training.to !== null && training.from <= term.term && training.to > term.term)) {
    const registered = progress.registrations.find((on) => on >= term.start) ?? null
    const ended = after !== null && after <= term.term ? after : null
    duties.push(
      duty({
        rule: 'R-311',
        code: 'registration',
        dueOn: addDays(term.term, 1),
        metOn: registered,
        releasedOn: earliestKnown(ended, progress.closing?.on ?? null),
        actor: 'beneficiary',
        metBy: 'registered',
      }),
    )
  }
  return duties
}

/** the last contact, or the day the support began, or began again after a job tried. */
function supportSince(progress: Progress, start: Day): Day {
  let since = latest(progress.lastContactOn ?? start, start)
  for (const job of progress.jobs) if (job.trialBrokenOn !== null && job.trialBrokenOn <= progress.today) since = latest(since, job.trialBrokenOn)
  return since
}

/** once a job is found. */
function jobDuties(progress: Progress, term: Term): readonly Duty[] {
  const job = followedJob(progress)
  const { governing } = progress
  if (job === null || governing === null) return []
  const text = governing.base
  const closedOn = earliestKnown(progress.closing?.on ?? null, progress.annulledOn)
  const duties: Duty[] = []
  if (job === endingJob(progress) && text.bonusClaimDays !== null && text.bonusSecondAfterMonths !== null) {
    const bar = bonusBar(progress, job, term)
    const due = addDays(job.on, text.bonusClaimDays)
    if (bar === null || job.bonusClaimedOn !== null)
      duties.push({
        rule: 'R-501',
        code: 'bonusClaim',
        dueOn: due,
        metOn: job.bonusClaimedOn,
        releasedOn: closedOn,
        lastActionableOn: due,
        actor: 'beneficiary',
        metBy: 'bonus_claimed',
      })
    if (job.bonusClaimedOn !== null) {
      const secondOn = addMonths(job.on, text.bonusSecondAfterMonths)
      const confirmed = job.followUps.find((contact) => contact.on >= secondOn && contact.situation === 'in_job')?.on ?? null
      duties.push({
        rule: 'R-502',
        code: 'bonusSecondPayment',
        dueOn: secondOn,
        metOn: job.bonusPayments[1]?.on ?? confirmed,
        releasedOn: earliestKnown(closedOn, job.endedOn),
        actor: 'operator',
        metBy: 'follow_up_held',
      })
    }
  }
  const end = addMonths(job.on, text.followUpMonths)
  const interval = progress.settings.followUpIntervalDays
  if (interval !== null && progress.today <= end) {
    const next = addDays(job.followUps.at(-1)?.on ?? job.on, interval)
    if (next <= end)
      duties.push({ rule: 'R-309', code: 'followUp', dueOn: next, metOn: null, releasedOn: closedOn, actor: 'operator', metBy: 'follow_up_held' })
  }
  duties.push({
    rule: 'R-309',
    code: 'followUpEnd',
    dueOn: end,
    metOn: progress.closing !== null && progress.closing.on >= job.on ? progress.closing.on : null,
    releasedOn: progress.annulledOn,
    actor: 'operator',
    metBy: 'file_closed',
  })
  return duties
}

/** see `month4ReviewDue`: what is not support (a leave, a work period, a job tried) puts it off. */
export function month4DueOf(progress: Progress, term: Term): Day {
  const unsupported: { from: Day; to: Day }[] = []
  for (const span of progress.spans) unsupported.push({ from: span.from, to: countedEnd(span, progress.today) })
  for (const job of progress.jobs)
    if (job.endsCsp && job.trialBrokenOn !== null) unsupported.push({ from: job.on, to: addDays(job.trialBrokenOn, -1) })
  return month4ReviewDue(term.start, unsupported)
}
