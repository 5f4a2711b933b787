import { describe, expect, it } from 'vitest'
import { articleOf, day, wording } from '@/lib/accord'
import { alertsOf, datesOf, plus, refusalsOf, startingOn, type WrittenFact, type WrittenFile } from './a-file'

/** A CSP under G from 30 September 2025 to 29 September 2026; month 6 ends on 29 March 2026. */
const START = '2025-09-30'
const csp = (facts: readonly WrittenFact[], today = '2026-12-31', more: Partial<WrittenFile> = {}) => startingOn(START, facts, today, more)
const work = (from: string, to: string | null, terms: Record<string, unknown> = {}): WrittenFact => ['work_period', from, { to, ...terms }]
const leave = (cause: string, from: string, to: string | null): WrittenFact => ['suspension', from, { cause, to }]
const PREPARED: readonly WrittenFact[] = [['pre_bilan_held', '2025-10-02'], ['plan_validated', '2025-10-10']]

describe('R-400: work periods, minimum length', () => {
  it.each([
    ['2025-11-04', ['R-400 tooShortDays']],
    ['2025-11-05', []],
    ['2025-11-06', []],
  ])('R-400: from 3 November 2025 to %s, three days at least since 2015: %o', (to, expected) => {
    expect(refusalsOf(csp([work('2025-11-03', to)]))).toEqual(expected)
  })
  it.each([
    ['2012-10-13', ['R-400 tooShortDays']],
    ['2012-10-14', []],
    ['2012-10-15', []],
  ])('R-400: from 1 October 2012 to %s, fourteen days at least: %o', (to, expected) => {
    expect(refusalsOf(startingOn('2012-09-01', [work('2012-10-01', to)], '2013-01-01'))).toEqual(expected)
  })
  it.each([
    ['2011-12-14', ['R-400 tooShortMonths']],
    ['2011-12-15', []],
    ['2011-12-16', []],
  ])('R-400: from 16 November 2011 to %s, a month at least: %o', (to, expected) => {
    const file = startingOn('2011-10-15', [work('2011-11-16', to)], '2012-01-30')
    expect(refusalsOf(file)).toEqual(expected)
  })
  it('R-400: judged under the text in force on the first day, and cited so', () => {
    // A file of 2011: fourteen days to 28 February 2015, three from 1 March.
    const file = (from: string) => startingOn('2014-12-01', [work(from, plus(from, 4))], '2015-09-01')
    expect(refusalsOf(file('2015-02-28'))).toEqual(['R-400 tooShortDays'])
    expect(refusalsOf(file('2015-03-01'))).toEqual([])
    const refusal = file('2015-02-28').refusals[0]
    expect(refusal === undefined ? '' : wording('en').refusal(refusal, 'A0').article).toBe('ANI 2011 av. 1 (art. 16)')
    expect(articleOf('R-400', 'G')).toBe('Conv. 2015 art. 12 §1')
  })
  it('R-400: a refusal says the first admissible end', () => {
    const refusal = csp([work('2025-11-03', '2025-11-04')]).refusals[0]
    expect(refusal?.values).toMatchObject({ days: 2, minimum: 3, earliestEnd: day('2025-11-05') })
    expect(refusal === undefined ? '' : wording('fr').refusal(refusal, 'G').remedy).toMatch(/5\snov\.\s2025/u)
  })
})

describe('R-400: work periods, validation, number and place', () => {
  it.each([
    [null, ['R-400 notValidated']],
    ['2025-11-02', []],
    ['2025-11-03', []],
    ['2025-11-04', ['R-400 validatedLate']],
  ])('R-400: validated on %s for a period of 3 November: %o', (validatedOn, expected) => {
    expect(refusalsOf(csp([work('2025-11-03', '2025-11-20', { validatedOn })]))).toEqual(expected)
  })
  it('R-400: under the 2011 texts no validation is asked', () => {
    expect(refusalsOf(startingOn('2012-09-01', [work('2012-10-01', '2012-10-20', { validatedOn: null })], '2013-01-01'))).toEqual([])
  })
  it('R-400: two periods under the first text, any number after', () => {
    const three = [work('2011-10-15', '2011-11-14'), work('2011-11-15', '2011-12-14'), work('2012-01-02', '2012-02-01')]
    expect(refusalsOf(startingOn('2011-10-01', three, '2012-03-01'))).toEqual(['R-400 tooMany'])
    expect(refusalsOf(csp([0, 10, 20, 30, 40].map((days) => work(plus('2025-11-03', days), plus('2025-11-03', days + 4)))))).toEqual([])
  })
  it.each([
    ['2025-09-29', ['R-400 beforeStart']],
    ['2025-09-30', []],
    ['2026-09-29', []],
    ['2026-09-30', ['R-400 afterTerm']],
  ])('R-400: a period lies in the CSP: from %s: %o', (from, expected) => {
    expect(refusalsOf(csp([work(from, plus(from, 9))]))).toEqual(expected)
  })
  it('R-400: two periods share no day, with each other or with a leave', () => {
    expect(refusalsOf(csp([work('2025-11-03', '2025-11-20'), work('2025-11-20', '2025-11-30')]))).toEqual(['R-400 overlapsWork'])
    expect(refusalsOf(csp([work('2025-11-03', '2025-11-20'), work('2025-11-21', '2025-11-30')]))).toEqual([])
    expect(refusalsOf(csp([leave('sickness', '2025-11-03', '2025-11-20'), work('2025-11-20', '2025-11-30')]))).toEqual(['R-400 overlapsLeave'])
    expect(refusalsOf(csp([work('2025-11-03', null), leave('sickness', '2025-12-20', '2025-12-30')]))).toEqual(['R-404 overlapsWork'])
  })
  it('R-400: the stage is suspended from the first day to the last', () => {
    const stage = (today: string) => csp([...PREPARED, work('2025-11-03', '2025-11-20')], today).stage
    expect(['2025-11-02', '2025-11-03', '2025-11-20', '2025-11-21'].map(stage)).toEqual(['in_follow_up', 'suspended_work', 'suspended_work', 'in_follow_up'])
  })
  it('R-400: its review with the referent is asked for once it is over', () => {
    const alerts = (today: string, facts: readonly WrittenFact[] = []) => alertsOf(csp([work('2025-11-03', '2025-11-20'), ...facts], today))
    expect(alerts('2025-11-20')).not.toContain('R-400 workReviewDue')
    expect(alerts('2025-11-21')).toContain('R-400 workReviewDue')
    expect(alerts('2025-11-25', [['work_review_held', '2025-11-22']])).not.toContain('R-400 workReviewDue')
    expect(refusalsOf(csp([work('2025-11-03', '2025-11-20'), ['work_review_held', '2025-11-10']]))).toEqual(['R-400 noWorkToReview'])
  })
})

describe('R-401: who can employ', () => {
  it('R-401: anyone but a private individual, in every text', () => {
    expect(refusalsOf(csp([work('2025-11-03', '2025-11-20', { employer: 'individual' })]))).toEqual(['R-401 privateIndividual'])
    expect(refusalsOf(startingOn('2012-09-01', [work('2012-10-01', '2012-10-20', { employer: 'individual' })], '2013-01-01'))).toEqual(['R-401 privateIndividual'])
    expect(articleOf('R-401', 'G')).toBe('CT L1233-68 3°')
  })
})

describe('R-402: the total', () => {
  it.each([
    [182, []],
    [183, []],
    [184, ['R-402 totalExceeded']],
  ])('R-402: %i days in all since 2015: %o', (days, expected) => {
    // 100 days, then the rest after a pause.
    const first = work('2025-10-01', plus('2025-10-01', 99))
    const second = work('2026-02-01', plus('2026-02-01', days - 101))
    expect(refusalsOf(csp([first, second]))).toEqual(expected)
  })
  it.each([
    [92, []],
    [93, ['R-402 totalExceeded']],
  ])('R-402: %i days in all under the first text: %o', (days, expected) => {
    const first = work('2011-10-03', '2011-11-11')
    const second = work('2011-11-14', plus('2011-11-14', days - 41))
    expect(refusalsOf(startingOn('2011-10-01', [first, second], '2012-06-01'))).toEqual(expected)
  })
  it('R-402: under the 2012 amendment the file warns above four months and stops at six', () => {
    const periods = [work('2012-10-01', '2012-12-31'), work('2013-01-02', '2013-01-31'), work('2013-02-02', '2013-02-20')]
    expect(alertsOf(startingOn('2012-09-01', periods.slice(0, 2), '2013-07-01'))).not.toContain('R-400 workAboveFourMonths')
    expect(alertsOf(startingOn('2012-09-01', periods, '2013-07-01'))).toContain('R-400 workAboveFourMonths')
    expect(refusalsOf(startingOn('2012-09-01', [...periods, work('2013-03-01', '2013-05-15')], '2013-07-01'))).toEqual(['R-402 totalExceeded'])
  })
  it('R-402: an open period that passes the total stays, and the file says so the day after', () => {
    const open = (today: string) => csp([work('2025-10-01', null)], today)
    expect(plus('2025-10-01', 182)).toBe('2026-04-01')
    expect(alertsOf(open('2026-04-01'))).not.toContain('R-402 openWorkBeyondTotal')
    expect(alertsOf(open('2026-04-02'))).toContain('R-402 openWorkBeyondTotal')
    expect(refusalsOf(open('2026-04-02'))).toEqual([])
    expect(open('2026-04-02').stage).toBe('suspended_work')
    expect(open('2026-04-02').totals.workPeriodDays).toBe(184)
  })
  it('R-402: no open period begins once no day is left', () => {
    expect(refusalsOf(csp([work('2025-10-01', '2026-03-29'), work('2026-04-02', '2026-04-04'), work('2026-04-10', null)]))).toEqual(['R-402 totalExceeded'])
  })
})

describe('R-403: work after month 6', () => {
  it.each([
    ['2026-03-27', '2026-03-29', '2026-09-29', 0],
    ['2026-03-28', '2026-03-30', '2026-09-30', 1],
    ['2026-03-30', '2026-04-01', '2026-10-02', 3],
  ])('R-403: from %s to %s the term is %s', (from, to, term, days) => {
    const file = csp([work(from, to)])
    expect(datesOf(file).cspTerm).toBe(term)
    expect(file.totals.extensionDays.work).toBe(days)
    expect(articleOf('R-403', 'G')).toBe('Conv. 2015 art. 6')
  })
  it('R-403: three months at most, and never past fifteen months of CSP', () => {
    // The term of 29 September 2026 and three months give 29 December: 91 days.
    const days = (count: number) => csp([work('2026-04-01', plus('2026-04-01', count - 1))])
    expect(datesOf(days(90)).cspTerm).toBe('2026-12-28')
    expect(datesOf(days(91)).cspTerm).toBe('2026-12-29')
    expect(datesOf(days(92)).cspTerm).toBe('2026-12-29')
    expect(days(92).totals.extensionDays.work).toBe(91)
  })
  it('R-403: a term of 28 February 2017 and three months give 31 May 2017', () => {
    const file = startingOn('2016-03-01', [work('2016-09-01', '2016-12-31')], '2017-06-30')
    expect(datesOf(file).cspTerm).toBe('2017-05-31')
  })
  it('R-403: one budget for all periods', () => {
    const file = csp([work('2026-04-01', '2026-05-30'), work('2026-06-10', '2026-08-08')])
    expect(file.totals.extensionDays.work).toBe(91)
    expect(datesOf(file).cspTerm).toBe('2026-12-29')
  })
  it('R-403: the 2011 texts add nothing', () => {
    const file = startingOn('2013-01-15', [work('2013-09-01', '2013-10-31')], '2014-03-01')
    expect(datesOf(file).cspTerm).toBe('2014-01-14')
    expect(file.totals.extensionDays.work).toBe(0)
  })
  it('R-403: a period may begin in the time that work has added', () => {
    const file = csp([work('2026-04-01', '2026-04-30'), work('2026-10-10', '2026-10-20')])
    expect(refusalsOf(file)).toEqual([])
    expect(datesOf(file).cspTerm).toBe('2026-11-09')
  })
})

describe('R-404, R-208: leaves', () => {
  it.each([
    // Engaged in each text, the cause, and whether it extends.
    ['2019-06-15', 'sickness', 0],
    ['2019-06-15', 'maternity', 0],
    ['2019-08-01', 'sickness', 10],
    ['2019-08-01', 'maternity', 10],
    ['2019-08-01', 'paternity', 0],
    ['2021-08-01', 'paternity', 10],
    ['2021-08-01', 'adoption', 10],
    ['2021-08-01', 'carer', 10],
    ['2021-08-01', 'parental_presence', 0],
    ['2024-12-01', 'parental_presence', 0],
    ['2025-02-01', 'parental_presence', 10],
  ])('R-404: engaged on %s, ten days of %s add %i', (engagedOn, cause, added) => {
    const start = plus(engagedOn, 22)
    const file = startingOn(start, [leave(cause, plus(start, 100), plus(start, 109))], plus(start, 200))
    expect(Object.values(file.totals.extensionDays).reduce((sum, days) => sum + days, 0)).toBe(added)
    expect(refusalsOf(file)).toEqual([])
    expect(alertsOf(file).includes(`${cause === 'sickness' ? 'R-208' : 'R-404'} leaveWithoutExtension`)).toBe(added === 0)
  })
  it('R-404: sickness adds four months at most, over all sickness', () => {
    // Four months from the term of 29 September 2026 end on 29 January 2027: 122 days.
    const sick = (...spans: readonly (readonly [string, number])[]) => csp(spans.map(([from, days]) => leave('sickness', from, plus(from, days - 1))), '2027-12-31')
    expect(datesOf(sick(['2025-11-01', 121])).cspTerm).toBe('2027-01-28')
    expect(datesOf(sick(['2025-11-01', 122])).cspTerm).toBe('2027-01-29')
    expect(datesOf(sick(['2025-11-01', 123])).cspTerm).toBe('2027-01-29')
    const two = sick(['2025-11-01', 100], ['2026-05-01', 60])
    expect(two.totals.extensionDays.sickness).toBe(122)
    expect(alertsOf(two)).toContain('R-404 sicknessCapped')
  })
  it('R-404: a family leave has no cap to compute; past fifteen months the file asks to check', () => {
    const file = csp([leave('maternity', '2026-01-01', '2026-06-30')], '2026-08-01')
    expect(datesOf(file).cspTerm).toBe('2027-03-29')
    expect(alertsOf(file)).toContain('R-014 beyondCeiling')
    expect(alertsOf(csp([leave('maternity', '2026-01-01', '2026-04-01')], '2026-08-01'))).not.toContain('R-014 beyondCeiling')
  })
  it('R-404: work first, then the leaves by their first day', () => {
    const file = csp([leave('sickness', '2025-11-01', '2025-11-10'), work('2026-04-01', '2026-04-30')])
    expect(file.explanations.cspTerm?.steps.map((step) => step.code)).toEqual(['start', 'twelveMonths', 'extensionByWork', 'extensionByLeave', 'ceilingNotReached'])
    expect(datesOf(file).cspTerm).toBe('2026-11-08')
  })
  it('R-404: an open leave counts through today, and each day more', () => {
    const open = (today: string) => datesOf(csp([leave('sickness', '2025-11-01', null)], today)).cspTerm
    expect([open('2025-10-31'), open('2025-11-01'), open('2025-11-02')]).toEqual(['2026-09-29', '2026-09-30', '2026-10-01'])
  })
  it('R-404: it suspends, and its stage says which kind', () => {
    const stage = (cause: string, today: string) => csp([...PREPARED, leave(cause, '2025-11-03', '2025-11-20')], today).stage
    expect(['2025-11-02', '2025-11-03', '2025-11-20', '2025-11-21'].map((today) => stage('sickness', today))).toEqual(['in_follow_up', 'suspended_health', 'suspended_health', 'in_follow_up'])
    expect(stage('maternity', '2025-11-10')).toBe('suspended_family')
    expect(stage('parental_presence', '2025-11-10')).toBe('suspended_family')
  })
  it('R-404: it lies in the CSP', () => {
    expect(refusalsOf(csp([leave('sickness', '2025-09-29', '2025-10-05')]))).toEqual(['R-404 beforeStart'])
    expect(refusalsOf(csp([leave('sickness', '2026-09-30', '2026-10-05')]))).toEqual(['R-404 afterTerm'])
    expect(refusalsOf(csp([leave('sickness', '2026-09-29', '2026-10-05')]))).toEqual([])
  })
  it('R-404: the bonus window is stretched from the 2021 amendment, not before', () => {
    const window = (start: string) => datesOf(startingOn(start, [leave('sickness', plus(start, 60), plus(start, 69))], plus(start, 100))).bonusLastJobStart
    expect(window('2025-09-30')).toBe('2026-08-08')
    expect(window('2019-09-30')).toBe('2020-07-29')
  })
})

describe('R-410, R-411: the job that ends the CSP', () => {
  const job = (start: string, on: string, terms: Record<string, unknown>) => startingOn(start, [['job_started', on, terms]], plus(on, 1))
  it.each([
    // The first text: any job. From 3 February 2012: over three months. From 2015: six months or more.
    ['2011-10-01', '2012-02-02', 1, true],
    ['2011-10-01', '2012-02-03', 1, false],
    ['2012-09-01', '2012-11-01', 3, false],
    ['2012-09-01', '2012-11-01', 3.5, true],
    ['2012-09-01', '2012-11-01', 4, true],
    ['2025-09-30', '2025-12-01', 5, false],
    ['2025-09-30', '2025-12-01', 5.9, false],
    ['2025-09-30', '2025-12-01', 6, true],
    ['2025-09-30', '2025-12-01', 7, true],
  ])('R-410: CSP of %s, job of %s for %s months: ends the CSP %s', (start, on, months, ends) => {
    expect(job(start, on, { contract: 'cdd', months }).stage).toBe(ends ? 'in_job' : 'asp_stopped')
    expect(job(start, on, { contract: 'temp', months }).stage).toBe(ends ? 'in_job' : 'asp_stopped')
  })
  it.each(['2011-10-01', '2012-09-01', '2025-09-30'])('R-410: an open-ended contract always ends it (CSP of %s)', (start) => {
    expect(job(start, plus(start, 30), { contract: 'cdi' }).stage).toBe('in_job')
  })
  it.each([
    ['2026-03-30', []],
    ['2026-03-31', ['R-411 endsCspExactly']],
    ['2026-04-01', ['R-410 endsCspFrom']],
  ])('R-411: a period from 1 October 2025 to %s: %o', (to, expected) => {
    expect(refusalsOf(csp([work('2025-10-01', to)]))).toEqual(expected)
  })
  it('R-410: over three months is no work period under the 2012 amendment', () => {
    const period = (to: string) => refusalsOf(startingOn('2012-09-01', [work('2012-10-01', to)], '2013-06-01'))
    expect(period('2012-12-31')).toEqual([])
    expect(period('2013-01-01')).toEqual(['R-410 endsCspOver'])
  })
  it('R-410: within the CSP or after its term, one at a time', () => {
    expect(refusalsOf(csp([['job_started', '2025-09-29']]))).toEqual(['R-410 beforeStart'])
    expect(refusalsOf(csp([['job_started', '2025-12-01'], ['job_started', '2026-01-05']]))).toEqual(['R-410 inJob'])
    const after = csp([['job_started', '2026-10-15']], '2026-11-01')
    expect(refusalsOf(after)).toEqual([])
    expect(after.stage).toBe('term')
    expect(after.exitMotive).toBe('term')
    expect(csp([['job_started', '2026-10-15'], ['follow_up_held', '2026-11-05']], '2026-11-05').stage).toBe('follow_up_after_job')
    expect(csp([['job_started', '2026-10-15']], '2027-04-16').stage).toBe('closed')
  })
  it('R-410: a shorter job may not cut a work period or a leave short; one that ends the CSP closes it', () => {
    const leave = ['suspension', '2026-02-01', { to: '2026-02-20' }] as const
    const short = (on: string) => ['job_started', on, { contract: 'cdd', months: 2 }] as const
    expect(refusalsOf(csp([leave, short('2026-02-20')]))).toEqual(['R-410 overlapsLeave'])
    expect(refusalsOf(csp([leave, short('2026-02-21')]))).toEqual([])
    expect(refusalsOf(csp([['work_period', '2026-02-01', { to: '2026-02-20' }], short('2026-02-10')]))).toEqual(['R-410 overlapsWork'])
    const ended = csp([leave, ['job_started', '2026-02-10']])
    expect(ended.refusals).toEqual([])
    expect(ended.periods.find(({ kind }) => kind === 'suspension')?.to).toBe(day('2026-02-09'))
  })

  it('R-410: a shorter job stops the allowance while it lasts, and ends with its record', () => {
    const short: readonly WrittenFact[] = [...PREPARED, ['job_started', '2025-12-01', { contract: 'cdd', months: 2 }]]
    expect(csp(short, '2025-12-01').stage).toBe('asp_stopped')
    expect(alertsOf(csp(short, '2026-01-31'))).toContain('R-410 sideJob')
    expect(alertsOf(csp(short, '2026-02-01'))).toContain('R-410 sideJobShouldHaveEnded')
    const ended = [...short, ['job_ended', '2026-01-20'] as const]
    expect(csp(ended, '2026-01-19').stage).toBe('asp_stopped')
    expect(csp(ended, '2026-01-20').stage).toBe('in_follow_up')
    expect(datesOf(csp(ended)).cspTerm).toBe('2026-09-29')
    expect(csp(ended, '2026-02-01').totals.aspDaysPaid).toBe(124 - 50)
  })
  it('R-410: it leaves no room for another, nor for a work period, until it ends; one that ends the CSP takes its place', () => {
    const short: WrittenFact = ['job_started', '2025-12-01', { contract: 'cdd', months: 2 }]
    expect(refusalsOf(csp([short, ['job_started', '2025-12-10', { contract: 'cdd', months: 1 }]]))).toEqual(['R-410 overlapsJob'])
    expect(refusalsOf(csp([short, work('2025-12-10', '2025-12-20')]))).toEqual(['R-400 overlapsJob'])
    const kept = csp([short, ['job_started', '2025-12-20']], '2025-12-20')
    expect(refusalsOf(kept)).toEqual([])
    expect(kept.stage).toBe('in_job')
  })
  it('R-410: it ends what still ran: a work period becomes the job', () => {
    const file = csp([work('2025-11-03', '2026-02-27'), ['job_started', '2026-01-05']], '2026-03-01')
    expect(refusalsOf(file)).toEqual([])
    expect(file.periods.find((period) => period.kind === 'work_period')?.to).toBe(day('2026-01-04'))
    expect(file.stage).toBe('in_job')
  })
})

describe('R-412, R-414: return after a broken trial', () => {
  const tried = (start: string, on: string, broken: string, today: string) => startingOn(start, [['pre_bilan_held', plus(start, 2)], ['plan_validated', plus(start, 10)], ['job_started', on], ['trial_period_broken', broken]], today)
  it('R-412: the CSP resumes that day, to the same term; the time in the job is lost', () => {
    const life = (today: string) => tried(START, '2025-12-01', '2026-01-12', today)
    expect(['2025-11-30', '2025-12-01', '2026-01-11', '2026-01-12'].map((today) => life(today).stage)).toEqual(['in_follow_up', 'in_job', 'in_job', 'in_follow_up'])
    expect(datesOf(life('2026-02-01'))).toMatchObject({ cspTerm: '2026-09-29', followUpEnd: null, bonusClaimDue: null })
    // From 30 September to 31 January: 124 days, less the 42 in the job.
    expect(life('2026-02-01').totals.aspDaysPaid).toBe(82)
    expect(articleOf('R-412', 'G')).toBe('Conv. 2015 art. 12 §2 al. 2')
  })
  it('R-412: nothing under the first text; from 3 February 2012, the same term', () => {
    expect(refusalsOf(tried('2011-10-01', '2011-12-01', '2012-02-02', '2012-03-01'))).toEqual(['R-412 noReturnUnderText'])
    const back = tried('2011-10-01', '2011-12-01', '2012-02-03', '2012-03-01')
    expect(refusalsOf(back)).toEqual([])
    expect(datesOf(back).cspTerm).toBe('2012-09-30')
  })
  it('R-412: on the last day of the term, not the day after', () => {
    expect(refusalsOf(tried(START, '2026-07-01', '2026-09-29', '2026-11-01'))).toEqual([])
    expect(refusalsOf(tried(START, '2026-07-01', '2026-09-30', '2026-11-01'))).toEqual(['R-412 afterTerm'])
  })
  it('R-412: it needs a job, and another may follow', () => {
    expect(refusalsOf(csp([['trial_period_broken', '2025-12-01']]))).toEqual(['R-412 noJob'])
    const twice = csp([['job_started', '2025-12-01'], ['trial_period_broken', '2026-01-12'], ['job_started', '2026-03-02']], '2026-03-10')
    expect(refusalsOf(twice)).toEqual([])
    expect(datesOf(twice)).toMatchObject({ bonusClaimDue: '2026-04-01', followUpEnd: '2026-09-02' })
  })
  it('R-414: a job lost after its trial does not bring back into the CSP', () => {
    const file = csp([['job_started', '2025-12-01'], ['job_ended', '2026-03-02']], '2026-04-01')
    expect(file.stage).toBe('in_job')
    expect(refusalsOf(csp([['job_started', '2025-12-01'], ['job_ended', '2026-03-02'], ['contact_held', '2026-03-05'], ['pre_bilan_held', '2026-03-06']]))).toEqual(['R-301 inJob'])
    expect(refusalsOf(csp([['job_started', '2025-12-01'], ['job_ended', '2026-03-02'], ['trial_period_broken', '2026-03-05']]))).toEqual(['R-414 jobAlreadyEnded'])
    expect(refusalsOf(csp([['job_ended', '2026-03-02']]))).toEqual(['R-414 noJob'])
  })
})
