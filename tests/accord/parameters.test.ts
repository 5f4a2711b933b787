import { Decimal } from 'decimal.js'
import { describe, expect, it } from 'vitest'
import { day, isoOf, selectText, shippedTexts, TEXTS_READ_ON, type EntryPath, type TextParameters } from '@/lib/accord'
import { figureOn } from '@/lib/accord/texts/benefit-parameters.ts'
import { parametersOf, parametersOn } from '@/lib/accord/texts/governing.ts'

/*
 * What each text fixes, parameter by parameter: the matrix of the rules read across, where the shipped texts
 * hold it down, each text completing the one it inherits.
 */
const CODES = ['A0', 'B', "B'", 'C', 'D', "D'", 'E', "E'", 'F', 'G', 'H'] as const
type Code = (typeof CODES)[number]
/** From which text on each value holds. */
type Held = Readonly<Partial<Record<Code, unknown>>>

const WORK_2011 = { name: 'ANI-16', minimumDays: null, minimumMonths: 1, maxCount: 2, totalMaxMonths: 3, totalMaxDays: 92, warnAboveDays: null, endsAt: { kind: 'any' }, priorValidation: false, reviewAfter: false }
const WORK_2012 = { name: 'ANI-av1', minimumDays: 14, minimumMonths: null, maxCount: null, totalMaxMonths: 6, totalMaxDays: 183, warnAboveDays: 122, endsAt: { kind: 'over', months: 3 }, priorValidation: false, reviewAfter: false }
const WORK_2015 = { name: 'Conv-12', minimumDays: 3, minimumMonths: null, maxCount: null, totalMaxMonths: 6, totalMaxDays: 183, warnAboveDays: null, endsAt: { kind: 'from', months: 6 }, priorValidation: true, reviewAfter: true }
const FOUR_MONTHS = { kind: 'months', months: 4 }
const LEGAL = { kind: 'legal_length' }
const affiliation = (olderFrom: number) => ({ days: 88, hours: 610, windowMonths: 24, windowMonthsOlder: 36, olderFrom })

const MATRIX: Readonly<Record<keyof TextParameters, Held>> = {
  reflectionDays: { A0: 21 },
  cspMonths: { A0: 12 },
  preBilanDays: { A0: 8 },
  planMonthsAfterPreBilan: { A0: 1 },
  followUpMonths: { A0: 6 },
  contestMonths: { A0: 12 },
  franceTravailStart: { A0: 'last_day_of_reflection', B: 'day_after_reflection' },
  work: { A0: WORK_2011, B: WORK_2015 },
  workExtendsTerm: { A0: false, B: true },
  workExtensionMaxMonths: { A0: null, B: 3 },
  ceilingMonths: { A0: null, B: 15 },
  extensions: {
    A0: {},
    C: { sickness: FOUR_MONTHS, maternity: LEGAL },
    D: { sickness: FOUR_MONTHS, maternity: LEGAL, paternity: LEGAL, adoption: LEGAL, carer: LEGAL },
    F: { sickness: FOUR_MONTHS, maternity: LEGAL, paternity: LEGAL, adoption: LEGAL, carer: LEGAL, parental_presence: LEGAL },
  },
  addedLeaves: { A0: {} },
  jobThreshold: { A0: { kind: 'any' }, B: { kind: 'from', months: 6 } },
  trialReturn: { A0: 'none', B: 'remaining_duration' },
  month4Review: { A0: false, B: true },
  finalInterviewLastMonths: { A0: null, C: 2 },
  termLetterDaysBefore: { A0: null, E: 30 },
  twoSignatures: { A0: false, C: true },
  twoStepSending: { A0: false, B: true },
  bonus: { A0: false, B: true },
  bonusWindowMonths: { A0: null, B: 10 },
  bonusWindowStretched: { A0: false, D: true },
  bonusClaimDays: { A0: null, B: 30 },
  bonusSecondAfterMonths: { A0: null, B: 3 },
  claimsYears: { A0: null, B: 2 },
  breachTakes: { A0: 'allowance', B: 'contract' },
  falseStatementIsBreach: { A0: false, B: true },
  fullSeniorityYears: { A0: 1 },
  aspRate: { A0: '0.80', B: '0.75' },
  aspCapped: { A0: false, B: true },
  ownReferenceWageFrom: { A0: null, D: day('2021-10-01') },
  affiliation: { A0: null, D: affiliation(53), G: affiliation(55) },
  incentiveShare: { A0: '0.50' },
  wageGapLeastLoss: { A0: '0.15', B: '0' },
  wageGapMonths: { A0: 12 },
  incentivesExcludeAre: { A0: false, C: true },
  noticeContributionMonths: { A0: 3 },
  penaltyMonths: { A0: 2 },
  penaltyMonthsIfJoined: { A0: 3 },
  trainingHoursOwed: { A0: true, B: false },
  experimentBonus: { A0: null },
}

function heldUnder(code: Code, held: Held): unknown {
  const since = CODES.slice(0, CODES.indexOf(code) + 1).findLast((candidate) => candidate in held)
  return held[since as Code]
}

describe('what each text fixes', () => {
  it.each(CODES)('R-001: the parameters of %s', (code) => {
    const agreement = shippedTexts.agreements.find((candidate) => candidate.code === code)
    const wanted = Object.fromEntries(Object.entries(MATRIX).map(([name, held]) => [name, heldUnder(code, held)]))
    expect(agreement === undefined ? null : parametersOf(shippedTexts, agreement)).toEqual(wanted)
  })
  it('R-001: the texts, their days, what they inherit and how sure they are', () => {
    const told = shippedTexts.agreements.map(({ code, family, from, to, inherits, confidence }) => [code, family, isoOf(from), isoOf(to), inherits, confidence].join(' '))
    expect(told).toEqual([
      'A0 2011 2011-09-01 2014-12-31  H',
      'B 2015 2015-02-01 2016-12-31 A0 H',
      "B' 2015 2017-01-01 2019-06-30 B M",
      "C 2015 2019-07-01 2021-06-30 B' M",
      'D 2015 2021-07-01 2022-12-31 C H',
      "D' 2015 2023-01-01 2023-01-31 D M",
      "E 2015 2023-02-01 2023-12-31 D' H",
      "E' 2015 2024-01-01 2024-12-31 E L",
      "F 2015 2025-01-01 2025-03-31 E' M",
      'G 2015 2025-04-01 2025-12-31 F M',
      'H 2015 2026-01-01 2026-12-31 G M',
    ])
  })
  it('R-002: the overlays, what they reach and how sure they are', () => {
    const told = shippedTexts.overlays.map(({ code, family, from, path, engagedFrom, confidence }) => [code, family, isoOf(from), path ?? 'all', engagedFrom === null ? 'any' : isoOf(engagedFrom), confidence].join(' '))
    expect(told).toEqual(['A1 2011 2012-02-03 all any M', 'A2 2011 2013-01-11 experiment any H', 'A3 2011 2014-01-01 all 2014-01-01 M', 'TRAVAIL-2015 2011 2015-03-01 all any H'])
  })
  it('each text and overlay names its source, with the day or the year of it', () => {
    for (const { code, source } of [...shippedTexts.agreements, ...shippedTexts.overlays]) expect(`${code} ${source}`).toMatch(/ (?:ANI|Convention|Avenants?) .*(?:20\d\d|date non retrouvée)/u)
    expect(isoOf(TEXTS_READ_ON)).toBe('2026-11-22')
  })
})

describe('what the overlays make of a file of 2011', () => {
  const under = (on: string, path: EntryPath = 'employer', engagedOn = '2011-10-01') => {
    const selection = selectText(shippedTexts, day(engagedOn), path, null)
    if (selection.kind === 'hole') throw new Error('a file of 2011 has its text')
    const { work, jobThreshold, trialReturn, experimentBonus } = parametersOn(selection.governing, day(on))
    return { work, jobThreshold, trialReturn, experimentBonus }
  }
  it.each([
    ['2012-02-02', { work: WORK_2011, jobThreshold: { kind: 'any' }, trialReturn: 'none', experimentBonus: null }],
    ['2012-02-03', { work: WORK_2012, jobThreshold: { kind: 'over', months: 3 }, trialReturn: 'same_term', experimentBonus: null }],
    ['2015-02-28', { work: WORK_2012, jobThreshold: { kind: 'over', months: 3 }, trialReturn: 'same_term', experimentBonus: null }],
    ['2015-03-01', { work: WORK_2015, jobThreshold: { kind: 'over', months: 3 }, trialReturn: 'same_term', experimentBonus: null }],
  ])('R-002: on %s', (on, wanted) => {
    expect(under(on)).toEqual(wanted)
  })
  it.each([
    ['2013-01-10', 'experiment', null],
    ['2013-01-11', 'experiment', '1000.00'],
    ['2013-01-11', 'employer', null],
    ['2013-01-11', 'france_travail', null],
  ] as const)('R-105: on %s, by the path %s, the bonus of the experiment is %s', (on, path, bonus) => {
    expect(under(on, path, '2012-12-01').experimentBonus).toBe(bonus)
  })
})

/** From each day: the fixed part, the minimum ARE, the floor of training; benefit parameters, re-keyed by row. */
const FLAT = [
  ['2010-07-01', '11.17', '27.25', '19.53'],
  ['2011-07-01', '11.34', '27.66', '19.82'],
  ['2012-07-01', '11.57', '28.21', '20.22'],
  ['2013-07-01', '11.64', '28.38', '20.34'],
  ['2014-07-01', '11.72', '28.58', '20.48'],
  ['2015-07-01', '11.76', '28.67', '20.54'],
  ['2017-07-01', '11.84', '28.86', '20.67'],
  ['2018-07-01', '11.92', '29.06', '20.81'],
  ['2019-07-01', '12.00', '29.26', '20.96'],
  ['2020-07-01', '12.05', '29.38', '21.04'],
  ['2021-07-01', '12.12', '29.56', '21.17'],
  ['2022-07-01', '12.47', '30.42', '21.78'],
  ['2023-04-01', '12.71', '31.00', '22.19'],
  ['2023-07-01', '12.95', '31.59', '22.61'],
  ['2024-07-01', '13.11', '31.97', '22.88'],
  ['2025-07-01', '13.18', '32.13', '22.99'],
] as const

/** Monthly social security ceiling of each year. */
const CEILINGS = [2946, 3031, 3086, 3129, 3170, 3218, 3269, 3311, 3377, 3428, 3428, 3428, 3666, 3864, 3925, 4005]

describe('dated figures of the unemployment insurance', () => {
  const { figures } = shippedTexts
  const on = (name: keyof typeof figures, iso: string) => figureOn(figures[name], day(iso)).value
  const dayBefore = (iso: string) => isoOf((day(iso) - 1) as ReturnType<typeof day>)

  it.each(FLAT)('R-203: from %s, the fixed part is %s, the least ARE %s, the floor of training %s', (from, ...values) => {
    expect([on('areFixedPart', from), on('areMinimum', from), on('trainingFloor', from)]).toEqual(values)
  })
  it('R-203: each figure holds to the eve of the next, and the last one on', () => {
    for (const [index, [from]] of FLAT.slice(1).entries()) {
      const eve = dayBefore(from)
      expect([on('areFixedPart', eve), on('areMinimum', eve), on('trainingFloor', eve)]).toEqual(FLAT[index]?.slice(1))
    }
    expect(on('areFixedPart', '2026-11-22')).toBe('13.18')
    for (const name of ['areFixedPart', 'areMinimum', 'trainingFloor'] as const) expect(figures[name].length).toBe(FLAT.length)
  })
  it('R-203: 57.4 % until June 2014, 57 % since', () => {
    expect([on('areRate', '2010-01-01'), on('areRate', '2014-06-30'), on('areRate', '2014-07-01'), on('areRate', '2026-01-01')]).toEqual(['0.574', '0.574', '0.57', '0.57'])
    expect(isoOf(figures.areRate[0]?.from ?? day('2000-01-01'))).toBe('1989-10-01')
  })
  it.each(CEILINGS.map((monthly, index) => [2011 + index, monthly] as const))('R-200: in %s, the highest allowance is the rate on four times the ceiling of %s euros', (year, monthly) => {
    const highest = (rate: string) => new Decimal(monthly).times(4 * 12).div(365).times(rate).toFixed(2)
    expect(on('highestAllowance', `${year}-01-01`)).toBe(highest(year <= 2014 ? '0.574' : '0.57'))
    expect(on('highestAllowance', `${year}-12-31`)).toBe(highest(year < 2014 ? '0.574' : '0.57'))
  })
  it('R-200: in mid-2014 the new rate changes the highest allowance', () => {
    expect([on('highestAllowance', '2014-06-30'), on('highestAllowance', '2014-07-01')]).toEqual(['236.19', '234.55'])
  })
  it('no figure is told before the first of its series', () => {
    expect(() => on('areFixedPart', '2010-06-30')).toThrow('no figure that early')
  })
  it('each figure names its source, of its year or of the year before', () => {
    for (const series of Object.values(figures)) {
      for (const { from, source } of series) {
        expect(source).toMatch(/^(?:Circ\. Unédic 20\d\d-\d\d|D\. 20\d\d-\d+|Arrêté du \d+ \p{L}+ 20\d\d|Règlement général .+|Convention du .+)$/u)
        const year = Number(/20\d\d/.exec(source)?.[0] ?? isoOf(from).slice(0, 4))
        expect([source, [0, 1].includes(Number(isoOf(from).slice(0, 4)) - year)]).toEqual([source, true])
      }
    }
  })
})
