import type { Day } from '../accord/calendar/day.ts'
import type { CaseFile, Deadline, DeadlineActor, DeadlineCode, Stage } from '../accord/file/case-file.ts'
import type { ExitMotive, FactKind } from '../accord/file/facts.ts'
import type { EntryPath, ProcedureType } from '../accord/file/frame.ts'
import type { FileRecord } from '../accord/index.ts'
import type { RuleId } from '../accord/rules/catalogue.ts'
import { measure, seniorityBand, type Measures, type SeniorityBand } from '../indicators/measures.ts'
import { ruleNumber, rulesOfFile } from './rules-of-file.ts'

/** Stages from which a file does not come back by itself. */
export const CLOSED_STAGES: readonly Stage[] = ['refused', 'excluded', 'closed', 'annulled']

/** Whether a change of stage takes a file from closed to live again. */
export function opensAgain(before: string, after: Stage): boolean {
  return CLOSED_STAGES.some((stage) => stage === before) && !CLOSED_STAGES.includes(after)
}

/** What a line of the table of files says of whose it is; copied on its deadlines, so that lists need no join. */
export interface FileOwners {
  readonly id: string
  readonly operatorId: string
  readonly basinId: string
  readonly counsellorId: string
  readonly referentId: string | null
  /** Whether it went to another operator: then it is closed as it stood, and time changes it no more. Not said: no. */
  readonly transferred?: boolean
}

/** The derived columns of the table of files, named as in prisma/schema.prisma. */
export interface FileColumns {
  readonly factsCount: number
  readonly regimeCode: string | null
  readonly engagedOn: Day
  readonly entryPath: EntryPath
  readonly procedureType: ProcedureType | null
  readonly stage: Stage
  readonly closed: boolean
  readonly handedOverOn: Day | null
  readonly acceptedOn: Day | null
  readonly reflectionEnd: Day | null
  readonly cspStart: Day | null
  readonly cspTerm: Day | null
  readonly jobStartedOn: Day | null
  readonly jobContract: 'cdi' | 'cdd' | 'temp' | null
  readonly followUpEnd: Day | null
  readonly exitMotive: ExitMotive | null
  readonly endedOn: Day | null
  readonly preBilanOn: Day | null
  readonly planOn: Day | null
  readonly lastContactOn: Day | null
  readonly nextDeadlineOn: Day | null
  readonly nextDeadlineRule: RuleId | null
  readonly nextDeadlineLabel: DeadlineCode | null
  readonly nextChangeOn: Day | null
  readonly seniorityBand: SeniorityBand | null
  /** Numbers of the rules the file rests on (rules-of-file.ts), ascending. */
  readonly rules: readonly number[]
}

export interface DeadlineRow extends Omit<FileOwners, 'id' | 'transferred'> {
  readonly caseId: string
  readonly rule: RuleId
  readonly label: DeadlineCode
  readonly dueOn: Day
  readonly metOn: Day | null
  readonly cancelled: boolean
  readonly actionable: boolean
  readonly actor: DeadlineActor
  readonly act: FactKind | null
}

export type KeptPeriodKind = 'csp' | 'work_period' | 'suspension' | 'training' | 'job' | 'asp_stopped'

export interface PeriodRow {
  readonly operatorId: string
  readonly caseId: string
  readonly kind: KeptPeriodKind
  readonly cause: string | null
  readonly fromDay: Day
  readonly toDay: Day | null
}

export interface Projection {
  readonly columns: FileColumns
  readonly deadlines: readonly DeadlineRow[]
  readonly periods: readonly PeriodRow[]
  readonly measures: Measures
}

/** Whether a deadline is still to be met, by someone who reads Rebond, with an act that can be recorded. */
export function isToDo(deadline: Deadline): boolean {
  return (
    (deadline.status === 'due' || deadline.status === 'overdue') &&
    deadline.actionable &&
    (deadline.actor === 'operator' || deadline.actor === 'beneficiary')
  )
}

/** The first thing to do in a file; `null` when there is none. */
export function nextToDo(file: CaseFile): Deadline | null {
  let next: Deadline | null = null
  for (const deadline of file.deadlines) {
    if (isToDo(deadline) && (next === null || deadline.dueOn < next.dueOn)) next = deadline
  }
  return next
}

/**
 * What the tables say of a file, so that lists and figures never derive. Everything here follows from
 * the record and what `derive` made of it: a stored column can always be checked against its source.
 * The extension of a CSP has no line of its own: it is in the CSP's last day.
 */
export function project(owners: FileOwners, record: FileRecord, file: CaseFile): Projection {
  const { id: caseId, operatorId, basinId, counsellorId, referentId, transferred = false } = owners
  const { dates, milestones } = file
  const next = transferred ? null : nextToDo(file)
  return {
    columns: {
      factsCount: record.facts.length,
      regimeCode: file.regime.code,
      engagedOn: record.frame.engagedOn,
      entryPath: record.frame.entryPath,
      procedureType: record.frame.procedureType,
      stage: file.stage,
      closed: transferred || CLOSED_STAGES.includes(file.stage),
      handedOverOn: milestones.handedOverOn,
      acceptedOn: milestones.acceptedOn,
      reflectionEnd: dates.reflectionEnd,
      cspStart: dates.cspStart,
      cspTerm: dates.cspTerm,
      jobStartedOn: milestones.jobStartedOn,
      jobContract: milestones.jobContract,
      followUpEnd: dates.followUpEnd,
      exitMotive: file.exitMotive,
      endedOn: milestones.endedOn,
      preBilanOn: milestones.preBilanOn,
      planOn: milestones.planOn,
      lastContactOn: milestones.lastContactOn,
      nextDeadlineOn: next?.dueOn ?? null,
      nextDeadlineRule: next?.rule ?? null,
      nextDeadlineLabel: next?.code ?? null,
      nextChangeOn: transferred ? null : file.nextChangeOn,
      seniorityBand: seniorityBand(milestones.seniorityYears),
      rules: rulesOfFile(file).map(ruleNumber),
    },
    deadlines: file.deadlines.map((deadline) => ({
      operatorId,
      caseId,
      basinId,
      counsellorId,
      referentId,
      rule: deadline.rule,
      label: deadline.code,
      dueOn: deadline.dueOn,
      metOn: deadline.metOn,
      cancelled: deadline.status === 'cancelled' || (transferred && deadline.metOn === null),
      actionable: deadline.actionable && !(transferred && deadline.metOn === null),
      actor: deadline.actor,
      act: deadline.metBy,
    })),
    periods: file.periods.flatMap((period) =>
      period.kind === 'extension'
        ? []
        : [{ operatorId, caseId, kind: period.kind, cause: period.cause, fromDay: period.from, toDay: period.to }],
    ),
    measures: measure(record, file),
  }
}
