// The signs of a legend, drawn as in the chart itself.
import { SAMPLE, type LegendLine, type Shape } from './frame.ts'
import type { Value } from './chart.ts'
import type { Look } from './looks.ts'
import type { ChartWords } from './words.ts'

const at = (px: number) => ({ share: 0, px })
const MIDDLE = SAMPLE.height / 2

export function boxSample(look: Look): readonly Shape[] {
  return [{ kind: 'rect', x: at(1), y: 1, width: { px: SAMPLE.width - 2 }, height: SAMPLE.height - 2, look }]
}

export function lineSample(look: Look, dot?: { readonly look: Look; readonly form: 'round' | 'square' }): readonly Shape[] {
  const stroke: Shape = { kind: 'line', from: at(0), to: at(SAMPLE.width), y1: MIDDLE, y2: MIDDLE, look }
  return dot === undefined ? [stroke] : [stroke, { kind: 'dot', x: at(MIDDLE * 2), y: MIDDLE, form: dot.form, r: 3.5, look: dot.look }]
}

/** The sign that stands where a line has no figure. */
export function unknownLegend(values: readonly (Value | undefined)[], words: ChartWords): readonly LegendLine[] {
  return values.includes('unknown') ? [{ sample: [{ kind: 'text', x: at(SAMPLE.width / 2), y: SAMPLE.height - 2, text: '?', anchor: 'middle', look: 'absent' }], words: words.unknown }] : []
}

/** The short marks of figures that are not numbers, for those there are. */
export function absenceLegend(values: readonly (Value | undefined)[], words: ChartWords): readonly LegendLine[] {
  return [
    ...(values.includes(null) ? [{ sample: boxSample('masked'), words: words.tooFew }] : []),
    ...(values.includes('withheld') ? [{ sample: boxSample('withheld'), words: words.withheld }] : []),
  ]
}
