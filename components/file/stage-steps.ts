import type { Stage } from '@/lib/accord/file/case-file.ts'

/** The line of stages shown at the head of a file: where each stage stands on it. */
export const STEPS = ['proposal', 'entry', 'preBilan', 'plan', 'support', 'job', 'followUp', 'closed'] as const
export type StepName = (typeof STEPS)[number]

const PLACE: Readonly<Record<Stage, StepName>> = {
  to_propose: 'proposal',
  reflection: 'proposal',
  awaiting_authorisation: 'entry',
  accepted_pending: 'entry',
  refused: 'entry',
  annulled: 'entry',
  pre_bilan_due: 'preBilan',
  plan_due: 'plan',
  in_follow_up: 'support',
  suspended_work: 'support',
  suspended_health: 'support',
  suspended_family: 'support',
  asp_stopped: 'support',
  breach_proposed: 'support',
  excluded: 'support',
  term: 'support',
  in_job: 'job',
  follow_up_after_job: 'followUp',
  closed: 'closed',
}

/** Stages whose own name says more than the step's. */
const SAID: ReadonlySet<Stage> = new Set<Stage>([
  'awaiting_authorisation', 'refused', 'annulled', 'suspended_work', 'suspended_health', 'suspended_family', 'asp_stopped',
  'breach_proposed', 'excluded', 'term', 'reflection',
])

/** Stages from which the support path goes no further. */
const FINAL: ReadonlySet<Stage> = new Set<Stage>(['refused', 'annulled', 'excluded'])

export interface StepView {
  readonly name: StepName
  readonly state: 'done' | 'current' | 'ahead' | 'skipped'
  /** Whether the stage's own name replaces the step's. */
  readonly namedByStage: boolean
}

/** The line for a file: `jobFound` tells a file closed after a job from one closed without. */
export function stepsOf(stage: Stage, jobFound: boolean): readonly StepView[] {
  const at = STEPS.indexOf(PLACE[stage])
  return STEPS.map((name, index) => {
    const withoutJob = stage === 'closed' && !jobFound && (name === 'job' || name === 'followUp')
    const beyondEnd = FINAL.has(stage) && index > at && name !== 'closed'
    const state = index === at ? 'current' : withoutJob || beyondEnd ? 'skipped' : index < at ? 'done' : 'ahead'
    return { name, state, namedByStage: index === at && SAID.has(stage) }
  })
}
