import { addDays, parseDay, type Day } from '../../accord/calendar/day.ts'
import type { LineState, PlanLine, PlanMeasure, StepActor, WorkingPlanContent } from './plan.ts'

/** What a first plan is prepared from: the pré-bilan as it was recorded, and who follows the person. */
export interface DraftGround {
  /** Day of the pré-bilan, ISO. */
  readonly heldOn: string
  readonly content: Readonly<Record<string, unknown>> | null
  /** Who follows the person: the referent, else the counsellor. */
  readonly followedBy: string
  /** The words an operator prints about the end of the CSP and appeals; `null`: none. */
  readonly appealRoutes: string | null
}

const words = (content: DraftGround['content'], key: string): string | null => {
  const value = content?.[key]
  return typeof value === 'string' && value !== '' ? value : null
}

function line(measure: PlanMeasure, state: LineState, more: Partial<PlanLine> = {}): PlanLine {
  return {
    id: measure, goal: null, measure, provider: null, from: null, to: null, funding: [], state, droppedBecause: null, steps: [], preparesFor: null, note: null, ...more,
  }
}

/**
 * The plan as it may be proposed after the pré-bilan: what the texts give everyone (R-303: follow-up by one referent, guidance
 * for the basin, help in looking for a job), the skills assessment where the pré-bilan called for it, and the project as it
 * was told. Nothing of it is kept until someone saves or validates it.
 */
export function planDraft({ heldOn, content, followedBy, appealRoutes }: DraftGround): WorkingPlanContent {
  return {
    measures: [
      ...(content?.['skillsAssessment'] === true ? [line('skills_assessment', 'planned')] : []),
      line('individual_follow_up', 'under_way', { provider: followedBy, from: heldOn }),
      line('guidance', 'planned', { provider: followedBy }),
      line('job_search_support', 'planned', { provider: followedBy }),
    ],
    project: words(content, 'project'),
    occupation: null,
    appealRoutes,
    workPeriodsConditions: null,
  }
}

/** A validated plan taken up again to be worked on: its lines keep their ids, those that had none are given one. */
export function reopened(plan: WorkingPlanContent): WorkingPlanContent {
  return {
    measures: plan.measures.map((each, index) => (each.id === null ? { ...each, id: `${each.measure}-${index + 1}` } : each)),
    project: plan.project,
    occupation: plan.occupation,
    appealRoutes: plan.appealRoutes,
    workPeriodsConditions: plan.workPeriodsConditions,
  }
}

/** The first day on which a step that is still to be done is awaited, ISO; `null` when there is none. */
export function nextStepDay(plan: Pick<WorkingPlanContent, 'measures'>): string | null {
  const days = plan.measures
    .filter(({ state }) => state !== 'done' && state !== 'dropped')
    .flatMap(({ steps }) => steps.flatMap(({ by, doneOn }) => (by === null || doneOn !== null ? [] : [by])))
  return days.toSorted()[0] ?? null
}

/** A step of a plan that someone awaits. */
export interface OverdueStep {
  readonly what: string
  readonly who: StepActor
  readonly by: Day
}

/** The steps still to be done by a day, that day included, the earliest first. */
export function awaitedStepsOf(plan: Pick<WorkingPlanContent, 'measures'>, until: Day): readonly OverdueStep[] {
  return plan.measures
    .filter(({ state }) => state !== 'done' && state !== 'dropped')
    .flatMap(({ steps }) =>
      steps.flatMap(({ what, who, by, doneOn }): OverdueStep[] => {
        const due = by === null ? null : parseDay(by)
        return due === null || doneOn !== null || due > until ? [] : [{ what, who, by: due }]
      }),
    )
    .toSorted((a, b) => a.by - b.by)
}

/** The steps whose day has passed: the operator's practice, no rule of law. */
export function overdueStepsOf(plan: Pick<WorkingPlanContent, 'measures'>, today: Day): readonly OverdueStep[] {
  return awaitedStepsOf(plan, addDays(today, -1))
}
