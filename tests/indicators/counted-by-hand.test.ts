import { describe, expect, test } from 'vitest'
import { addDays, addMonths, day, isoOf, type Day } from '@/lib/accord'
import { holds, type Condition } from '@/lib/indicators/conditions.ts'
import { DEFINITIONS, definitionOf, INDICATOR_IDS, type IndicatorId } from '@/lib/indicators/definitions.ts'
import { measureColumns, monthCode } from '@/lib/indicators/measures.ts'
import { stockDay, wholeMonth, windowOf, type Period } from '@/lib/indicators/period.ts'
import { reading, type Reading } from '@/lib/indicators/reading.ts'
import type { WrittenFact } from '@/tests/accord/a-file'
import { life, START } from './a-life'

/* Six people enter on Monday 8 January 2024 and one on 2 May 2026; every indicator is counted by hand below. */
const TODAY = day('2026-06-30')

const PEOPLE = {
  // Pré-bilan on day 3; trained 92 days from 4 March (month 2); permanent contract on 10 June, claimed, paid twice, still there in December.
  anna: life([
    ['pre_bilan_held', '2024-01-11'], ['plan_validated', '2024-01-25'], ['training', '2024-03-04', { to: '2024-06-03' }], ['month4_review_held', '2024-05-06'],
    ['job_started', '2024-06-10', { contract: 'cdi' }], ['bonus_claimed', '2024-06-20'], ['bonus_paid', '2024-07-15', { amount: '2000.00' }],
    ['bonus_paid', '2024-10-15', { amount: '2000.00' }], ['follow_up_held', '2024-12-09', { situation: 'in_job' }],
  ]),
  // Pré-bilan on day 21, late; works from 5 February to 31 March (56 days), before month 7: no extension; leaves at the term.
  bruno: life([['pre_bilan_held', '2024-01-29'], ['plan_validated', '2024-02-20'], ['work_period', '2024-02-05', { to: '2024-03-31' }]]),
  // Nothing is ever held.
  chloe: life([]),
  // Pré-bilan on day 4; trained 30 days from 17 June (month 6); works 30 days after month 6; eight months' fixed term on 4 November, lost in February.
  david: life([
    ['pre_bilan_held', '2024-01-12'], ['plan_validated', '2024-02-01'], ['training', '2024-06-17', { to: '2024-07-16' }], ['work_period', '2024-08-12', { to: '2024-09-10' }],
    ['job_started', '2024-11-04', { contract: 'cdd', months: 8 }], ['job_ended', '2025-02-03'],
  ]),
  // Pré-bilan on day 7; works 60 days after month 6, which the term gets: 8 March 2025.
  emma: life([['pre_bilan_held', '2024-01-15'], ['plan_validated', '2024-02-05'], ['month4_review_held', '2024-06-20'], ['work_period', '2024-09-02', { to: '2024-10-31' }]]),
  // Under a year of service; pré-bilan on day 8; a job of 4 March broken in its trial period on the 20th; leaves at the term.
  farid: life([['pre_bilan_held', '2024-01-16'], ['plan_validated', '2024-02-10'], ['job_started', '2024-03-04', { contract: 'cdi' }], ['trial_period_broken', '2024-03-20']], { hiredOn: '2023-06-01' }),
  // Entered two months ago: seen three days later, nothing since 5 May.
  gilda: life([['pre_bilan_held', '2026-05-05'], ['plan_validated', '2026-05-20']], { start: '2026-05-02' }),
}
const LINES = Object.values(PEOPLE)

/** A figure counted from lines by its definition, and read. */
function read(id: IndicatorId, period: Period, today = TODAY): Reading {
  const definition = definitionOf(id)
  const { first, last, come } = windowOf(definition, period, today)
  const anchored = (to: Day) => LINES.filter((line) => line[definition.anchor] !== null && line[definition.anchor]! >= first && line[definition.anchor]! <= to)
  const month = wholeMonth(period, today)
  const day = stockDay(period, today)
  const of = definition.workedInMonth
    ? LINES.filter(({ enteredOn, endedOn }) => enteredOn! <= month.to && (endedOn === null || endedOn >= month.from))
    : definition.kind === 'stock'
      ? LINES.filter(({ enteredOn, endedOn }) => enteredOn! <= day && (endedOn === null || endedOn > day))
      : anchored(last).filter((line) => holds(definition.of, line))
  const counted = definition.workedInMonth
    ? of.filter(({ workMonths }) => workMonths.includes(monthCode(month.from)))
    : definition.silentFor !== null
      ? of.filter(({ lastContactOn, enteredOn }) => (lastContactOn ?? enteredOn!) <= addDays(day, -definition.silentFor!.days))
      : definition.counted === null ? null : of.filter((line) => holds(definition.counted!, line))
  return reading(definition, period, {
    of: of.length,
    counted: counted?.length ?? null,
    sum: definition.mean === null ? null : String(of.reduce((sum, line) => sum + Number(line[definition.mean!]), 0)),
    base: definition.maturityMonths === 0 ? null : anchored(last).length,
    come: definition.maturityMonths === 0 ? null : anchored(come).length,
  }, today)
}

const span = (from: string, to: string): Period => ({ from: day(from), to: day(to) })
const YEAR = span('2024-01-01', '2024-12-31')
const BOTH = span('2024-01-01', '2025-12-31')

/** Counted by hand: those of, those counted; or a sum. */
const BY_HAND: Readonly<Record<IndicatorId, readonly [period: Period, of: number, counted: number | null, sum?: number]>> = {
  entries: [YEAR, 6, null],
  inCsp: [YEAR, 4, null], // Bruno, Chloé, Emma and Farid; Anna and David have left.
  exits: [BOTH, 6, null],
  preBilanInTime: [YEAR, 6, 4], // Anna, David, Emma, Farid on the last day; Bruno late, Chloé never.
  daysToPreBilan: [YEAR, 5, null, 3 + 21 + 4 + 7 + 8],
  planInTime: [YEAR, 5, 5], // A month after the pré-bilan; Chloé has none to count from.
  reviewInTime: [YEAR, 6, 1], // Anna; Emma in June is late.
  withoutContact: [span('2026-06-01', '2026-06-30'), 1, 1], // Gilda: 56 days.
  firstTraining: [YEAR, 6, 2],
  trainingMonths1to4: [YEAR, 6, 1],
  trainingMonths5to8: [YEAR, 6, 1],
  trainingFromMonth9: [YEAR, 6, 0],
  trainingDelay: [YEAR, 2, null, 56 + 161],
  trainingDuration: [YEAR, 2, null, 92 + 30],
  workDuringCsp: [YEAR, 6, 3], // Bruno, David, Emma.
  jobWithinThreeMonths: [YEAR, 6, 2], // Bruno, and Farid although it was broken.
  workingInMonth: [span('2024-09-01', '2024-09-30'), 5, 2], // Of Bruno, Chloé, David, Emma, Farid: David until the 10th, and Emma.
  extended: [YEAR, 6, 1], // Emma; David left before his twelve months.
  stayMean: [YEAR, 6, null, 154 + 366 + 366 + 301 + 426 + 366],
  stayUnderTwelve: [YEAR, 6, 2],
  durableAtExit: [BOTH, 6, 2],
  durableAfterWork: [BOTH, 3, 1],
  durableWithoutWork: [BOTH, 3, 1],
  durableAfterExtension: [BOTH, 1, 0],
  durableSixMonths: [BOTH, 6, 1],
  situationKnown: [BOTH, 2, 2],
  bonusTakeUp: [YEAR, 6, 1],
  bonusFirstAmount: [YEAR, 1, null, 2000],
  bonusSecond: [YEAR, 1, 1],
  bonusClaimInTime: [BOTH, 2, 1], // Anna on day 10; David never.
  wageGapClaims: [BOTH, 0, null],
  wageGapAmongPlaced: [BOTH, 2, 0],
}

describe('every indicator, counted by hand', () => {
  test.each(INDICATOR_IDS)('%s', (id) => {
    const [period, of, counted, sum] = BY_HAND[id]
    const figure = read(id, period)
    expect([figure.of, figure.counted]).toEqual([of, counted])
    expect(sum === undefined ? undefined : Number(figure.sum)).toBe(sum)
  })

  test('as values', () => {
    expect(read('entries', YEAR).value).toBe(6)
    expect(read('preBilanInTime', YEAR).value).toBeCloseTo(4 / 6, 10)
    expect(read('daysToPreBilan', YEAR).value).toBeCloseTo(43 / 5, 10)
    expect(read('trainingDelay', YEAR).value).toBeCloseTo(217 / 2 / 30.4375, 10)
    expect(read('bonusFirstAmount', YEAR).value).toBe(2000)
  })
})

describe('a deadline is judged from the day after it', () => {
  const due = span('2024-01-16', '2024-01-16')
  test.each([['2024-01-15', 0], ['2024-01-16', 0], ['2024-01-17', 6]])('on %s, %i are judged', (today, of) => {
    expect(read('preBilanInTime', due, day(today)).of).toBe(of)
  })
})

describe('a cohort too young shows how much of it can be seen', () => {
  const cohort = span('2024-01-01', '2024-01-31')
  test.each([['2025-02-07', 0], ['2025-02-08', 6], ['2025-02-09', 6]])('the bonus, on %s: %i of 6', (today, files) => {
    const figure = read('bonusTakeUp', cohort, day(today))
    expect(figure.of).toBe(files)
    expect(figure.seen).toEqual(files === 6 ? null : { files, of: 6, until: isoOf(addMonths(day(today), -13)) })
    expect(figure.missing).toBe(files === 6 ? null : 'too_young')
    expect(figure.value === null).toBe(files !== 6)
  })
  test('a part of it: those old enough alone are counted, and it says so', () => {
    const figure = read('firstTraining', span('2024-01-01', '2026-06-30'))
    expect(figure).toMatchObject({ of: 6, counted: 2, missing: null, seen: { files: 6, of: 7, until: '2025-03-31' } })
  })
})

describe('a figure that cannot be read says why', () => {
  test('nobody', () => expect(read('durableAtExit', span('2023-01-01', '2023-01-31'))).toMatchObject({ value: null, missing: 'nobody' }))
  test('a count of nobody is a figure', () => expect(read('entries', span('2023-01-01', '2023-01-31'))).toMatchObject({ value: 0, missing: null }))
  test('a period to come', () => expect(read('entries', span('2026-07-01', '2026-09-30'))).toMatchObject({ value: null, missing: 'to_come' }))
  test('silence is known of today only', () => expect(read('withoutContact', span('2026-05-01', '2026-05-31'))).toMatchObject({ value: null, missing: 'today_only' }))
})

const fieldsOf = (condition: Condition | null): string[] => {
  if (condition === null) return []
  const inside = 'all' in condition ? condition.all : 'any' in condition ? condition.any : null
  return inside === null ? Object.values(condition).filter((value) => typeof value === 'string') : inside.flatMap(fieldsOf)
}

describe('the line of a file', () => {
  test('has what a figure, a cut or the accounts read, and nothing else', () => {
    const figures = DEFINITIONS.flatMap(({ anchor, of, counted, mean, silentFor }) => [anchor, ...fieldsOf(of), ...fieldsOf(counted), mean ?? anchor, silentFor?.since ?? anchor])
    const cuts = ['entryPath', 'seniority', 'exitMotive']
    const accounts = ['regimeCode', 'aspDaily', 'aspSpans', 'experimentBonusOn', 'experimentBonus']
    expect(Object.keys(PEOPLE.anna).toSorted()).toEqual([...new Set([...figures, 'workMonths', ...cuts, ...accounts])].toSorted())
  })
  test('columns have the names of the fields, and days are text', () => {
    expect(measureColumns(PEOPLE.anna)).toMatchObject({ entered_on: START, ended_on: '2024-06-09', durable_job_on: '2024-06-10', bonus_first_amount: '2000.00', seniority: 'over_2' })
    expect(measureColumns(PEOPLE.farid)).toMatchObject({ seniority: 'under_1', durable_job_on: null, durable_at_exit: false })
  })
  test('six months into a job that was lost, the person is elsewhere', () => {
    expect([PEOPLE.anna.situationAtSixMonths, PEOPLE.david.situationAtSixMonths, PEOPLE.bruno.situationAtSixMonths]).toEqual(['in_job', 'other', null])
  })
  test('says nothing of today: the same on any day until the file changes', () => {
    const facts: readonly WrittenFact[] = [['pre_bilan_held', '2024-01-11'], ['training', '2024-03-04'], ['work_period', '2024-09-02', { to: '2024-10-31' }]]
    expect(life(facts, { today: day('2024-09-10') })).toEqual(life(facts, { today: day('2024-11-10') }))
  })
})
