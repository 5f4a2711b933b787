import { describe, expect, it } from 'vitest'
import { isoOf, type CaseFile, type Day } from '@/lib/accord'
import { datesOf, deadlineOf, fileOf, plus, startingOn, type WrittenFact, type WrittenFile } from './a-file'

/* The course of a file: its periods, its milestones, why it ended, and the next day on which time alone changes it. */
const iso = (value: Day | null | undefined) => (value === null || value === undefined ? null : isoOf(value))
const START = '2025-09-30'
const TERM = '2026-09-29'
const life = (facts: readonly WrittenFact[], today = '2027-06-30', more: Partial<WrittenFile> = {}) => startingOn(START, facts, today, more)
const periods = (file: CaseFile) => file.periods.map(({ kind, cause, from, to }) => [kind, cause ?? '', iso(from), iso(to) ?? 'open'].filter((part) => part !== '').join(' '))
const PREPARED: readonly WrittenFact[] = [['pre_bilan_held', '2025-10-03'], ['plan_validated', '2025-10-20']]
const CDI: WrittenFact = ['job_started', '2026-02-02', { contract: 'cdi' }]
const SHORT_JOB: WrittenFact = ['job_started', '2026-02-02', { contract: 'cdd', months: 3 }]

describe('the periods of a file', () => {
  it('none before the CSP has a start', () => {
    expect(periods(fileOf({ engagedOn: '2025-09-08', facts: [['proposal_handed_over', '2025-09-08']], today: '2025-09-20' }))).toEqual([])
  })
  it('the CSP, to its term', () => {
    expect(periods(life([]))).toEqual([`csp ${START} ${TERM}`])
    expect(life([]).periods[0]).toMatchObject({ kind: 'csp', cause: null, factIndex: null })
  })
  it('R-404: a leave with the extension it gives', () => {
    const file = life([['suspension', '2026-01-05', { cause: 'sickness', to: '2026-01-14' }]])
    expect(periods(file)).toEqual([`csp ${START} 2026-10-09`, 'extension 2026-09-30 2026-10-09', 'suspension sickness 2026-01-05 2026-01-14'])
    expect(file.periods.map(({ factIndex }) => factIndex)).toEqual([null, null, 3])
  })
  it('no extension where a work period gives none', () => {
    expect(periods(life([['work_period', '2026-01-05', { to: '2026-01-14' }]]))).toEqual([`csp ${START} ${TERM}`, 'work_period 2026-01-05 2026-01-14'])
  })
  it('a training, which may outlast the CSP, with its fact', () => {
    const file = life([['training', '2026-09-01', { to: '2026-12-31' }]])
    expect(periods(file)).toEqual([`csp ${START} ${TERM}`, 'training 2026-09-01 2026-12-31'])
    expect(file.periods[1]?.factIndex).toBe(3)
  })
  it('R-410: a job ends the CSP on its eve, and is open while it stands', () => {
    const file = life([CDI])
    expect(periods(file)).toEqual([`csp ${START} 2026-02-01`, 'job 2026-02-02 open'])
    expect(file.periods[1]?.factIndex).toBe(3)
    expect(periods(life([CDI, ['job_ended', '2026-05-01']]))).toEqual([`csp ${START} 2026-02-01`, 'job 2026-02-02 2026-04-30'])
  })
  it('R-410: one of the first day leaves no CSP', () => {
    expect(periods(life([['job_started', START, { contract: 'cdi' }]]))).toEqual([`job ${START} open`])
    expect(periods(life([['job_started', plus(START, 1), { contract: 'cdi' }]]))[0]).toBe(`csp ${START} ${START}`)
  })
  it('R-412: a broken trial gives the CSP back, the job to its eve', () => {
    expect(periods(life([CDI, ['trial_period_broken', '2026-02-20']]))).toEqual([`csp ${START} ${TERM}`, 'job 2026-02-02 2026-02-19'])
    expect(periods(life([CDI, ['trial_period_broken', '2026-02-02']]))).toEqual([`csp ${START} ${TERM}`])
    expect(periods(life([CDI, ['trial_period_broken', '2026-02-03']]))).toEqual([`csp ${START} ${TERM}`, 'job 2026-02-02 2026-02-02'])
  })
  it('R-410: a job kept beside the CSP leaves it running', () => {
    expect(periods(life([SHORT_JOB]))).toEqual([`csp ${START} ${TERM}`, 'job 2026-02-02 open'])
    expect(periods(life([SHORT_JOB, ['job_started', '2026-03-02', { contract: 'cdi' }]]))).toEqual([`csp ${START} 2026-03-01`, 'job 2026-02-02 2026-03-01', 'job 2026-03-02 open'])
  })
  it('T19: a job closes the work periods and leaves that ran; one of its own day is nothing', () => {
    expect(periods(life([['work_period', '2026-01-05', { to: '2026-03-31' }], CDI]))).toEqual([`csp ${START} 2026-02-01`, 'work_period 2026-01-05 2026-02-01', 'job 2026-02-02 open'])
    expect(periods(life([['work_period', '2026-02-02'], CDI]))).toEqual([`csp ${START} 2026-02-01`, 'job 2026-02-02 open'])
    expect(periods(life([['work_period', '2026-02-01'], CDI]))).toEqual([`csp ${START} 2026-02-01`, 'work_period 2026-02-01 2026-02-01', 'job 2026-02-02 open'])
    expect(periods(life([['suspension', '2026-01-05', { cause: 'sickness', to: '2026-02-01' }], CDI]))).toContain('suspension sickness 2026-01-05 2026-02-01')
  })
  it('R-205: a stop of the allowance to the eve of its resumption, none where both are of one day', () => {
    const stop: WrittenFact = ['asp_stopped', '2026-01-12', { cause: 'moved_abroad' }]
    expect(periods(life([stop]))).toEqual([`csp ${START} ${TERM}`, 'asp_stopped moved_abroad 2026-01-12 open'])
    expect(periods(life([stop, ['asp_resumed', '2026-01-20']]))).toEqual([`csp ${START} ${TERM}`, 'asp_stopped moved_abroad 2026-01-12 2026-01-19'])
    expect(periods(life([stop, ['asp_resumed', '2026-01-12']]))).toEqual([`csp ${START} ${TERM}`])
    expect(periods(life([stop, ['asp_resumed', '2026-01-13']]))).toContain('asp_stopped moved_abroad 2026-01-12 2026-01-12')
    expect(periods(life([stop, CDI]))).toContain('asp_stopped moved_abroad 2026-01-12 2026-02-01')
    expect(periods(life([stop, SHORT_JOB]))).toContain('asp_stopped moved_abroad 2026-01-12 open')
    expect(life([stop]).periods[1]?.factIndex).toBe(3)
  })
  it('R-601: an exclusion, a closing, an annulment end it on their eve', () => {
    expect(periods(life([['action_missed', '2026-01-12'], ['exclusion_decided', '2026-01-20']]))).toEqual([`csp ${START} 2026-01-19`])
    expect(periods(life([['file_closed', '2026-01-20', { motive: 'death' }]]))).toEqual([`csp ${START} 2026-01-19`])
    expect(periods(life([['annulled', '2026-01-20']]))).toEqual([`csp ${START} 2026-01-19`])
    expect(periods(life([['annulled', START]]))).toEqual([])
  })
})

describe('the next day on which time alone changes a file', () => {
  const next = (file: CaseFile) => iso(file.nextChangeOn)
  const proposed = (today: string, facts: readonly WrittenFact[] = []) => fileOf({ engagedOn: '2025-09-08', facts: [['proposal_handed_over', '2025-09-08'], ...facts], today })
  it.each<[string, CaseFile, string | null]>([
    ['during the reflection, the day after its last', proposed('2025-09-10'), '2025-09-30'],
    ['on the last day of reflection, the day after', proposed('2025-09-29'), '2025-09-30'],
    ['after a silence, nothing', proposed('2025-09-30'), null],
    ['a planned fact, its day', proposed('2025-09-10', [['information_interview_held', '2025-09-15']]), '2025-09-15'],
    ['once accepted, the first day of the CSP', proposed('2025-09-16', [['accepted', '2025-09-15']]), START],
    ['during the CSP, the day after its term', life([], '2026-01-10'), '2026-09-30'],
    ['on the last day of the CSP, the day after', life([], TERM), '2026-09-30'],
    ['after it, nothing', life([], '2026-09-30'), null],
    ['an open leave, every day', life([['suspension', '2026-01-05']], '2026-01-20'), '2026-01-21'],
    ['one that opens tomorrow, tomorrow', life([['suspension', '2026-01-21']], '2026-01-20'), '2026-01-21'],
    ['one that opens later, that day', life([['suspension', '2026-01-25']], '2026-01-20'), '2026-01-25'],
    ['a leave that ends, the day after', life([['suspension', '2026-01-05', { to: '2026-01-25' }]], '2026-01-20'), '2026-01-26'],
    ['a job, the end of the time to claim its bonus', life([CDI], '2026-02-10'), '2026-03-05'],
    ['then the end of six months of follow-up', life([CDI], '2026-03-05'), '2026-08-03'],
    ['a job kept beside the CSP, the end of its contract', life([SHORT_JOB], '2026-02-10'), '2026-05-02'],
    ['of a job and a half, whole months', life([['job_started', '2026-02-02', { contract: 'cdd', months: 2.5 }]], '2026-02-10'), '2026-04-02'],
  ])('%s', (_what, file, expected) => {
    expect(next(file)).toBe(expected)
  })
  it('R-002: while no term says up to when, the day of an overlay to come', () => {
    const waiting = (today: string) => fileOf({ engagedOn: '2011-12-01', facts: [['proposal_handed_over', '2011-12-01'], ['annulled', '2011-12-05']], today })
    expect([next(waiting('2012-01-15')), next(waiting('2012-02-03')), next(waiting('2015-03-01'))]).toEqual(['2012-02-03', '2015-03-01', null])
  })
})

describe('why a file ended', () => {
  const motive = (facts: readonly WrittenFact[], today: string) => life(facts, today).exitMotive
  it.each<[string, readonly WrittenFact[], string, string | null]>([
    ['it has not', [], TERM, null],
    ['its term, from the day after', [], '2026-09-30', 'term'],
    ['a job, from its first day', [CDI], '2026-02-02', 'job_cdi'],
    ['not on its eve', [CDI], '2026-02-01', null],
    ['a bounded job', [['job_started', '2026-02-02', { contract: 'cdd', months: 6 }]], '2026-02-02', 'job_cdd_6m'],
    ['a temporary one', [['job_started', '2026-02-02', { contract: 'temp', months: 6 }]], '2026-02-02', 'job_temp_6m'],
    ['an exclusion, from its day', [['action_refused', '2026-01-12'], ['exclusion_decided', '2026-01-20']], '2026-01-20', 'refused_action'],
    ['not before', [['action_refused', '2026-01-12'], ['exclusion_decided', '2026-01-20']], '2026-01-19', null],
    ['for an absence', [['action_missed', '2026-01-12'], ['exclusion_decided', '2026-01-20']], '2026-01-20', 'no_show_action'],
    ['for two offers', [['offer_refused', '2026-01-12'], ['offer_refused', '2026-01-13'], ['exclusion_decided', '2026-01-20']], '2026-01-20', 'two_refused_offers'],
    ['for a false statement', [['false_statement', '2026-01-12'], ['exclusion_decided', '2026-01-20']], '2026-01-20', 'false_declaration'],
    ['an annulment, from its day', [['annulled', '2026-01-12']], '2026-01-12', 'annulled'],
    ['not before it', [['annulled', '2026-01-12']], '2026-01-11', null],
    ['a closing, from its day', [['file_closed', '2026-01-12', { motive: 'death' }]], '2026-01-12', 'death'],
    ['not before that', [['file_closed', '2026-01-12', { motive: 'death' }]], '2026-01-11', null],
    ['sick at the term and after', [['suspension', '2026-09-21', { cause: 'sickness', to: '2027-03-31' }]], '2027-06-30', 'long_sickness'],
    ['sick long before', [['suspension', '2026-01-12', { cause: 'sickness', to: '2026-01-20' }]], '2027-06-30', 'term'],
    ['on another leave', [['suspension', '2026-09-21', { cause: 'maternity', to: '2027-03-31' }]], '2028-06-30', 'term'],
  ])('%s', (_what, facts, today, expected) => {
    expect(motive(facts, today)).toBe(expected)
  })
  it('R-601: under the text of 2011 an exclusion takes the allowance, not the CSP', () => {
    const file = startingOn('2014-03-01', [['action_missed', '2014-05-05'], ['exclusion_decided', '2014-05-12']], '2014-06-01')
    expect([file.exitMotive, file.stage]).toEqual([null, 'asp_stopped'])
  })
  it('R-404: sickness that ends with the extension it gave is no long one', () => {
    // Four months of extension at most: a leave to the very term is over with it.
    const until = (to: string) => life([['suspension', '2026-09-21', { cause: 'sickness', to }]], '2028-06-30')
    const term = datesOf(until('2027-06-30')).cspTerm as string
    expect([until(term).exitMotive, until(plus(term, 1)).exitMotive]).toEqual(['term', 'long_sickness'])
  })
})

describe('the milestones of a file', () => {
  const milestones = (file: CaseFile) => file.milestones
  it('each from its fact, nothing where there is none', () => {
    const file = life([...PREPARED, ['plan_validated', '2025-11-20'], ['contact_held', '2025-12-02'], CDI], '2026-02-10')
    const { handedOverOn, acceptedOn, preBilanOn, planOn, lastContactOn, jobStartedOn, jobContract, endedOn } = milestones(file)
    expect([handedOverOn, acceptedOn, preBilanOn, planOn, lastContactOn, jobStartedOn, endedOn].map(iso)).toEqual(['2025-09-08', '2025-09-08', '2025-10-03', '2025-10-20', '2025-12-02', '2026-02-02', '2026-02-01'])
    expect(jobContract).toBe('cdi')
    const { jobContract: none, ...nothing } = milestones(fileOf({ engagedOn: '2025-09-08', facts: [], today: '2025-09-10' }))
    expect([none, ...Object.values(nothing)]).toEqual(Array.from({ length: 9 }, () => null))
  })
  it('at France Travail, the registration stands for the hand-over', () => {
    const file = fileOf({ engagedOn: '2025-09-08', path: 'france_travail', facts: [['proposal_handed_over', '2025-09-09'], ['registered', '2025-10-08']], today: '2025-10-10' })
    expect(iso(milestones(file).handedOverOn)).toBe('2025-10-08')
    const employer = fileOf({ engagedOn: '2025-09-08', facts: [['proposal_handed_over', '2025-09-09']], today: '2025-10-10' })
    expect(iso(milestones(employer).handedOverOn)).toBe('2025-09-09')
  })
  it('R-305: a contact is any meeting that the person was seen at, and no other fact', () => {
    const seen = (...facts: readonly WrittenFact[]) => iso(milestones(life([['contact_held', '2025-10-01'], ...facts], '2026-09-01')).lastContactOn)
    const meetings: readonly WrittenFact[] = [['pre_bilan_held', '2025-10-03'], ['plan_validated', '2025-10-20'], ['month4_review_held', '2026-01-28'], ['work_period', '2026-02-02', { to: '2026-02-06' }], ['work_review_held', '2026-02-10'], ['final_interview_held', '2026-08-10']]
    expect(meetings.map((_, index) => seen(...meetings.slice(0, index + 1)))).toEqual(['2025-10-03', '2025-10-20', '2026-01-28', '2026-01-28', '2026-02-10', '2026-08-10'])
    expect(seen(['action_missed', '2025-12-01'], ['benefit_notified', '2025-12-02', { aspDaily: '73.97' }], ['asp_stopped', '2025-12-03'], ['term_letter_relayed', '2025-12-04'])).toBe('2025-10-01')
  })
  it('the CSP ended on the eve of what ended it, once that is past', () => {
    expect([iso(milestones(life([], TERM)).endedOn), iso(milestones(life([], '2026-09-30')).endedOn)]).toEqual([null, TERM])
    expect([iso(milestones(life([CDI], '2026-02-01')).endedOn), iso(milestones(life([CDI], '2026-02-02')).endedOn)]).toEqual([null, '2026-02-01'])
  })
})

describe('what a fact does to the file', () => {
  it('R-120: what was sent first counts, for each of the two sendings', () => {
    const file = life([['sent_to_france_travail', '2025-10-01', { part: 'acceptance' }], ['sent_to_france_travail', '2025-10-05', { part: 'acceptance' }], ['sent_to_france_travail', '2025-10-08', { part: 'all' }], ['sent_to_france_travail', '2025-10-12', { part: 'all' }]])
    expect([iso(deadlineOf(file, 'sendAcceptance')?.metOn), iso(deadlineOf(file, 'sendAll')?.metOn)]).toEqual(['2025-10-01', '2025-10-08'])
  })
  it('R-601, R-602: a breach is put by the first ground and lifted by an explanation; offers explained count no more', () => {
    const stage = (facts: readonly WrittenFact[], today: string) => life([...PREPARED, ...facts], today).stage
    expect(stage([['action_missed', '2026-01-12'], ['action_refused', '2026-01-14']], '2026-01-15')).toBe('breach_proposed')
    expect([stage([['action_missed', '2026-01-12'], ['breach_dismissed', '2026-01-20']], '2026-01-19'), stage([['action_missed', '2026-01-12'], ['breach_dismissed', '2026-01-20']], '2026-01-20')]).toEqual(['breach_proposed', 'in_follow_up'])
    expect(life([['action_missed', '2026-01-12'], ['action_refused', '2026-01-14'], ['exclusion_decided', '2026-01-20']], '2026-02-01').exitMotive).toBe('no_show_action')
    const offers = (...days: readonly string[]): readonly WrittenFact[] => days.map((on) => ['offer_refused', on])
    expect(stage([...offers('2026-01-12', '2026-01-13'), ['breach_dismissed', '2026-01-14'], ...offers('2026-01-20')], '2026-01-21')).toBe('in_follow_up')
    expect(stage([...offers('2026-01-12'), ['action_missed', '2026-01-13'], ['breach_dismissed', '2026-01-14'], ...offers('2026-01-20')], '2026-01-21')).toBe('breach_proposed')
    expect(stage([...offers('2026-01-12', '2026-01-13'), ['action_missed', '2026-01-13'], ['breach_dismissed', '2026-01-14'], ...offers('2026-01-20')], '2026-01-21')).toBe('in_follow_up')
  })
  it('R-601: a false statement is a breach from 2015 only', () => {
    expect(life([...PREPARED, ['false_statement', '2026-01-12']], '2026-01-13').stage).toBe('breach_proposed')
    const of2014 = startingOn('2014-03-01', [['pre_bilan_held', '2014-03-05'], ['plan_validated', '2014-03-20'], ['false_statement', '2014-05-05']], '2014-05-06')
    expect([of2014.refusals, of2014.stage]).toEqual([[], 'in_follow_up'])
  })
  it('R-309: each contact of follow-up belongs to the job that stands on its day', () => {
    const stage = (facts: readonly WrittenFact[], today: string) => life([...PREPARED, ...facts], today).stage
    expect(stage([CDI, ['follow_up_held', '2026-03-10', { situation: 'in_job' }]], '2026-03-09')).toBe('in_job')
    expect(stage([CDI, ['follow_up_held', '2026-03-10', { situation: 'in_job' }]], '2026-03-10')).toBe('follow_up_after_job')
    const after: WrittenFact = ['job_started', '2026-10-05', { contract: 'cdi' }]
    expect([stage([after], '2026-10-04'), stage([after], '2026-10-05'), stage([after, ['follow_up_held', '2026-11-05', { situation: 'in_job' }]], '2026-11-05'), stage([after], '2027-04-06')]).toEqual(['term', 'term', 'follow_up_after_job', 'closed'])
  })
  it('R-410: a job found beside the CSP stops the allowance from its day, to its end', () => {
    const stage = (facts: readonly WrittenFact[], today: string) => life([...PREPARED, ...facts], today).stage
    expect([stage([SHORT_JOB], '2026-02-01'), stage([SHORT_JOB], '2026-02-02'), stage([SHORT_JOB, ['job_ended', '2026-02-20']], '2026-02-19'), stage([SHORT_JOB, ['job_ended', '2026-02-20']], '2026-02-20')]).toEqual(['in_follow_up', 'asp_stopped', 'asp_stopped', 'in_follow_up'])
    expect([stage([SHORT_JOB, ['trial_period_broken', '2026-02-20']], '2026-02-19'), stage([SHORT_JOB, ['trial_period_broken', '2026-02-20']], '2026-02-20')]).toEqual(['asp_stopped', 'in_follow_up'])
  })
  it('R-118: a refusal counts from its day', () => {
    const proposed = (today: string) => fileOf({ engagedOn: '2025-09-08', facts: [['proposal_handed_over', '2025-09-08'], ['refused', '2025-09-15']], today }).stage
    expect([proposed('2025-09-14'), proposed('2025-09-15')]).toEqual(['reflection', 'refused'])
  })
  it('R-016: a document that does not state the limit gives two years to contest', () => {
    const limit = (stated: boolean | null) => datesOf(fileOf({ engagedOn: '2025-09-08', facts: [['proposal_handed_over', '2025-09-08', stated === null ? {} : { contestLimitStated: stated }], ['accepted', '2025-09-15']], today: '2025-10-20' })).contestLimit
    expect([limit(true), limit(null), limit(false)]).toEqual(['2026-09-15', '2026-09-15', '2027-09-15'])
  })
  it('facts of one day are taken in the order given, all others in the order of their days', () => {
    const file = fileOf({ engagedOn: '2025-09-08', facts: [['plan_validated', '2025-10-20'], ['pre_bilan_held', '2025-10-03'], ['accepted', '2025-09-15'], ['proposal_handed_over', '2025-09-08']], today: '2025-11-01' })
    expect([file.refusals, file.stage]).toEqual([[], 'in_follow_up'])
    const same = (first: WrittenFact, second: WrittenFact) => life([first, second]).refusals.map(({ code, factIndex }) => `${code} ${factIndex}`)
    expect(same(['pre_bilan_held', '2025-10-03'], ['plan_validated', '2025-10-03'])).toEqual([])
    expect(same(['plan_validated', '2025-10-03'], ['pre_bilan_held', '2025-10-03'])).toEqual(['preBilanFirst 3'])
  })
})

describe('R-402 to R-404: totals count what has begun', () => {
  const totals = (facts: readonly WrittenFact[], today: string) => life(facts, today).totals
  const work: WrittenFact = ['work_period', '2026-04-06', { to: '2026-04-15' }]
  it('a planned period counts from its first day, then whole; its extension too', () => {
    expect([totals([work], '2026-04-05'), totals([work], '2026-04-06')].map(({ workPeriodDays, extensionDays }) => [workPeriodDays, extensionDays.work])).toEqual([[0, 0], [10, 10]])
    expect(totals([['work_period', '2026-04-06']], '2026-04-09').workPeriodDays).toBe(4)
    expect(totals([['suspension', '2026-04-06', { to: '2026-04-15' }]], '2026-04-20')).toMatchObject({ workPeriodDays: 0, extensionDays: { work: 0, sickness: 10 } })
  })
  it('leaves of the texts are counted each under its cause, and no other is named', () => {
    expect(Object.keys(totals([], '2026-04-20'))).toEqual(['workPeriodDays', 'extensionDays', 'aspDaysPaid'])
    expect(totals([['suspension', '2026-01-05', { cause: 'carer', to: '2026-01-09' }], ['suspension', '2026-02-02', { cause: 'adoption', to: '2026-02-06' }]], '2026-04-20').extensionDays).toEqual({ work: 0, sickness: 0, maternity: 0, paternity: 0, adoption: 5, carer: 5, parental_presence: 0 })
  })
})
