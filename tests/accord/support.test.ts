import { describe, expect, it } from 'vitest'
import { articleOf, day } from '@/lib/accord'
import { alertsOf, datesOf, deadlineOf, refusalsOf, startingOn, type WrittenFact, type WrittenFile } from './a-file'

/** A CSP under G from 30 September 2025 to 29 September 2026. */
const START = '2025-09-30'
const csp = (facts: readonly WrittenFact[], today: string, more: Partial<WrittenFile> = {}) => startingOn(START, facts, today, more)
const PREPARED: readonly WrittenFact[] = [['pre_bilan_held', '2025-10-06'], ['plan_validated', '2025-10-20']]

describe('R-301: first assessment within eight days', () => {
  it.each([
    ['2025-09-29', 'refused'],
    ['2025-09-30', 'met'],
    ['2025-10-08', 'met'],
    ['2025-10-09', 'met_late'],
  ])('R-301: held on %s: %s', (on, expected) => {
    const file = csp([['pre_bilan_held', on]], '2025-11-01')
    expect(refusalsOf(file)).toEqual(expected === 'refused' ? ['R-301 beforeStart'] : [])
    expect(deadlineOf(file, 'preBilan')?.status).toBe(expected === 'refused' ? 'overdue' : expected)
  })
  it('R-301: due on the eighth day, overdue the day after, and the stage follows', () => {
    const status = (today: string) => deadlineOf(csp([], today), 'preBilan')?.status
    expect([status('2025-10-08'), status('2025-10-09')]).toEqual(['due', 'overdue'])
    expect(csp([['pre_bilan_held', '2025-10-02']], '2025-10-01').stage).toBe('pre_bilan_due')
    expect(csp([['pre_bilan_held', '2025-10-02']], '2025-10-02').stage).toBe('plan_due')
    expect(articleOf('R-301', 'G')).toBe('Conv. 2015 art. 9 §1')
  })
  it('R-301: held once, and not before the acceptance', () => {
    expect(refusalsOf(csp([['pre_bilan_held', '2025-10-02'], ['pre_bilan_held', '2025-10-03']], '2025-11-01'))).toEqual(['R-301 alreadyHeld'])
  })
})

describe('R-302: plan within a month', () => {
  const plan = (preBilan: string, on: string | null, today: string) =>
    csp([['pre_bilan_held', preBilan], ...(on === null ? [] : [['plan_validated', on] as const])], today)
  it('R-302: a month after the first assessment, clamped at the month’s end', () => {
    expect(datesOf(plan('2025-10-06', null, '2025-10-10')).planDue).toBe('2025-11-06')
    expect(datesOf(plan('2026-01-31', null, '2026-02-10')).planDue).toBe('2026-02-28')
    expect(datesOf(csp([], '2025-10-10')).planDue).toBeNull()
  })
  it.each([
    ['2025-11-05', 'met'],
    ['2025-11-06', 'met'],
    ['2025-11-07', 'met_late'],
  ])('R-302: validated on %s: %s', (on, expected) => {
    expect(deadlineOf(plan('2025-10-06', on, '2025-12-01'), 'plan')?.status).toBe(expected)
  })
  it('R-302: not before the first assessment', () => {
    expect(refusalsOf(csp([['plan_validated', '2025-10-05'], ['pre_bilan_held', '2025-10-06']], '2025-12-01'))).toEqual(['R-302 preBilanFirst'])
    expect(refusalsOf(plan('2025-10-06', '2025-10-06', '2025-12-01'))).toEqual([])
  })
  it('R-302: updated, it keeps the day it was first validated', () => {
    const file = csp([...PREPARED, ['plan_validated', '2026-02-20']], '2026-03-01')
    expect(deadlineOf(file, 'plan')).toMatchObject({ metOn: day('2025-10-20'), status: 'met' })
    expect(file.milestones.planOn).toBe(day('2025-10-20'))
  })
  it('R-302: from the 2019 amendment both sign; before, one may be missing', () => {
    const unsigned: WrittenFact = ['plan_validated', '2025-10-20', { signedByBeneficiary: false }]
    expect(refusalsOf(csp([['pre_bilan_held', '2025-10-06'], unsigned], '2025-12-01'))).toEqual(['R-302 twoSignatures'])
    const before = startingOn('2019-03-01', [['pre_bilan_held', '2019-03-05'], ['plan_validated', '2019-03-20', { signedByAdviser: false }]], '2019-05-01')
    expect(refusalsOf(before)).toEqual([])
  })
})

describe('R-305: contacts', () => {
  const status = (today: string, facts: readonly WrittenFact[] = []) => deadlineOf(csp(facts, today, { settings: { contactIntervalDays: 7 } }), 'contact')
  it('R-305: no text fixes a rhythm: without the operator’s setting there is none', () => {
    expect(deadlineOf(csp([], '2025-11-01'), 'contact')).toBeUndefined()
  })
  it('R-305: counted from the last contact, an interview being one', () => {
    expect(status('2025-10-01')?.dueOn).toBe(day('2025-10-07'))
    expect(status('2025-10-10', [['pre_bilan_held', '2025-10-06']])?.dueOn).toBe(day('2025-10-13'))
    expect(status('2025-10-13', [['contact_held', '2025-10-06']])?.status).toBe('due')
    expect(status('2025-10-14', [['contact_held', '2025-10-06']])?.status).toBe('overdue')
    expect(status('2025-09-29')).toBeUndefined()
  })
  it('R-305: counted from the return after a job tried: no contact was due while it lasted', () => {
    const tried = [['contact_held', '2025-10-06'], ['job_started', '2025-10-10']] as const
    expect(status('2025-11-30', tried)).toBeUndefined()
    expect(status('2025-12-01', [...tried, ['trial_period_broken', '2025-12-01']])?.dueOn).toBe(day('2025-12-08'))
  })
  it('R-116, R-305: from the acceptance on', () => {
    // Proposed and accepted on 8 September 2025.
    expect(refusalsOf(csp([['contact_held', '2025-09-08']], '2025-10-01'))).toEqual([])
    expect(refusalsOf(csp([['contact_held', '2025-09-07']], '2025-10-01'))).toEqual(['R-116 notAccepted'])
  })
})

describe('R-306: month-4 review', () => {
  it.each([
    ['2026-01-29', 'met'],
    ['2026-01-30', 'met_late'],
  ])('R-306: held on %s: %s', (on, expected) => {
    expect(deadlineOf(csp([['month4_review_held', on]], '2026-03-01'), 'month4Review')?.status).toBe(expected)
  })
  it('R-306: from the 2015 convention only, once', () => {
    expect(deadlineOf(startingOn('2014-03-01', [], '2014-05-01'), 'month4Review')).toBeUndefined()
    expect(refusalsOf(csp([['month4_review_held', '2026-01-20'], ['month4_review_held', '2026-01-29']], '2026-03-01'))).toEqual(['R-306 alreadyHeld'])
  })
  it('R-306: a leave, a work period and a job tried put it off; training and a stopped allowance do not', () => {
    expect(datesOf(csp([['suspension', '2025-11-01', { to: '2025-11-10' }]], '2026-03-01')).month4ReviewDue).toBe('2026-02-08')
    expect(datesOf(csp([['work_period', '2025-11-01', { to: '2025-11-10' }]], '2026-03-01')).month4ReviewDue).toBe('2026-02-08')
    expect(datesOf(csp([['job_started', '2025-11-01'], ['trial_period_broken', '2025-11-11']], '2026-03-01')).month4ReviewDue).toBe('2026-02-08')
    expect(datesOf(csp([['training', '2025-11-01', { to: '2025-11-10' }]], '2026-03-01')).month4ReviewDue).toBe('2026-01-29')
    expect(datesOf(csp([['asp_stopped', '2025-11-01'], ['asp_resumed', '2025-11-11']], '2026-03-01')).month4ReviewDue).toBe('2026-01-29')
  })
})

describe('R-307: final interview', () => {
  it.each([
    ['2026-07-29', 'due', true],
    ['2026-07-30', 'met', false],
    ['2026-09-29', 'met', false],
  ])('R-307: held on %s: %s, early %s', (on, expected, early) => {
    const file = csp([['final_interview_held', on]], '2026-09-29')
    expect(deadlineOf(file, 'finalInterview')?.status).toBe(expected)
    expect(alertsOf(file).includes('R-307 finalInterviewEarly')).toBe(early)
  })
  it('R-307: held after the term it is late, not lost', () => {
    const file = csp([['final_interview_held', '2026-09-30']], '2026-10-10')
    expect(refusalsOf(file)).toEqual([])
    expect(deadlineOf(file, 'finalInterview')?.status).toBe('met_late')
    expect(deadlineOf(csp([], '2026-09-30'), 'finalInterview')).toMatchObject({ status: 'overdue', actionable: true })
  })
  it('R-307: an extension recorded afterwards moves the window, and the interview becomes early', () => {
    const file = csp([['final_interview_held', '2026-07-30'], ['suspension', '2026-09-01', { to: '2026-09-10' }]], '2026-09-15')
    expect(deadlineOf(file, 'finalInterview')).toMatchObject({ metOn: null, dueOn: day('2026-10-09') })
    expect(alertsOf(file)).toContain('R-307 finalInterviewEarly')
  })
  it('R-307: from the 2019 amendment only', () => {
    expect(deadlineOf(startingOn('2019-06-01', [], '2019-09-01'), 'finalInterview')).toBeUndefined()
  })
})

describe('R-308: letter before the term', () => {
  it('R-308: thirty days before, from the 2023 amendment', () => {
    expect(deadlineOf(csp([['term_letter_relayed', '2026-08-30']], '2026-09-05'), 'termLetter')).toMatchObject({ dueOn: day('2026-08-30'), status: 'met' })
    expect(deadlineOf(csp([['term_letter_relayed', '2026-08-31']], '2026-09-05'), 'termLetter')?.status).toBe('met_late')
    expect(datesOf(startingOn('2023-01-31', [], '2023-02-01')).termLetterDue).toBeNull()
    expect(datesOf(startingOn('2023-02-23', [], '2023-03-01')).termLetterDue).toBe('2024-01-23')
  })
})

describe('R-309: six months of follow-up', () => {
  const placed = (facts: readonly WrittenFact[], today: string, more: Partial<WrittenFile> = {}) => csp([...PREPARED, ['job_started', '2026-02-02'], ...facts], today, more)
  it('R-309: the eve is still support, the first day the job, the first contact the follow-up, the day after six months the close', () => {
    const contact: WrittenFact = ['follow_up_held', '2026-03-10']
    const stages = ['2026-02-01', '2026-02-02', '2026-03-09', '2026-03-10', '2026-08-02', '2026-08-03'].map((today) => placed([contact], today).stage)
    expect(stages).toEqual(['in_follow_up', 'in_job', 'in_job', 'follow_up_after_job', 'follow_up_after_job', 'closed'])
    expect(placed([], '2026-08-02').stage).toBe('in_job')
    expect(placed([], '2026-08-03').stage).toBe('closed')
  })
  it('R-309: a contact of follow-up needs a job, and its six months', () => {
    expect(refusalsOf(csp([['follow_up_held', '2026-02-01']], '2026-03-01'))).toEqual(['R-309 noJobToFollow'])
    expect(refusalsOf(placed([['follow_up_held', '2026-08-02']], '2026-08-10'))).toEqual([])
    expect(refusalsOf(placed([['follow_up_held', '2026-08-03']], '2026-08-10'))).toEqual(['R-309 followUpOver'])
  })
  it('R-309: the operator’s own rhythm of follow-up, within the six months', () => {
    const followed = (facts: readonly WrittenFact[], today: string) => deadlineOf(placed(facts, today, { settings: { followUpIntervalDays: 30 } }), 'followUp')?.dueOn
    expect(followed([], '2026-02-10')).toBe(day('2026-03-04'))
    expect(followed([['follow_up_held', '2026-03-10']], '2026-03-11')).toBe(day('2026-04-09'))
    expect(followed([['follow_up_held', '2026-07-20']], '2026-07-21')).toBeUndefined()
  })
  it('R-309: what the CSP still owed is cancelled by the job', () => {
    const file = placed([], '2026-03-01')
    expect(deadlineOf(file, 'month4Review')?.status).toBe('overdue')
    expect(deadlineOf(file, 'termLetter')?.status).toBe('cancelled')
    expect(deadlineOf(file, 'finalInterview')?.status).toBe('cancelled')
    expect(deadlineOf(file, 'month4Review')?.actionable).toBe(false)
    expect(refusalsOf(placed([['month4_review_held', '2026-02-10']], '2026-03-01'))).toEqual(['R-306 inJob'])
  })
})

describe('R-310, R-311: training', () => {
  it('R-310: it neither suspends nor extends, and is no work period', () => {
    const file = csp([...PREPARED, ['training', '2026-04-01', { to: '2026-06-30' }]], '2026-05-01')
    expect(file.stage).toBe('in_follow_up')
    expect(datesOf(file).cspTerm).toBe('2026-09-29')
    expect(file.totals.workPeriodDays).toBe(0)
  })
  it.each([
    ['2025-09-29', ['R-310 beforeStart']],
    ['2025-09-30', []],
    ['2026-09-29', []],
    ['2026-09-30', ['R-310 afterTerm']],
  ])('R-310: begun on %s: %o', (from, expected) => {
    expect(refusalsOf(csp([['training', from, { to: '2026-12-31' }]], '2026-12-01'))).toEqual(expected)
  })
  it('R-311: one that outlasts the term asks for a registration, on the day after', () => {
    const through = (to: string, more: readonly WrittenFact[] = []) => csp([['training', '2026-06-01', { to }], ...more], '2026-10-10')
    expect(deadlineOf(through('2026-09-29'), 'registration')).toBeUndefined()
    expect(deadlineOf(through('2026-09-30'), 'registration')).toMatchObject({ dueOn: day('2026-09-30'), status: 'overdue', actor: 'beneficiary' })
    expect(alertsOf(through('2026-09-30'))).toContain('R-311 trainingOutlastsTerm')
    expect(deadlineOf(through('2026-11-30', [['registered', '2026-09-30']]), 'registration')?.status).toBe('met')
  })
})
