import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { barRows, barsFrame, pairsFrame, totalOf } from '@/lib/charts/bars.ts'
import type { Value } from '@/lib/charts/chart.ts'
import { outlineOf, type Frame, type Shape } from '@/lib/charts/frame.ts'
import type { Look } from '@/lib/charts/looks.ts'
import { placeFrame } from '@/lib/charts/placed.ts'
import { lengthScale, roundScale } from '@/lib/charts/scale.ts'
import { textLines, textWidth } from '@/lib/charts/text-width.ts'
import { namedEvery, slotMiddle, trendFrame } from '@/lib/charts/trend.ts'
import { bars, pairs, periods, stacked, trend, words } from './samples.ts'

type Rect = Extract<Shape, { kind: 'rect' }>
const rects = (frame: Frame, look: Look): Rect[] => frame.shapes.filter((shape): shape is Rect => shape.kind === 'rect' && shape.look === look)
const shareOf = ({ width }: Rect) => ('share' in width ? width.share : -1)
const plain = (text: string) => text.replaceAll(/[\u00A0\u202F]/gu, ' ')
const legendOf = (frame: Frame) => frame.legend.map((line) => plain(line.words))
const textsOf = (frame: Frame) => frame.shapes.flatMap((shape) => (shape.kind === 'text' ? [plain(shape.text)] : []))

describe('scales', () => {
  test('begin at zero and end on a round step that holds the largest', () => {
    expect(roundScale(52, 'count')).toMatchObject({ top: 60, ticks: [0, 20, 40, 60] })
    expect(roundScale(92, 'percent').top).toBe(100)
    expect(roundScale(100, 'percent').top).toBe(100)
    expect(roundScale(0, 'count').ticks).toEqual([0, 1, 2, 3, 4])
    expect(roundScale(28_465.4, 'euros').ticks).toEqual([0, 10_000, 20_000, 30_000])
    expect(roundScale(60, 'count').share(15)).toBe(0.25)
  })

  test('are never cut, and count people in whole numbers', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 1e7, noNaN: true }), (largest) => {
      const { top, ticks, share } = roundScale(largest, 'count')
      expect(top).toBeGreaterThanOrEqual(largest)
      expect(ticks[0]).toBe(0)
      expect(ticks.every(Number.isInteger)).toBe(true)
      expect(share(0)).toBe(0)
      expect(share(top)).toBe(1)
    }))
    expect(lengthScale(0).share(0)).toBe(0)
    expect(lengthScale(50).share(25)).toBe(0.5)
  })
})

describe('bars', () => {
  test('are as long as what they count', () => {
    const drawn = rects(barsFrame(bars, words, 'wide'), 'bar').map(shareOf)
    expect(drawn).toEqual([1, 0.5, 0])
  })

  test('come largest first, what is no number last, or in the order given', () => {
    expect(barRows(bars).map(({ key }) => key)).toEqual(['term', 'job', 'none', 'few', 'held', 'unknown'])
    expect(barRows({ ...bars, order: 'given' })).toBe(bars.rows)
  })

  test('that are masked are short marks with words, not zeros', () => {
    const frame = barsFrame(bars, words, 'narrow')
    expect(rects(frame, 'masked').map(({ width }) => width)).toEqual([{ px: 12 }])
    expect(rects(frame, 'withheld')).toHaveLength(1)
    expect(textsOf(frame)).toEqual(expect.arrayContaining(['moins de 5', 'masqué', 'inconnu', '0', '182']))
  })

  test('in parts lie one after the other, and say of a sum what is known of it', () => {
    const frame = barsFrame(stacked, words, 'wide')
    const first = (['part-1', 'part-2', 'part-3'] as const).map((look) => rects(frame, look)[0])
    expect(first.map((rect) => rect && [rect.x.share, shareOf(rect)])).toEqual([[0, 0.25], [0.25, 0.5], [0.75, 0.25]])
    expect(textsOf(frame)).toEqual(expect.arrayContaining(['40', 'au moins 20', 'Moyenne : 20']))
    expect(legendOf(frame)).toEqual(['Pré-bilan', 'Plan', 'Emploi', 'moins de 5'])
    expect(frame.shapes.find(({ look }) => look === 'mark')).toMatchObject({ from: { share: 0.5 }, to: { share: 0.5 } })
    expect(totalOf({ key: '', label: '', values: [null, 8, 12] })).toBe(20)
  })

  test('of a comparison share one scale', () => {
    const frame = pairsFrame(pairs, words, 'wide')
    expect(rects(frame, 'bar').map(shareOf)).toEqual([1])
    expect(rects(frame, 'before').map(shareOf)).toEqual([74.4 / 82, 0.5])
    expect(textsOf(frame)).toEqual(expect.arrayContaining(['82 %', '74,4 %', 'moins de 5']))
  })

  test('keep every text inside the drawing, whatever the names', () => {
    const label = 'Exclusion après deux refus d’offres raisonnables d’emploi sans motif légitime et autres motifs'
    const frame = barsFrame({ ...bars, rows: [{ key: 'a', label, values: [1234.5] }, { key: 'b', label: 'Donaudampfschifffahrtsgesellschaftskapitän', values: [null] }] }, words, 'wide')
    const width = 500
    const texts = placeFrame(frame, width).filter((placed) => placed.kind === 'text')
    expect(texts.length).toBeGreaterThan(4)
    for (const { x, y, text } of texts) {
      expect(x).toBeGreaterThanOrEqual(0)
      expect(x + textWidth(text)).toBeLessThanOrEqual(width)
      expect(y).toBeLessThanOrEqual(frame.height)
    }
  })
})

describe('a trend', () => {
  const frame = trendFrame(trend, words, 'wide')

  test('is broken where there is no number, and marks on its axis what is masked', () => {
    const [first] = frame.shapes.flatMap((shape) => (shape.kind === 'path' && shape.look === 'line-1' ? [shape.points] : []))
    expect(first?.map(({ y }) => y === null)).toEqual([false, true, false, true])
    const floor = frame.shapes.find(({ look }) => look === 'axis')
    const [mark] = rects(frame, 'masked')
    expect(mark && floor && 'y1' in floor && mark.y + mark.height === floor.y1).toBe(true)
    expect(rects(frame, 'withheld')).toHaveLength(1)
    expect(textsOf(frame)).toContain('?')
  })

  test('draws what may still change on hatching, dashed, hollow, and says until when', () => {
    expect(rects(frame, 'open').map(({ x, width }) => [x.share, width])).toEqual([[0.75, { share: 0.25 }]])
    expect(frame.shapes.filter(({ look }) => look === 'line-1-open')).toHaveLength(1)
    expect(frame.shapes.filter(({ look }) => look === 'dot-1-open')).toHaveLength(1)
    expect(legendOf(frame)).toEqual(['En cours : novembre 2026 (au 22 nov.)', 'moins de 5', 'masqué', 'inconnu'])
  })

  test('places its points on the scale, over the middle of their periods', () => {
    const dots = frame.shapes.flatMap((shape) => (shape.kind === 'dot' && shape.look === 'dot-1' ? [shape] : []))
    expect(dots.map(({ x }) => x.share)).toEqual([slotMiddle(0, 4), slotMiddle(2, 4)])
    const [zero, top] = frame.shapes.flatMap((shape) => (shape.kind === 'line' && (shape.look === 'axis' || shape.look === 'grid') ? [shape.y1] : [])).toSorted((a, b) => b - a).filter((_, at, all) => at === 0 || at === all.length - 1)
    const { top: most } = roundScale(41, 'count')
    expect(zero !== undefined && top !== undefined && dots[0] !== undefined && Math.abs((zero - dots[0].y) / (zero - top) - 30 / most) < 1e-9).toBe(true)
  })

  test('names its lines at their ends where it is wide, in its legend where it is narrow', () => {
    expect(textsOf(frame)).toEqual(expect.arrayContaining(['Entrées', '12', 'Sorties', '40']))
    expect(legendOf(trendFrame(trend, words, 'narrow')).slice(0, 2)).toEqual(['Entrées', 'Sorties'])
  })

  test('keeps the names of two ends apart, and inside', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), (a, b) => {
      const close = trendFrame({ ...trend, series: [{ ...trend.series[0], name: 'Bassin de Vitry-le-François Saint-Dizier', values: [100, 1, 1, a] }, { key: 'b', name: 'Grand Est', values: [1, 1, 1, b] }] }, words, 'wide')
      const ys = close.shapes.flatMap((shape) => (shape.kind === 'text' && shape.x.share === 1 ? [shape.y] : [])).toSorted((one, other) => one - other)
      expect(ys.slice(1).every((y, at) => y - (ys[at] ?? y) >= 15)).toBe(true)
      expect(ys.every((y) => y > 0 && y <= close.height)).toBe(true)
    }))
  })

  test('draws its target across, and says each year once', () => {
    const aimed = trendFrame({ ...trend, target: { value: 50, name: 'Objectif' } }, words, 'wide')
    expect(textsOf(aimed)).toEqual(expect.arrayContaining(['Objectif : 50']))
    expect(textsOf(aimed).filter((text) => text === '2026')).toHaveLength(1)
    const years = trendFrame({ ...trend, periods: [{ key: 'a', label: 'déc. 2025', short: 'déc.', year: '2025' }, { key: 'b', label: 'janv. 2026', short: 'janv.', year: '2026' }], series: [{ key: 'x', name: 'X', values: [1, 2] }] }, words, 'wide')
    expect(textsOf(years).filter((text) => text.startsWith('20'))).toEqual(['2025', '2026'])
  })

  test('names fewer periods where there are many', () => {
    expect(namedEvery(periods, 400)).toBe(1)
    const long = Array.from({ length: 36 }, (_, at) => ({ key: `${at}`, label: `${at}`, short: 'sept.' }))
    expect(namedEvery(long, 224)).toBeGreaterThan(namedEvery(long, 400))
  })

  test('of one period is one point', () => {
    const one = trendFrame({ ...trend, periods: periods.slice(0, 1), series: [{ key: 'a', name: 'A', values: [7] }] }, words, 'wide')
    expect(one.shapes.filter(({ kind }) => kind === 'dot')).toHaveLength(1)
  })
})

test('an outline is of the width it is drawn over', () => {
  expect(outlineOf([{ share: 0, y: 1 }, { share: 0.5, y: 2 }, { share: 1, y: null }], 200)).toBe('M0,1L100,2')
})

test('texts keep to their width, cut where one word is wider', () => {
  expect(textLines('Noémie Cazalis', 200)).toEqual(['Noémie Cazalis'])
  const lines = textLines('Exclusion après deux refus d’offres raisonnables d’emploi sans motif légitime', 120, 2)
  expect(lines).toHaveLength(2)
  expect(lines[1]).toMatch(/…$/u)
  fc.assert(fc.property(fc.string({ maxLength: 80 }), (text) => textLines(text, 100).every((line) => textWidth(line) <= 100)))
})

test('a figure that is not there is never drawn as zero', () => {
  const value = fc.constantFrom<Value>(null, 'withheld', 'unknown')
  fc.assert(fc.property(fc.array(value, { minLength: 1, maxLength: 5 }), (values) => {
    const frame = barsFrame({ ...bars, rows: values.map((one, at) => ({ key: `${at}`, label: `R${at}`, values: [one] })) }, words, 'wide')
    expect(rects(frame, 'bar')).toEqual([])
    expect(textsOf(frame)).not.toContain('0')
  }))
})
