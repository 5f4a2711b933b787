import type { AspStopCause, SuspensionCause } from '../accord/index.ts'
import type { Chance } from './chance.ts'

/** What happens in a CSP, in days from its first day; the law may still refuse a part, which is then left out. */
export interface Course {
  readonly preBilanAfter: number
  /** Days from the pré-bilan. */
  readonly planAfter: number
  /** Days between contacts, more or less. */
  readonly contactGap: number
  readonly work: readonly { readonly at: number; readonly days: number; readonly contract: 'cdd' | 'temp' }[]
  readonly leaves: readonly { readonly at: number; readonly days: number; readonly cause: SuspensionCause }[]
  readonly trainings: readonly { readonly at: number; readonly days: number }[]
  readonly stop: { readonly at: number; readonly days: number | null; readonly cause: AspStopCause } | null
  readonly job: JobPlan | null
  readonly breach: { readonly at: number; readonly ground: 'action_refused' | 'action_missed' | 'offer_refused' | 'false_statement'; readonly decision: 'excluded' | 'dismissed' | null } | null
  /** Left for good, closed on this day. */
  readonly leftAt: { readonly at: number; readonly motive: 'business_creation' | 'full_pension' | 'moved_abroad' } | null
  readonly month4Review: boolean
  readonly finalInterview: boolean
  readonly termLetter: boolean
  /** Days from the end of the follow-up, or from the term, to the closing; `null`: left open. */
  readonly closedAfter: number | null
}

export interface JobPlan {
  readonly at: number
  readonly contract: 'cdi' | 'cdd' | 'temp'
  readonly months: number | null
  /** Days from the job to the end of its trial period, where it is broken. */
  readonly brokenAfter: number | null
  /** Days from the job to the claim of the bonus; `null`: not claimed. */
  readonly claimedAfter: number | null
  /** Days from the job to its loss, once the trial period has passed. */
  readonly lostAfter: number | null
}

export function drawJob(chance: Chance, at: number): JobPlan {
  const contract = chance.weighed<JobPlan['contract']>([['cdi', 62], ['cdd', 28], ['temp', 10]])
  const broken = chance.happens(0.06)
  return {
    at,
    contract,
    months: contract === 'cdi' ? null : chance.pick([6, 6, 7, 8, 9, 12]),
    brokenAfter: broken ? chance.whole(10, 75) : null,
    claimedAfter: chance.happens(0.62) ? chance.whole(3, 27) : null,
    lostAfter: !broken && chance.happens(0.07) ? chance.whole(80, 170) : null,
  }
}

const LEAVES: readonly (readonly [SuspensionCause, number, readonly [number, number]])[] = [
  ['sickness', 76, [5, 60]],
  ['maternity', 10, [112, 112]],
  ['paternity', 8, [25, 25]],
  ['carer', 3, [20, 90]],
  ['parental_presence', 2, [40, 120]],
  ['adoption', 1, [112, 112]],
]

export function drawLeave(chance: Chance, at: number): Course['leaves'][number] {
  const [cause, , [low, high]] = chance.weighed(LEAVES.map((leave) => [leave, leave[1]] as const))
  return { at, days: chance.whole(low, high), cause }
}

export function drawWork(chance: Chance, at: number): Course['work'][number] {
  return { at, days: chance.weighed([[chance.whole(7, 28), 45], [chance.whole(30, 90), 45], [chance.whole(91, 150), 10]]), contract: chance.happens(0.55) ? 'cdd' : 'temp' }
}

/**
 * Draws a course with the proportions that are published: a third work during the CSP, nearly half are
 * trained, some 45 % leave for a job before its end, of whom most claim the bonus.
 */
export function drawCourse(chance: Chance, contactGap: number): Course {
  const ending = chance.weighed<'term' | 'job' | 'breach' | 'left'>([['term', 50], ['job', 44], ['breach', 2], ['left', 4]])
  const stop = chance.happens(0.03)
  return {
    preBilanAfter: chance.weighed([[chance.whole(1, 8), 86], [chance.whole(9, 13), 10], [chance.whole(14, 30), 4]]),
    planAfter: chance.weighed([[chance.whole(7, 28), 82], [chance.whole(29, 45), 14], [chance.whole(46, 80), 4]]),
    contactGap,
    work: chance.happens(0.33) ? Array.from({ length: chance.whole(1, 2) }, () => drawWork(chance, chance.whole(40, 320))) : [],
    leaves: chance.happens(0.14) ? [drawLeave(chance, chance.whole(20, 330))] : [],
    trainings: chance.happens(0.48) ? Array.from({ length: chance.happens(0.2) ? 2 : 1 }, () => ({ at: chance.whole(45, 330), days: chance.whole(5, 190) })) : [],
    stop: stop ? { at: chance.whole(30, 300), days: chance.happens(0.7) ? chance.whole(20, 90) : null, cause: chance.pick(['child_rearing_benefit', 'health_benefits', 'parental_presence_allowance'] as const) } : null,
    job: ending === 'job' ? drawJob(chance, chance.weighed([[chance.whole(12, 90), 25], [chance.whole(91, 240), 45], [chance.whole(241, 360), 30]])) : null,
    breach: ending === 'breach' ? { at: chance.whole(40, 300), ground: chance.pick(['action_refused', 'action_missed', 'action_missed', 'offer_refused', 'false_statement'] as const), decision: chance.happens(0.6) ? 'excluded' : 'dismissed' } : null,
    leftAt: ending === 'left' ? { at: chance.whole(60, 330), motive: chance.pick(['business_creation', 'business_creation', 'full_pension', 'moved_abroad'] as const) } : null,
    month4Review: chance.happens(0.93),
    finalInterview: chance.happens(0.9),
    termLetter: chance.happens(0.92),
    closedAfter: chance.happens(0.97) ? chance.whole(1, 20) : null,
  }
}
