import type { SimulatorState } from './address.ts'

/** Years that show what the simulator answers, each on a day that makes it tell. */
export const EXAMPLE_NAMES = ['ordinary', 'workPeriod', 'job', 'protected', 'old', 'afterLast'] as const
export type ExampleName = (typeof EXAMPLE_NAMES)[number]

const ordinaryAnswers = {
  voie: 'employer', engagement: '2026-01-12', remise: '2026-01-12', acceptation: '2026-01-26', procedure: 'interview',
  embauche: '2014-03-03', naissance: '1981-05-14', effectif: '45',
  brut: '2600.00', preavis: '2', sjr: '85.48', 'duree-are': '548',
}
const begun = [
  { kind: 'motive_notified', values: { on: '2026-01-12' } },
  { kind: 'information_interview_held', values: { on: '2026-01-20' } },
  { kind: 'sent_to_france_travail', values: { on: '2026-01-26', part: 'acceptance' } },
  { kind: 'sent_to_france_travail', values: { on: '2026-01-30', part: 'all' } },
  { kind: 'pre_bilan_held', values: { on: '2026-02-09' } },
  { kind: 'plan_validated', values: { on: '2026-03-02' } },
  { kind: 'month4_review_held', values: { on: '2026-05-28' } },
] as const satisfies SimulatorState['events']

export const EXAMPLES: Readonly<Record<ExampleName, SimulatorState>> = {
  ordinary: { answers: { ...ordinaryAnswers, aujourdhui: '2026-06-15' }, events: begun },
  workPeriod: {
    answers: { ...ordinaryAnswers, aujourdhui: '2026-09-14' },
    events: [...begun, { kind: 'work_period', values: { contract: 'cdd', from: '2026-08-10', to: '2026-10-09', employer: 'company', validatedOn: '2026-08-05' } }],
  },
  job: {
    answers: { ...ordinaryAnswers, aujourdhui: '2026-10-26' },
    events: [
      ...begun,
      { kind: 'job_started', values: { on: '2026-10-12', contract: 'cdi', monthlyGross: '2300.00', sameWorkingTime: 'true' } },
      { kind: 'bonus_claimed', values: { on: '2026-10-20' } },
    ],
  },
  protected: {
    answers: { ...ordinaryAnswers, protege: 'true', aujourdhui: '2026-02-10' },
    events: [{ kind: 'motive_notified', values: { on: '2026-01-12' } }],
  },
  old: {
    answers: {
      voie: 'employer', engagement: '2013-04-15', remise: '2013-04-15', acceptation: '2013-04-29', procedure: 'interview',
      embauche: '2005-09-01', naissance: '1969-11-02', effectif: '120', brut: '2400.00', preavis: '2', sjr: '78.90', 'duree-are': '730', aujourdhui: '2013-10-01',
    },
    events: [
      { kind: 'motive_notified', values: { on: '2013-04-15' } },
      { kind: 'pre_bilan_held', values: { on: '2013-05-13' } },
      { kind: 'plan_validated', values: { on: '2013-06-10' } },
    ],
  },
  afterLast: {
    answers: { voie: 'employer', engagement: '2027-02-01', remise: '2027-02-01', acceptation: '2027-02-15', procedure: 'interview', embauche: '2019-06-03', aujourdhui: '2027-02-16' },
    events: [],
  },
}
