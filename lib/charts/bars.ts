// Lengths from zero on one scale: a row a thing, its name beside or above, its figure at the end.
import type { Bars, Pairs, Row, Unit, Value } from './chart.ts'
import { absenceWords, drawnWords, isKnown, isMasked, valueWords } from './figure-words.ts'
import type { Frame, LegendLine, Shape } from './frame.ts'
import { absenceLegend, boxSample } from './legend.ts'
import type { Look } from './looks.ts'
import { lengthScale, type Scale } from './scale.ts'
import { textLines, textWidth } from './text-width.ts'
import type { Room } from './trend.ts'
import type { ChartWords } from './words.ts'

const NAME_WIDTH = 200
const LINE = 16
const THICK = 16
/** The short mark of a figure that is no number. */
const MARK = 12
const LEAST: Readonly<Record<Room, number>> = { wide: 260, narrow: 200 }

const PARTS = [['part-1', 'on-part-1'], ['part-2', 'on-part-2'], ['part-3', 'on-part-3'], ['part-4', 'on-part-4'], ['part-5', 'on-part-5']] as const

/** The sum of what is known in a row. */
export function totalOf(row: Row): number {
  return row.values.reduce<number>((sum, value) => (isKnown(value) ? sum + value : sum), 0)
}

/** Rows in the order they are drawn: the largest first unless they have an order of their own; what is no number comes last. */
export function rowsInOrder<Of extends { readonly rows: readonly Row[]; readonly order?: 'largest' | 'given' }>({ rows, order = 'largest' }: Of, measure: (row: Row) => number | null): readonly Row[] {
  if (order === 'given') return rows
  return rows
    .map((row) => ({ row, size: measure(row) }))
    .toSorted((a, b) => (b.size ?? -1) - (a.size ?? -1))
    .map(({ row }) => row)
}

/** The rows of a bar chart, by their sum; a row with no number at all comes last. */
export function barRows(bars: Bars): readonly Row[] {
  return rowsInOrder(bars, (row) => (row.values.some(isKnown) ? totalOf(row) : null))
}

/** The rows of a comparison, by what is looked at. */
export function pairRows(pairs: Pairs): readonly Row[] {
  return rowsInOrder(pairs, ({ values: [now] }) => (isKnown(now) ? now : null))
}

interface Laid {
  readonly lines: readonly string[]
  readonly nameAt: (line: number) => { readonly px: number; readonly y: number }
  readonly top: number
  readonly bottom: number
}

/** Where each row goes: its name at its left in as many lines as it takes, or above it. */
function layRows(rows: readonly Row[], room: Room, thickness: number, left: number, from: number): { readonly laid: readonly Laid[]; readonly height: number } {
  let y = from
  const laid = rows.map((row): Laid => {
    if (room === 'narrow') {
      const lines = textLines(row.label, LEAST.narrow + 40, 2)
      const first = y
      const top = y + lines.length * LINE + 2
      y = top + thickness + 12
      return { lines, nameAt: (line) => ({ px: 0, y: first + 12 + line * LINE }), top, bottom: top + thickness }
    }
    const lines = textLines(row.label, NAME_WIDTH, 3)
    const height = Math.max(thickness, lines.length * LINE)
    const first = y + (height - lines.length * LINE) / 2
    const top = y + (height - thickness) / 2
    y += height + 12
    return { lines, nameAt: (line) => ({ px: -left, y: first + 12 + line * LINE }), top, bottom: top + thickness }
  })
  return { laid, height: y }
}

const names = (laid: readonly Laid[]) => laid.flatMap(({ lines, nameAt }) => lines.map((text, line): Shape => ({ kind: 'text', x: { share: 0, px: nameAt(line).px }, y: nameAt(line).y, text, anchor: 'start', look: 'label' })))

/** Where lengths begin: down the whole drawing, or beside each bar where names stand between them. */
function zero(laid: readonly Laid[], room: Room, from: number, height: number): Shape[] {
  const spans = room === 'wide' ? [{ top: from, bottom: height - 10 }] : laid
  return spans.map(({ top, bottom }) => ({ kind: 'line', from: { share: 0 }, to: { share: 0 }, y1: top - 2, y2: bottom + 2, look: 'axis' }))
}

function nameGutter(rows: readonly Row[], room: Room): number {
  if (room === 'narrow') return 0
  return Math.ceil(Math.max(...rows.flatMap(({ label }) => textLines(label, NAME_WIDTH, 3).map((line) => textWidth(line) * 1.06))) + 12)
}

/** A figure that is no number: a short textured mark and its words; nothing but the words where it is unknown. */
function absent(value: Exclude<Value, number>, share: number, px: number, y: number, thickness: number, words: ChartWords, said: boolean): Shape[] {
  const mark: Shape[] = value === 'unknown' ? [] : [{ kind: 'rect', x: { share, px }, y: y + 0.5, width: { px: MARK }, height: thickness - 1, look: value === null ? 'masked' : 'withheld' }]
  return said ? [...mark, { kind: 'text', x: { share, px: px + mark.length * MARK + 6 }, y: y + thickness / 2 + 4, text: absenceWords(value, words), anchor: 'start', look: 'absent' }] : mark
}

const missing = (value: Value | undefined): Exclude<Value, number> => (isMasked(value) ? value : 'unknown')

/** The drawing of bars, plain or stacked in parts. */
export function barsFrame(bars: Bars, words: ChartWords, room: Room): Frame {
  const { parts, unit, mark } = bars
  const rows = barRows(bars)
  const scale = lengthScale(Math.max(mark?.value ?? 0, ...rows.map(totalOf)))
  const left = nameGutter(rows, room)
  const from = mark === undefined ? 4 : 24
  const { laid, height } = layRows(rows, room, THICK, left, from)
  const endWords = rows.map((row) => endOf(row, parts.length, unit, words))
  const right = Math.ceil(Math.max(...endWords.map((end) => textWidth(end) * 1.1 + MARK * 2)) + 8)
  const drawn = rows.flatMap((row, at): Shape[] => {
    const top = laid[at]?.top ?? 0
    const title = [row.label, ...parts.map(({ name }, part) => words.named(name, valueWords(row.values[part], unit, words)))].join('\n')
    const bar = parts.length === 1 ? plainBar(row, scale, top, words, title) : stackedBar(row, bars, scale, top, words, room, title)
    return [...bar, ...(endWords[at] === '' ? [] : [{ kind: 'text', x: { share: scale.share(totalOf(row)), px: 6 + marksAfter(row, parts.length) * (MARK + 1) }, y: top + THICK / 2 + 4, text: endWords[at] ?? '', anchor: 'start', look: 'value' } as const])]
  })
  // What runs across comes over the bars and under the figures.
  const shapes: Shape[] = [
    ...drawn.filter(({ kind }) => kind !== 'text'),
    ...zero(laid, room, from, height),
    ...(mark === undefined ? [] : markShapes(mark, scale, unit, words, height)),
    ...names(laid),
    ...drawn.filter(({ kind }) => kind === 'text'),
  ]
  return { height: height - 4, left, right, shapes, legend: barsLegend(bars, words) }
}

/** The words at the end of a row: its sum, or what of it is known. */
function endOf(row: Row, parts: number, unit: Unit, words: ChartWords): string {
  const whole = row.values.length >= parts && row.values.slice(0, parts).every(isKnown)
  if (parts === 1) return whole ? drawnWords(totalOf(row), unit, words) : ''
  // Shares of a whole add up to it: nothing is learnt from saying so.
  if (unit === 'percent') return ''
  const sum = drawnWords(totalOf(row), unit, words)
  return whole ? sum : row.values.some(isKnown) ? words.atLeast(sum) : ''
}

const marksAfter = (row: Row, parts: number) => (parts === 1 ? 0 : row.values.filter(isMasked).length)

function plainBar(row: Row, scale: Scale, top: number, words: ChartWords, title: string): Shape[] {
  const value = row.values[0]
  if (!isKnown(value)) return absent(missing(value), 0, 0, top, THICK, words, true)
  return [{ kind: 'rect', x: { share: 0 }, y: top, width: { share: scale.share(value) }, height: THICK, look: 'bar', title }]
}

function stackedBar(row: Row, { parts, unit }: Bars, scale: Scale, top: number, words: ChartWords, room: Room, title: string): Shape[] {
  let reached = 0
  const known = parts.flatMap((_, at): Shape[] => {
    const value = row.values[at]
    if (!isKnown(value) || value <= 0) return []
    const [look, on] = PARTS[Math.min(at, PARTS.length - 1)] ?? PARTS[0]
    const x = { share: scale.share(reached) }
    const share = scale.share(value)
    const text = drawnWords(value, unit, words)
    reached += value
    const fits = share * LEAST[room] >= textWidth(text) + 8
    return [
      { kind: 'rect', x, y: top + 0.5, width: { share }, height: THICK - 1, look, title },
      ...(fits ? [{ kind: 'text', x: { share: x.share + share / 2 }, y: top + THICK / 2 + 4, text, anchor: 'middle', look: on } as const] : []),
    ]
  })
  const missed = row.values.slice(0, parts.length).filter(isMasked)
  const nothing = !row.values.some(isKnown)
  const marks = missed.flatMap((value, at) => absent(value, scale.share(reached), at * (MARK + 1) + 1, top, THICK, words, nothing && at === missed.length - 1))
  const none = nothing && missed.length === 0 ? absent('unknown', 0, 0, top, THICK, words, true) : []
  return [...known, ...marks, ...none]
}

function markShapes(mark: NonNullable<Bars['mark']>, scale: Scale, unit: Unit, words: ChartWords, height: number): Shape[] {
  const x = { share: scale.share(mark.value) }
  return [
    { kind: 'line', from: x, to: x, y1: 18, y2: height - 8, look: 'mark' },
    { kind: 'text', x, y: 12, text: words.named(mark.name, drawnWords(mark.value, unit, words)), anchor: x.share > 0.66 ? 'end' : x.share < 0.33 ? 'start' : 'middle', look: 'strong' },
  ]
}

function barsLegend({ parts, rows }: Bars, words: ChartWords): LegendLine[] {
  const figures = rows.flatMap(({ values }) => values.slice(0, parts.length))
  if (parts.length === 1) return []
  return [...parts.map(({ name }, at) => ({ sample: boxSample((PARTS[Math.min(at, PARTS.length - 1)] ?? PARTS[0])[0]), words: name })), ...absenceLegend(figures, words)]
}

const NOW = 12
const THEN = 8

/** The drawing of a comparison: what is looked at is full and thick, what it is held against hollow and thin. */
export function pairsFrame(pairs: Pairs, words: ChartWords, room: Room): Frame {
  const { parts, unit } = pairs
  const rows = pairRows(pairs)
  const figures = rows.flatMap(({ values }) => values.slice(0, 2))
  const scale = lengthScale(figures.reduce<number>((most, value) => (isKnown(value) ? Math.max(most, value) : most), 0))
  const left = nameGutter(rows, room)
  const { laid, height } = layRows(rows, room, NOW + THEN + 4, left, 4)
  const right = Math.ceil(Math.max(...figures.map((value) => textWidth(isKnown(value) ? drawnWords(value, unit, words) : '') * 1.1)) + 10)
  const shapes: Shape[] = [
    ...names(laid),
    ...rows.flatMap((row, at): Shape[] => {
      const top = laid[at]?.top ?? 0
      return [
        ...pairBar(row, 0, scale, top, NOW, 'bar', pairs, words),
        ...pairBar(row, 1, scale, top + NOW + 4, THEN, 'before', pairs, words),
      ]
    }),
    ...zero(laid, room, 4, height),
  ]
  const legend: LegendLine[] = [{ sample: boxSample('bar'), words: parts[0].name }, { sample: boxSample('before'), words: parts[1].name }]
  return { height: height - 4, left, right, shapes, legend }
}

function pairBar(row: Row, at: 0 | 1, scale: Scale, y: number, thickness: number, look: Look, { parts, unit }: Pairs, words: ChartWords): Shape[] {
  const value = row.values[at]
  if (!isKnown(value)) return absent(missing(value), 0, 0, y, thickness, words, true)
  const text = drawnWords(value, unit, words)
  // The stroke of the hollow bar stays inside its length.
  const inset = look === 'before' ? 0.75 : 0
  return [
    { kind: 'rect', x: { share: 0 }, y: y + inset, width: { share: scale.share(value) }, height: thickness - 2 * inset, look, title: words.named(`${row.label}, ${parts[at].name}`, text) },
    { kind: 'text', x: { share: scale.share(value), px: 6 }, y: y + thickness / 2 + 4, text, anchor: 'start', look: at === 0 ? 'strong' : 'value' },
  ]
}
