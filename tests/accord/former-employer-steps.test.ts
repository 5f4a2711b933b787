import { describe, expect, it } from 'vitest'
import type { AmountName, CaseFile } from '@/lib/accord'
import { fileOf, plus, startingOn, type WrittenFact } from './a-file'
import { toldOf } from './told-steps'

/* What the former employer owes, and the money that only the text of 2011 knows, step by step. */

const FRAME = { sjr: '100.00', monthlyGross: '3000.00', noticeMonths: 2 }
type Terms = Readonly<Record<string, unknown>>
const csp = (frame: Terms = {}) => startingOn('2025-09-30', [], '2025-10-10', { frame: { ...FRAME, ...frame } })
const engaged = (engagedOn: string, frame: Terms) =>
  fileOf({ engagedOn, frame: { ...FRAME, ...frame }, facts: [['proposal_handed_over', engagedOn], ['accepted', engagedOn]], today: plus(engagedOn, 30) })
const told = (file: CaseFile, name: AmountName) => toldOf(file.amountExplanations[name])
const GROSS = 'monthlyGross = 3000.00'

describe('R-151: the notice', () => {
  const both = (frame: Terms) => [told(csp(frame), 'employerNoticeContribution'), told(csp(frame), 'employeeNoticeBalance')]

  it.each([
    ['two months, all to France Travail', {}, 'noticeEntered(entered 2, legal 2, months 2)', 'noticeToFranceTravail(months 3) = 6000.00', 'noticeNothingLeft(months 3) = 0.00'],
    ['three months, the most that goes to France Travail', { noticeMonths: 3 }, 'noticeEntered(entered 3, legal 2, months 3)', 'noticeToFranceTravail(months 3) = 9000.00', 'noticeNothingLeft(months 3) = 0.00'],
    ['half a month beyond three', { noticeMonths: 3.5 }, 'noticeEntered(entered 3.5, legal 2, months 3.5)', 'noticeToFranceTravail(months 3) = 9000.00', 'noticeToEmployee(months 3) = 1500.00'],
    ['shorter than the law’s, which counts', { noticeMonths: 1, hiredOn: '2023-09-29' }, 'noticeLegal(entered 1, legal 2, months 2)', 'noticeToFranceTravail(months 3) = 6000.00', 'noticeNothingLeft(months 3) = 0.00'],
  ])('%s', (_, frame, notice, toFranceTravail, toEmployee) => {
    const total = ['R-151', `${GROSS} [R-151]`, `${notice} [R-151]`, `${toFranceTravail} [R-151]`]
    expect(both(frame)).toEqual([total, [...total, `${toEmployee} [R-151]`]])
  })

  it('under a year of seniority, all to the person and nothing to France Travail', () => {
    const total = ['R-151', `${GROSS} [R-151]`, 'noticeEntered(entered 1, legal 1, months 1) [R-151]']
    expect(both({ hiredOn: '2025-02-01', noticeMonths: 1 })).toEqual([[...total, 'noticeNotContributed(months 3) = 0.00 [R-151]'], [...total, 'noticeAllToEmployee(months 3) = 3000.00 [R-151]']])
  })

  it('no steps without the wage or the notice', () => {
    expect([...both({ monthlyGross: null }), ...both({ noticeMonths: null }), told(csp({ monthlyGross: null }), 'severanceLegal')]).toEqual([[], [], [], [], []])
  })
})

describe('R-140: the legal severance', () => {
  const of = (frame: Terms) => told(csp(frame), 'severanceLegal')

  it('a quarter of a month a year up to ten years, a third beyond', () => {
    expect(of({})).toEqual([
      'R-140',
      `${GROSS} [R-140]`,
      'severanceOpens(months 308, opensAt 8) [R-140]',
      'seniorityWithNotice(years 25, months 10) [R-140]',
      'severanceQuarter = 7500.00 [R-140]',
      'severanceThird = 15833.33 [R-140]',
      'severanceWithNotice = 23333.33 [R-140]',
    ])
  })

  it('nothing is said of the years beyond ten where there are none', () => {
    expect(of({ hiredOn: '2015-11-29' }).slice(2)).toEqual([
      'severanceOpens(months 118, opensAt 8) [R-140]', 'seniorityWithNotice(years 10, months 0) [R-140]', 'severanceQuarter = 7500.00 [R-140]', 'severanceWithNotice = 7500.00 [R-140]',
    ])
    expect(of({ hiredOn: '2015-10-29' }).slice(3)).toEqual([
      'seniorityWithNotice(years 10, months 1) [R-140]', 'severanceQuarter = 7500.00 [R-140]', 'severanceThird = 83.33 [R-140]', 'severanceWithNotice = 7583.33 [R-140]',
    ])
  })

  it('a fifth before 27 September 2017, where a year of seniority opens it', () => {
    expect(told(engaged('2016-03-01', { hiredOn: '2010-03-01' }), 'severanceLegal')).toEqual([
      'R-140', `${GROSS} [R-140]`, 'severanceOpens(months 72, opensAt 12) [R-140]', 'seniorityWithNotice(years 6, months 2) [R-140]', 'severanceFifth = 3700.00 [R-140]', 'severanceWithNotice = 3700.00 [R-140]',
    ])
  })

  it('under the seniority that opens it, only that and nothing due', () => {
    expect(of({ hiredOn: '2025-02-01', noticeMonths: 1 })).toEqual(['R-140', 'severanceDoesNotOpen(months 7, opensAt 8) [R-140]', 'severanceWithNotice = 0.00 [R-140]'])
    expect(of({ hiredOn: '2025-01-29', noticeMonths: 1 })[2]).toBe('severanceOpens(months 8, opensAt 8) [R-140]')
  })
})

it('R-150: two months for not proposing, three once the person has joined', () => {
  const through = (...facts: readonly WrittenFact[]) =>
    told(fileOf({ engagedOn: '2025-09-08', path: 'france_travail', frame: FRAME, facts: [['registered', '2025-10-01'], ...facts], today: '2025-10-15' }), 'employerPenalty')
  expect(through()).toEqual(['R-150', `${GROSS} [R-150]`, 'penaltyMonths(months 2) = 6000.00 [R-150]'])
  expect(through(['accepted', '2025-10-10'])).toEqual(['R-150', `${GROSS} [R-150]`, 'penaltyMonthsJoined(months 3) = 9000.00 [R-150]'])
})

describe('what only the text of 2011 knows', () => {
  it('R-152: the training hours not used, by the hours of a month, of a part-time one where it was', () => {
    const of = (workingTimeShare: number | null) =>
      toldOf(engaged('2013-10-17', { monthlyNet: '1850.00', unusedTrainingHours: 100, workingTimeShare }).estimateExplanations.trainingHours)
    const full = ['R-152', 'monthlyNet = 1850.00 [R-152]', 'hoursOfMonth [R-152]', 'unusedHours(hours 100) [R-152]', 'trainingHoursValue = 1219.75 [R-152]']
    expect([of(null), of(1)]).toEqual([full, full])
    expect(of(0.8).slice(2)).toEqual(['hoursOfPartTimeMonth(percent 80) [R-152]', 'unusedHours(hours 100) [R-152]', 'trainingHoursValue = 1524.69 [R-152]'])
    expect(of(0.625)[2]).toBe('hoursOfPartTimeMonth(percent 62.5) [R-152]')
  })

  it('R-105: the bonus of the experimental CSP, from the signature to the seventh month', () => {
    const file = fileOf({ engagedOn: '2013-01-02', path: 'experiment', frame: { hiredOn: null }, facts: [['registered', '2013-01-02'], ['accepted', '2013-01-11']], today: '2013-12-01' })
    expect(toldOf(file.estimateExplanations.experimentBonus)).toEqual(['R-105', 'acceptance → 2013-01-11 [R-015]', 'seventhMonth(to 2013-08-22) → 2013-07-23 [R-105]', 'experimentBonusDue = 1000.00 [R-105]'])
    expect(Object.keys(csp().estimateExplanations)).toEqual(['referenceWages'])
  })
})
