import { Engine } from 'json-rules-engine'
import { addDays, addMonths, type Fact, type FactKind, type FactOf } from '../../accord/index.ts'
import type { SimulationRequest } from '../../accord/simulate/request.ts'

/** What the conditions of three rules say of a file. */
export interface Conditions {
  /** the employer must propose the CSP. */
  readonly mustPropose: boolean
  /** the work period is admitted. */
  readonly workAdmitted: boolean
  /** R-501, conditions 1 to 7: the bonus is open. */
  readonly bonusOpen: boolean
}

const fact = (name: string, operator: string, value: unknown) => ({ fact: name, operator, value })

const RULES = [
  {
    conditions: { any: [fact('companySize', 'lessThan', 1_000), fact('insolvency', 'equal', true)] },
    event: { type: 'mustPropose' },
  },
  {
    conditions: {
      all: [
        fact('workEmployer', 'equal', 'company'),
        fact('workContract', 'in', ['cdd', 'temp']),
        fact('workDays', 'greaterThanInclusive', 3),
        fact('workDays', 'lessThanInclusive', 183),
        fact('workValidatedBefore', 'equal', true),
      ],
    },
    event: { type: 'workAdmitted' },
  },
  {
    conditions: {
      all: [
        fact('seniorityMonths', 'greaterThanInclusive', 12),
        fact('planOn', 'lessThanInclusive', { fact: 'jobOn' }),
        { any: [fact('jobContract', 'equal', 'cdi'), fact('jobMonths', 'greaterThanInclusive', 6)] },
        fact('jobOn', 'lessThanInclusive', { fact: 'lastJobStart' }),
        fact('claimedOn', 'lessThanInclusive', { fact: 'claimDue' }),
        fact('bonusesPaid', 'equal', 0),
        fact('wageGapClaimed', 'equal', false),
      ],
    },
    event: { type: 'bonusOpen' },
  },
]

/** The engine with its rules read: made once, asked many times. */
export function conditionsEngine(): Engine {
  return new Engine(RULES)
}

/** The facts that the conditions look at: the dates they need are given, since the engine computes none. */
export function conditionFacts({ record: { frame, facts } }: SimulationRequest, lastJobStart: number): Record<string, unknown> {
  const of = <K extends FactKind>(kind: K): FactOf<K> => facts.find((candidate: Fact) => candidate.kind === kind) as FactOf<K>
  const work = of('work_period')
  const job = of('job_started')
  const reflectionEnd = addDays(of('proposal_handed_over').on, 21)
  let seniorityMonths = 0
  while (frame.hiredOn !== null && seniorityMonths < 24 && addMonths(frame.hiredOn, seniorityMonths + 1) <= reflectionEnd) seniorityMonths += 1
  return {
    companySize: frame.companySize,
    insolvency: frame.insolvency,
    workEmployer: work.employer,
    workContract: work.contract,
    workDays: (work.to ?? work.from) - work.from + 1,
    workValidatedBefore: work.validatedOn !== null && work.validatedOn <= work.from,
    seniorityMonths,
    planOn: of('plan_validated').on,
    jobOn: job.on,
    jobContract: job.contract,
    jobMonths: job.months ?? 0,
    lastJobStart,
    claimedOn: of('bonus_claimed').on,
    claimDue: addDays(job.on, 30),
    bonusesPaid: 0,
    wageGapClaimed: false,
  }
}

/** What the engine answers to the facts of a file. */
export async function byJsonRulesEngine(engine: Engine, facts: Record<string, unknown>): Promise<Conditions> {
  const { events } = await engine.run(facts)
  const fired = (type: string) => events.some((event) => event.type === type)
  return { mustPropose: fired('mustPropose'), workAdmitted: fired('workAdmitted'), bonusOpen: fired('bonusOpen') }
}
