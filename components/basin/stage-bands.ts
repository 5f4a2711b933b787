/** The stages drawn as six ordered bands, so that a load reads at a glance. A way of showing, not a rule. */
import type { Stage } from '@/lib/accord/file/case-file.ts'

export const BANDS = ['before', 'pre_bilan', 'plan', 'support', 'suspended', 'after'] as const
export type Band = (typeof BANDS)[number]

const bandOf: Readonly<Record<Stage, Band>> = {
  to_propose: 'before',
  reflection: 'before',
  awaiting_authorisation: 'before',
  accepted_pending: 'before',
  refused: 'after',
  pre_bilan_due: 'pre_bilan',
  plan_due: 'plan',
  in_follow_up: 'support',
  suspended_work: 'suspended',
  suspended_health: 'suspended',
  suspended_family: 'suspended',
  asp_stopped: 'suspended',
  in_job: 'after',
  breach_proposed: 'support',
  excluded: 'after',
  term: 'after',
  follow_up_after_job: 'after',
  closed: 'after',
  annulled: 'after',
}

export interface BandCount {
  readonly band: Band
  readonly count: number
}

/** The files of each band, in the order of a parcours; bands without a file are there too. */
export function bandCounts(byStage: readonly { readonly stage: Stage; readonly count: number }[]): readonly BandCount[] {
  return BANDS.map((band) => ({
    band,
    count: byStage.reduce((total, { stage, count }) => (bandOf[stage] === band ? total + count : total), 0),
  }))
}

/** The mean load, rounded to the file; 0 where nobody is there. */
export function averageLoad(loads: readonly number[]): number {
  return loads.length === 0 ? 0 : Math.round(loads.reduce((total, load) => total + load, 0) / loads.length)
}

/** A round top for a scale that starts at zero and holds `largest`: 10, 20, 50, 100… at least 5. */
export function scaleTop(largest: number): number {
  if (largest <= 5) return 5
  const unit = 10 ** Math.floor(Math.log10(largest))
  const step = [1, 2, 3, 4, 5, 6, 8, 10].find((factor) => factor * unit >= largest) ?? 10
  return step * unit
}

/** The share of `part` in `whole`, in percent; `null` where the whole is empty. */
export function percentOf(part: number, whole: number): number | null {
  return whole === 0 ? null : (part / whole) * 100
}
