import { addDays, addMonths, daysBetween, earliest, isoOf, latest, partsOf, type Day } from '../accord/calendar/day.ts'
import type { CaseFile, Deadline, DeadlineCode, FilePeriod } from '../accord/file/case-file.ts'
import { dayOfFact, type ExitMotive, type Fact, type FollowUpSituation } from '../accord/file/facts.ts'
import type { EntryPath } from '../accord/file/frame.ts'
import type { FileRecord } from '../accord/index.ts'
import { payableSpans, spansText } from './allowance.ts'
import { columnOf } from './columns.ts'
import type { Period } from './period.ts'

/** Years of service at the former employer, as the field cuts them. */
export const SENIORITY_BANDS = ['under_1', '1_to_2', 'over_2'] as const
export type SeniorityBand = (typeof SENIORITY_BANDS)[number]

/** The band of a number of full years; `null` where it is not known. */
export function seniorityBand(years: number | null): SeniorityBand | null {
  if (years === null) return null
  return years < 1 ? 'under_1' : years < 2 ? '1_to_2' : 'over_2'
}

/**
 * What the figures know of a file: one line each, kept beside it (`case_measure`), so that no figure loads facts. All of
 * it follows from the record and from what `derive` made of it. Days are calendar days; amounts decimal text, euros.
 */
export interface Measures {
  readonly regimeCode: string | null
  readonly entryPath: EntryPath
  readonly seniority: SeniorityBand | null
  /** First day of the CSP. May be to come: a figure counts it from its day on. */
  readonly enteredOn: Day | null
  /** Last day of the CSP, once it is over. */
  readonly endedOn: Day | null
  readonly exitMotive: ExitMotive | null
  /** Last day for the pré-bilan; `null` where none is awaited, or where it was cancelled before it was held. */
  readonly preBilanDueOn: Day | null
  readonly preBilanOn: Day | null
  readonly daysToPreBilan: number | null
  readonly planDueOn: Day | null
  readonly planOn: Day | null
  readonly reviewDueOn: Day | null
  readonly reviewOn: Day | null
  readonly lastContactOn: Day | null
  /** First day in training during the CSP, the month of the CSP it falls in (1 is the first), and the days spent. */
  readonly firstTrainingOn: Day | null
  readonly firstTrainingMonth: number | null
  readonly firstTrainingDelay: number | null
  readonly trainingDays: number
  readonly firstWorkOn: Day | null
  /** Months with a day of work during the CSP, as `202611`. */
  readonly workMonths: readonly number[]
  /**
   * Whether any job came within the first three months: a work period or a job taken up, broken in its trial period or not;
   * `null` while there is no CSP.
   */
  readonly jobWithinThreeMonths: boolean | null
  readonly extendedByWork: boolean
  /** Days of the CSP, both ends included, once it is over. */
  readonly stayDays: number | null
  readonly stayedUnderTwelveMonths: boolean | null
  /** Start of the durable job (CDI, fixed term or temp of six months at least) not broken in its trial period. */
  readonly durableJobOn: Day | null
  /** Whether a durable job was held or began the day after, when the CSP ended. */
  readonly durableAtExit: boolean | null
  /** Where the person stood six months into that job; `null` while nobody has said. */
  readonly situationAtSixMonths: FollowUpSituation | null
  readonly bonusClaimDueOn: Day | null
  readonly bonusClaimedOn: Day | null
  readonly bonusFirstPaidOn: Day | null
  readonly bonusFirstAmount: string | null
  readonly bonusPayments: number
  readonly wageGapClaimedOn: Day | null
  /** The allowance of a day: France Travail’s figure where it gave one, else ours. */
  readonly aspDaily: string | null
  /** The days it pays, as a `datemultirange`; `null` where there is no account of days. */
  readonly aspSpans: string | null
  /** first day of the seventh month of an experimental CSP, and the bonus France Travail may then grant. */
  readonly experimentBonusOn: Day | null
  readonly experimentBonus: string | null
}

/** How far from the end of six months a follow-up may be held and still speak of it. */
const AROUND_SIX_MONTHS = 45

/** A job as the facts tell it, until its trial period is broken. */
interface JobTold {
  readonly on: Day
  readonly durable: boolean
  endedOn: Day | null
}

function jobsTold(facts: readonly Fact[]): JobTold[] {
  const jobs: JobTold[] = []
  for (const fact of facts) {
    if (fact.kind === 'job_started') jobs.push({ on: fact.on, durable: fact.contract === 'cdi' || (fact.months ?? 0) >= 6, endedOn: null })
    if (fact.kind === 'trial_period_broken') jobs.pop()
    if (fact.kind === 'job_ended') {
      const job = jobs.at(-1)
      if (job !== undefined) job.endedOn = fact.on
    }
  }
  return jobs
}

/** Days that spans cover, each once; given in the order of their first days. */
function daysOf(spans: readonly Period[]): number {
  let days = 0
  let counted: Day | null = null
  for (const { from, to } of spans) {
    const first: Day = counted !== null && counted >= from ? addDays(counted, 1) : from
    if (to < first) continue
    days += daysBetween(first, to) + 1
    counted = to
  }
  return days
}

/** A month as the table of measures keeps it: `202611`. */
export function monthCode(day: Day): number {
  const { year, month } = partsOf(day)
  return year * 100 + month
}

function monthsOf({ from, to }: Period): number[] {
  const months = [monthCode(from)]
  for (let index = 1; months.at(-1) !== monthCode(to); index += 1) months.push(monthCode(addMonths(from, index)))
  return months
}

/** The month of a span that a day falls in, from date to date; 1 is the first. */
function monthNumber(start: Day, day: Day): number {
  let month = 1
  while (addMonths(start, month) <= day) month += 1
  return month
}

/** The deadline of a duty that was there to be met: met, or not cancelled before its day. */
function awaited(deadlines: readonly Deadline[], code: DeadlineCode): Deadline | null {
  return deadlines.find((deadline) => deadline.code === code && deadline.status !== 'cancelled') ?? null
}

/**
 * The line of a file. It says nothing of today: spans still open are counted to the end of the CSP as it stands, so that
 * the line kept is right until the file itself changes (`nextChangeOn`).
 */
export function measure(record: FileRecord, file: CaseFile): Measures {
  const { dates, milestones, deadlines } = file
  const refused = new Set(file.refusals.map((refusal) => refusal.factIndex))
  const facts = record.facts.filter((_, index) => !refused.has(index)).toSorted((a, b) => dayOfFact(a) - dayOfFact(b))
  const enteredOn = dates.cspStart
  const { endedOn } = milestones
  /** The last day of the CSP, or its term as it stands. */
  const upTo = endedOn ?? dates.cspTerm
  const preBilan = awaited(deadlines, 'preBilan')
  const plan = awaited(deadlines, 'plan')
  const review = awaited(deadlines, 'month4Review')
  const claim = awaited(deadlines, 'bonusClaim')
  /** The spans of a kind inside the CSP, in the order of their first days, as `derive` gives them. */
  const spans = (kind: FilePeriod['kind']): Period[] =>
    enteredOn === null || upTo === null
      ? []
      : file.periods.flatMap((period) => {
          if (period.kind !== kind) return []
          const from = latest(period.from, enteredOn)
          const to = earliest(period.to ?? upTo, upTo)
          return to < from ? [] : [{ from, to }]
        })
  const trainings = spans('training')
  const works = spans('work_period')
  const firstTrainingOn = trainings[0]?.from ?? null
  const firstWorkOn = works[0]?.from ?? null
  const jobs = jobsTold(facts)
  // No job is admitted before the CSP begins.
  const atWork = [firstWorkOn, facts.find((fact) => fact.kind === 'job_started')?.on ?? null]
  const durable = jobs.findLast((job) => job.durable) ?? null
  const payments = facts.filter((fact) => fact.kind === 'bonus_paid')
  const twelve = enteredOn === null ? null : addMonths(enteredOn, 12)
  return {
    regimeCode: file.regime.code,
    entryPath: record.frame.entryPath,
    seniority: seniorityBand(milestones.seniorityYears),
    enteredOn,
    endedOn,
    exitMotive: file.exitMotive,
    preBilanDueOn: preBilan?.dueOn ?? null,
    preBilanOn: milestones.preBilanOn,
    daysToPreBilan: enteredOn === null || milestones.preBilanOn === null ? null : daysBetween(enteredOn, milestones.preBilanOn),
    planDueOn: plan?.dueOn ?? null,
    planOn: milestones.planOn,
    reviewDueOn: review?.dueOn ?? null,
    reviewOn: review?.metOn ?? null,
    lastContactOn: milestones.lastContactOn,
    firstTrainingOn,
    firstTrainingMonth: enteredOn === null || firstTrainingOn === null ? null : monthNumber(enteredOn, firstTrainingOn),
    firstTrainingDelay: enteredOn === null || firstTrainingOn === null ? null : daysBetween(enteredOn, firstTrainingOn),
    trainingDays: daysOf(trainings),
    firstWorkOn,
    workMonths: [...new Set(works.flatMap(monthsOf))],
    jobWithinThreeMonths: enteredOn === null ? null : atWork.some((on) => on !== null && on < addMonths(enteredOn, 3)),
    extendedByWork: file.totals.extensionDays.work > 0 && twelve !== null && upTo !== null && upTo >= twelve,
    stayDays: enteredOn === null || endedOn === null ? null : daysBetween(enteredOn, endedOn) + 1,
    stayedUnderTwelveMonths: twelve === null || endedOn === null ? null : endedOn < addDays(twelve, -1),
    durableJobOn: durable?.on ?? null,
    durableAtExit: endedOn === null ? null : durable !== null && durable.on <= addDays(endedOn, 1) && (durable.endedOn === null || durable.endedOn > endedOn),
    situationAtSixMonths: durable === null ? null : situationAt(addMonths(durable.on, 6), durable, facts),
    bonusClaimDueOn: claim?.dueOn ?? null,
    bonusClaimedOn: facts.find((fact) => fact.kind === 'bonus_claimed')?.on ?? null,
    bonusFirstPaidOn: payments[0]?.on ?? null,
    bonusFirstAmount: payments[0]?.amount ?? null,
    bonusPayments: payments.length,
    wageGapClaimedOn: facts.find((fact) => fact.kind === 'wage_gap_claimed')?.on ?? null,
    aspDaily: file.amounts.aspDaily,
    aspSpans: file.ledger === null ? null : spansText(payableSpans(file.ledger)),
    experimentBonusOn: file.estimates.experimentBonus?.from ?? null,
    experimentBonus: file.estimates.experimentBonus?.amount ?? null,
  }
}

/** Where the person stood on the day six months into a job: out of it if it had ended, else as the nearest follow-up says. */
function situationAt(day: Day, job: JobTold, facts: readonly Fact[]): FollowUpSituation | null {
  const near = facts
    .flatMap((fact) => (fact.kind === 'follow_up_held' && Math.abs(daysBetween(day, fact.on)) <= AROUND_SIX_MONTHS ? [fact] : []))
    .toSorted((a, b) => Math.abs(daysBetween(day, a.on)) - Math.abs(daysBetween(day, b.on)))[0]
  if (job.endedOn !== null && job.endedOn < day) return near === undefined || near.situation === 'in_job' ? 'other' : near.situation
  return near?.situation ?? null
}

/** The line as columns of the table, by their names there: days as ISO text. */
export function measureColumns(measures: Measures): Readonly<Record<string, string | number | boolean | readonly number[] | null>> {
  return Object.fromEntries(
    Object.entries(measures).map(([name, value]) => [
      columnOf(name),
      name.endsWith('On') && value !== null ? isoOf(value as Day) : (value as string | number | boolean | readonly number[] | null),
    ]),
  )
}
