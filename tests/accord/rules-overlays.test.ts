import { describe, expect, it } from 'vitest'
import { day, shippedTexts, type RuleId, type Texts } from '@/lib/accord/index.ts'
import { parameterTable, type ParameterColumn } from '@/lib/accord/rules/parameters.ts'

/* where a text added to running files stands in a rule's table, and on which text its figures rest. */

type Overlay = Texts['overlays'][number]
const overlay = (code: string, family: '2011' | '2015', from: string, changes: Overlay['changes']): Overlay => ({ ...shippedTexts.overlays[0]!, code, family, from: day(from), engagedFrom: null, changes })
const place = (column: ParameterColumn) => (column.kind === 'overlay' ? `+${column.code}` : column.first === column.last ? column.first : `${column.first} to ${column.last}`)
function shown(rule: RuleId, ...added: readonly Overlay[]) {
  const { columns, rows } = parameterTable(rule, { ...shippedTexts, overlays: [...shippedTexts.overlays, ...added] })
  return { columns: columns.map(place), rows: Object.fromEntries(rows.map(({ label, values }) => ['name' in label ? label.name : label.leave.fr, values.map((value) => ('value' in value ? value.value : value.kind))])) }
}

describe('R-002: an overlay', () => {
  it('keeps the figures of the text that governs on its day, not of those that came after', () => {
    const { columns, rows } = shown('R-501', overlay('OV', '2015', '2020-01-01', { bonusClaimDays: 60 }))
    expect(columns).toEqual(['A0', "B to B'", 'C', '+OV', 'D to H'])
    expect(rows).toEqual({
      bonusWindow: ['none', 10, 10, 10, 10],
      bonusStretched: ['no', 'no', 'no', 'no', 'yes'],
      bonusClaim: ['none', 30, 30, 60, 30],
      excludesAre: ['no', 'no', 'yes', 'yes', 'yes'],
    })
  })

  it('of the day a text begins stands after that text and rests on it; of the eve, before', () => {
    const begins = shippedTexts.agreements.find(({ code }) => code === 'D')!.from
    const at = (days: number) => shown('R-501', { ...overlay('OV', '2015', '2020-01-01', { bonusClaimDays: 60 }), from: (begins + days) as typeof begins })
    expect([at(0).columns, at(0).rows.bonusStretched]).toEqual([['A0', "B to B'", 'C', 'D to H', '+OV'], ['no', 'no', 'no', 'yes', 'yes']])
    expect([at(-1).columns, at(-1).rows.bonusStretched]).toEqual([['A0', "B to B'", 'C', '+OV', 'D to H'], ['no', 'no', 'no', 'no', 'yes']])
  })

  it('reaches the files of its own family alone: of 2011, it rests on the text of 2011, whatever its day', () => {
    const { columns, rows } = shown('R-501', overlay('OV', '2011', '2016-01-01', { bonusClaimDays: 60 }))
    expect(columns).toEqual(['A0', '+OV', "B to B'", 'C', 'D to H'])
    expect([rows.bonusWindow, rows.bonusClaim]).toEqual([['none', 'none', 10, 10, 10], ['none', 60, 30, 30, 30]])
  })

  it('older than the first text of its family, comes first and rests on that text', () => {
    const { columns, rows } = shown('R-501', overlay('OV', '2015', '2010-01-01', { bonusClaimDays: 60 }))
    expect(columns).toEqual(['+OV', 'A0', "B to B'", 'C', 'D to H'])
    expect([rows.bonusWindow, rows.bonusClaim, rows.excludesAre]).toEqual([[10, 'none', 10, 10, 10], [60, 'none', 30, 30, 30], ['no', 'no', 'no', 'yes', 'yes']])
  })

  it('of a family that has no text changes nothing', () => {
    const only2015: Texts = { ...shippedTexts, agreements: shippedTexts.agreements.filter(({ family }) => family === '2015') }
    const { columns } = parameterTable('R-412', only2015)
    expect(columns.map(place)).toEqual(['B to H'])
  })
})

it('texts stand in the order of their days, however they are kept', () => {
  const rules = ['R-400', 'R-404', 'R-501'] as const
  const turned: Texts = { ...shippedTexts, agreements: shippedTexts.agreements.toReversed(), overlays: shippedTexts.overlays.toReversed() }
  expect(rules.map((rule) => parameterTable(rule, turned))).toEqual(rules.map((rule) => parameterTable(rule, shippedTexts)))
})
