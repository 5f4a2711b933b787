// The map as one drawing of its own width, for an image.
import type { BasinMapSpec } from './chart.ts'
import { drawnWords } from './figure-words.ts'
import type { Frame, LegendLine, Shape } from './frame.ts'
import { boxSample } from './legend.ts'
import { classWords, type MapLayout, type MapSheet, type MapWords } from './map.ts'
import { RATIO } from './projection.ts'
import { textWidth } from './text-width.ts'
import type { ChartWords } from './words.ts'

/** Pixels of the metropole, of an inset, and of the largest bubble. */
const FRANCE = 560
const INSET = 96
const GAP = 14
export const LARGEST = 24

const at = (px: number) => ({ share: 0, px })

function sheetShapes({ dust, bubbles, names }: MapSheet, left: number, top: number, width: number, height: number): Shape[] {
  return [
    ...dust.map(({ x, y }): Shape => ({ kind: 'dot', x: at(left + x * width), y: top + y * height, form: 'round', r: 1.4, look: 'dust' })),
    ...bubbles.map(({ x, y, k, look }): Shape => ({ kind: 'dot', x: at(left + x * width), y: top + y * height, form: 'round', r: Math.round(k * LARGEST * 100) / 100, look })),
    ...names.wide.map(({ text, x, y, k, side }): Shape => {
      const near = k * LARGEST + 4
      const across = side === 'right' ? near : side === 'left' ? -near : 0
      const down = side === 'above' ? -near - 1 : side === 'below' ? near + 9 : 4
      return { kind: 'text', x: at(left + x * width + across), y: top + y * height + down, text, anchor: side === 'right' ? 'start' : side === 'left' ? 'end' : 'middle', look: 'strong' }
    }),
  ]
}

/** The drawing of a map: the metropole, the insets under it, what sizes and colours say. */
export function mapFrame(spec: Pick<BasinMapSpec, 'size' | 'colour'>, layout: MapLayout, words: ChartWords, map: MapWords, width = 712): Frame {
  const [metropole, ...insets] = layout.sheets
  const tall = FRANCE * RATIO.metropole
  const insetsTop = tall + 16
  const shapes: Shape[] = metropole === undefined ? [] : sheetShapes(metropole, (width - FRANCE) / 2, 0, FRANCE, tall)
  for (const [index, inset] of insets.entries()) {
    if (inset.sheet === 'metropole') continue
    const left = (width - insets.length * (INSET + GAP) + GAP) / 2 + index * (INSET + GAP)
    shapes.push(
      ...frameLines(left, insetsTop, INSET, INSET * RATIO.inset),
      ...sheetShapes(inset, left, insetsTop, INSET, INSET * RATIO.inset),
      { kind: 'text', x: at(left + INSET / 2), y: insetsTop + INSET * RATIO.inset + 16, text: map.insets[inset.sheet], anchor: 'middle', look: 'label' },
    )
  }
  const sizesTop = insetsTop + (insets.length === 0 ? 0 : INSET * RATIO.inset + 32)
  shapes.push({ kind: 'text', x: at(0), y: sizesTop + LARGEST + 4, text: map.sized(spec.size.name), anchor: 'start', look: 'label' })
  let left = Math.max(180, textWidth(map.sized(spec.size.name)) + 16)
  for (const { value, k } of layout.sizes) {
    const r = k * LARGEST
    shapes.push(
      { kind: 'dot', x: at(left + r), y: sizesTop + LARGEST, form: 'round', r, look: 'before' },
      { kind: 'text', x: at(left + 2 * r + 6), y: sizesTop + LARGEST + 4, text: drawnWords(value, spec.size.unit, words), anchor: 'start', look: 'value' },
    )
    left += 2 * r + 70
  }
  shapes.push({ kind: 'text', x: at(0), y: sizesTop + 2 * LARGEST + 20, text: map.coloured(spec.colour.name), anchor: 'start', look: 'label' })
  const legend: LegendLine[] = [
    ...layout.classes.map((one) => ({ sample: boxSample(one.look), words: classWords(one, spec.colour.unit, words, map) })),
    ...(layout.uncoloured > 0 ? [{ sample: boxSample('no-colour'), words: map.noColour }] : []),
    ...(layout.unsized > 0 ? [{ sample: boxSample('no-size'), words: map.noSize }] : []),
  ]
  return { height: sizesTop + 2 * LARGEST + 20, left: 0, right: 0, shapes, legend }
}

function frameLines(left: number, top: number, width: number, height: number): Shape[] {
  const side = (x1: number, y1: number, x2: number, y2: number): Shape => ({ kind: 'line', from: at(x1), to: at(x2), y1, y2, look: 'grid' })
  return [side(left, top, left + width, top), side(left, top + height, left + width, top + height), side(left, top, left, top + height), side(left + width, top, left + width, top + height)]
}
