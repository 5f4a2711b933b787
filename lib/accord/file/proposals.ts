import { addDays, addMonths, dayOf, isoOf, lastDayOfMonths, latest, partsOf, type Day } from '../calendar/day.ts'
import type { CaseFile } from './case-file.ts'
import type { FileRecord } from './derive.ts'
import { parseFact, type Fact, type FactKind } from './facts.ts'
import { suppose, type Asking } from './what-if.ts'

/** What may be supposed of a file in one go; the words are in the messages, by this code. */
export const PROPOSAL_CODES = [
  'accept',
  'silence',
  'job',
  'jobAtWindow',
  'jobBeforePlan',
  'latePlan',
  'workPeriod',
  'workAfterMonth6',
  'sickness',
  'trialBroken',
  'claimMissed',
  'nothingUntilTerm',
] as const
export type ProposalCode = (typeof PROPOSAL_CODES)[number]

export interface Proposal {
  readonly code: ProposalCode
  /** Empty: nothing happens but time. */
  readonly facts: readonly Fact[]
  /** Days after which the same is supposed again, beside; `null`: once. */
  readonly laterBy: number | null
  /** The day the file is looked at; `null`: today. */
  readonly seenOn: Day | null
}

const TWO_WEEKS = 14

function written(kind: FactKind, terms: Readonly<Record<string, unknown>>): Fact {
  const parsed = parseFact(kind, { kind, ...terms })
  if (!parsed.success) throw new Error(`a proposal that cannot be read: ${kind}`)
  return parsed.data
}

/** The first of the month after a day. */
function firstOfNextMonth(after: Day): Day {
  const { year, month } = partsOf(addMonths(after, 1))
  return dayOf(year, month, 1) ?? after
}

const permanentJob = (on: Day): Fact => written('job_started', { on: isoOf(on), contract: 'cdi' })

function twoMonthsOfWork(from: Day): Fact {
  const to = lastDayOfMonths(from, 2)
  return written('work_period', { from: isoOf(from), to: isoOf(to), contract: 'cdd', employer: 'company', validatedOn: isoOf(from) })
}

const proposal = (code: ProposalCode, facts: readonly Fact[], more: Partial<Proposal> = {}): Proposal => ({ code, facts, laterBy: null, seenOn: null, ...more })

function whileReflecting(file: CaseFile, today: Day): readonly Proposal[] {
  const { reflectionEnd } = file.dates
  if (file.stage !== 'reflection' || reflectionEnd === null) return []
  return [
    proposal('accept', [written('accepted', { on: isoOf(today) })]),
    proposal('silence', [], { seenOn: addDays(reflectionEnd, 1) }),
  ]
}

function whileRunning({ dates, milestones }: CaseFile, today: Day): readonly Proposal[] {
  const { cspStart, cspTerm, bonusLastJobStart, month6End, planDue } = dates
  if (cspStart === null || cspTerm === null || milestones.endedOn !== null || milestones.jobStartedOn !== null || today > cspTerm) return []
  const from = latest(today, cspStart)
  const next = firstOfNextMonth(from)
  const proposals = [proposal('job', [permanentJob(next)], { laterBy: TWO_WEEKS })]
  if (bonusLastJobStart !== null && bonusLastJobStart >= from && bonusLastJobStart !== next)
    proposals.push(proposal('jobAtWindow', [permanentJob(bonusLastJobStart)], { laterBy: TWO_WEEKS }))
  if (milestones.planOn === null) {
    if (bonusLastJobStart !== null) proposals.push(proposal('jobBeforePlan', [permanentJob(addDays(from, 1))]))
    if (planDue !== null) {
      const late = addDays(latest(planDue, today), TWO_WEEKS)
      proposals.push(proposal('latePlan', [written('plan_validated', { on: isoOf(late) })], { seenOn: late }))
    }
  }
  proposals.push(proposal('workPeriod', [twoMonthsOfWork(next)], { laterBy: TWO_WEEKS }))
  if (month6End !== null && month6End >= next) proposals.push(proposal('workAfterMonth6', [twoMonthsOfWork(addDays(month6End, 1))]))
  const sick = addDays(from, 1)
  proposals.push(
    proposal('sickness', [written('suspension', { cause: 'sickness', from: isoOf(sick), to: isoOf(lastDayOfMonths(sick, 1)) })]),
    proposal('nothingUntilTerm', [], { seenOn: addDays(cspTerm, 1) }),
  )
  return proposals
}

function whileInJob({ dates, milestones, deadlines }: CaseFile, today: Day): readonly Proposal[] {
  const { jobStartedOn } = milestones
  if (jobStartedOn === null) return []
  const proposals: Proposal[] = []
  const claim = deadlines.find(({ code, status }) => code === 'bonusClaim' && status === 'due')
  if (claim !== undefined) proposals.push(proposal('claimMissed', [], { seenOn: addDays(claim.dueOn, 1) }))
  if (dates.cspTerm !== null && today <= dates.cspTerm)
    proposals.push(proposal('trialBroken', [written('trial_period_broken', { on: isoOf(latest(today, jobStartedOn)) })]))
  return proposals
}

/** What is worth supposing of this file as it stands today; what the rules would refuse is left out. */
export function proposalsFor(record: FileRecord, file: CaseFile, asking: Asking): readonly Proposal[] {
  const { today } = asking
  return [...whileReflecting(file, today), ...whileRunning(file, today), ...whileInJob(file, today)].filter(
    ({ facts, seenOn }) => facts.length === 0 || suppose(record, facts, { ...asking, today: seenOn ?? today }).refused.length === 0,
  )
}
