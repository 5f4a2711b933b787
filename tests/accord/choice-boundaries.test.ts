import { describe, expect, it } from 'vitest'
import { day } from '@/lib/accord'
import { assumed, compared, iso, lineOf } from './a-choice.ts'

const job = (on: string, monthlyGross = '2800.00') => ({ on: day(on), monthlyGross })
const codes = (list: readonly { readonly code: string }[]) => list.map(({ code }) => code)

describe('the letter, the day before and the day itself', () => {
  it('fifteen working days that end with the reflection leave its morrow, as no earlier day', () => {
    const choice = compared({ frame: { engagedOn: '2025-12-22', executive: true } })
    expect([iso(choice.reflectionEnd), iso(choice.letterOn)]).toEqual(['2026-01-12', '2026-01-13'])
    expect(assumed(choice)).toContain('letterAfterReflection')
    expect(assumed(compared({ frame: { engagedOn: '2025-12-22' } }))).toContain('letterEarliest')
  })
  it('sent on the day of the hand-over, no day of wage is left before the notice; the day after, one is', () => {
    expect(codes(compared({ letterOn: '2025-09-08' }).refused.lines)).toEqual(['notice', 'severance', 'are'])
    const oneDay = compared({ letterOn: '2025-09-09' }).refused
    expect(lineOf(oneDay, 'wage')).toMatchObject({ total: '100.00', assumes: ['letterSent', 'earnedMonth'] })
    expect(lineOf(oneDay, 'notice')?.assumes).toEqual(['letterSent', 'noticePaidAlike'])
  })
  it('a contract that would end with the reflection anyway is not lost earlier; a day later, it is', () => {
    const half = (letterOn: string) => compared({ frame: { hiredOn: '2025-06-02', noticeMonths: 0.5 }, letterOn })
    expect(iso(half('2025-09-15').refused.contractEnd)).toBe('2025-09-29')
    expect(codes(half('2025-09-15').lost)).not.toContain('lostContractEarlier')
    expect(half('2025-09-16').lost.find(({ code }) => code === 'lostContractEarlier')?.values).toEqual({ accepted: day('2025-09-29'), refused: day('2025-09-30') })
  })
  it('the notice of the law, under a year of seniority: what the person keeps of it rests on it too', () => {
    const choice = compared({ frame: { hiredOn: '2025-01-06', noticeMonths: null } })
    expect(lineOf(choice.accepted, 'noticeBalance')).toMatchObject({ total: '3000.00', assumes: ['noticeLegal'] })
  })
})

describe('the texts, on their first day', () => {
  it('the first agreement is compared from 1 September 2011', () => {
    expect(compared({ frame: { engagedOn: '2011-09-01', hiredOn: '2001-03-01' } }).regime.code).toBe('A0')
  })
  it('the wage of ARE is heard from 1 October 2021, and the assumption that they are one with it', () => {
    const are = (engagedOn: string) => lineOf(compared({ frame: { engagedOn, sjrAre: '110.00' } }).refused, 'are')?.daily
    expect([are('2021-09-30'), are('2021-10-01')]).toEqual(['56.22', '62.70'])
    const same = (engagedOn: string, frame = {}) => assumed(compared({ frame: { engagedOn, ...frame } })).includes('sjrAreSame')
    expect([same('2021-09-30'), same('2021-10-01'), same('2021-10-01', { sjrAre: '110.00' }), same('2021-10-01', { areDaily: '60.00' })]).toEqual([false, true, false, false])
  })
  it('a year of seniority on the last day of reflection is full seniority; a day less is not', () => {
    const of = (hiredOn: string) => codes(compared({ frame: { hiredOn, noticeMonths: 1 } }).gained)
    expect(of('2024-09-29')).toEqual(['gainedRate', 'gainedAtOnce', 'gainedSupport', 'gainedBonus', 'gainedTrial'])
    expect(of('2024-09-30')).toEqual(['gainedNoRate', 'gainedAtOnce', 'gainedSupport', 'gainedWageGap', 'gainedTrial'])
  })
})

describe('a job supposed, at the edges of what is shown', () => {
  it('the day after the notice it waits for nothing; the day before, it does, and the line says so', () => {
    const [before, on] = [compared({ supposed: { job: job('2025-11-16') } }), compared({ supposed: { job: job('2025-11-17') } })]
    expect(before.assumptions.find(({ id }) => id === 'jobAfterNotice')).toEqual({ id: 'jobAfterNotice', confidence: 'L', changedBy: 'job', values: { on: day('2025-11-17') } })
    expect(lineOf(before.refused, 'job')?.assumes).toEqual(['jobLasting', 'jobAfterNotice', 'earnedMonth'])
    expect(assumed(on)).not.toContain('jobAfterNotice')
    expect(lineOf(on.refused, 'job')?.total).toBe(lineOf(before.refused, 'job')?.total)
  })
  it('beyond the months shown it has no line; on their last day, one day of wage', () => {
    const of = (on: string) => compared({ supposed: { job: job(on, '3000.00'), months: 3 } }).refused
    expect(lineOf(of('2025-12-01'), 'job')).toBeUndefined()
    expect(lineOf(of('2025-11-30'), 'job')?.total).toBe('100.00')
  })
  it('a benefit that begins beyond the months shown has a line without a day; on their last day, one', () => {
    const are = (waitingDays: number) => lineOf(compared({ supposed: { waitingDays, months: 3 } }).refused, 'are')
    expect(are(14)).toMatchObject({ days: 0, total: '0.00', from: null, to: null })
    expect(are(13)).toMatchObject({ days: 1, total: '56.22', from: day('2025-11-30'), to: day('2025-11-30') })
  })
  it('the indemnity is paid twelve months at most, though its cap is far (R-510)', () => {
    const question = { frame: { engagedOn: '2013-10-17', hiredOn: '2003-03-01' }, supposed: { job: job('2013-12-02', '2550.00'), months: 24 } }
    // 30 × 98.63 − 2,550 = 408.90 a month.
    expect(lineOf(compared(question).accepted, 'wageGap')).toMatchObject({ total: '4906.80', rule: 'R-510' })
    expect(lineOf(compared(question).accepted, 'wageGap')?.amounts.filter((amount) => amount !== '0.00')).toHaveLength(12)
  })
  it('for a wage that is not lower, nothing is open after month 10', () => {
    const choice = compared({ supposed: { job: job('2026-08-03', '2958.90') } })
    expect(codes(choice.accepted.lines)).toEqual(['wage', 'severance', 'asp', 'job'])
    expect(codes(compared({ supposed: { job: job('2026-08-03', '2958.89') } }).accepted.lines)).toContain('wageGap')
  })
  it('a payment on the last day of a month is in that month', () => {
    // The first half of the bonus comes the day after the job starts.
    const bonus = lineOf(compared({ supposed: { job: job('2026-03-30') } }).accepted, 'bonus')
    expect(bonus?.amounts.flatMap((amount, month) => (amount === '0.00' ? [] : [month]))).toEqual([6, 9])
  })
})
