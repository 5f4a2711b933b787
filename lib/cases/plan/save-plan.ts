import { z } from 'zod'
import type { Actor } from '../../access/actor.ts'
import { can } from '../../access/can.ts'
import { moment } from '../../clock/civil-day.ts'
import type { Transaction } from '../../database/client.ts'
import type { Json } from '../../database/journal-hash.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import { nextStepDay } from '../content/plan-draft.ts'
import { dayText, planLineSchema, workingPlanContent, type PlanLine, type WorkingPlanContent } from '../content/plan.ts'
import { fieldErrorsOf } from '../field-errors.ts'
import { lockFile, tellChange, type LockedFile } from '../locked-file.ts'
import type { Invalid, NotAllowed, NotFound } from '../outcomes.ts'
import { CLOSED_STAGES } from '../projection.ts'
import type { PlanChangeKind, PlanChangeSince, WorkingPlan } from './views.ts'
import { keptPlan, proposedPlan, type PlanGround } from './working-plan.ts'

const projectSchema = workingPlanContent.omit({ measures: true })

/** What is changed of a plan in one go. */
export type PlanChange =
  | { readonly kind: 'line'; /** Without an id, the line is a new one. */ readonly line: unknown }
  | { readonly kind: 'remove'; readonly lineId: string }
  | { readonly kind: 'step'; readonly lineId: string; readonly stepId: string; /** ISO day, or `null`: not done after all. */ readonly doneOn: string | null }
  | { readonly kind: 'project'; readonly project: unknown }

export interface SavePlanInput {
  readonly reference: string
  /** The version of the plan that was read. */
  readonly planVersion: number
  readonly change: PlanChange
}

/** Someone saved the plan since it was read. Nothing was written. */
export interface PlanChangedMeanwhile {
  readonly kind: 'plan_changed'
  readonly version: number
  readonly since: readonly PlanChangeSince[]
}

export type SavePlanOutcome = { readonly kind: 'saved'; readonly version: number; readonly lineId: string | null } | PlanChangedMeanwhile | Invalid | NotFound | NotAllowed

interface Applied {
  readonly content: WorkingPlanContent
  readonly what: PlanChangeKind
  readonly line: PlanLine | null
}

const invalid = (fields: Invalid['fields']): Invalid => ({ kind: 'invalid', fields })

function lineChanged(plan: WorkingPlanContent, asked: unknown): Applied | Invalid {
  const parsed = planLineSchema.safeParse(asked, { reportInput: true })
  if (!parsed.success) return invalid(fieldErrorsOf(parsed.error, 'line'))
  const known = plan.measures.some(({ id }) => id === parsed.data.id)
  if (parsed.data.id !== null && !known) return invalid({ 'line.id': 'not_an_option' })
  const line = { ...parsed.data, id: parsed.data.id ?? crypto.randomUUID() }
  const measures = known ? plan.measures.map((each) => (each.id === line.id ? line : each)) : [...plan.measures, line]
  return { content: { ...plan, measures }, what: known ? 'line_changed' : 'line_added', line }
}

function stepChanged(plan: WorkingPlanContent, lineId: string, stepId: string, doneOn: string | null): Applied | Invalid {
  const line = plan.measures.find(({ id }) => id === lineId)
  const day = dayText.safeParse(doneOn)
  if (line === undefined || !line.steps.some(({ id }) => id === stepId) || !day.success) return invalid({ step: 'not_an_option' })
  const next = { ...line, steps: line.steps.map((step) => (step.id === stepId ? { ...step, doneOn: day.data } : step)) }
  return { content: { ...plan, measures: plan.measures.map((each) => (each === line ? next : each)) }, what: 'step', line: next }
}

function applied(plan: WorkingPlanContent, change: PlanChange): Applied | Invalid {
  switch (change.kind) {
    case 'line':
      return lineChanged(plan, change.line)
    case 'remove': {
      const line = plan.measures.find(({ id }) => id === change.lineId)
      if (line === undefined) return invalid({ 'line.id': 'not_an_option' })
      return { content: { ...plan, measures: plan.measures.filter((each) => each !== line) }, what: 'line_removed', line }
    }
    case 'step':
      return stepChanged(plan, change.lineId, change.stepId, change.doneOn)
    case 'project': {
      const parsed = projectSchema.safeParse(change.project, { reportInput: true })
      return parsed.success ? { content: { ...plan, ...parsed.data }, what: 'project', line: null } : invalid(fieldErrorsOf(parsed.error))
    }
  }
}

/** What was done to a plan after one of its versions, from the file's journal. */
export async function planChangesSince(tx: Transaction, caseId: string, version: number): Promise<readonly PlanChangeSince[]> {
  return tx.$queryRaw<PlanChangeSince[]>`
    select coalesce(k.display_name, '') as who, d.detail->>'what' as what, d.detail->>'measure' as measure, e.at as "when"
    from journal_entry e join journal_detail d on d.entry_id = e.id left join account k on k.id = e.actor_id
    where e.chain = ${`case:${caseId}`} and e.action = 'plan.saved' and (d.detail->>'planVersion')::integer > ${version}
    order by e.position`
}

/** The plan as it stands for whoever is about to change it. */
async function standing(tx: Transaction, file: LockedFile): Promise<WorkingPlan> {
  const kept = await keptPlan(tx, file.row.id)
  if (kept !== null) return kept
  const contents = await tx.$queryRaw<{ id: string; content: Readonly<Record<string, unknown>> }[]>`
    select fact_id as id, content from fact_content where case_id = ${file.row.id}::uuid`
  const [who] = await tx.$queryRaw<{ name: string }[]>`
    select k.display_name as name from account k where k.id = coalesce(${file.row.referentId}::uuid, ${file.row.counsellorId}::uuid)`
  const facts = file.read.record.facts
    .map((fact, index): PlanGround & { readonly order: number } => ({
      kind: fact.kind, on: 'on' in fact ? fact.on : fact.from, order: index, content: contents.find(({ id }) => id === file.read.factIds[index])?.content ?? null,
    }))
    .toSorted((a, b) => a.on - b.on || a.order - b.order)
  return { version: 0, content: proposedPlan(facts, who?.name ?? ''), savedBy: null, savedAt: null }
}

/**
 * Changes the plan people work on: one line, one step, or the project around them. Saved over the version that was read and
 * no other, so that nobody overwrites anybody: the second is told what the first did. Kept in the file's journal.
 */
export async function savePlan(actor: Actor, input: SavePlanInput): Promise<SavePlanOutcome> {
  const version = z.number().int().min(0).max(1_000_000).safeParse(input.planVersion)
  if (!version.success) return invalid({ planVersion: 'wrong_format' })
  const at = await moment(actor.timeZone)
  return inActorTransaction(actor, async (tx): Promise<SavePlanOutcome> => {
    const file = await lockFile(tx, input.reference)
    if (file === null || !can(actor, 'file.read', file.row)) return { kind: 'not_found' }
    if (!can(actor, 'file.record', file.row) || file.row.transferred === true || CLOSED_STAGES.some((stage) => stage === file.row.stage)) return { kind: 'not_allowed' }
    const plan = await standing(tx, file)
    if (plan.version !== version.data) return { kind: 'plan_changed', version: plan.version, since: await planChangesSince(tx, file.row.id, version.data) }
    const change = applied(plan.content, input.change)
    if ('kind' in change) return change
    const whole = workingPlanContent.safeParse(change.content)
    if (!whole.success) return invalid(fieldErrorsOf(whole.error))
    const next = plan.version + 1
    await tx.$executeRaw`
      insert into working_plan (case_id, operator_id, version, content, next_step_on, saved_by, saved_at)
      values (${file.row.id}::uuid, ${file.row.operatorId}::uuid, ${next}, ${JSON.stringify(whole.data)}::jsonb,
              ${nextStepDay(whole.data)}::date, ${actor.accountId}::uuid, ${at}::timestamptz)
      on conflict (case_id) do update set version = excluded.version, content = excluded.content, next_step_on = excluded.next_step_on,
        saved_by = excluded.saved_by, saved_at = excluded.saved_at`
    const detail: { readonly [key: string]: Json } = { planVersion: next, what: change.what, measure: change.line?.measure ?? null }
    await tellChange(tx, file.row, { action: 'plan.saved', accountId: actor.accountId, factId: null, at, version: file.row.version, detail })
    return { kind: 'saved', version: next, lineId: change.line?.id ?? null }
  })
}
