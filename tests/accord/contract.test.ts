import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DATE_NAMES, shippedTexts, SUSPENSION_CAUSES } from '@/lib/accord'
import type { Locale } from '@/lib/accord/wording/locale.ts'
import { answer, type Simulation, type SimulationError } from '@/lib/accord/simulate/answer.ts'

type Json = Readonly<Record<string, unknown>>

const AMOUNTS = [
  'sjr', 'areDaily', 'aspDaily', 'aspBasis', 'bonusTotal', 'bonusInstalments', 'bonusEligible', 'wageGapMonthly', 'wageGapTotalCap', 'wageGapEligible',
  'employerNoticeContribution', 'employeeNoticeBalance', 'employerPenalty', 'severanceLegal', 'areDaysLeft',
]
const STAGES = [
  'to_propose', 'reflection', 'awaiting_authorisation', 'accepted_pending', 'refused', 'pre_bilan_due', 'plan_due', 'in_follow_up', 'suspended_work',
  'suspended_health', 'suspended_family', 'asp_stopped', 'in_job', 'breach_proposed', 'excluded', 'term', 'follow_up_after_job', 'closed', 'annulled',
]

/** The request of the contract, with what a test changes. */
function request(changes: Json = {}): Json {
  return {
    today: '2026-03-01',
    settings: { rollPolicy: 'none' },
    person: { birthDate: '1980-05-01' },
    employment: { hiredOn: '2015-03-01', companySize: 45, insolvency: false, protectedEmployee: false, monthlyGross: '3000.00', noticeMonths: 2 },
    procedure: { type: 'interview', engagedOn: '2025-09-08', entryPath: 'employer' },
    benefit: { sjr: '98.63', areDaily: null, areDurationDays: 548 },
    facts: [{ kind: 'proposal_handed_over', on: '2025-09-08' }, { kind: 'accepted', on: '2025-09-15' }],
    ...changes,
  }
}

function simulated(source: Json, locale: Locale = 'fr'): Simulation {
  const result = answer(source, shippedTexts, locale)
  if ('error' in result) throw new Error(`${result.error.path}: ${result.error.message}`)
  return result
}

function errorPath(source: unknown): string | null {
  const result = answer(source, shippedTexts, 'fr')
  return 'error' in result ? result.error.path : null
}

/** The stage of the running request on a day, with more facts. */
function stageOn(today: string, ...facts: readonly Json[]): string {
  return simulated(request({ today, facts: [...(request()['facts'] as readonly Json[]), ...facts] })).stage
}

describe('the response', () => {
  it('gives the file of the contract’s own request', () => {
    const file = simulated(request())
    expect(file.regime).toMatchObject({ code: 'G', engagedOn: '2025-09-08' })
    expect(file.stage).toBe('pre_bilan_due')
    expect(file.dates).toMatchObject({ reflectionEnd: '2025-09-29', contractEnd: '2025-09-29', cspStart: '2025-09-30', cspTerm: '2026-09-29' })
    expect(file.deadlines.find((deadline) => deadline.rule === 'R-301')).toMatchObject({ dueOn: '2025-10-08', metOn: null, status: 'overdue', article: 'Conv. 2015 art. 9 §1' })
    expect(file.totals).toMatchObject({ workPeriodDays: 0, aspDaysPaid: 152 })
    expect(file.amounts.aspDaily).toBe('73.97')
    expect(file.refusals).toEqual([])
  })

  it.each([
    ['a running file', request()],
    ['an empty one', request({ facts: [], settings: null, person: null, employment: null, benefit: null })],
    ['a file without a text', request({ procedure: { engagedOn: '2015-01-15', entryPath: 'employer' } })],
    ['the least request', { today: '2026-03-01', procedure: { engagedOn: '2025-09-08', entryPath: 'france_travail' } }],
  ])('carries every key, null where nothing is known: %s', (_, source) => {
    const file = JSON.parse(JSON.stringify(simulated(source))) as Simulation
    expect(Object.keys(file)).toEqual(['regime', 'stage', 'dates', 'deadlines', 'totals', 'amounts', 'refusals', 'alerts', 'explanations'])
    expect(Object.keys(file.regime).sort()).toEqual(['code', 'engagedOn', 'text'])
    expect(Object.keys(file.dates).sort()).toEqual([...DATE_NAMES].sort())
    expect(Object.keys(file.amounts).sort()).toEqual([...AMOUNTS].sort())
    expect(Object.keys(file.totals).sort()).toEqual(['aspDaysPaid', 'extensionDays', 'workPeriodDays'])
    expect(Object.keys(file.totals.extensionDays).sort()).toEqual([...SUSPENSION_CAUSES, 'work'].sort())
    expect(STAGES).toContain(file.stage)
    for (const deadline of file.deadlines) expect(Object.keys(deadline).sort()).toEqual(['article', 'dueOn', 'label', 'metOn', 'rule', 'status'])
    for (const alert of file.alerts) expect(Object.keys(alert).sort()).toEqual(['article', 'message', 'rule'])
  })

  it('explains every date and amount that is known, and no other', () => {
    const file = simulated(request({ facts: [...(request()['facts'] as readonly Json[]), { kind: 'pre_bilan_held', on: '2025-10-03' }, { kind: 'plan_validated', on: '2025-10-20' }, { kind: 'job_started', on: '2026-01-05', contract: 'cdi', months: null, monthlyGross: '2500.00', sameWorkingTime: true }] }))
    const known = Object.entries({ ...file.dates, ...file.amounts }).filter(([, value]) => value !== null).map(([name]) => name)
    expect(Object.keys(file.explanations).sort()).toEqual(known.sort())
    for (const explanation of Object.values(file.explanations)) {
      expect(explanation.rule).toMatch(/^R-\d{3}$/u)
      expect(explanation.article).not.toBe('')
      expect(explanation.steps.length).toBeGreaterThan(0)
    }
  })

  it('names a refused fact by its place in the request, once, under its first ground', () => {
    const file = simulated(request({
      facts: [
        { kind: 'work_period', from: '2025-11-03', to: '2025-11-04', contract: 'cdd', employer: 'individual', validatedOn: null },
        { kind: 'accepted', on: '2025-09-15' },
        { kind: 'proposal_handed_over', on: '2025-09-08' },
        { kind: 'accepted', on: '2025-09-16' },
      ],
    }))
    expect(file.refusals.map(({ factIndex, rule }) => [factIndex, rule]).sort()).toEqual([[0, 'R-401'], [3, 'R-119']])
    for (const refusal of file.refusals) expect(Object.keys(refusal).sort()).toEqual(['article', 'factIndex', 'message', 'rule'])
    expect(file.totals.workPeriodDays).toBe(0)
  })

  it('writes articles with plain spaces, which a program may compare', () => {
    const facts = [...(request()['facts'] as readonly Json[]), { kind: 'work_period', from: '2025-11-03', to: '2025-11-04', contract: 'cdd', employer: 'company', validatedOn: '2025-11-03' }]
    const file = simulated(request({ facts }))
    expect(file.refusals).toMatchObject([{ factIndex: 2, rule: 'R-400', article: 'Conv. 2015 art. 12 §1' }])
    expect(file.explanations.cspTerm?.article).toBe('Conv. 2015 art. 6')
    expect(file.alerts.find((alert) => alert.rule === 'R-113')?.article).toMatch(/^CT L1233-67 ; Cass\. soc\. 11 sept\. 2024 n° 22-18\.629$/u)
  })

  it('speaks French, or English when asked, and gives the same figures', () => {
    const [french, english] = [simulated(request()), simulated(request(), 'en')]
    expect(french.deadlines[0]?.label).not.toBe(english.deadlines[0]?.label)
    expect(french.alerts[0]?.message).not.toBe(english.alerts[0]?.message)
    expect(english.alerts.map((alert) => alert.message).join(' ')).toMatch(/\bthe\b/u)
    expect(french.dates).toEqual(english.dates)
    expect(french.amounts).toEqual(english.amounts)
  })
})

describe('the request', () => {
  it.each([
    [{ ...request(), extra: 1 }, 'extra'],
    [request({ settings: { rollPolicy: 'none', roll: 1 } }), 'settings.roll'],
    [request({ employment: { hired: '2015-03-01' } }), 'employment.hired'],
    [request({ procedure: { engagedOn: '2025-09-08', entryPath: 'employer', kind: 'x' } }), 'procedure.kind'],
    [request({ facts: [{ kind: 'refused', on: '2025-09-10' }, { kind: 'refused', on: '2025-09-10' }, { kind: 'suspension', cause: 'sickness', from: '2025-11-01', untill: '2025-11-05' }] }), 'facts[2].untill'],
    [request({ facts: [{ kind: 'proposal_handed_over', on: '2025-09-08', contestLimitStated: true }] }), 'facts[0].contestLimitStated'],
  ])('names an unknown key by its path: %#', (source, path) => {
    expect(errorPath(source)).toBe(path)
  })
  it.each([
    [{}, ['today', 'procedure']],
    [{ today: '2026-03-01' }, ['procedure']],
    [{ today: '2026-03-01', procedure: { entryPath: 'employer' } }, ['procedure.engagedOn']],
    [{ today: '2026-03-01', procedure: { engagedOn: '2025-09-08' } }, ['procedure.entryPath']],
    [request({ procedure: null }), ['procedure']],
    [request({ today: '2026-02-30' }), ['today']],
    [request({ today: null }), ['today']],
    [request({ today: 20_260_301 }), ['today']],
    [request({ person: { birthDate: '1980-13-01' } }), ['person.birthDate']],
    [request({ settings: { rollPolicy: 'always' } }), ['settings.rollPolicy']],
    [request({ benefit: { sjr: 98.63 } }), ['benefit.sjr']],
    [request({ benefit: { sjr: '98.6' } }), ['benefit.sjr']],
    [request({ benefit: { sjr: '-1.00' } }), ['benefit.sjr']],
    [request({ employment: { companySize: '45' } }), ['employment.companySize']],
    [request({ employment: { companySize: 4.5 } }), ['employment.companySize']],
    [request({ facts: {} }), ['facts']],
    [request({ facts: ['accepted'] }), ['facts[0]']],
    [request({ facts: [{ on: '2025-09-08' }] }), ['facts[0].kind']],
    [request({ facts: [{ kind: 'constructor', on: '2025-09-08' }] }), ['facts[0].kind']],
    [request({ facts: [{ kind: 'breach_dismissed', on: '2026-01-08' }] }), ['facts[0].kind']],
    [request({ facts: [{ kind: 'accepted' }] }), ['facts[0].on']],
    [request({ facts: [{ kind: 'accepted', on: '2025-06-31' }] }), ['facts[0].on']],
    [request({ facts: [{ kind: 'suspension', cause: 'flu', from: '2025-11-01' }] }), ['facts[0].cause']],
    [request({ facts: [{ kind: 'suspension', cause: 'sickness', from: '2025-11-05', to: '2025-11-04' }] }), ['facts[0].to']],
    [request({ facts: [{ kind: 'job_started', on: '2026-01-05', contract: 'cdd', months: null }] }), ['facts[0].months']],
    [request({ facts: [{ kind: 'bonus_paid', on: '2026-01-05', amount: '12,50' }] }), ['facts[0].amount']],
    [[], ['']],
    [null, ['']],
    ['x', ['']],
  ])('names what is wrong by its path: %#', (source, paths) => {
    expect(paths).toContain(errorPath(source))
  })
  it('says why in words that fit', () => {
    const message = (source: Json) => (answer(source, shippedTexts, 'en') as SimulationError).error.message
    expect(message(request({ facts: [{ kind: 'suspension', cause: 'flu', from: '2025-11-01' }] }))).toMatch(/none of those admitted/u)
    expect(message(request({ facts: [{ kind: 'accepted', on: 20_250_915 }] }))).toMatch(/expected form/u)
    expect(message(request({ facts: [{ kind: 'accepted' }] }))).toMatch(/required/u)
    expect(message(request({ today: '2026-02-30' }))).toMatch(/exists/u)
  })
  it('takes any block or field as null or left out', () => {
    const { person: _person, ...without } = request({ settings: {}, employment: { hiredOn: null }, benefit: null, facts: null })
    expect(errorPath(without)).toBeNull()
  })
  it('takes every kind of fact of the contract', () => {
    const on = '2026-01-12'
    const facts: readonly Json[] = [
      ...['proposal_handed_over', 'registered', 'motive_notified', 'information_interview_held', 'conservative_letter_sent', 'accepted', 'refused', 'pre_bilan_held', 'plan_validated', 'month4_review_held', 'final_interview_held', 'contact_held', 'asp_resumed', 'trial_period_broken', 'job_ended', 'bonus_claimed', 'wage_gap_claimed', 'action_refused', 'action_missed', 'offer_refused', 'false_statement', 'exclusion_decided', 'annulled'].map((kind) => ({ kind, on })),
      { kind: 'authorisation_notified', on, granted: true },
      { kind: 'sent_to_france_travail', on, part: 'acceptance' },
      { kind: 'sent_to_france_travail', on, part: 'all' },
      { kind: 'training', from: on, to: '2026-02-12' },
      ...['cdd', 'temp'].map((contract) => ({ kind: 'work_period', from: on, to: null, contract, employer: 'company', validatedOn: on })),
      { kind: 'work_period', from: on, to: '2026-02-12', contract: 'cdd', employer: 'individual', validatedOn: null },
      ...SUSPENSION_CAUSES.map((cause) => ({ kind: 'suspension', cause, from: on, to: null })),
      ...['work', 'self_employment', 'health_benefits', 'child_rearing_benefit', 'moved_abroad', 'parental_presence_allowance', 'full_pension', 'civic_service'].map((cause) => ({ kind: 'asp_stopped', on, cause })),
      { kind: 'job_started', on, contract: 'cdi', months: null, monthlyGross: '2000.00', sameWorkingTime: true },
      { kind: 'job_started', on, contract: 'temp', months: 6, monthlyGross: null, sameWorkingTime: null },
      { kind: 'bonus_paid', on, amount: '1500.00' },
      ...['in_job', 'jobseeker', 'training', 'other'].map((situation) => ({ kind: 'follow_up_held', on, situation })),
      ...['term', 'job_cdi', 'job_cdd_6m', 'job_temp_6m', 'business_creation', 'refused_action', 'no_show_action', 'two_refused_offers', 'false_declaration', 'full_pension', 'moved_abroad', 'civic_service', 'child_benefit', 'ajpp', 'long_sickness', 'death', 'annulled', 'renounced'].map((motive) => ({ kind: 'file_closed', on, motive })),
    ]
    expect(errorPath(request({ facts }))).toBeNull()
    for (const procedure of ['interview', 'consultation', 'pse'])
      for (const entryPath of ['employer', 'france_travail', 'experiment'])
        expect(errorPath(request({ procedure: { type: procedure, engagedOn: '2025-09-08', entryPath, regime: 'H' } }))).toBeNull()
  })
})

describe('any request', () => {
  const numbers = fc.oneof(fc.integer(), fc.double({ noNaN: true }), fc.constantFrom(0, -0, 1e300, -1, 0.1, 9_007_199_254_740_991))
  const texts = fc.oneof(fc.string(), fc.constantFrom('', '2025-09-30', '1900-01-01', '2199-12-31', '0.00', '999999999.99', '__proto__', 'H'))
  const values = fc.oneof(fc.jsonValue(), numbers, texts, fc.constant(null))
  const facts = fc.array(fc.dictionary(fc.constantFrom('kind', 'on', 'from', 'to', 'months', 'contract', 'amount', '__proto__', 'cause'), fc.oneof(values, fc.constantFrom('accepted', 'registered', 'suspension', 'cdi'))), { maxLength: 4 })
  const paths = ['today', 'settings', 'person', 'employment', 'procedure', 'benefit', 'facts', 'employment.companySize', 'employment.noticeMonths', 'employment.hiredOn', 'employment.monthlyGross', 'person.birthDate', 'procedure.engagedOn', 'procedure.regime', 'procedure.type', 'benefit.sjr', 'benefit.areDaily', 'benefit.areDurationDays']
  it('is answered or refused with a path, and never throws', () => {
    fc.assert(
      fc.property(fc.constantFrom(...paths), values, facts, fc.boolean(), (path, value, more, replace) => {
        const source = structuredClone(request()) as Record<string, unknown>
        const [block = '', field] = path.split('.')
        source[block] = field === undefined ? value : { ...(source[block] as Json), [field]: value }
        if (replace) source['facts'] = more
        const result = answer(source, shippedTexts, 'fr')
        expect('error' in result ? typeof result.error.path : result.stage).toBeTruthy()
        expect(JSON.stringify(result)).not.toMatch(/NaN|undefined|Infinity/u)
      }),
      { numRuns: 600 },
    )
  })
})

describe('stages, on the day and the day after', () => {
  const prepared: readonly Json[] = [{ kind: 'pre_bilan_held', on: '2025-10-06' }, { kind: 'plan_validated', on: '2025-10-20' }]
  const cdi = { kind: 'job_started', on: '2026-02-02', contract: 'cdi' }
  it.each([
    ['2025-09-07', 'to_propose', []],
    ['2025-09-14', 'reflection', []],
    ['2025-09-15', 'accepted_pending', []],
    ['2025-09-29', 'accepted_pending', []],
    ['2025-09-30', 'pre_bilan_due', []],
    ['2025-10-05', 'pre_bilan_due', prepared],
    ['2025-10-06', 'plan_due', prepared],
    ['2025-10-19', 'plan_due', prepared],
    ['2025-10-20', 'in_follow_up', prepared],
    ['2026-09-29', 'in_follow_up', prepared],
    ['2026-09-30', 'term', prepared],
    ['2026-02-01', 'in_follow_up', [...prepared, cdi]],
    ['2026-02-02', 'in_job', [...prepared, cdi]],
    ['2026-03-09', 'in_job', [...prepared, cdi, { kind: 'follow_up_held', on: '2026-03-10', situation: 'in_job' }]],
    ['2026-03-10', 'follow_up_after_job', [...prepared, cdi, { kind: 'follow_up_held', on: '2026-03-10', situation: 'in_job' }]],
    ['2026-08-02', 'in_job', [...prepared, cdi]],
    ['2026-08-03', 'closed', [...prepared, cdi]],
    ['2026-01-11', 'in_follow_up', [...prepared, { kind: 'asp_stopped', on: '2026-01-12', cause: 'moved_abroad' }]],
    ['2026-01-12', 'asp_stopped', [...prepared, { kind: 'asp_stopped', on: '2026-01-12', cause: 'moved_abroad' }]],
    ['2026-01-12', 'breach_proposed', [...prepared, { kind: 'action_missed', on: '2026-01-12' }]],
    ['2026-01-13', 'excluded', [...prepared, { kind: 'action_missed', on: '2026-01-12' }, { kind: 'exclusion_decided', on: '2026-01-13' }]],
    ['2026-01-12', 'closed', [...prepared, { kind: 'file_closed', on: '2026-01-12', motive: 'death' }]],
    ['2026-01-12', 'annulled', [...prepared, { kind: 'annulled', on: '2026-01-12' }]],
    ['2026-01-12', 'suspended_family', [...prepared, { kind: 'suspension', cause: 'adoption', from: '2026-01-12', to: null }]],
    ['2026-01-12', 'suspended_work', [...prepared, { kind: 'work_period', from: '2026-01-12', to: '2026-01-14', contract: 'temp', employer: 'company', validatedOn: '2026-01-12' }]],
  ])('%s: %s', (today, stage, facts) => {
    expect(stageOn(today, ...facts)).toBe(stage)
  })
  it('silence: reflection on the last day, refused the day after; a late answer is not admitted', () => {
    const silent = (today: string, ...more: readonly Json[]) => simulated(request({ today, facts: [{ kind: 'proposal_handed_over', on: '2025-09-08' }, ...more] }))
    expect([silent('2025-09-29').stage, silent('2025-09-30').stage]).toEqual(['reflection', 'refused'])
    const late = silent('2025-10-10', { kind: 'accepted', on: '2025-09-30' })
    expect(late.stage).toBe('refused')
    expect(late.refusals[0]).toMatchObject({ factIndex: 1, rule: 'R-117' })
  })
})

describe('readings fixed by the contract', () => {
  const under = (engagedOn: string, today: string, ...facts: readonly Json[]) =>
    simulated(request({ today, procedure: { type: 'interview', engagedOn, entryPath: 'employer' }, facts: [{ kind: 'proposal_handed_over', on: engagedOn }, { kind: 'accepted', on: engagedOn }, ...facts] }))
  const period = (from: string, to: string | null): Json => ({ kind: 'work_period', from, to, contract: 'cdd', employer: 'company', validatedOn: from })

  it('a cap of three months on a term of 28 February 2017 ends on 31 May 2017', () => {
    const file = under('2016-02-08', '2017-06-01', period('2016-09-01', '2016-12-31'))
    expect(file.dates).toMatchObject({ cspStart: '2016-03-01', cspTerm: '2017-05-31' })
    expect(file.totals.extensionDays.work).toBe(92)
  })
  it('a file of A never moves its term, even under the limits of 2015', () => {
    const file = under('2014-11-03', '2015-12-31', period('2015-08-03', '2015-08-12'))
    expect(file.refusals).toEqual([])
    expect(file.dates.cspTerm).toBe('2015-11-24')
    expect(file.totals).toMatchObject({ workPeriodDays: 10, extensionDays: { work: 0 } })
  })
  it('rollPolicy moves the end of reflection alone, and rolls by default', () => {
    const life = (settings: Json | null) => simulated(request({ settings, procedure: { engagedOn: '2025-12-11', entryPath: 'employer' }, facts: [{ kind: 'proposal_handed_over', on: '2025-12-11' }, { kind: 'accepted', on: '2025-12-12' }] })).dates
    expect(life(null)).toMatchObject({ reflectionEnd: '2026-01-02', contractEnd: '2026-01-02', cspStart: '2026-01-03', preBilanDue: '2026-01-11' })
    expect(life({ rollPolicy: 'none' })).toMatchObject({ reflectionEnd: '2026-01-01', cspStart: '2026-01-02' })
  })
  it('an exclusion without a ground is refused; under A it stops the allowance', () => {
    expect(under('2025-09-08', '2026-03-01', { kind: 'exclusion_decided', on: '2026-01-30' }).refusals).toMatchObject([{ factIndex: 2, rule: 'R-601' }])
    expect(under('2013-10-17', '2014-03-01', { kind: 'action_refused', on: '2014-01-12' }, { kind: 'exclusion_decided', on: '2014-01-30' }).stage).toBe('asp_stopped')
  })
  it('a protected employee who has accepted awaits the authorisation, and its dates are null', () => {
    const employment = { protectedEmployee: true }
    const facts = request()['facts'] as readonly Json[]
    const waiting = simulated(request({ employment, facts }))
    expect(waiting.stage).toBe('awaiting_authorisation')
    expect(waiting.dates).toMatchObject({ contractEnd: null, cspStart: null, cspTerm: null, preBilanDue: null, employerPaymentDue: null })
    expect(simulated(request({ employment, facts: [...facts, { kind: 'authorisation_notified', on: '2025-10-20', granted: false }] })).stage).toBe('annulled')
    expect(simulated(request({ employment, facts: [...facts, { kind: 'authorisation_notified', on: '2025-10-20', granted: true }] })).dates.cspStart).toBe('2025-10-22')
  })
  it('two facts of one day apply in the order given', () => {
    const both = (first: string, second: string) => simulated(request({ facts: [{ kind: 'proposal_handed_over', on: '2025-09-08' }, { kind: first, on: '2025-09-15' }, { kind: second, on: '2025-09-15' }] }))
    expect(both('accepted', 'refused').stage).toBe('pre_bilan_due')
    expect(both('refused', 'accepted').stage).toBe('refused')
  })
  it('a fact after today is planned: dates and deadlines show it, stage and totals do not', () => {
    const file = under('2025-09-08', '2026-04-01', period('2026-05-04', '2026-05-13'), { kind: 'pre_bilan_held', on: '2026-05-20' })
    expect(file.stage).toBe('pre_bilan_due')
    expect(file.dates.cspTerm).toBe('2026-10-09')
    expect(file.totals).toMatchObject({ workPeriodDays: 0, extensionDays: { work: 0 } })
    expect(file.deadlines.find((deadline) => deadline.rule === 'R-301')).toMatchObject({ metOn: '2026-05-20', status: 'met_late' })
  })
  it('an open work period or leave counts through today', () => {
    expect(under('2025-09-08', '2026-04-08', period('2026-04-01', null)).totals).toMatchObject({ workPeriodDays: 8, extensionDays: { work: 8 } })
    expect(under('2025-09-08', '2026-04-08', { kind: 'suspension', cause: 'sickness', from: '2026-04-01', to: null }).totals.extensionDays.sickness).toBe(8)
  })
  it('January 2015 is computed only under a text that the request names', () => {
    const named = (regime: string | null) => simulated(request({ today: '2015-06-01', procedure: { engagedOn: '2015-01-15', entryPath: 'employer', regime }, facts: [{ kind: 'proposal_handed_over', on: '2015-01-15' }, { kind: 'accepted', on: '2015-01-20' }] }))
    expect(named(null).regime).toMatchObject({ code: null, text: null })
    expect(named(null).alerts.length).toBeGreaterThan(0)
    expect(Object.values(named(null).dates).every((date) => date === null)).toBe(true)
    expect(named('A0').regime.code).toBe('A0')
    expect(named('A0').dates.cspStart).toBe('2015-02-06')
  })
})

describe('the command', { timeout: 60_000 }, () => {
  const run = (input: string, ...options: readonly string[]) => {
    const { status, stdout } = spawnSync(process.execPath, ['lib/accord/simulate/command.ts', ...options], { input, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 })
    return { status, output: JSON.parse(stdout) as unknown }
  }
  it('answers one request, exit 0, even where a fact is refused', () => {
    const refused = request({ facts: [{ kind: 'accepted', on: '2025-09-15' }] })
    const { status, output } = run(JSON.stringify(refused))
    expect(status).toBe(0)
    expect((output as Simulation).refusals).toMatchObject([{ factIndex: 0, rule: 'R-116' }])
  })
  it('speaks English with --lang en', () => {
    const [french, english] = [run(JSON.stringify(request())), run(JSON.stringify(request()), '--lang', 'en')]
    expect((english.output as Simulation).deadlines[0]?.label).toBe(simulated(request(), 'en').deadlines[0]?.label)
    expect((french.output as Simulation).deadlines[0]?.label).toBe(simulated(request()).deadlines[0]?.label)
  })
  it('exits 2 on a request that is not valid, and on what is not JSON', () => {
    const wrong = run(JSON.stringify({ ...request(), extra: 1 }))
    expect(wrong.status).toBe(2)
    expect(wrong.output).toMatchObject({ error: { path: 'extra' } })
    expect(run('{').status).toBe(2)
    expect(run('').status).toBe(2)
    expect(run('3').status).toBe(2)
  })
  it('answers an array in its order, an invalid element in its place, exit 0', () => {
    const { status, output } = run(JSON.stringify([request(), { today: 'x' }, 3, request({ today: '2025-09-20' })]))
    expect(status).toBe(0)
    expect(output).toMatchObject([{ stage: 'pre_bilan_due' }, { error: { path: 'today' } }, { error: { path: '' } }, { stage: 'accepted_pending' }])
    expect(run('[]')).toEqual({ status: 0, output: [] })
  })
  it('answers a thousand requests at once', () => {
    const { status, output } = run(JSON.stringify(Array.from({ length: 1_000 }, (_, index) => request({ employment: { companySize: index } }))))
    expect(status).toBe(0)
    expect((output as readonly unknown[]).length).toBe(1_000)
  })
  it('takes less than five seconds of computing for them', () => {
    // Computing, not waiting: a machine busy with something else is no fault of ours.
    const before = process.cpuUsage()
    for (let index = 0; index < 1_000; index += 1) answer(request({ employment: { companySize: index } }), shippedTexts, 'fr')
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1_000).toBeLessThan(5_000)
  })
})
