// A line over periods, or two. The scale starts at zero; what may still change is dashed, on hatching, and said.
import type { Period, Series, Trend } from './chart.ts'
import { drawnWords, isKnown, isMasked, tickWords, valueWords } from './figure-words.ts'
import type { Across, Frame, LegendLine, PathPoint, Shape } from './frame.ts'
import { absenceLegend, boxSample, lineSample, unknownLegend } from './legend.ts'
import { largestOf, roundScale, type Scale } from './scale.ts'
import { textLines, textWidth } from './text-width.ts'
import type { ChartWords } from './words.ts'

/** Narrow has the names of its lines in its legend; wide, at their ends. */
export type Room = 'wide' | 'narrow'

const HEIGHT: Readonly<Record<Room, number>> = { wide: 224, narrow: 204 }
/** The least width that the plot of each has: what is written under it must fit there. */
const LEAST: Readonly<Record<Room, number>> = { wide: 400, narrow: 224 }
const CEILING = 22
const NAME_WIDTH = 120
const LINE = 16

const MARKS = [
  { line: 'line-1', open: 'line-1-open', dot: 'dot-1', dotOpen: 'dot-1-open', name: 'name-1', form: 'round' },
  { line: 'line-2', open: 'line-2-open', dot: 'dot-2', dotOpen: 'dot-2-open', name: 'name-2', form: 'square' },
] as const

const isOpen = (period: Period | undefined) => period?.standing !== undefined && period.standing !== 'settled'

/** A place across for the middle of a period, each having its slot. */
export function slotMiddle(index: number, count: number): number {
  return (index + 0.5) / Math.max(1, count)
}

/** One period in so many is named under the axis, so that names do not touch; the last is always named. */
export function namedEvery(periods: readonly Period[], width: number): number {
  const widest = Math.max(...periods.map(({ short }) => textWidth(short)), 1) + 8
  return Math.max(1, Math.ceil((widest * periods.length) / width))
}

/** The drawing of a trend; what is masked is a short mark on the axis, what is unknown breaks the line. */
export function trendFrame(trend: Trend, words: ChartWords, room: Room): Frame {
  const { periods, series, target, unit } = trend
  const figures = series.flatMap(({ values }) => periods.map((_, at) => values[at]))
  const scale = roundScale(largestOf([...figures, target?.value]), unit)
  const hasYears = periods.some(({ year }) => year !== undefined)
  const floor = HEIGHT[room] - (hasYears ? 40 : 24)
  const y = (value: number) => floor - scale.share(value) * (floor - CEILING)
  const ends = room === 'wide' ? endNames(series, periods, unit, words, y, floor) : { shapes: [], width: 0 }
  const shapes: Shape[] = [
    ...openBands(periods, floor),
    ...axis(scale, trend, words, y),
    ...periodNames(periods, LEAST[room], floor),
    ...absentMarks(series, periods, floor),
    ...series.flatMap((one, at) => lineShapes(one, at, periods, y)),
    ...targetShapes(trend, words, y),
    ...peak(series[0], periods, unit, words, y, room),
    ...ends.shapes,
    ...hovers(trend, words, floor),
  ]
  const ticksWidth = Math.max(...scale.ticks.map((tick) => textWidth(tickWords(tick, unit, words.locale))))
  return { height: HEIGHT[room], left: ticksWidth + 8, right: ends.width === 0 ? 6 : ends.width + 10, shapes, legend: legendOf(trend, words, room) }
}

function axis(scale: Scale, { unit }: Trend, { locale }: ChartWords, y: (value: number) => number): Shape[] {
  return scale.ticks.flatMap((tick): Shape[] => [
    { kind: 'line', from: { share: 0 }, to: { share: 1 }, y1: y(tick), y2: y(tick), look: tick === 0 ? 'axis' : 'grid' },
    { kind: 'text', x: { share: 0, px: -8 }, y: y(tick) + 4, text: tickWords(tick, unit, locale), anchor: 'end', look: 'tick' },
  ])
}

function openBands(periods: readonly Period[], floor: number): Shape[] {
  return periods.flatMap((period, at): Shape[] => (isOpen(period) ? [{ kind: 'rect', x: { share: at / periods.length }, y: CEILING - 8, width: { share: 1 / periods.length }, height: floor - CEILING + 8, look: 'open' }] : []))
}

function periodNames(periods: readonly Period[], width: number, floor: number): Shape[] {
  const every = namedEvery(periods, width)
  const last = periods.length - 1
  let [year, said]: (string | undefined)[] = []
  return periods.flatMap((period, at): Shape[] => {
    year = period.year ?? year
    // Counted back from the last one, which is the one most looked for.
    if ((last - at) % every !== 0) return []
    const x: Across = { share: slotMiddle(at, periods.length) }
    const named: Shape = { kind: 'text', x, y: floor + 17, text: period.short, anchor: 'middle', look: 'tick' }
    if (year === undefined || year === said) return [named]
    said = year
    return [named, { kind: 'text', x, y: floor + 33, text: year, anchor: 'middle', look: 'label' }]
  })
}

function absentMarks(series: readonly Series[], periods: readonly Period[], floor: number): Shape[] {
  return series.flatMap(({ values }, line) => periods.flatMap((_, at): Shape[] => {
    const value = values[at]
    const x: Across = { share: slotMiddle(at, periods.length), px: series.length === 1 ? -4 : line === 0 ? -9 : 1 }
    if (isMasked(value)) return [{ kind: 'rect', x, y: floor - 9, width: { px: 8 }, height: 9, look: value === null ? 'masked' : 'withheld' }]
    return isKnown(value) ? [] : [{ kind: 'text', x: { share: x.share, px: (x.px ?? 0) + 4 }, y: floor - 4, text: '?', anchor: 'middle', look: 'absent' }]
  }))
}

function lineShapes({ values }: Series, at: number, periods: readonly Period[], y: (value: number) => number): Shape[] {
  const mark = MARKS[at === 0 ? 0 : 1]
  const points = periods.map((period, index): PathPoint & { readonly open: boolean } => {
    const value = values[index]
    return { share: slotMiddle(index, periods.length), y: isKnown(value) ? y(value) : null, open: isOpen(period) }
  })
  // What leads to a period that may still change is dashed, and so is what leaves it.
  const settled = points.map((point) => (point.open ? { ...point, y: null } : point))
  const dashed = points.slice(1).flatMap((to, index): Shape[] => {
    const from = points[index]
    if (from === undefined || from.y === null || to.y === null || !(from.open || to.open)) return []
    return [{ kind: 'path', points: [from, to], look: mark.open }]
  })
  const dots = points.flatMap((point): Shape[] => (point.y === null ? [] : [{ kind: 'dot', x: { share: point.share }, y: point.y, form: mark.form, r: point.open ? 4 : 3.5, look: point.open ? mark.dotOpen : mark.dot }]))
  return [{ kind: 'path', points: settled, look: mark.line }, ...dashed, ...dots]
}

function targetShapes({ target, unit }: Trend, words: ChartWords, y: (value: number) => number): Shape[] {
  if (target === undefined) return []
  return [
    { kind: 'line', from: { share: 0 }, to: { share: 1 }, y1: y(target.value), y2: y(target.value), look: 'target' },
    { kind: 'text', x: { share: 0, px: 2 }, y: y(target.value) - 6, text: words.named(target.name, drawnWords(target.value, unit, words)), anchor: 'start', look: 'strong' },
  ]
}

/** The highest figure of the first line says itself, unless the end of the line already does. */
function peak({ values }: Series, periods: readonly Period[], unit: Trend['unit'], words: ChartWords, y: (value: number) => number, room: Room): Shape[] {
  const most = largestOf(values)
  const highest = values.indexOf(most)
  const last = values.findLastIndex(isKnown)
  if (highest < 0 || most === 0) return []
  const said = [...new Set(room === 'narrow' ? [highest, last] : [highest].filter((one) => one !== last))]
  return said.flatMap((at): Shape[] => {
    const value = values[at]
    if (!isKnown(value)) return []
    const share = slotMiddle(at, periods.length)
    return [{ kind: 'text', x: { share }, y: y(value) - 8, text: drawnWords(value, unit, words), anchor: share > 0.9 ? 'end' : share < 0.1 ? 'start' : 'middle', look: 'value' }]
  })
}

interface EndBlock {
  readonly lines: readonly string[]
  readonly look: 'name-1' | 'name-2'
  readonly height: number
  top: number
}

/** The name of each line and its last figure, at its end; two that would touch move apart. */
function endNames(series: readonly Series[], periods: readonly Period[], unit: Trend['unit'], words: ChartWords, y: (value: number) => number, floor: number): { readonly shapes: Shape[]; readonly width: number } {
  const blocks = series.flatMap(({ name, values }, at): EndBlock[] => {
    const value = periods.map((_, index) => values[index]).findLast(isKnown)
    if (value === undefined) return []
    const lines = [...textLines(name, NAME_WIDTH, 3), drawnWords(value, unit, words)]
    const height = lines.length * LINE
    return [{ lines, look: at === 0 ? 'name-1' : 'name-2', height, top: y(value) - height / 2 }]
  })
  const [upper, lower] = blocks.toSorted((a, b) => a.top - b.top)
  if (upper !== undefined && lower !== undefined) {
    const over = upper.top + upper.height + 4 - lower.top
    if (over > 0) {
      upper.top -= over / 2
      lower.top += over / 2
    }
    upper.top = Math.max(0, Math.min(upper.top, floor + 12 - lower.height - 4 - upper.height))
    lower.top = Math.max(upper.top + upper.height + 4, Math.min(lower.top, floor + 12 - lower.height))
  }
  const shapes = blocks.flatMap(({ lines, look, top }) => lines.map((text, at): Shape => ({ kind: 'text', x: { share: 1, px: 8 }, y: Math.max(0, top) + 12 + at * LINE, text, anchor: 'start', look: at === lines.length - 1 ? 'strong' : look })))
  return { shapes, width: Math.max(0, ...blocks.flatMap(({ lines }) => lines.map((text) => textWidth(text) * 1.06))) }
}

/** Under a pointer, a period says all its figures. */
function hovers({ periods, series, unit }: Trend, words: ChartWords, floor: number): Shape[] {
  return periods.map((period, at): Shape => ({
    kind: 'rect',
    x: { share: at / periods.length },
    y: 0,
    width: { share: 1 / periods.length },
    height: floor + 20,
    look: 'hover',
    title: [period.label, ...series.map(({ name, values }) => words.named(name, valueWords(values[at], unit, words))), ...(period.standingNote === undefined ? [] : [period.standingNote])].join('\n'),
  }))
}

function legendOf({ periods, series, target }: Trend, words: ChartWords, room: Room): LegendLine[] {
  const open = (standing: 'partial' | 'young') => {
    const those = periods.filter((period) => period.standing === standing)
    const noted = those.filter(({ standingNote }) => standingNote !== undefined).map(({ label, standingNote }) => words.noted(label, standingNote ?? ''))
    return those.length === 0 ? [] : [{ sample: [...boxSample('open'), ...lineSample('line-1-open', { look: 'dot-1-open', form: 'round' })], words: noted.length === 0 || noted.length > 3 ? words[standing] : words.named(words[standing], noted.join(', ')) }]
  }
  return [
    ...(room === 'narrow' ? series.map(({ name }, at) => ({ sample: lineSample(MARKS[at === 0 ? 0 : 1].line, { look: MARKS[at === 0 ? 0 : 1].dot, form: MARKS[at === 0 ? 0 : 1].form }), words: name })) : []),
    ...(target === undefined || room === 'wide' ? [] : [{ sample: lineSample('target'), words: target.name }]),
    ...open('partial'),
    ...open('young'),
    ...absenceLegend(series.flatMap(({ values }) => values), words),
    ...unknownLegend(series.flatMap(({ values }) => values), words),
  ]
}
