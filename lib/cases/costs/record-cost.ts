import { addMonths, day, isoOf, type Day } from '../../accord/calendar/day.ts'
import type { Actor } from '../../access/actor.ts'
import { can } from '../../access/can.ts'
import { costReason, costSchema, FIRST_COST_DAY, goesFurther, knownFunder, lastDayOfFunder, sameCost, type Cost } from '../content/costs.ts'
import { fieldErrorsOf } from '../field-errors.ts'
import { fileForAssignment, tellChange, type FileRow } from '../locked-file.ts'
import type { NotAllowed, NotFound } from '../outcomes.ts'
import { isUuid } from '../write-path.ts'
import { civilDay, moment } from '../../clock/civil-day.ts'
import type { Transaction } from '../../database/client.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import { standing, type CostErrors } from './costs.ts'

/** How far ahead an expense may be foreseen. */
const MOST_MONTHS_AHEAD = 120

interface InFile {
  readonly reference: string
  /** The form’s own number: sent twice, it is recorded once. */
  readonly submissionId: string
}

export interface NewCostInput extends InFile {
  readonly cost: unknown
}
export interface ChangedCostInput extends NewCostInput {
  /** The line that the form was opened on. */
  readonly costId: string
  /** Needed, unless the expense only goes further. */
  readonly reason: string
}
export interface WithdrawnCostInput extends InFile {
  readonly costId: string
  readonly reason: string
}

export interface InvalidCost {
  readonly kind: 'invalid'
  readonly fields: CostErrors
}

/** Someone changed or withdrew the line since the form was opened on it. Nothing was written. */
export interface CostChangedMeanwhile {
  readonly kind: 'cost_changed'
  readonly who: string
  readonly when: Date
  readonly change: 'progress' | 'correction' | 'withdrawal'
}

export type CostOutcome = { readonly kind: 'recorded'; readonly costId: string } | InvalidCost | NotFound | NotAllowed
export type CostChangeOutcome = CostOutcome | CostChangedMeanwhile

const invalid = (fields: CostErrors): InvalidCost => ({ kind: 'invalid', fields })

/** What a line may not say whatever the form: days, a fund that is no more, a bonus outside the experiment. */
function refusals(cost: Cost, today: Day, experiment: boolean, before: Cost | null): CostErrors {
  const fields: Record<string, CostErrors[string]> = {}
  if (cost.on < FIRST_COST_DAY) fields['on'] = 'before_csp'
  else if (cost.state !== 'planned' && cost.on > today) fields['on'] = 'in_the_future'
  else if (cost.on > addMonths(today, MOST_MONTHS_AHEAD)) fields['on'] = 'too_far'
  const last = lastDayOfFunder(cost.funder)
  if (last !== null && cost.on > last && !(before?.funder === cost.funder && before.on === cost.on)) fields['funder'] = 'funder_closed'
  if (cost.kind === 'experiment_bonus' && !experiment) fields['kind'] = 'not_experiment'
  return fields
}

interface Held {
  readonly row: FileRow
  readonly experiment: boolean
}

/** The file held for writing, where the actor may record a cost in it. An invoice may come after a file has closed. */
async function held(tx: Transaction, actor: Actor, reference: string): Promise<Held | NotFound | NotAllowed> {
  const row = await fileForAssignment(tx, reference)
  if (row === null || !can(actor, 'file.read', row)) return { kind: 'not_found' }
  if (!can(actor, 'money.record', row)) return { kind: 'not_allowed' }
  const [file] = await tx.$queryRaw<{ path: string | null }[]>`select entry_path as path from case_file where id = ${row.id}::uuid`
  return { row, experiment: file?.path === 'experiment' }
}

interface Change {
  readonly replaces: string
  readonly change: 'progress' | 'correction' | 'withdrawal'
  readonly reason: string | null
}

async function append(tx: Transaction, actor: Actor, row: FileRow, input: InFile, cost: Cost, change: Change | null, at: Date): Promise<string> {
  const [kept] = await tx.$queryRaw<{ id: string }[]>`
    insert into cost_line (operator_id, case_id, kind, label, plan_line, amount, on_day, funder, state, replaces, change, reason, submission_id, recorded_by, recorded_at)
    values (${row.operatorId}::uuid, ${row.id}::uuid, ${cost.kind}, ${cost.label}, ${cost.planLine}, ${cost.amount}::numeric, ${isoOf(cost.on)}::date, ${cost.funder},
            ${cost.state}, ${change?.replaces ?? null}::uuid, ${change?.change ?? null}, ${change?.reason ?? null}, ${input.submissionId}::uuid, ${actor.accountId}::uuid, ${at}::timestamptz)
    returning id`
  const { kind, amount, funder, state } = cost
  const action = change === null ? 'cost.recorded' : change.change === 'withdrawal' ? 'cost.withdrawn' : 'cost.changed'
  await tellChange(tx, row, {
    action, accountId: actor.accountId, factId: null, at, version: row.version,
    detail: { cost: kept!.id, kind, amount, funder, state, on: isoOf(cost.on), ...(change === null ? {} : { replaces: change.replaces, change: change.change }) },
  })
  return kept!.id
}

/** The line that a form sent before left, where it is sent again. */
async function alreadySent(tx: Transaction, row: FileRow, submissionId: string): Promise<string | null> {
  const [sent] = await tx.$queryRaw<{ id: string }[]>`select id from cost_line where case_id = ${row.id}::uuid and submission_id = ${submissionId}::uuid`
  return sent?.id ?? null
}

/** Records what something costs in a file, and who pays. Journaled with the file. */
export async function recordCost(actor: Actor, input: NewCostInput): Promise<CostOutcome> {
  const parsed = costSchema.safeParse(input.cost, { reportInput: true })
  if (!isUuid(input.submissionId)) return invalid({ submissionId: 'wrong_format' })
  const [today, at] = [await civilDay(actor.timeZone), await moment(actor.timeZone)]
  return inActorTransaction(actor, async (tx): Promise<CostOutcome> => {
    const file = await held(tx, actor, input.reference)
    if ('kind' in file) return file
    if (!parsed.success) return invalid(fieldErrorsOf(parsed.error))
    const fields = refusals(parsed.data, today, file.experiment, null)
    if (Object.keys(fields).length > 0) return invalid(fields)
    const sent = await alreadySent(tx, file.row, input.submissionId)
    return { kind: 'recorded', costId: sent ?? (await append(tx, actor, file.row, input, parsed.data, null, at)) }
  })
}

interface KeptLine {
  readonly cost: Cost | null
  readonly stands: boolean
}

/** A line of the file, as it was recorded; `null` where the file has none of that id, `cost: null` where its funder is no longer in the list. */
async function lineOf(tx: Transaction, row: FileRow, costId: string): Promise<KeptLine | null> {
  if (!isUuid(costId)) return null
  const [line] = await tx.$queryRaw<{ kind: Cost['kind']; label: string; planLine: string | null; amount: string; on: string; funder: string; state: Cost['state']; stands: boolean }[]>`
    select l.kind, l.label, l.plan_line as "planLine", l.amount::text as amount, l.on_day::text as "on", l.funder, l.state,
           ${standing} as stands
    from cost_line l where l.case_id = ${row.id}::uuid and l.id = ${costId}::uuid`
  if (line === undefined) return null
  const { stands, on, funder, ...rest } = line
  const known = knownFunder(funder)
  return { cost: known === null ? null : { ...rest, on: day(on), funder: known }, stands }
}

async function changedBy(tx: Transaction, row: FileRow, costId: string): Promise<CostChangedMeanwhile | NotFound> {
  const [later] = await tx.$queryRaw<Omit<CostChangedMeanwhile, 'kind'>[]>`
    select coalesce(k.display_name, '') as who, l.recorded_at as "when", l.change
    from cost_line l left join account k on k.id = l.recorded_by
    where l.case_id = ${row.id}::uuid and (l.replaces = ${costId}::uuid or l.id = ${costId}::uuid and l.change = 'withdrawal')
    order by l.recorded_at desc limit 1`
  return later === undefined ? { kind: 'not_found' } : { kind: 'cost_changed', ...later }
}

/**
 * Says what became of an expense: it went further (promised, then paid), or was wrong, which needs a reason. The line that
 * was there stays as it was recorded; refused where someone replaced it since the form was opened.
 */
export async function changeCost(actor: Actor, input: ChangedCostInput): Promise<CostChangeOutcome> {
  const parsed = costSchema.safeParse(input.cost, { reportInput: true })
  const reason = costReason.safeParse(input.reason)
  if (!isUuid(input.submissionId)) return invalid({ submissionId: 'wrong_format' })
  const [today, at] = [await civilDay(actor.timeZone), await moment(actor.timeZone)]
  return inActorTransaction(actor, async (tx): Promise<CostChangeOutcome> => {
    const file = await held(tx, actor, input.reference)
    if ('kind' in file) return file
    const sent = await alreadySent(tx, file.row, input.submissionId)
    if (sent !== null) return { kind: 'recorded', costId: sent }
    const line = await lineOf(tx, file.row, input.costId)
    if (line === null) return { kind: 'not_found' }
    if (!line.stands) return changedBy(tx, file.row, input.costId)
    const unread = { ...(parsed.success ? {} : fieldErrorsOf(parsed.error)), ...(reason.success ? {} : fieldErrorsOf(reason.error, 'reason')) }
    if (!parsed.success || !reason.success) return invalid(unread)
    const cost = parsed.data
    if (line.cost !== null && sameCost(line.cost, cost)) return invalid({ amount: 'unchanged' })
    const further = line.cost !== null && goesFurther(line.cost, cost)
    const fields = { ...refusals(cost, today, file.experiment, line.cost), ...(!further && reason.data === null ? { reason: 'required' as const } : {}) }
    if (Object.keys(fields).length > 0) return invalid(fields)
    const change = { replaces: input.costId, change: further ? ('progress' as const) : ('correction' as const), reason: reason.data }
    return { kind: 'recorded', costId: await append(tx, actor, file.row, input, cost, change, at) }
  })
}

/** Withdraws an expense that never was, with a reason: it no longer counts, and stays readable. */
export async function withdrawCost(actor: Actor, input: WithdrawnCostInput): Promise<CostChangeOutcome> {
  const reason = costReason.safeParse(input.reason)
  if (!isUuid(input.submissionId)) return invalid({ submissionId: 'wrong_format' })
  const at = await moment(actor.timeZone)
  return inActorTransaction(actor, async (tx): Promise<CostChangeOutcome> => {
    const file = await held(tx, actor, input.reference)
    if ('kind' in file) return file
    const sent = await alreadySent(tx, file.row, input.submissionId)
    if (sent !== null) return { kind: 'recorded', costId: sent }
    const line = await lineOf(tx, file.row, input.costId)
    if (line === null) return { kind: 'not_found' }
    if (!line.stands) return changedBy(tx, file.row, input.costId)
    if (!reason.success) return invalid(fieldErrorsOf(reason.error, 'reason'))
    if (reason.data === null) return invalid({ reason: 'required' })
    const [id] = await tx.$queryRaw<{ id: string }[]>`
      insert into cost_line (operator_id, case_id, kind, label, plan_line, amount, on_day, funder, state, replaces, change, reason, submission_id, recorded_by, recorded_at)
      select operator_id, case_id, kind, label, plan_line, amount, on_day, funder, state, id, 'withdrawal', ${reason.data}, ${input.submissionId}::uuid, ${actor.accountId}::uuid, ${at}::timestamptz
      from cost_line where case_id = ${file.row.id}::uuid and id = ${input.costId}::uuid returning id`
    await tellChange(tx, file.row, {
      action: 'cost.withdrawn', accountId: actor.accountId, factId: null, at, version: file.row.version,
      detail: { cost: id!.id, replaces: input.costId, change: 'withdrawal' },
    })
    return { kind: 'recorded', costId: id!.id }
  })
}
