// The files that the demonstration opens with: each stands, today, at a moment that tells something.
import { addDays, addMonths, type Day } from '../accord/index.ts'
import { chanceOf, type Chance } from './chance.ts'
import type { JobPlan } from './course.ts'
import { DAYS_TO_START, liveOn, type Life, type LifePlan, type Setting } from './life.ts'

export const MOMENTS = [
  'pre_bilan_due_tomorrow',
  'job_extends_term',
  'protected_employee_awaiting',
  'trial_broken_after_bonus',
  'silent_refusal_tonight',
  'term_with_training',
] as const
export type Moment = (typeof MOMENTS)[number]

interface Telling {
  /** Whether the life stands there, today. */
  readonly holds: (life: Life, today: Day) => boolean
  /** Plans in order of preference: a holiday on the wrong day may rule some out. */
  readonly plans: (chance: Chance, today: Day) => readonly LifePlan[]
}

const CALM = { work: [], leaves: [], trainings: [], stop: null, job: null, breach: null, leftAt: null, preBilanAfter: 5, planAfter: 20, month4Review: true, finalInterview: true, termLetter: true } as const
const accepted = (after: number) => ({ answer: { kind: 'accepted', after } as const, granted: true, annulledAfter: null })
const ORDINARY = { path: 'employer', procedureType: 'interview', protectedEmployee: false, senior: true } as const

/** Hand-overs from which the period may end on `end`, the plain one first. */
const handOversFor = (end: Day) => [21, 22, 23, 24, 20].map((before) => addDays(end, -before))

/** Where `end` is a holiday no plain period ends on it: a protected employee's does, the day after the decision. */
function plansEndingOn(end: Day, rest: Omit<LifePlan, 'proposedOn'>): LifePlan[] {
  const plain = handOversFor(end).map((proposedOn): LifePlan => ({ proposedOn, ...rest, wanted: ORDINARY }))
  const decided = [30, 31, 33, 36, 40].map((before): LifePlan => ({
    proposedOn: addDays(end, -before),
    ...rest,
    wanted: { ...ORDINARY, protectedEmployee: true },
    proposal: { ...rest.proposal, decidedOn: addDays(end, -1) },
  }))
  return [...plain, ...decided]
}

const begunAgo = (today: Day, days: number) => addDays(today, -days - DAYS_TO_START)

const TELLINGS: { readonly [M in Moment]: Telling } = {
  pre_bilan_due_tomorrow: {
    holds: ({ file }, today) => file.stage === 'pre_bilan_due' && file.dates.preBilanDue === addDays(today, 1),
    plans: (_, today) => plansEndingOn(addDays(today, -8), { proposal: accepted(6), course: { ...CALM, preBilanAfter: 20 } }),
  },
  job_extends_term: {
    holds: ({ file }, today) =>
      file.stage === 'suspended_work' && file.totals.extensionDays.work > 0 && file.dates.cspStart !== null && addMonths(file.dates.cspStart, 7) <= today && today < addMonths(file.dates.cspStart, 8),
    plans: (_, today) => [224, 222, 226, 220].map((ago) => ({ proposedOn: begunAgo(today, ago), wanted: ORDINARY, proposal: accepted(8), course: { ...CALM, work: [{ at: ago - 8, days: 62, contract: 'cdd' as const }] } })),
  },
  protected_employee_awaiting: {
    holds: ({ file }) => file.stage === 'awaiting_authorisation' && file.milestones.acceptedOn !== null,
    plans: (_, today) => [{ proposedOn: addDays(today, -26), wanted: { ...ORDINARY, protectedEmployee: true, sex: 'female' }, proposal: { ...accepted(9), decisionAfter: 40 } }],
  },
  trial_broken_after_bonus: {
    holds: ({ file, told }) => file.stage === 'in_follow_up' && told.some(({ fact }) => fact.kind === 'bonus_paid') && told.some(({ fact }) => fact.kind === 'trial_period_broken'),
    plans: (_, today) => {
      const job: JobPlan = { at: 150, contract: 'cdi', months: null, brokenAfter: 68, claimedAfter: 8, lostAfter: null }
      return [222, 223, 224, 225].map((ago) => ({ proposedOn: begunAgo(today, ago), wanted: ORDINARY, proposal: accepted(7), course: { ...CALM, job } }))
    },
  },
  silent_refusal_tonight: {
    holds: ({ file }, today) => file.stage === 'reflection' && file.dates.reflectionEnd === today && file.milestones.acceptedOn === null,
    plans: (_, today) => plansEndingOn(today, { proposal: { ...accepted(0), answer: { kind: 'silence' } } }),
  },
  term_with_training: {
    holds: ({ file, told }, today) =>
      file.stage === 'in_follow_up' && file.dates.cspTerm === addDays(today, 30) && told.some(({ fact }) => fact.kind === 'training' && fact.from < today && fact.to !== null && fact.to > addDays(today, 30)),
    // A sick leave of some days moves the term: there is always one that makes it fall on the day.
    plans: (_, today) =>
      [0, 5, 6, 7, 8, 9].flatMap((leave) => {
        const start = addMonths(addDays(today, 31 - leave), -12)
        return [0, -1, 1, -2, -3].map((shift): LifePlan => {
          const proposedOn = addDays(start, -DAYS_TO_START + shift)
          return { proposedOn, wanted: ORDINARY, proposal: accepted(5), course: { ...CALM, leaves: leave === 0 ? [] : [{ at: 100, days: leave, cause: 'sickness' }], trainings: [{ at: 270, days: 150 }] } }
        })
      }),
  },
}

/** A life at a telling moment today; throws where no plan reaches it. */
export function lifeAtMoment(moment: Moment, seed: string | number, setting: Setting): Life {
  const { plans, holds } = TELLINGS[moment]
  for (let attempt = 0; attempt < 6; attempt += 1) {
    for (const [rank, plan] of plans(chanceOf(seed, moment, attempt), setting.today).entries()) {
      const life = liveOn(chanceOf(seed, moment, attempt, rank), setting, plan)
      if (holds(life, setting.today)) return life
    }
  }
  throw new Error(`no life stands at ${moment}`)
}

/** Whether a life stands at a moment, today. */
export function standsAt(moment: Moment, life: Life, today: Day): boolean {
  return TELLINGS[moment].holds(life, today)
}
