import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { articleOf, citationsOf, day, derive, ruleEntry, selectText, shippedTexts, type RuleId } from '@/lib/accord'
import { parametersOf } from '@/lib/accord/texts/governing.ts'
import { PLAN_MEASURES, planContent } from '@/lib/cases/content/plan.ts'
import { rulesOfFile } from '@/lib/cases/rules-of-file.ts'
import { alertsOf, datesOf, fileOf, refusalsOf, startingOn } from './a-file'
import { lifeArbitrary } from './lives.ts'

const textOf = (engagedOn: string) => {
  const selection = selectText(shippedTexts, day(engagedOn), 'employer', null)
  if (selection.kind === 'hole') throw new Error(engagedOn)
  return selection.governing.base
}

describe('rules that France Travail judges: the file keeps what they lead to', () => {
  it('R-102: until 30 June 2021 the conditions are those of ARE; from 1 July, 88 days or 610 hours of its own', () => {
    expect(textOf('2021-06-30').affiliation).toBeNull()
    expect(textOf('2021-07-01').affiliation).toEqual({ days: 88, hours: 610, windowMonths: 24, windowMonthsOlder: 36, olderFrom: 53 })
    expect([textOf('2025-03-31').affiliation?.olderFrom, textOf('2025-04-01').affiliation?.olderFrom]).toEqual([53, 55])
    expect([articleOf('R-102', 'C'), articleOf('R-102', 'D')]).toEqual(['Conv. 2015 art. 2', 'Av. 5 ; Conv. 2015 art. 2'])
    expect(ruleEntry('R-102', 'fr').statement).toMatch(/88[\u00A0 ]jours ou 610[\u00A0 ]heures/u)
  })

  it('R-103: no fitness is asked of a fact; sick from before the first day, one is in the CSP all the same, and not paid', () => {
    const ill = startingOn('2025-09-30', [['suspension', '2025-09-30', { to: '2025-10-19' }]], '2025-10-25')
    expect(refusalsOf(ill)).toEqual([])
    expect(datesOf(ill).cspStart).toBe('2025-09-30')
    expect(ill.totals.aspDaysPaid).toBe(5)
    expect([articleOf('R-103', 'A0'), articleOf('R-103', 'B')]).toEqual(['ANI 2011 art. 3', 'Conv. 2015 art. 2 b'])
  })

  it('R-104: a full pension stops the allowance from its day, and leaves the term where it was', () => {
    const pension = (today: string) => startingOn('2025-09-30', [['asp_stopped', '2026-02-02', { cause: 'full_pension' }]], today)
    expect([pension('2026-02-01').stage === 'asp_stopped', pension('2026-02-02').stage]).toEqual([false, 'asp_stopped'])
    expect(datesOf(pension('2026-03-01')).cspTerm).toBe('2026-09-29')
    expect([articleOf('R-104', 'C'), articleOf('R-104', 'D')]).toEqual(['Conv. 2015 art. 17 f', 'Conv. 2015 art. 2 b'])
  })

  it('R-201: every text opens the full regime at one year, where the letter of 2015 says two', () => {
    for (const agreement of shippedTexts.agreements) expect(parametersOf(shippedTexts, agreement).fullSeniorityYears, agreement.code).toBe(1)
    const hired = (hiredOn: string) => alertsOf(startingOn('2025-09-30', [], '2025-10-10', { frame: { hiredOn } })).includes('R-202 underOneYear')
    expect([hired('2024-09-30'), hired('2024-09-29'), hired('2023-09-29')]).toEqual([true, false, false])
    expect(articleOf('R-201', 'H')).toBe('Conv. 2015 art. 15 §1')
  })

  it('R-204: paid from the first day, for every calendar day, with nothing to wait for', () => {
    const paid = (today: string) => startingOn('2025-09-30', [], today).totals.aspDaysPaid
    expect([paid('2025-09-30'), paid('2025-10-01'), paid('2025-10-07')]).toEqual([0, 1, 7])
    expect([articleOf('R-204', 'A0'), articleOf('R-204', 'H')]).toEqual(['ANI 2011 art. 11', 'Conv. 2015 art. 17'])
  })
})

describe('what a plan states', () => {
  it('R-303: each measure that the texts list, and at least one; no other', () => {
    expect([...PLAN_MEASURES].toSorted()).toEqual([
      'guidance', 'individual_follow_up', 'job_search_support', 'pre_training_assessment', 'skills_assessment', 'social_psychological_support', 'training', 'vae',
    ])
    for (const measure of PLAN_MEASURES) expect(planContent.safeParse({ measures: [{ measure }] }).success, measure).toBe(true)
    expect(planContent.safeParse({ measures: [] }).success).toBe(false)
    expect(planContent.safeParse({ measures: [{ measure: 'massage' }] }).success).toBe(false)
    expect([articleOf('R-303', 'A0'), articleOf('R-303', 'B')]).toEqual(['ANI 2011 art. 14', 'Conv. 2015 art. 10'])
  })

  it('R-304: from 2015 the plan is the written document: it keeps the ways to appeal and what work periods serve', () => {
    const kept = planContent.parse({ measures: [{ measure: 'guidance' }], appealRoutes: 'Recours auprès du directeur', workPeriodsConditions: 'Trois jours au moins' })
    expect(kept).toMatchObject({ appealRoutes: 'Recours auprès du directeur', workPeriodsConditions: 'Trois jours au moins' })
    expect([articleOf('R-304', 'A0'), articleOf('R-304', 'B')]).toEqual(['ANI 2011 art. 18', 'Conv. 2015 art. 9 §1'])
  })
})

describe('rules that are only told', () => {
  const TOLD = ['R-142', 'R-153', 'R-206', 'R-207', 'R-300'] as const satisfies readonly RuleId[]

  it.each(TOLD.map((rule) => [rule, rule] as const))('R-142, R-153, R-206, R-207, R-300: %s has its words and its article in both languages', (_, rule) => {
    for (const locale of ['fr', 'en'] as const) expect(ruleEntry(rule, locale).statement.length).toBeGreaterThan(80)
    expect(citationsOf(rule).every(({ article }) => article !== '')).toBe(true)
  })

  it('R-142, R-153, R-206, R-207, R-300: move no date of any life, open no deadline and refuse nothing', () => {
    fc.assert(
      fc.property(lifeArbitrary, ({ record, settings, today }) => {
        const rules = new Set<RuleId>(rulesOfFile(derive(record, shippedTexts, settings, today)))
        expect(TOLD.filter((rule) => rules.has(rule))).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('R-207: a month without its update is no fact of the file: the CSP runs on', () => {
    const file = fileOf({ engagedOn: '2025-09-08', facts: [['proposal_handed_over', '2025-09-08'], ['accepted', '2025-09-08']], today: '2025-12-01' })
    expect(datesOf(file).cspTerm).toBe('2026-09-29')
    expect(file.stage).toBe('pre_bilan_due')
  })
})
