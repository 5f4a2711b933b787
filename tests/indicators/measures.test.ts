import { describe, expect, test } from 'vitest'
import { day, isoOf } from '@/lib/accord'
import { seniorityBand, type Measures } from '@/lib/indicators/measures.ts'
import { frame, type WrittenFact } from '@/tests/accord/a-file'
import { life, lineOf } from './a-life'

type Days = { [Name in keyof Measures]: Name extends `${string}On` ? Name : never }[keyof Measures]
const iso = (line: Measures, name: Days) => (line[name] === null ? null : isoOf(line[name]))

describe('years of service, as the field cuts them', () => {
  test.each([[0, 'under_1'], [1, '1_to_2'], [2, 'over_2'], [30, 'over_2'], [null, null]] as const)('%s full years: %s', (years, band) => expect(seniorityBand(years)).toBe(band))
})

describe('a file that was only proposed', () => {
  const line = lineOf([['proposal_handed_over', '2024-01-08'], ['training', '2024-03-04', { to: '2024-03-29' }]], frame('2024-01-08', 'employer'), day('2024-01-20'))
  test('has nothing that a CSP gives', () => {
    expect(line).toMatchObject({
      enteredOn: null, endedOn: null, preBilanOn: null, preBilanDueOn: null, daysToPreBilan: null, firstTrainingOn: null, firstTrainingMonth: null, firstTrainingDelay: null, trainingDays: 0,
      firstWorkOn: null, workMonths: [], jobWithinThreeMonths: null, extendedByWork: false, stayDays: null, stayedUnderTwelveMonths: null, durableJobOn: null, durableAtExit: null,
      situationAtSixMonths: null, bonusFirstPaidOn: null, bonusFirstAmount: null, bonusPayments: 0, wageGapClaimedOn: null, aspSpans: null, experimentBonusOn: null, experimentBonus: null,
    })
  })
  test('says how it came in, under which text', () => expect(line).toMatchObject({ entryPath: 'employer', regimeCode: "E'", seniority: 'over_2' }))
})

describe('training', () => {
  const trained = (...trainings: readonly (readonly [from: string, to: string])[]) => life([['pre_bilan_held', '2024-01-11'], ['plan_validated', '2024-01-25'], ...trainings.map(([from, to]): WrittenFact => ['training', from, { to }])])
  test.each([['2024-01-26', 1], ['2024-02-07', 1], ['2024-02-08', 2], ['2024-09-07', 8], ['2024-09-08', 9]])('from %s: in month %i', (from, month) => {
    expect(trained([from, '2024-12-31']).firstTrainingMonth).toBe(month)
  })
  test('a day that two of them hold counts once, whichever was recorded first', () => {
    expect(trained(['2024-03-04', '2024-03-13'], ['2024-03-13', '2024-03-15']).trainingDays).toBe(12)
    expect(trained(['2024-03-10', '2024-03-15'], ['2024-03-04', '2024-03-13']).trainingDays).toBe(12)
    expect(trained(['2024-03-04', '2024-03-13'], ['2024-03-06', '2024-03-08']).trainingDays).toBe(10)
    expect(trained(['2024-03-04', '2024-03-13'], ['2024-03-06', '2024-03-08'], ['2024-03-12', '2024-03-14']).trainingDays).toBe(11)
  })
  test('a day alone, and days apart', () => {
    expect(trained(['2024-03-04', '2024-03-04']).trainingDays).toBe(1)
    expect(trained(['2024-03-04', '2024-03-08'], ['2024-03-18', '2024-03-22']).trainingDays).toBe(10)
  })
  test('the first is the earliest, and its delay the days since the CSP began', () => {
    const line = trained(['2024-05-06', '2024-05-10'], ['2024-03-04', '2024-03-08'])
    expect([iso(line, 'firstTrainingOn'), line.firstTrainingDelay]).toEqual(['2024-03-04', 56])
  })
  test('one that still goes on counts to the term as it stands, whatever the day', () => {
    const open = (today: string) => life([['pre_bilan_held', '2024-01-11'], ['plan_validated', '2024-01-25'], ['training', '2024-12-02']], { today: day(today) })
    expect([open('2024-12-10').trainingDays, open('2024-12-31').trainingDays]).toEqual([37, 37])
  })
  test('days past the end of the CSP are not of it', () => {
    expect(trained(['2024-12-30', '2025-02-28']).trainingDays).toBe(9)
    expect(trained(['2025-01-07', '2025-02-28']).trainingDays).toBe(1)
    expect(trained(['2025-01-08', '2025-02-28'])).toMatchObject({ trainingDays: 0, firstTrainingOn: null, firstTrainingMonth: null, firstTrainingDelay: null })
  })
})

describe('what was awaited', () => {
  const placedOn = (on: string, ...facts: readonly WrittenFact[]) => life([...facts, ['job_started', on, { contract: 'cdi' }]])
  test('a pré-bilan, by the eighth day; not of whoever left before it', () => {
    expect(iso(placedOn('2024-06-10'), 'preBilanDueOn')).toBe('2024-01-16')
    expect(iso(placedOn('2024-01-11'), 'preBilanDueOn')).toBeNull()
  })
  test('of whoever left before the day it was due, once it was held', () => {
    const line = placedOn('2024-01-12', ['pre_bilan_held', '2024-01-10'])
    expect([iso(line, 'preBilanDueOn'), iso(line, 'preBilanOn'), line.daysToPreBilan]).toEqual(['2024-01-16', '2024-01-10', 2])
  })
  test('nothing held: no day between', () => expect(life([])).toMatchObject({ preBilanOn: null, daysToPreBilan: null, planOn: null, planDueOn: null }))
})

describe('work during the CSP', () => {
  test('has the months it touches, each once, over the end of a year', () => {
    expect(life([['work_period', '2024-02-05', { to: '2024-03-31' }], ['work_period', '2024-10-31', { to: '2024-12-01' }]]).workMonths).toEqual([202402, 202403, 202410, 202411, 202412])
    expect(life([['work_period', '2024-12-16', { to: '2025-01-05' }]]).workMonths).toEqual([202412, 202501])
    expect(life([['work_period', '2024-02-05', { to: '2024-02-09' }], ['work_period', '2024-02-19', { to: '2024-02-23' }]]).workMonths).toEqual([202402])
  })
  test.each([['2024-04-07', true], ['2024-04-08', false]])('a period from %s is within three months: %s', (from, within) => {
    expect(life([['work_period', from, { to: '2024-04-30' }]]).jobWithinThreeMonths).toBe(within)
  })
  test('a job of the first day is; one taken up before the CSP is not', () => {
    const job = (on: string) => life([['job_started', on, { contract: 'cdi' }]])
    expect([job('2024-01-08').jobWithinThreeMonths, job('2024-04-07').jobWithinThreeMonths, job('2024-04-08').jobWithinThreeMonths]).toEqual([true, true, false])
    expect(job('2024-01-07').jobWithinThreeMonths).toBe(false)
  })
  test('the first of the two counts, a period or a job', () => {
    expect(life([['work_period', '2024-02-05', { to: '2024-02-16' }], ['job_started', '2024-06-10', { contract: 'cdi' }]]).jobWithinThreeMonths).toBe(true)
  })
})

describe('an extension for work', () => {
  const worked = (from: string, to: string, more: readonly WrittenFact[] = [], today = '2026-06-30') => life([['work_period', from, { to }], ...more], { today: day(today) })
  test('is one once twelve months are passed', () => {
    expect(worked('2024-09-02', '2024-10-31')).toMatchObject({ extendedByWork: true, stayedUnderTwelveMonths: false, stayDays: 426 })
    expect(worked('2024-02-05', '2024-03-31')).toMatchObject({ extendedByWork: false, stayDays: 366 })
  })
  test.each([['2025-01-07', false, 365], ['2025-01-08', false, 366], ['2025-01-09', true, 367]])('whoever takes a job on %s: %s', (on, extended, days) => {
    const line = worked('2024-09-02', '2024-10-31', [['job_started', on, { contract: 'cdi' }]])
    expect([line.extendedByWork, line.stayDays]).toEqual([extended, days])
  })
  test('while the CSP runs, as its term stands', () => {
    expect(worked('2024-09-02', '2024-10-31', [], '2024-11-15')).toMatchObject({ extendedByWork: true, endedOn: null, stayDays: null, stayedUnderTwelveMonths: null, durableAtExit: null })
    expect(worked('2024-02-05', '2024-03-31', [], '2024-11-15')).toMatchObject({ extendedByWork: false, endedOn: null })
  })
})

test('an extension for illness is not one for work', () => {
  const line = life([['suspension', '2024-09-02', { cause: 'sickness', to: '2024-10-31' }]])
  expect([line.extendedByWork, line.stayedUnderTwelveMonths, (line.stayDays ?? 0) > 366]).toEqual([false, false, true])
})

describe('an end of the CSP', () => {
  const job = (on: string, terms: Readonly<Record<string, unknown>> = { contract: 'cdi' }, more: readonly WrittenFact[] = []) => life([['job_started', on, terms], ...more])
  test.each([['2025-01-06', true], ['2025-01-07', true], ['2025-01-08', false]])('by a job of %s is before twelve months: %s', (on, under) => expect(job(on).stayedUnderTwelveMonths).toBe(under))
  test('a fixed term or temp work of six months is durable, one of five is not', () => {
    const durable = (contract: string, months: number) => iso(job('2024-06-10', { contract, months }), 'durableJobOn')
    expect([durable('cdd', 6), durable('temp', 6), durable('cdd', 5)]).toEqual(['2024-06-10', '2024-06-10', null])
    expect(job('2024-06-10').durableAtExit).toBe(true)
  })
  test('one who took no job left without one', () => expect(life([])).toMatchObject({ durableJobOn: null, durableAtExit: false, situationAtSixMonths: null }))
  test('a job broken in its trial period leaves none; another after it does', () => {
    const broken: readonly WrittenFact[] = [['trial_period_broken', '2024-03-20']]
    expect(job('2024-03-04', { contract: 'cdi' }, broken)).toMatchObject({ durableJobOn: null, durableAtExit: false, jobWithinThreeMonths: true })
    const again = job('2024-03-04', { contract: 'cdi' }, [...broken, ['job_started', '2024-06-10', { contract: 'cdi' }]])
    expect([iso(again, 'durableJobOn'), again.durableAtExit]).toEqual(['2024-06-10', true])
  })
  test('a job of the day after the last is held at the exit; of the day after that, no', () => {
    expect(iso(life([]), 'endedOn')).toBe('2025-01-07')
    expect([job('2025-01-08').durableAtExit, job('2025-01-09').durableAtExit]).toEqual([true, false])
  })
})

describe('six months into a durable job', () => {
  const HELD = '2024-06-10' // Six months: 10 December 2024.
  const followed = (...facts: readonly WrittenFact[]) => life([['job_started', HELD, { contract: 'cdi' }], ...facts]).situationAtSixMonths
  const seen = (on: string, situation: string): WrittenFact => ['follow_up_held', on, { situation }]
  test('nobody has said', () => expect(followed()).toBeNull())
  test.each([['2024-10-26', 'in_job'], ['2024-10-25', null], ['2024-12-10', 'in_job']])('a follow-up of %s speaks of it: %s', (on, situation) => expect(followed(seen(on, 'in_job'))).toBe(situation))
  test('the nearest says it', () => {
    expect(followed(seen('2024-11-01', 'in_job'), seen('2024-12-10', 'jobseeker'))).toBe('jobseeker')
    expect(followed(seen('2024-11-20', 'training'), seen('2024-11-01', 'in_job'))).toBe('training')
  })
  test.each([['2024-12-09', 'other'], ['2024-12-10', null]])('out of it, where it ended on %s', (on, situation) => expect(followed(['job_ended', on])).toBe(situation))
  test('out of it, whatever a follow-up heard before it ended; where it says what they did, that', () => {
    expect(followed(seen('2024-11-10', 'in_job'), ['job_ended', '2024-11-20'])).toBe('other')
    expect(followed(['job_ended', '2024-11-20'], seen('2024-12-01', 'training'))).toBe('training')
  })
})

describe('what was claimed and paid', () => {
  const placed: readonly WrittenFact[] = [['job_started', '2024-06-10', { contract: 'cdi' }]]
  const planned: readonly WrittenFact[] = [['pre_bilan_held', '2024-01-11'], ['plan_validated', '2024-01-25'], ...placed]
  test('the bonus: its claim, its first payment and how many', () => {
    const line = life([...planned, ['bonus_claimed', '2024-06-20'], ['bonus_paid', '2024-07-15', { amount: '2000.00' }], ['bonus_paid', '2024-10-15', { amount: '1999.99' }]])
    expect([iso(line, 'bonusClaimedOn'), iso(line, 'bonusFirstPaidOn'), line.bonusFirstAmount, line.bonusPayments]).toEqual(['2024-06-20', '2024-07-15', '2000.00', 2])
  })
  test('the wage-gap allowance', () => {
    const claimed: readonly WrittenFact[] = [['job_started', '2024-06-10', { contract: 'cdi' }], ['wage_gap_claimed', '2024-06-20']]
    expect([iso(life(claimed), 'wageGapClaimedOn'), iso(life(placed), 'wageGapClaimedOn')]).toEqual(['2024-06-20', null])
  })
  test('what the rules refuse counts for nothing', () => {
    const late: readonly WrittenFact[] = [['pre_bilan_held', '2024-01-11'], ['plan_validated', '2024-01-10'], ['wage_gap_claimed', '2024-02-01']]
    expect([iso(life(late), 'preBilanOn'), iso(life(late), 'wageGapClaimedOn')]).toEqual(['2024-01-11', null])
  })
  test('facts count in the order of their days, not of their recording', () => {
    const line = life([...planned, ['bonus_claimed', '2024-06-20'], ['bonus_paid', '2024-10-15', { amount: '1000.00' }], ['bonus_paid', '2024-07-15', { amount: '2000.00' }]])
    expect([iso(line, 'bonusFirstPaidOn'), line.bonusFirstAmount]).toEqual(['2024-07-15', '2000.00'])
  })
})

describe('what the accounts read', () => {
  test('the bonus of the experiment, from the first day of the seventh month', () => {
    const line = lineOf([['registered', '2013-01-02'], ['accepted', '2013-01-11']], frame('2013-01-02', 'experiment', { hiredOn: null }), day('2013-12-01'))
    expect([iso(line, 'enteredOn'), iso(line, 'experimentBonusOn'), line.experimentBonus, line.entryPath]).toEqual(['2013-01-23', '2013-07-23', '1000.00', 'experiment'])
    expect(life([])).toMatchObject({ experimentBonusOn: null, experimentBonus: null })
  })
  test('the days that the allowance pays, apart where work stops it', () => {
    expect(life([['work_period', '2024-02-05', { to: '2024-03-31' }]]).aspSpans).toBe('{[2024-01-08,2024-02-05),[2024-04-01,2025-01-08)}')
  })
})
