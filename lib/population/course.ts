import { day, type AspStopCause, type Day, type SuspensionCause } from '../accord/index.ts'
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
  const broken = chance.happens(0.05)
  return {
    at,
    contract,
    months: contract === 'cdi' ? null : chance.pick([6, 6, 7, 8, 9, 12]),
    brokenAfter: broken ? chance.whole(10, 75) : null,
    claimedAfter: chance.happens(0.94) ? chance.whole(3, 27) : null,
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

/** Some three months of work for those who work during the CSP: 12 % of adherents do in a month (Unédic, 2016). */
export function drawWork(chance: Chance, at: number): Course['work'][number] {
  return { at, days: chance.weighed([[chance.whole(7, 28), 20], [chance.whole(30, 80), 66], [chance.whole(81, 150), 14]]), contract: chance.happens(0.55) ? 'cdd' : 'temp' }
}

/** One to three periods of work, one after the other. */
function drawWorks(chance: Chance): Course['work'] {
  const works = [drawWork(chance, WORK_AT(chance))]
  for (let left = chance.weighed([[0, 62], [1, 28], [2, 10]]); left > 0; left -= 1) {
    const last = works.at(-1)
    if (last !== undefined) works.push(drawWork(chance, last.at + last.days + chance.whole(2, 25)))
  }
  return works
}

/** How people fare under a convention. */
interface Era {
  /** Why the CSP ends, in a hundred. */
  readonly endings: readonly (readonly ['term' | 'job' | 'breach' | 'left', number])[]
  readonly works: number
}

const SINCE_2015: Era = { endings: [['term', 55], ['job', 38.8], ['breach', 2], ['left', 4.2]], works: 0.43 }
/** 28 % left before twelve months among the entrants of 2014, fewer worked (Unédic). */
const BEFORE_2015: Era = { endings: [['term', 68], ['job', 26], ['breach', 1.5], ['left', 4.5]], works: 0.38 }

const eraOf = (on: Day): Era => (on < day('2015-02-01') ? BEFORE_2015 : SINCE_2015)

/** Days from the first of the CSP. */
const JOB_AT = (chance: Chance) => chance.weighed([[chance.whole(32, 90), 21], [chance.whole(91, 121), 15], [chance.whole(122, 270), 53], [chance.whole(271, 350), 11]])
const WORK_AT = (chance: Chance) => chance.weighed([[chance.whole(15, 90), 9], [chance.whole(92, 104), 81], [chance.whole(105, 310), 10]])
const TRAINING_AT = (chance: Chance) => chance.weighed([[chance.whole(30, 120), 23], [chance.whole(121, 240), 47], [chance.whole(241, 330), 30]])

/**
 * Draws a course so that a population's figures are those that are published (decision 298): half are trained, a third
 * work during the CSP, 43 % leave before twelve months, two thirds without a lasting job.
 * @param on the day of the proposal: people fared otherwise under the convention of 2011
 */
export function drawCourse(chance: Chance, contactGap: number, on: Day): Course {
  const era = eraOf(on)
  const ending = chance.weighed(era.endings)
  const stop = chance.happens(0.03)
  return {
    preBilanAfter: chance.weighed([[chance.whole(1, 8), 86], [chance.whole(9, 13), 10], [chance.whole(14, 30), 4]]),
    planAfter: chance.weighed([[chance.whole(7, 28), 82], [chance.whole(29, 45), 14], [chance.whole(46, 80), 4]]),
    contactGap,
    work: chance.happens(era.works) ? drawWorks(chance) : [],
    leaves: chance.happens(0.14) ? [drawLeave(chance, chance.whole(20, 330))] : [],
    trainings: chance.happens(0.66) ? Array.from({ length: chance.happens(0.2) ? 2 : 1 }, () => ({ at: TRAINING_AT(chance), days: chance.whole(20, 220) })) : [],
    stop: stop ? { at: chance.whole(30, 300), days: chance.happens(0.7) ? chance.whole(20, 90) : null, cause: chance.pick(['child_rearing_benefit', 'health_benefits', 'parental_presence_allowance'] as const) } : null,
    job: ending === 'job' ? drawJob(chance, JOB_AT(chance)) : null,
    breach: ending === 'breach' ? { at: chance.whole(40, 300), ground: chance.pick(['action_refused', 'action_missed', 'action_missed', 'offer_refused', 'false_statement'] as const), decision: chance.happens(0.6) ? 'excluded' : 'dismissed' } : null,
    leftAt: ending === 'left' ? { at: chance.whole(60, 330), motive: chance.pick(['business_creation', 'business_creation', 'full_pension', 'moved_abroad'] as const) } : null,
    month4Review: chance.happens(0.93),
    finalInterview: chance.happens(0.9),
    termLetter: chance.happens(0.92),
    closedAfter: chance.happens(0.97) ? chance.whole(1, 20) : null,
  }
}
