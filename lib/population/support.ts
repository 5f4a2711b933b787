import { addDays, addMonths, latest, type AspStopCause, type CaseFile, type Day, type Fact } from '../accord/index.ts'
import type { Course, JobPlan } from './course.ts'
import { asTold, begun, tell, tellIfAdmitted, workingDay, workingDayBefore, type Story } from './story.ts'
import { closingContent } from './words.ts'

const ASP_STOP_OF: Readonly<Record<'business_creation' | 'full_pension' | 'moved_abroad', AspStopCause>> = {
  business_creation: 'self_employment',
  full_pension: 'full_pension',
  moved_abroad: 'moved_abroad',
}

/** The CSP from its first day to the closing of the file: what moves its end first, then what is done until then. */
export function tellSupport(story: Story, course: Course): void {
  const { start, annulled } = begun(story)
  if (start === null || annulled) return
  const at = (days: number) => addDays(start, days)

  const preBilanOn = workingDay(at(course.preBilanAfter))
  const planOn = workingDay(addDays(preBilanOn, course.planAfter))
  const jobOn = course.job === null ? null : workingDay(at(course.job.at))
  const breachOn = course.breach === null ? null : workingDay(at(course.breach.at))
  const leavesOn = course.leftAt === null ? null : workingDay(at(course.leftAt.at))
  const ends = [jobOn, breachOn === null ? null : addDays(breachOn, 40), leavesOn].filter((day): day is Day => day !== null)
  const beforeEnd = (on: Day) => ends.every((end) => on < end)

  tellSpans(story, course, at, beforeEnd)
  if (beforeEnd(preBilanOn)) tell(story, { kind: 'pre_bilan_held', on: preBilanOn })
  if (beforeEnd(planOn)) tell(story, { kind: 'plan_validated', on: planOn, signedByBeneficiary: true, signedByAdviser: true })
  if (course.breach !== null && breachOn !== null) tellBreach(story, course.breach, breachOn)
  if (course.leftAt !== null && leavesOn !== null) tellIfAdmitted(story, { kind: 'asp_stopped', on: leavesOn, cause: ASP_STOP_OF[course.leftAt.motive] })
  const closedOn = course.leftAt === null || leavesOn === null ? null : workingDay(addDays(leavesOn, 10))
  if (course.job !== null && jobOn !== null) tellJob(story, course.job, jobOn)
  if (closedOn !== null && course.leftAt !== null) tell(story, { kind: 'file_closed', on: closedOn, motive: course.leftAt.motive }, closingContent(course.leftAt.motive, null))
  // Neither steps nor contacts move the end: the file is the same before and after them.
  const file = asTold(story)
  tellSteps(story, course, file, start, leavesOn)
  if (closedOn === null) tellClosing(story, course, file)
}

/** Work periods and leaves, in the order of their days, each where the law takes it; then trainings, and a stop of the allowance. */
function tellSpans(story: Story, course: Course, at: (days: number) => Day, beforeEnd: (on: Day) => boolean): void {
  const { chance } = story
  const spans = [
    ...course.work.map((work): Fact => {
      const from = at(work.at)
      return { kind: 'work_period', from, to: addDays(from, work.days - 1), contract: work.contract, employer: 'company', validatedOn: addDays(from, -chance.whole(1, 6)) }
    }),
    ...course.leaves.map((leave): Fact => ({ kind: 'suspension', cause: leave.cause, from: at(leave.at), to: addDays(at(leave.at), leave.days - 1) })),
  ] as Extract<Fact, { kind: 'work_period' | 'suspension' }>[]
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    if (span.to === null || !beforeEnd(span.to) || !tellIfAdmitted(story, span)) continue
    const reviewOn = workingDay(addDays(span.to, chance.whole(2, 12)))
    if (span.kind === 'work_period' && beforeEnd(reviewOn) && chance.happens(0.85)) tell(story, { kind: 'work_review_held', on: reviewOn })
  }
  for (const training of course.trainings) {
    const from = workingDay(at(training.at))
    if (beforeEnd(from)) tellIfAdmitted(story, { kind: 'training', from, to: addDays(from, training.days) })
  }
  const { stop } = course
  if (stop === null || !beforeEnd(at(stop.at))) return
  if (!tellIfAdmitted(story, { kind: 'asp_stopped', on: at(stop.at), cause: stop.cause })) return
  const back = stop.days === null ? null : at(stop.at + stop.days)
  if (back !== null && beforeEnd(back)) tellIfAdmitted(story, { kind: 'asp_resumed', on: back })
}

/** an offer made with its grounds, then refused. */
function tellRefusedOffer(story: Story, offer: string, madeOn: Day, on: Day): boolean {
  const made: Fact = { kind: 'offer_made', on: madeOn, offer, grounds: ['plan_job', 'area', 'wage'], answerBy: addDays(madeOn, 7) }
  return tellIfAdmitted(story, made) && tellIfAdmitted(story, { kind: 'offer_refused', on, offer })
}

function tellBreach(story: Story, breach: NonNullable<Course['breach']>, on: Day): void {
  const { chance } = story
  if (breach.ground === 'offer_refused') {
    const first = workingDayBefore(addDays(on, -chance.whole(8, 20)))
    tellRefusedOffer(story, '1', workingDayBefore(addDays(first, -5)), first)
    if (!tellRefusedOffer(story, '2', workingDayBefore(addDays(on, -4)), on)) return
  } else if (!tellIfAdmitted(story, { kind: breach.ground, on })) return
  if (breach.decision === null) return
  const decidedOn = workingDay(addDays(on, chance.whole(12, 30)))
  const invitedOn = workingDay(addDays(on, 2))
  tellIfAdmitted(story, { kind: 'explanations_invited', on: invitedOn, answerBy: addDays(invitedOn, 8) })
  if (breach.decision === 'dismissed' || chance.happens(0.5)) tellIfAdmitted(story, { kind: 'explanations_heard', on: workingDayBefore(addDays(decidedOn, -1)) })
  tellIfAdmitted(story, { kind: breach.decision === 'excluded' ? 'exclusion_decided' : 'breach_dismissed', on: decidedOn })
}

/** — a job, its bonus, its trial period, and the six months that follow. */
function tellJob(story: Story, job: JobPlan, on: Day): void {
  const { chance, frame } = story
  const monthlyGross = frame.monthlyGross === null ? null : ((Number(frame.monthlyGross) * chance.whole(88, 112)) / 100).toFixed(2)
  if (!tellIfAdmitted(story, { kind: 'job_started', on, contract: job.contract, months: job.months, monthlyGross, sameWorkingTime: chance.happens(0.85) })) return
  const claimed = job.claimedAfter !== null && tellIfAdmitted(story, { kind: 'bonus_claimed', on: addDays(on, job.claimedAfter) })
  const file = asTold(story)
  const [first, second] = (claimed && file.amounts.bonusEligible !== false ? file.amounts.bonusInstalments : null) ?? []
  const paidOn = workingDay(addDays(on, (job.claimedAfter ?? 0) + chance.whole(12, 30)))
  const brokenOn = job.brokenAfter === null ? null : addDays(on, job.brokenAfter)
  const lostOn = job.lostAfter === null ? null : addDays(on, job.lostAfter)
  if (!claimed && chance.happens(0.5)) tellWageGap(story, on, brokenOn ?? lostOn)
  if (first !== undefined && (brokenOn === null || paidOn < brokenOn)) tellIfAdmitted(story, { kind: 'bonus_paid', on: paidOn, amount: first.amount })
  if (brokenOn !== null && tellIfAdmitted(story, { kind: 'trial_period_broken', on: brokenOn })) return

  const end = file.dates.followUpEnd
  if (end === null) return
  for (let next = workingDay(addDays(on, chance.whole(22, 34))); next < end; next = workingDay(addDays(next, chance.whole(26, 40))))
    tell(story, { kind: 'follow_up_held', on: next, situation: lostOn !== null && next >= lostOn ? 'jobseeker' : 'in_job' })
  const secondOn = workingDay(addDays(addMonths(on, 3), chance.whole(8, 25)))
  if (second !== undefined && (lostOn === null || lostOn > secondOn)) tellIfAdmitted(story, { kind: 'bonus_paid', on: secondOn, amount: second.amount })
  if (lostOn !== null) tellIfAdmitted(story, { kind: 'job_ended', on: lostOn })
}

/** R-510 — a job that pays less, whose bonus was not asked for: the difference, month by month, up to what is open. */
function tellWageGap(story: Story, jobOn: Day, endedOn: Day | null): void {
  const { amounts } = asTold(story)
  if (amounts.wageGapEligible !== true || amounts.wageGapMonthly === null || amounts.wageGapTotalCap === null) return
  const monthly = Number(amounts.wageGapMonthly)
  const claimedOn = workingDay(addDays(jobOn, story.chance.whole(4, 40)))
  if (monthly < 1 || (endedOn !== null && endedOn <= claimedOn) || !tellIfAdmitted(story, { kind: 'wage_gap_claimed', on: claimedOn })) return
  for (let month = 1; month <= 6 && monthly * month <= Number(amounts.wageGapTotalCap); month += 1) {
    const on = latest(claimedOn, workingDay(addDays(addMonths(jobOn, month), 6)))
    if (endedOn !== null && on >= endedOn) return
    if (!tellIfAdmitted(story, { kind: 'wage_gap_paid', on, amount: amounts.wageGapMonthly })) return
  }
}

/** The contacts, the review of month 4, the final interview and the letter, until the CSP ends. */
function tellSteps(story: Story, course: Course, file: CaseFile, start: Day, leavesOn: Day | null): void {
  const { chance } = story
  const { dates } = file
  const ended = file.milestones.endedOn ?? dates.cspTerm
  if (ended === null || dates.cspTerm === null) return
  const last = leavesOn === null ? ended : addDays(leavesOn, -1)
  const away = story.told.flatMap(({ fact }) => (fact.kind === 'job_started' ? [fact.on] : []))
  const backOn = story.told.flatMap(({ fact }) => (fact.kind === 'trial_period_broken' ? [fact.on] : []))[0]
  const inJob = (on: Day) => away[0] !== undefined && on >= away[0] && (backOn === undefined || on < backOn)
  const runs = (on: Day) => on >= start && on <= last && !inJob(on)

  if (dates.month4ReviewDue !== null && course.month4Review) {
    const on = workingDayBefore(addDays(dates.month4ReviewDue, chance.whole(-14, 2)))
    if (runs(on)) tell(story, { kind: 'month4_review_held', on })
  }
  if (dates.termLetterDue !== null && course.termLetter) {
    const on = workingDay(addDays(dates.termLetterDue, chance.whole(-4, 1)))
    if (runs(on)) tell(story, { kind: 'term_letter_relayed', on })
  }
  if (dates.finalInterviewFrom !== null && course.finalInterview) {
    const on = workingDayBefore(addDays(dates.cspTerm, -chance.whole(3, 45)))
    if (runs(on) && on >= dates.finalInterviewFrom) tell(story, { kind: 'final_interview_held', on })
  }
  // Contacts are admitted from the acceptance on while the file is open: no need to ask the law for each.
  for (let on = workingDay(addDays(start, course.preBilanAfter + chance.whole(8, course.contactGap))); on <= last; on = workingDay(addDays(on, course.contactGap + chance.whole(-6, 6))))
    if (!inJob(on)) tell(story, { kind: 'contact_held', on })
  // Some services of the plan are noted as they are given.
  const firstService = workingDay(addDays(start, course.preBilanAfter + course.planAfter + 9))
  if (course.contactGap % 3 === 0) for (const on of [firstService, workingDay(addDays(firstService, 34))]) if (runs(on)) tell(story, { kind: 'service_given', on })
}

/** The end: registration as a jobseeker after the term, and the closing with its motive and result. */
function tellClosing(story: Story, course: Course, file: CaseFile): void {
  const { chance } = story
  const term = file.dates.cspTerm
  const motive = file.exitMotive
  if (term === null || motive === null) return
  const byJob = motive === 'job_cdi' || motive === 'job_cdd_6m' || motive === 'job_temp_6m'
  const registeredOn = addDays(term, chance.whole(1, 9))
  const registered = !byJob && file.stage !== 'excluded' && chance.happens(0.98) && tellIfAdmitted(story, { kind: 'registered', on: registeredOn })
  if (course.closedAfter === null) return
  const ended = byJob ? file.dates.followUpEnd : file.stage === 'excluded' ? file.milestones.endedOn : term
  if (ended === null) return
  const lost = story.told.some(({ fact }) => fact.kind === 'job_ended')
  // A follow-up is closed on its last day or within days of it; a term some time after, once the person is registered.
  const on = byJob ? addDays(workingDayBefore(ended), course.closedAfter > 17 ? course.closedAfter - 10 : 0) : workingDay(latest(addDays(ended, course.closedAfter + 1), addDays(registered ? registeredOn : ended, 1)))
  tell(story, { kind: 'file_closed', on, motive }, closingContent(motive, byJob ? (lost ? 'jobseeker' : 'in_job') : null))
}
