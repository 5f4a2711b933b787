import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { AMOUNT_NAMES, DATE_NAMES, isoOf, wording, type CaseFile, type Day, type Explanation } from '@/lib/accord'
import { fileOf, startingOn, type WrittenFact } from './a-file'

/*
 * Whole files, explained: each date and amount with its steps, the values that each step reads, what it gives and
 * the rule it rests on. The expected lines are kept beside this test; they were read against the rules and their
 * figures worked out again by hand when they were written down.
 */
const PREPARED: readonly WrittenFact[] = [['pre_bilan_held', '2025-10-03'], ['plan_validated', '2025-10-20']]
const MONEY = { sjr: '98.63', monthlyGross: '3000.00', noticeMonths: 2, areDurationDays: 548 }

const FILES: Readonly<Record<string, () => CaseFile>> = {
  'prolonged by work and sickness, a job and its bonus': () =>
    startingOn('2025-09-30', [...PREPARED, ['suspension', '2026-01-05', { cause: 'sickness', to: '2026-01-14' }], ['work_period', '2026-04-06', { to: '2026-04-17' }], ['job_started', '2026-07-06', { contract: 'cdi', monthlyGross: '2500.00', sameWorkingTime: true }], ['bonus_claimed', '2026-07-10']], '2026-07-20', { frame: MONEY }),
  'under a year of seniority, part time, a figure entered': () =>
    startingOn('2025-09-30', PREPARED, '2026-01-20', { frame: { ...MONEY, hiredOn: '2025-01-06', workingTimeShare: 0.6, sjrAre: '90.00', areDaily: '51.30', areDurationDays: 182, noticeMonths: 1 } }),
  'of 2013 by France Travail, work, sickness and a wage-gap indemnity': () =>
    fileOf({ engagedOn: '2013-09-02', path: 'france_travail', frame: MONEY, facts: [['registered', '2013-10-01'], ['accepted', '2013-10-04'], ['pre_bilan_held', '2013-10-28'], ['work_period', '2014-01-06', { to: '2014-01-31' }], ['suspension', '2014-02-03', { cause: 'sickness', to: '2014-02-07' }], ['job_started', '2014-04-07', { contract: 'cdi', monthlyGross: '2200.00', sameWorkingTime: true }], ['wage_gap_claimed', '2014-04-20']], today: '2014-06-01' }),
  'France Travail’s own figures, a high wage, a notice of four months': () =>
    startingOn('2025-09-30', [...PREPARED, ['benefit_notified', '2025-10-15', { aspDaily: '290.00', areDaily: '230.00', sjr: '400.00', sjrAre: '398.00', areDurationDays: 540 }]], '2026-01-20', { frame: { ...MONEY, sjr: '410.00', monthlyGross: '12000.00', noticeMonths: 4, monthlyNet: '9000.00', unusedTrainingHours: 100 } }),
  'a protected employee, the decision prolonging the reflection, the limit to contest not stated': () =>
    fileOf({ engagedOn: '2025-09-08', frame: { protectedEmployee: true, ...MONEY }, facts: [['proposal_handed_over', '2025-09-08', { contestLimitStated: false }], ['accepted', '2025-09-10'], ['authorisation_notified', '2025-10-20']], today: '2025-12-01' }),
  'a wage-gap indemnity on a bounded job, the bonus barred by its window': () =>
    startingOn('2025-09-30', [...PREPARED, ['job_started', '2026-08-03', { contract: 'cdd', months: 7, monthlyGross: '2900.00', sameWorkingTime: true }], ['wage_gap_claimed', '2026-08-10'], ['wage_gap_paid', '2026-09-05', { amount: '58.90' }]], '2026-09-20', { frame: { ...MONEY, areDaily: '60.00' } }),
  'of 2012, training hours owed, a broken trial, a stop of the allowance': () =>
    startingOn('2012-03-01', [['pre_bilan_held', '2012-03-05'], ['job_started', '2012-05-02', { contract: 'cdi', monthlyGross: '2900.00', sameWorkingTime: true }], ['trial_period_broken', '2012-05-21'], ['asp_stopped', '2012-06-04', { cause: 'moved_abroad' }], ['asp_resumed', '2012-06-18']], '2012-07-02', { frame: { ...MONEY, hiredOn: '2009-03-02', monthlyNet: '2350.00', unusedTrainingHours: 60 } }),
  'a bonus paid before the trial was broken': () =>
    startingOn('2025-09-30', [...PREPARED, ['job_started', '2026-01-05', { contract: 'cdi', monthlyGross: '2000.00', sameWorkingTime: false }], ['bonus_claimed', '2026-01-12'], ['bonus_paid', '2026-01-20', { amount: '4955.99' }], ['trial_period_broken', '2026-02-02']], '2026-03-01', { frame: MONEY }),
  'the experiment, its bonus of 2013': () =>
    fileOf({ engagedOn: '2013-02-04', path: 'experiment', frame: { ...MONEY, hiredOn: null }, facts: [['registered', '2013-02-04'], ['accepted', '2013-02-11'], ['training', '2013-05-06', { to: '2014-05-30' }]], today: '2013-10-01' }),
}

const DAYS = new Set(['on', 'from', 'to', 'ceiling', 'end', 'due', 'term', 'start'])
const valuesOf = (values: Readonly<Record<string, unknown>>) =>
  Object.entries(values).map(([name, value]) => ` ${name}=${DAYS.has(name) && typeof value === 'number' ? isoOf(value as Day) : String(value)}`).join('')

function lines(name: string, explanation: Explanation | undefined): readonly string[] {
  if (explanation === undefined) return []
  return [`${name} ${explanation.rule}`, ...explanation.steps.map(({ code, values, gives, amount, rule }) => `  ${code}${valuesOf(values)} → ${gives === null ? (amount ?? '-') : isoOf(gives)} ${rule}`)]
}

function explained(file: CaseFile): string {
  return [
    ...file.refusals.map(({ rule, code }) => `refused ${rule} ${code}`),
    ...DATE_NAMES.flatMap((name) => lines(name, file.explanations[name])),
    ...AMOUNT_NAMES.flatMap((name) => lines(name, file.amountExplanations[name])),
    ...Object.entries(file.estimateExplanations).flatMap(([name, explanation]) => lines(`estimate ${name}`, explanation)),
    ...Object.entries(file.amounts).map(([name, value]) => `${name} = ${JSON.stringify(value)}`),
  ].join('\n')
}

/** The expected lines, by the title of their file. */
const expected = new Map(readFileSync('tests/accord/explained.txt', 'utf8').split(/^# /mu).slice(1).map((part) => {
  const end = part.indexOf('\n')
  return [part.slice(0, end), part.slice(end + 1).trimEnd()] as const
}))

describe('whole files, explained', () => {
  it.each(Object.keys(FILES))('%s', (title) => {
    expect((FILES[title] as () => CaseFile)().refusals).toEqual([])
    expect(explained((FILES[title] as () => CaseFile)()).split('\n')).toEqual(expected.get(title)?.split('\n'))
  })
  it('each date that is known is explained and given by its last dated step, and no other is explained', () => {
    for (const make of Object.values(FILES)) {
      const file = make()
      for (const name of DATE_NAMES) {
        const explanation = file.explanations[name]
        const given = explanation?.steps.findLast(({ gives }) => gives !== null)?.gives ?? null
        expect([name, given]).toEqual([name, file.dates[name]])
      }
    }
  })
  it('each step has its words in both languages, with every value it reads', () => {
    for (const make of Object.values(FILES)) {
      const file = make()
      for (const locale of ['fr', 'en'] as const) {
        const words = wording(locale)
        for (const { steps } of [...Object.values(file.explanations), ...Object.values(file.amountExplanations), ...Object.values(file.estimateExplanations)])
          for (const step of steps) {
            const { label, effect, gives } = words.step(step, file.regime)
            expect(`${step.code} ${label} ${effect ?? ''} ${gives ?? ''}`).not.toMatch(/undefined|\bnull\b|NaN/u)
          }
      }
    }
  })
})
