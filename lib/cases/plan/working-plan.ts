import { isoOf, type Day } from '../../accord/calendar/day.ts'
import type { Actor } from '../../access/actor.ts'
import type { Transaction } from '../../database/client.ts'
import { inActorTransaction } from '../../database/transactions.ts'
import { noteForBasin } from '../basin-notes/notes.ts'
import { overdueStepsOf, planDraft, reopened, type OverdueStep } from '../content/plan-draft.ts'
import { samePlan } from '../content/plan-diff.ts'
import { occupationSchema, readPlanContent, workingPlanContent, type Occupation, type WorkingPlanContent } from '../content/plan.ts'
import { fileView } from '../queries/file-view.ts'
import type { FileView } from '../views/file.ts'
import type { PlanVersion, PlanView, WorkingPlan } from './views.ts'

interface PlanRow {
  readonly version: number
  readonly content: unknown
  readonly savedBy: string
  readonly savedAt: Date
}

/** The kept plan of a file, held or only read; `null` where it was never saved. */
export async function keptPlan(tx: Transaction, caseId: string): Promise<WorkingPlan | null> {
  const rows = await tx.$queryRaw<PlanRow[]>`
    select w.version, w.content, k.display_name as "savedBy", w.saved_at as "savedAt"
    from working_plan w join account k on k.id = w.saved_by where w.case_id = ${caseId}::uuid`
  const [row] = rows
  return row === undefined ? null : { ...row, content: workingPlanContent.parse(row.content) }
}

/** A kept fact, as far as a plan is concerned. */
export interface PlanGround {
  readonly kind: string
  readonly on: Day
  readonly content: Readonly<Record<string, unknown>> | null
}

/** The plan shown where none was saved: the last one validated, taken up again; else the one the pré-bilan calls for. */
export function proposedPlan(facts: readonly PlanGround[], followedBy: string): WorkingPlanContent {
  const validated = facts.findLast(({ kind }) => kind === 'plan_validated')
  const content = validated === undefined ? null : readPlanContent(validated.content)
  if (content !== null) return reopened(content)
  const preBilan = facts.findLast(({ kind }) => kind === 'pre_bilan_held')
  if (preBilan === undefined) return { measures: [], project: null, occupation: null, appealRoutes: null, workPeriodsConditions: null }
  return planDraft({ heldOn: isoOf(preBilan.on), content: preBilan.content, followedBy, appealRoutes: null })
}

/** The plans of a file that count, in the order of their days. */
export function planVersions(view: FileView): readonly PlanVersion[] {
  return view.facts
    .filter(({ kind, factIndex }) => kind === 'plan_validated' && factIndex !== null)
    .map((fact, index) => ({
      number: index + 1,
      factId: fact.id,
      on: fact.on,
      signedByBeneficiary: fact.terms['signedByBeneficiary'] !== false,
      signedByAdviser: fact.terms['signedByAdviser'] !== false,
      content: readPlanContent(fact.content),
    }))
}

/** Occupations that this operator's people wrote, in plans and notes; the database shows those of the operator alone. */
async function knownOccupations(tx: Transaction): Promise<readonly Occupation[]> {
  const rows = await tx.$queryRaw<{ label: string | null; rome: string | null }[]>`
    select label, rome from (
      select content->'occupation'->>'label' as label, content->'occupation'->>'rome' as rome from working_plan
      union all
      select o->>'label', o->>'rome' from basin_note n, jsonb_array_elements(n.content->'occupations') o
    ) said where label is not null group by label, rome order by count(*) desc, label limit 200`
  return rows.flatMap((row) => {
    const parsed = occupationSchema.safeParse(row)
    return parsed.success ? [parsed.data] : []
  })
}

/** Everything the plan's page shows: what is worked on, what was validated, what the basin offers; `null` as for the file. */
export async function planView(actor: Actor, reference: string): Promise<PlanView | null> {
  const view = await fileView(actor, reference)
  if (view === null) return null
  return inActorTransaction(actor, async (tx) => {
    const [basin] = await tx.$queryRaw<{ id: string }[]>`select basin_id as id from case_file where id = ${view.id}::uuid`
    const kept = await keptPlan(tx, view.id)
    const counted = view.facts.filter(({ factIndex }) => factIndex !== null)
    const plan = kept ?? { version: 0, content: proposedPlan(counted, (view.referent ?? view.counsellor).name), savedBy: null, savedAt: null }
    const versions = planVersions(view)
    const last = versions.at(-1)?.content
    const occupations = await knownOccupations(tx)
    return {
      view,
      plan,
      versions,
      differs: last === undefined || last === null || !samePlan(reopened(last), plan.content),
      note: basin === undefined ? null : await noteForBasin(tx, basin.id, view.today),
      occupations,
      providers: [...new Set(plan.content.measures.flatMap(({ provider }) => (provider === null ? [] : [provider])))],
    }
  })
}

/** The steps of a file's plan whose day has passed; none where nobody saved one. */
export function overdueSteps(actor: Actor, caseId: string, today: Day): Promise<readonly OverdueStep[]> {
  return inActorTransaction(actor, async (tx) => {
    const kept = await keptPlan(tx, caseId)
    return kept === null ? [] : overdueStepsOf(kept.content, today)
  })
}
