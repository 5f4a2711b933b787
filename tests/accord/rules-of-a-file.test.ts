import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, derive, shippedTexts, type RuleId } from '@/lib/accord'
import { ruleNumber, ruleOfNumber, rulesOfFile } from '@/lib/cases/rules-of-file.ts'
import { fileOf, startingOn } from './a-file'
import { lifeArbitrary } from './lives.ts'

const rules = (file: ReturnType<typeof fileOf>) => new Set<RuleId>(rulesOfFile(file))

describe('the rules a file rests on', () => {
  it('are those its text, dates, steps, days, deadlines and alerts cite, by their numbers, each once', () => {
    const thinking = fileOf({ engagedOn: '2026-01-05', facts: [['proposal_handed_over', '2026-01-05']], today: '2026-01-10' })
    expect(rulesOfFile(thinking)).toEqual(rulesOfFile(thinking).toSorted((a, b) => ruleNumber(a) - ruleNumber(b)))
    expect(rules(thinking).has('R-001')).toBe(true)
    expect(rules(thinking).has('R-010')).toBe(true)
    expect(rules(thinking).has('R-014')).toBe(false)
    const ill = startingOn('2025-09-30', [['suspension', '2025-11-03', { to: '2025-11-20' }]], '2025-12-01')
    for (const rule of ['R-014', 'R-208', 'R-301', 'R-404', 'R-204'] as const) expect(rules(ill).has(rule), rule).toBe(true)
    expect(rules(ill).has('R-002')).toBe(false)
    expect(rules(startingOn('2014-10-01', [], '2014-11-01')).has('R-002')).toBe(true)
  })

  it('have numbers that lead back to them', () => {
    expect(ruleNumber('R-010')).toBe(10)
    expect([ruleOfNumber(10), ruleOfNumber(404), ruleOfNumber(999)]).toEqual(['R-010', 'R-404', null])
  })

  it('stay the same until the file’s next day of change, so that a kept count is true every day', () => {
    fc.assert(
      fc.property(lifeArbitrary, fc.nat(400), ({ record, settings, today }, ahead) => {
        const file = derive(record, shippedTexts, settings, today)
        const day = addDays(today, ahead)
        if (file.nextChangeOn !== null && day >= file.nextChangeOn) return
        expect(rulesOfFile(derive(record, shippedTexts, settings, day))).toEqual(rulesOfFile(file))
      }),
      { numRuns: Number(process.env.PROPERTY_RUNS ?? 300) },
    )
  })
})
