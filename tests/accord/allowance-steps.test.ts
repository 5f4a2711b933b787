import { describe, expect, it } from 'vitest'
import type { AmountName, CaseFile } from '@/lib/accord'
import { fileOf, plus, startingOn, type WrittenFact } from './a-file'
import { toldOf } from './told-steps'

/* How the reference wages, the daily ARE, the daily ASP and the days of ARE left are worked out, step by step. */

const FRAME = { sjr: '100.00', areDurationDays: 548 }
type Terms = Readonly<Record<string, unknown>>
const csp = (facts: readonly WrittenFact[] = [], frame: Terms = {}) => startingOn('2025-09-30', facts, '2026-03-10', { frame: { ...FRAME, ...frame } })
const notified = (figures: Terms): WrittenFact => ['benefit_notified', '2025-10-15', figures]
const engaged = (engagedOn: string, frame: Terms = {}, facts: readonly WrittenFact[] = []) =>
  fileOf({ engagedOn, frame: { ...FRAME, ...frame }, facts: [['proposal_handed_over', engagedOn], ['accepted', engagedOn], ...facts], today: plus(engagedOn, 60) })
const told = (file: CaseFile, name: AmountName) => toldOf(file.amountExplanations[name])
const wages = (file: CaseFile) => toldOf(file.estimateExplanations.referenceWages)

describe('R-203: the reference wages', () => {
  const OF_CONTRACT = 'sjrOfContract = 100.00 [R-203]'

  it('one wage for both until September 2021, that of the lost contract apart from October', () => {
    expect(wages(engaged('2021-09-30', { sjrAre: '80.00' }))).toEqual(['R-203', 'sjrGiven = 100.00 [R-203]'])
    expect(wages(engaged('2021-10-01', { sjrAre: '80.00' }))).toEqual(['R-203', OF_CONTRACT, 'sjrAreGiven = 80.00 [R-203]'])
    expect(wages(csp())).toEqual(['R-203', OF_CONTRACT, 'sjrShared = 100.00 [R-203]'])
    expect([told(engaged('2021-09-30'), 'sjr'), told(csp(), 'sjr')]).toEqual([['R-203', 'sjrGiven = 100.00 [R-203]'], ['R-203', OF_CONTRACT]])
  })

  it('France Travail’s, where it gave them', () => {
    expect(wages(csp([notified({ sjr: '101.00', sjrAre: '99.00' })]))).toEqual(['R-203', 'sjrNotified = 101.00 [R-203]', 'sjrAreNotified = 99.00 [R-203]'])
    expect(wages(csp([notified({ sjrAre: '99.00' })]))).toEqual(['R-203', OF_CONTRACT, 'sjrAreNotified = 99.00 [R-203]'])
    expect(wages(csp([notified({ sjr: '101.00' })]))).toEqual(['R-203', 'sjrNotified = 101.00 [R-203]', 'sjrShared = 101.00 [R-203]'])
    const before = engaged('2021-09-30', {}, [['benefit_notified', '2021-11-02', { sjr: '101.00' }]])
    expect([told(before, 'sjr'), told(before, 'areDaily')[1]]).toEqual([['R-203', 'sjrNotified = 101.00 [R-203]'], 'sjrNotified = 101.00 [R-203]'])
  })
})

describe('R-203: the daily ARE', () => {
  const OURS = ['areWithFixedPart(fixedPart 13.18) = 53.58 [R-203]', 'arePlainRate(percent 57) = 57.00 [R-203]', 'areMinimum = 32.13 [R-203]', 'areCap = 75.00 [R-203]', 'areEstimated = 57.00 [R-203]']

  it('our estimate, with the figures in force on the first day of the CSP', () => {
    expect(told(csp(), 'areDaily')).toEqual(['R-203', 'sjrShared = 100.00 [R-203]', ...OURS])
    expect(told(engaged('2013-10-17'), 'areDaily')).toEqual([
      'R-203',
      'sjrGiven = 100.00 [R-203]',
      'areWithFixedPart(fixedPart 11.64) = 52.04 [R-203]',
      'arePlainRate(percent 57.4) = 57.40 [R-203]',
      'areMinimum = 28.38 [R-203]',
      'areCap = 75.00 [R-203]',
      'areEstimated = 57.40 [R-203]',
    ])
  })

  it('after it, the figure entered or the one that France Travail gave', () => {
    expect(told(csp([], { areDaily: '58.00' }), 'areDaily')).toEqual(['R-203', 'sjrShared = 100.00 [R-203]', ...OURS, 'areGiven = 58.00 [R-203]'])
    expect(told(csp([notified({ areDaily: '57.10' })], { areDaily: '58.00' }), 'areDaily')).toEqual(['R-203', 'sjrShared = 100.00 [R-203]', ...OURS, 'areNotified = 57.10 [R-203]'])
    expect(told(csp([], { sjr: null, areDaily: '58.00' }), 'areDaily')).toEqual(['R-203', 'areGiven = 58.00 [R-203]'])
  })

  it('the figure entered, before any CSP', () => {
    const proposed = fileOf({ engagedOn: '2025-09-08', frame: { ...FRAME, areDaily: '58.00' }, facts: [['proposal_handed_over', '2025-09-08']], today: '2025-09-16' })
    expect(told(proposed, 'areDaily')).toEqual(['R-203', 'areGiven = 58.00 [R-203]'])
  })

  it('part time is said, with its share; full time is not', () => {
    const at = (workingTimeShare: number | null) => told(csp([], { sjr: '50.00', workingTimeShare }), 'areDaily').slice(2)
    expect(at(0.8)).toEqual([
      'arePartTime(percent 80) [R-203]', 'areWithFixedPart(fixedPart 10.54) = 30.74 [R-203]', 'arePlainRate(percent 57) = 28.50 [R-203]', 'areMinimum = 25.70 [R-203]', 'areCap = 37.50 [R-203]', 'areEstimated = 30.74 [R-203]',
    ])
    expect(at(0.625)[0]).toBe('arePartTime(percent 62.5) [R-203]')
    expect([at(1)[0], at(null)[0]]).toEqual(Array.from({ length: 2 }, () => 'areWithFixedPart(fixedPart 13.18) = 33.38 [R-203]'))
  })
})

describe('R-200: the daily ASP', () => {
  const CEILING = 'aspCeiling = 294.21 [R-200]'

  it.each([
    ['at the rate', {}, ['sjrOfContract = 100.00 [R-203]', 'aspRate(rate 75) = 75.00 [R-200]', 'aspFloor = 57.00 [R-200]', CEILING, 'aspKept = 75.00 [R-200]']],
    ['never under ARE', { sjrAre: '140.00' }, ['sjrOfContract = 100.00 [R-203]', 'aspRate(rate 75) = 75.00 [R-200]', 'aspFloor = 79.80 [R-200]', CEILING, 'aspKept = 79.80 [R-200]']],
    ['never over the highest allowance', { sjr: '500.00' }, ['sjrOfContract = 500.00 [R-203]', 'aspRate(rate 75) = 375.00 [R-200]', 'aspFloor = 285.00 [R-200]', CEILING, 'aspKept = 294.21 [R-200]']],
  ])('%s', (_, frame, steps) => {
    const file = csp([], frame)
    expect(told(file, 'aspDaily')).toEqual(['R-200', ...steps])
    expect(told(file, 'aspBasis')).toEqual(['R-200', ...steps])
  })

  it('80 % under the text of 2011, which caps nothing', () => {
    expect(told(engaged('2013-10-17'), 'aspDaily')).toEqual(['R-200', 'sjrGiven = 100.00 [R-203]', 'aspRate(rate 80) = 80.00 [R-200]', 'aspFloor = 57.40 [R-200]', 'aspKept = 80.00 [R-200]'])
  })

  it('ours is an estimate where France Travail gave its own, which comes last', () => {
    const file = csp([notified({ aspDaily: '75.90' })])
    expect(told(file, 'aspDaily').slice(2)).toEqual(['aspRate(rate 75) = 75.00 [R-200]', 'aspFloor = 57.00 [R-200]', CEILING, 'aspEstimated = 75.00 [R-200]', 'aspNotified = 75.90 [R-200]'])
    expect(told(csp([notified({ aspDaily: '75.90' })], { sjr: null }), 'aspDaily')).toEqual(['R-200', 'aspNotified = 75.90 [R-200]'])
  })

  it('R-202: under a year of seniority it is ARE: estimated, entered or notified', () => {
    const short = (facts: readonly WrittenFact[], frame: Terms = {}) => told(csp(facts, { hiredOn: '2025-01-01', ...frame }), 'aspDaily')
    expect(short([])).toEqual(['R-202', 'areEstimated = 57.00 [R-203]', 'aspOfShortSeniority = 57.00 [R-202]'])
    expect(short([], { areDaily: '58.00' })).toEqual(['R-202', 'areGiven = 58.00 [R-203]', 'aspOfShortSeniority = 58.00 [R-202]'])
    expect(short([notified({ areDaily: '57.10' })])).toEqual(['R-202', 'areNotified = 57.10 [R-203]', 'aspOfShortSeniority = 57.10 [R-202]'])
    expect(short([notified({ aspDaily: '57.20' })]).at(-1)).toBe('aspNotified = 57.20 [R-200]')
    expect(told(csp([], { hiredOn: '2025-01-01' }), 'aspBasis')[0]).toBe('R-202')
  })
})

describe('R-603: the days of ARE left', () => {
  it('the duration, as entered or as France Travail gave it, less the days paid', () => {
    expect(told(csp(), 'areDaysLeft')).toEqual(['R-603', 'areDuration(days 548) [R-603]', 'areCoefficient [R-603]', 'aspDaysDeducted(days 161, left 387) [R-603]'])
    expect(told(csp([notified({ areDurationDays: 500 })]), 'areDaysLeft')).toEqual(['R-603', 'areDurationNotified(days 500) [R-603]', 'areCoefficient [R-603]', 'aspDaysDeducted(days 161, left 339) [R-603]'])
  })

  it('days suspended before today are said not to be lost; neither today’s nor those to come', () => {
    const past: WrittenFact = ['suspension', '2026-01-05', { to: '2026-01-09' }]
    const days = (...facts: readonly WrittenFact[]) => told(csp(facts), 'areDaysLeft').slice(3)
    expect(days(past)).toEqual(['suspendedNotDeducted(days 5) [R-603]', 'aspDaysDeducted(days 156, left 392) [R-603]'])
    expect(days(past, ['suspension', '2026-03-15', { to: '2026-03-20' }])[0]).toBe('suspendedNotDeducted(days 5) [R-603]')
    expect(days(['suspension', '2026-03-10', { to: '2026-03-20' }])).toEqual(['aspDaysDeducted(days 161, left 387) [R-603]'])
    expect(days(['suspension', '2026-03-09', { to: '2026-03-20' }])[0]).toBe('suspendedNotDeducted(days 1) [R-603]')
  })
})
