import type { Stage } from '../../accord/file/case-file.ts'

/** Stages of files in course, as a committee reads them. */
export const STAGE_GROUPS = ['proposal', 'support', 'suspended', 'placed', 'term'] as const
export type StageGroup = (typeof STAGE_GROUPS)[number]

const GROUP_OF: Readonly<Partial<Record<Stage, StageGroup>>> = {
  to_propose: 'proposal', reflection: 'proposal', awaiting_authorisation: 'proposal', accepted_pending: 'proposal',
  pre_bilan_due: 'support', plan_due: 'support', in_follow_up: 'support', asp_stopped: 'support', breach_proposed: 'support',
  suspended_work: 'suspended', suspended_health: 'suspended', suspended_family: 'suspended',
  in_job: 'placed', follow_up_after_job: 'placed',
  term: 'term',
}

/** The group of a stage; `null` for one that is over. */
export function stageGroup(stage: string): StageGroup | null {
  return GROUP_OF[stage as Stage] ?? null
}
