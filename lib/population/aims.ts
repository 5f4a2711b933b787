import { addDays, addMonths, type Day, type Stage } from '../accord/index.ts'
import type { Chance } from './chance.ts'
import { drawJob, drawLeave, drawWork, type Course } from './course.ts'
import { DAYS_TO_START, liveOn, type Life, type LifePlan, type Setting } from './life.ts'
import { workingDayBefore } from './story.ts'

/** A life that stands at a stage today, drawn until one does. */
const TRIES = 60

/** Nothing that would move a file from the stage aimed at. */
const CALM: Partial<Course> = { work: [], leaves: [], stop: null, job: null, breach: null, leftAt: null }
const ACCEPTED: LifePlan['proposal'] = { annulledAfter: null, granted: true }

/** A plan whose CSP, when there is one, began `days` ago. */
function begun(today: Day, days: number, plan: Omit<LifePlan, 'proposedOn'>): LifePlan {
  return { proposedOn: addDays(today, -days - DAYS_TO_START), ...plan, wanted: { protectedEmployee: false, ...plan.wanted } }
}

const accepted = (chance: Chance) => ({ ...ACCEPTED, answer: { kind: 'accepted', after: chance.whole(2, 20) } as const })

/** How each stage is come by, today. */
const PLANS: { readonly [S in Stage]: (chance: Chance, today: Day) => LifePlan } = {
  to_propose: (chance, today) => ({ proposedOn: addDays(today, chance.whole(1, 9)), wanted: { path: 'employer', procedureType: chance.pick(['consultation', 'pse'] as const), protectedEmployee: false }, proposal: { ...ACCEPTED, answer: { kind: 'to_come' } } }),
  reflection: (chance, today) => {
    const ago = chance.whole(1, 19)
    return { proposedOn: addDays(today, -ago), wanted: { protectedEmployee: false }, proposal: { ...ACCEPTED, answer: { kind: 'accepted', after: chance.whole(ago, 21) } } }
  },
  awaiting_authorisation: (chance, today) => {
    const ago = chance.whole(3, 45)
    return { proposedOn: addDays(today, -ago), wanted: { path: 'employer', protectedEmployee: true }, proposal: { ...accepted(chance), decisionAfter: ago + chance.whole(2, 20) } }
  },
  accepted_pending: (chance, today) => {
    const ago = chance.whole(4, 20)
    return { proposedOn: addDays(today, -ago), wanted: { protectedEmployee: false }, proposal: { ...ACCEPTED, answer: { kind: 'accepted', after: chance.whole(1, ago - 1) } } }
  },
  refused: (chance, today) => begun(today, chance.whole(1, 70), { proposal: { ...ACCEPTED, answer: chance.happens(0.7) ? { kind: 'silence' } : { kind: 'refused', after: chance.whole(2, 20) } } }),
  pre_bilan_due: (chance, today) => {
    const late = chance.happens(0.25)
    const ago = late ? chance.whole(9, 14) : chance.whole(0, 7)
    return begun(today, ago, { proposal: accepted(chance), course: { ...CALM, preBilanAfter: ago + chance.whole(1, 5) } })
  },
  plan_due: (chance, today) => {
    const late = chance.happens(0.2)
    const ago = late ? chance.whole(38, 50) : chance.whole(6, 33)
    return begun(today, ago, { proposal: accepted(chance), course: { ...CALM, preBilanAfter: chance.whole(2, Math.min(8, ago - 1)), planAfter: late ? chance.whole(50, 70) : chance.whole(ago, 31) } })
  },
  in_follow_up: (chance, today) => begun(today, chance.whole(40, 345), { proposal: accepted(chance), course: { stop: null, job: null, breach: null, leftAt: null } }),
  suspended_work: (chance, today) => {
    const ago = chance.whole(60, 320)
    const since = chance.whole(1, 40)
    return begun(today, ago, { proposal: accepted(chance), course: { ...CALM, work: [{ ...drawWork(chance, ago - since), days: since + chance.whole(2, 60) }] } })
  },
  suspended_health: (chance, today) => {
    const ago = chance.whole(50, 330)
    const since = chance.whole(1, 25)
    return begun(today, ago, { proposal: accepted(chance), course: { ...CALM, leaves: [{ at: ago - since, days: since + chance.whole(2, 30), cause: 'sickness' }] } })
  },
  suspended_family: (chance, today) => {
    const ago = chance.whole(50, 330)
    const leave = drawLeave(chance, 0)
    const since = chance.whole(1, 20)
    return begun(today, ago, { proposal: accepted(chance), wanted: { sex: leave.cause === 'paternity' ? 'male' : 'female' }, course: { ...CALM, leaves: [{ at: ago - since, days: leave.cause === 'paternity' ? 25 : 112, cause: leave.cause === 'sickness' ? 'maternity' : leave.cause }] } })
  },
  asp_stopped: (chance, today) => {
    const ago = chance.whole(70, 330)
    return begun(today, ago, { proposal: accepted(chance), course: { ...CALM, stop: { at: ago - chance.whole(2, 40), days: null, cause: chance.pick(['child_rearing_benefit', 'health_benefits', 'self_employment'] as const) } } })
  },
  in_job: (chance, today) => {
    const since = chance.whole(1, 21)
    const ago = since + chance.whole(35, 300)
    return begun(today, ago, { proposal: accepted(chance), course: { ...CALM, job: { ...drawJob(chance, ago - since), brokenAfter: null } } })
  },
  breach_proposed: (chance, today) => {
    const ago = chance.whole(60, 300)
    return begun(today, ago, { proposal: accepted(chance), course: { ...CALM, breach: { at: ago - chance.whole(2, 14), ground: chance.pick(['action_missed', 'action_refused', 'offer_refused'] as const), decision: null } } })
  },
  excluded: (chance, today) => {
    const ago = chance.whole(120, 320)
    return begun(today, ago, { proposal: accepted(chance), course: { ...CALM, breach: { at: ago - chance.whole(35, 70), ground: chance.pick(['action_missed', 'action_refused', 'offer_refused'] as const), decision: 'excluded' }, closedAfter: null } })
  },
  term: (chance, today) => ({ ...begun(today, 0, { proposal: accepted(chance), course: { ...CALM, closedAfter: chance.whole(20, 40) } }), proposedOn: addDays(addMonths(addDays(today, -chance.whole(2, 16)), -12), -DAYS_TO_START) }),
  follow_up_after_job: (chance, today) => {
    const since = chance.whole(36, 178)
    const ago = since + chance.whole(35, 300)
    return begun(today, ago, { proposal: accepted(chance), course: { ...CALM, job: { ...drawJob(chance, ago - since), brokenAfter: null } } })
  },
  closed: (chance, today) => begun(today, chance.whole(400, 640), { proposal: accepted(chance), course: { closedAfter: 1 } }),
  annulled: (chance, today) => begun(today, chance.whole(1, 90), { proposal: { ...accepted(chance), annulledAfter: 21 } }),
}

/** A life at a stage today. Throws where no draw gives one, which would be a fault of the plans above. */
export function lifeAt(stage: Stage, chance: Chance, setting: Setting, course: Partial<Course> = {}): Life {
  for (let count = 0; count < TRIES; count += 1) {
    const plan = PLANS[stage](chance, setting.today)
    const life = liveOn(chance, setting, { ...plan, proposedOn: workingDayBefore(plan.proposedOn), course: { ...plan.course, ...course } })
    if (life.file.stage === stage) return life
  }
  throw new Error(`no life was drawn at the stage ${stage}`)
}

/** A life whose pré-bilan was held and whose plan is late today: the month it had passed, and nobody validated it. */
export function latePlan(chance: Chance, setting: Setting): Life {
  for (let count = 0; count < TRIES; count += 1) {
    const plan = begun(setting.today, chance.whole(40, 64), { proposal: accepted(chance), course: { ...CALM, preBilanAfter: chance.whole(3, 8), planAfter: 90 } })
    const life = liveOn(chance, setting, { ...plan, proposedOn: workingDayBefore(plan.proposedOn) })
    if (life.file.stage === 'plan_due' && life.file.deadlines.some(({ code, status, actionable }) => code === 'plan' && status === 'overdue' && actionable)) return life
  }
  throw new Error('no life was drawn whose plan is late')
}
