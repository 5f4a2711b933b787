import { describe, expect, it } from 'vitest'
import { isoOf, type CaseFile, type Day } from '@/lib/accord'
import { fileOf, startingOn, type WrittenFact, type WrittenFile } from './a-file'

/* What a file tells besides its dates, with the days that each alert names; the day before, the day, the day after. */
const DAYS = new Set(['engagedOn', 'until', 'next', 'raw', 'end', 'acceptedOn', 'on', 'earliest', 'ceiling', 'term', 'from', 'to', 'planned', 'month6End'])
const alerts = (file: CaseFile) =>
  file.alerts.map(({ rule, code, values }) => [rule, code, ...Object.entries(values).map(([name, value]) => `${name}=${DAYS.has(name) && typeof value === 'number' ? isoOf(value as Day) : value}`)].join(' '))

const START = '2025-09-30'
const life = (facts: readonly WrittenFact[], today = '2027-06-30', more: Partial<WrittenFile> = {}) => alerts(startingOn(START, facts, today, more))
const proposed = (facts: readonly WrittenFact[], more: Partial<WrittenFile> = {}) => alerts(fileOf({ engagedOn: '2025-09-08', facts: [['proposal_handed_over', '2025-09-08'], ...facts], today: '2025-09-10', ...more }))

describe('R-001: the text', () => {
  const of = (engagedOn: string, chosenRegime: string | null = null) => alerts(fileOf({ engagedOn, frame: { chosenRegime }, facts: [], today: '2028-01-01' }))
  it.each<[string, readonly string[]]>([
    ['2011-08-31', ['R-001 holeBeforeFirst engagedOn=2011-08-31 until=null next=2011-09-01']],
    ['2015-01-15', ['R-001 holeBetweenTexts engagedOn=2015-01-15 until=2014-12-31 next=2015-02-01']],
    ['2027-01-01', ['R-001 holeAfterLast engagedOn=2027-01-01 until=2026-12-31 next=null']],
    ['2013-12-31', []],
    ['2014-01-01', ['R-001 uncovered2014 engagedOn=2014-01-01']],
    ['2014-03-21', ['R-001 uncovered2014 engagedOn=2014-03-21']],
    ['2014-03-22', []],
    ['2025-01-15', []],
  ])('a procedure of %s', (engagedOn, expected) => {
    expect(of(engagedOn)).toEqual(expected)
  })
  it('a text that a person named', () => {
    expect(of('2015-01-15', 'B')).toEqual(['R-001 textChosen code=B'])
    expect(of('2025-01-15', 'B')).toEqual([])
  })
})

describe('R-100 to R-114: what the employer did', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['a firm of a thousand', proposed([], { frame: { companySize: 1000 } }), ['R-100 tooLarge size=1000']],
    ['one fewer', proposed([], { frame: { companySize: 999 } }), []],
    ['of a size not known', proposed([], { frame: { companySize: null } }), []],
    ['in liquidation', proposed([], { frame: { companySize: 5000, insolvency: true } }), []],
    ['no motive in writing', proposed([['accepted', '2025-09-10']]), ['R-113 motiveMissing acceptedOn=2025-09-10']],
    ['none before any answer', proposed([]), []],
    ['a motive the day after', proposed([['accepted', '2025-09-09'], ['motive_notified', '2025-09-10']]), ['R-113 motiveLate on=2025-09-10 acceptedOn=2025-09-09']],
    ['a motive of that day', proposed([['accepted', '2025-09-10'], ['motive_notified', '2025-09-10']]), []],
    ['a first motive in time, repeated later', proposed([['motive_notified', '2025-09-08'], ['accepted', '2025-09-09'], ['motive_notified', '2025-09-10']]), []],
    ['a document that does not state the limit', alerts(fileOf({ engagedOn: '2025-09-08', facts: [['proposal_handed_over', '2025-09-08', { contestLimitStated: false }]], today: '2025-09-10' })), ['R-111 contestNotStated']],
    ['one that does', alerts(fileOf({ engagedOn: '2025-09-08', facts: [['proposal_handed_over', '2025-09-08', { contestLimitStated: true }]], today: '2025-09-10' })), []],
  ])('%s', (_what, found, expected) => {
    expect(found).toEqual(expected)
  })
  const interview = (facts: readonly WrittenFact[], frame: Readonly<Record<string, unknown>> = {}) => alerts(fileOf({ engagedOn: '2025-09-08', frame: { procedureType: 'interview', ...frame }, facts, today: '2025-10-20' }))
  it('R-112: not at the interview', () => {
    expect(interview([['proposal_handed_over', '2025-09-09'], ['refused', '2025-09-10']])).toEqual(['R-112 notAtInterview engagedOn=2025-09-08 on=2025-09-09'])
    expect(interview([['proposal_handed_over', '2025-09-08'], ['refused', '2025-09-10']])).toEqual([])
    expect(interview([])).toEqual([])
  })
  it('R-114: the letter once seven jours ouvrables are over, fifteen for an executive; needed while no answer came', () => {
    // The seventh jour ouvrable after Monday 8 September 2025 is Tuesday the 16th: the letter may leave on the 17th.
    const handed: WrittenFact = ['proposal_handed_over', '2025-09-08']
    expect(interview([handed, ['conservative_letter_sent', '2025-09-16']])).toEqual(['R-114 letterTooEarly on=2025-09-16 earliest=2025-09-17'])
    expect(interview([handed, ['conservative_letter_sent', '2025-09-17']])).toEqual([])
    expect(interview([handed])).toEqual(['R-114 letterNeeded earliest=2025-09-17 end=2025-09-29'])
    expect(interview([handed], { executive: true })).toEqual(['R-114 letterNeeded earliest=2025-09-26 end=2025-09-29'])
    expect(interview([handed, ['conservative_letter_sent', '2025-09-25']], { executive: true })).toEqual(['R-114 letterTooEarly on=2025-09-25 earliest=2025-09-26'])
    expect(interview([handed, ['accepted', '2025-09-10'], ['motive_notified', '2025-09-10']])).toEqual([])
    expect(interview([handed, ['refused', '2025-09-10']])).toEqual([])
    expect(interview([handed], { procedureType: 'consultation' })).toEqual([])
  })
  it('R-114: not needed where it could only leave after the reflection', () => {
    // Three holidays in three weeks: fifteen jours ouvrables from 17 April 2025 reach the 21st day, from the 18th the day after.
    const around = (engagedOn: string, executive: boolean) => alerts(fileOf({ engagedOn, frame: { procedureType: 'interview', executive }, facts: [['proposal_handed_over', engagedOn]], today: engagedOn })).filter((alert) => alert.startsWith('R-114'))
    expect(around('2025-04-17', true)).toEqual(['R-114 letterNeeded earliest=2025-05-08 end=2025-05-08'])
    expect(around('2025-04-18', true)).toEqual([])
  })
  it('a file that the employer did not propose has none of these', () => {
    expect(alerts(fileOf({ engagedOn: '2025-09-08', path: 'france_travail', frame: { companySize: 5000, procedureType: 'interview' }, facts: [['registered', '2025-09-20'], ['accepted', '2025-09-22']], today: '2025-10-20' }))).toEqual([])
  })
})

describe('R-010: a last day that is a holiday', () => {
  const on = (rollPolicy: 'none' | 'next_working_day_if_holiday', frame: Readonly<Record<string, unknown>> = {}, facts: readonly WrittenFact[] = []) => alerts(fileOf({ engagedOn: '2025-12-11', frame, facts: [['proposal_handed_over', '2025-12-11'], ...facts], today: '2025-12-12', settings: { rollPolicy } }))
  it('rolled or not, it is said with both days', () => {
    expect(on('none')).toEqual(['R-010 holidayNotRolled raw=2026-01-01 end=2026-01-01 holiday=newYear'])
    expect(on('next_working_day_if_holiday')).toEqual(['R-010 holidayRolled raw=2026-01-01 end=2026-01-02 holiday=newYear'])
  })
  it('not where a decision carries the period further', () => {
    expect(on('none', { protectedEmployee: true }, [['authorisation_notified', '2026-01-10']])).toEqual([])
  })
})

describe('R-014 to R-410: during the CSP', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['R-202: under a year of seniority', life([], '2026-01-05', { frame: { hiredOn: '2024-09-30' } }), ['R-202 underOneYear']],
    ['R-202: a year', life([], '2026-01-05', { frame: { hiredOn: '2024-09-29' } }), []],
    ['R-307: an interview before the last two months', life([['final_interview_held', '2026-07-29']], '2026-08-01'), ['R-307 finalInterviewEarly on=2026-07-29 from=2026-07-30']],
    ['R-307: on the first day of these', life([['final_interview_held', '2026-07-30']], '2026-08-01'), []],
    ['R-311: a training beyond the term', life([['training', '2026-09-29', { to: '2026-09-30' }]]), ['R-311 trainingOutlastsTerm to=2026-09-30 term=2026-09-29']],
    ['R-311: to the term', life([['training', '2026-09-01', { to: '2026-09-29' }]]), []],
    ['R-311: without an end', life([['training', '2026-09-01']]), []],
    ['R-410: a job kept beside the CSP', life([['job_started', '2026-02-02', { contract: 'cdd', months: 3 }]], '2026-05-01'), ['R-410 sideJob on=2026-02-02 planned=2026-05-01']],
    ['R-410: which should have ended', life([['job_started', '2026-02-02', { contract: 'cdd', months: 3 }]], '2026-05-02'), ['R-410 sideJobShouldHaveEnded on=2026-02-02 planned=2026-05-01']],
    ['R-410: which has', life([['job_started', '2026-02-02', { contract: 'cdd', months: 3 }], ['job_ended', '2026-05-02']], '2026-05-02'), []],
    ['R-601: one refused offer', life([['offer_refused', '2026-01-12']], '2026-01-13'), ['R-601 oneOfferRefused on=2026-01-12']],
    ['R-601: two', life([['offer_refused', '2026-01-12'], ['offer_refused', '2026-01-13']], '2026-01-14'), []],
    ['R-601: one beside another breach', life([['offer_refused', '2026-01-12'], ['action_missed', '2026-01-13']], '2026-01-14'), []],
    ['R-601: one after which the person was excluded', life([['offer_refused', '2026-01-12'], ['action_missed', '2026-01-13'], ['exclusion_decided', '2026-01-20']], '2026-01-21'), []],
    ['R-404: four months of sickness at most', life([['suspension', '2026-01-05', { cause: 'sickness', to: '2026-06-30' }]]), ['R-404 sicknessCapped cause=sickness counted=177 added=122 months=4', 'R-014 beyondCeiling ceiling=2026-12-29 term=2027-01-29']],
    ['R-400: a period that is not reviewed', life([['work_period', '2026-01-05', { to: '2026-01-16' }]], '2026-01-17'), ['R-400 workReviewDue from=2026-01-05 to=2026-01-16']],
    ['R-400: on its last day', life([['work_period', '2026-01-05', { to: '2026-01-16' }]], '2026-01-16'), []],
    ['R-400: reviewed that day', life([['work_period', '2026-01-05', { to: '2026-01-16' }], ['work_review_held', '2026-01-16']], '2026-01-17'), []],
    ['R-400: a review of the one before', life([['work_period', '2026-01-05', { to: '2026-01-09' }], ['work_review_held', '2026-01-10'], ['work_period', '2026-01-12', { to: '2026-01-16' }]], '2026-01-17'), ['R-400 workReviewDue from=2026-01-12 to=2026-01-16']],
    ['R-017: work across month 6', life([['work_period', '2026-03-25', { to: '2026-04-03' }]], '2026-04-03'), ['R-017 straddlesMonth6 from=2026-03-25 to=2026-04-03 month6End=2026-03-29 counted=5']],
    ['R-017: to its last day', life([['work_period', '2026-03-25', { to: '2026-03-29' }]], '2026-03-29'), []],
    ['R-017: from its last day', life([['work_period', '2026-03-29', { to: '2026-04-03' }]], '2026-04-03'), ['R-017 straddlesMonth6 from=2026-03-29 to=2026-04-03 month6End=2026-03-29 counted=5']],
    ['R-017: from the day after', life([['work_period', '2026-03-30', { to: '2026-04-03' }]], '2026-04-03'), []],
    ['R-402: open beyond 183 days', life([['work_period', '2025-10-06']], '2026-04-07').filter((alert) => alert.startsWith('R-402')), ['R-402 openWorkBeyondTotal from=2025-10-06 days=184 months=6']],
    ['R-402: on the 183rd', life([['work_period', '2025-10-06']], '2026-04-06').filter((alert) => alert.startsWith('R-402')), []],
  ])('%s', (_what, found, expected) => {
    expect(found.toSorted()).toEqual(expected.toSorted())
  })
  it('R-208, R-404: a leave that the text does not know', () => {
    const of = (start: string, cause: string) => alerts(startingOn(start, [['suspension', start, { cause, to: start }]], '2030-01-01')).map((alert) => alert.split(' ').slice(0, 3).join(' '))
    expect(of('2016-03-01', 'sickness')).toEqual(['R-208 leaveWithoutExtension cause=sickness'])
    expect(of('2016-03-01', 'maternity')).toEqual(['R-404 leaveWithoutExtension cause=maternity'])
    expect(of('2020-03-01', 'sickness')).toEqual([])
    expect(of('2020-03-01', 'adoption')).toEqual(['R-404 leaveWithoutExtension cause=adoption'])
    expect(alerts(startingOn('2016-03-01', [['suspension', '2016-05-02', { cause: 'sickness' }]], '2016-05-01'))).toEqual([])
    expect(alerts(startingOn('2016-03-01', [['suspension', '2016-05-02', { cause: 'sickness' }]], '2016-05-02'))).toEqual(['R-208 leaveWithoutExtension cause=sickness from=2016-05-02 to=null'])
  })
  it('R-400 in 2012: above four months of work', () => {
    const of2012 = (to: string) => alerts(startingOn('2012-03-01', [['work_period', '2012-04-02', { to: '2012-06-30' }], ['work_period', '2012-07-02', { to }]], '2013-06-01'))
    expect(of2012('2012-08-02')).toEqual([])
    expect(of2012('2012-08-03')).toEqual(['R-400 workAboveFourMonths days=123'])
  })
})
