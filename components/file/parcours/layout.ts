/**
 * The geometry of the parcours band: which day stands where. Pure, so that each width is computed
 * rather than shrunk (text stays at its size) and so that it can be tested without a browser.
 */
import { addDays, addMonths, dayOf, daysBetween, earliest, latest, partsOf, type Day } from '@/lib/accord/calendar/day.ts'
import type { DeadlineState } from '@/lib/wording/deadline-state.ts'

export type BandTone = 'reflection' | 'csp' | 'rest' | 'extension' | 'work' | 'leave' | 'stopped' | 'training' | 'job' | 'planned'
export type BandLane = 'csp' | 'suspensions' | 'training' | 'job'

/** A span to draw; `to` is `null` while it is open. */
export interface BandSpan {
  readonly lane: BandLane
  readonly tone: BandTone
  readonly from: Day
  readonly to: Day | null
  /** What it is, in words, without its dates: `Arrêt maladie`. */
  readonly label: string
  /** The same with its dates, read by a screen reader or a pointer. */
  readonly title: string
}

/** A deadline to mark, with the key of its line in the list below. */
export interface BandMark {
  readonly key: string
  readonly on: Day
  readonly state: DeadlineState | 'term'
  readonly title: string
  readonly href: string
}

export interface BandInput {
  readonly spans: readonly BandSpan[]
  readonly marks: readonly BandMark[]
  readonly today: Day
  readonly monthName: (day: Day) => string
}

export interface PlacedSpan extends BandSpan {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly labelX: number | null
  readonly labelInside: boolean
  readonly open: boolean
}

export interface PlacedMark extends BandMark {
  readonly x: number
  readonly y: number
}

export interface BandMonth {
  readonly x: number
  readonly name: string | null
  readonly year: number | null
}

export interface BandLaneLine {
  readonly lane: BandLane | 'deadlines'
  readonly textY: number
  readonly ruleY: number | null
}

export interface BandLayout {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly months: readonly BandMonth[]
  readonly lanes: readonly BandLaneLine[]
  readonly spans: readonly PlacedSpan[]
  readonly marks: readonly PlacedMark[]
  readonly todayX: number | null
  readonly gridBottom: number
}

const TOP = 56
const BAR = 22
const ROW = 32
const MARK_PITCH = 28
const CHARACTER = 6.4
const LABEL_GAP = 6
/** Every lane that always shows, so that an empty one says "nothing of this kind". */
const LANES: readonly BandLane[] = ['csp', 'suspensions', 'training', 'job']

function firstOfMonth(value: Day): Day {
  const { year, month } = partsOf(value)
  return dayOf(year, month, 1) ?? value
}

/** The months shown: those of everything drawn, and at least three. */
export function bandExtent(input: BandInput): { readonly from: Day; readonly to: Day } | null {
  const days: Day[] = []
  for (const span of input.spans) days.push(span.from, span.to ?? latest(span.from, input.today))
  for (const mark of input.marks) days.push(mark.on)
  const [first] = days
  if (first === undefined) return null
  const from = firstOfMonth(days.reduce(earliest, first))
  const last = days.reduce(latest, first)
  return { from, to: latest(addDays(last, 10), addDays(addMonths(from, 3), -1)) }
}

/** Rows for spans of one lane: one that meets an earlier one drops a row. */
function rowsOf(spans: readonly PlacedSpan[]): readonly number[] {
  const ends: number[] = []
  return spans.map((span) => {
    const row = ends.findIndex((end) => end <= span.x)
    const placed = row === -1 ? ends.length : row
    ends[placed] = span.x + span.width
    return placed
  })
}

/** The narrow band has no room for lane names beside it: they stand above their lane. */
export function bandLayout(input: BandInput, width: number): BandLayout | null {
  const extent = bandExtent(input)
  if (extent === null) return null
  const left = width < 480 ? 0 : 96
  const right = width - 6
  const scale = (right - left) / (daysBetween(extent.from, extent.to) + 1)
  const xOf = (day: Day): number => left + daysBetween(extent.from, day) * scale
  const months = monthsOf(extent, xOf, scale, input.monthName)
  const laneGap = left === 0 ? 18 : 0

  const lanes: BandLaneLine[] = []
  const placed: PlacedSpan[] = []
  let y = TOP
  for (const lane of LANES) {
    const drawn = input.spans
      .filter((span) => span.lane === lane)
      .toSorted((a, b) => a.from - b.from)
      .map((span) => placeSpan(span, xOf, right, input.today))
    const stacked = lane === 'csp' ? drawn.map(() => 0) : rowsOf(drawn)
    const rows = stacked.length === 0 ? 1 : Math.max(...stacked) + 1
    lanes.push({ lane, textY: left === 0 ? y + 12 : y + 19, ruleY: y + laneGap + rows * (ROW - 4) + 4 })
    drawn.forEach((span, index) => {
      const row = stacked[index] ?? 0
      const neighbours = drawn.filter((other, at) => at !== index && stacked[at] === row)
      placed.push({ ...span, ...labelOf(span, neighbours, right, lane), y: y + laneGap + 4 + row * (ROW - 4) })
    })
    y += laneGap + rows * (ROW - 4) + 8
  }
  lanes.push({ lane: 'deadlines', textY: left === 0 ? y + 12 : y + 19, ruleY: null })
  const marks = placeMarks(input.marks, xOf, left, right, y + laneGap + 14)
  const bottom = marks.reduce((deepest, mark) => Math.max(deepest, mark.y + 14), y + laneGap + 28)
  const shown = input.today >= extent.from && input.today <= extent.to
  return {
    width, left, right, months, lanes, marks,
    spans: placed,
    height: bottom + 4,
    todayX: shown ? xOf(input.today) + scale / 2 : null,
    gridBottom: bottom,
  }
}

function monthsOf(
  extent: { readonly from: Day; readonly to: Day }, xOf: (day: Day) => number, scale: number, monthName: (day: Day) => string,
): readonly BandMonth[] {
  const every = Math.max(1, Math.ceil(36 / (30 * scale)))
  const months: BandMonth[] = []
  for (let count = 0, first = extent.from; first <= extent.to; count += 1, first = addMonths(extent.from, count)) {
    const { year, month } = partsOf(first)
    const roomLeft = xOf(extent.to) - xOf(first)
    months.push({
      x: xOf(first),
      name: count % every === 0 && roomLeft > 30 ? monthName(first) : null,
      year: (count === 0 || month === 1) && roomLeft > 30 ? year : null,
    })
  }
  return months
}

function placeSpan(span: BandSpan, xOf: (day: Day) => number, right: number, today: Day): PlacedSpan {
  const x = xOf(span.from)
  const end = span.to === null ? (span.lane === 'job' ? right : xOf(addDays(latest(span.from, today), 1))) : xOf(addDays(span.to, 1))
  return { ...span, x, y: 0, width: Math.max(3, Math.min(end, right) - x), labelX: null, labelInside: false, open: span.to === null }
}

/** A label stands in its bar where it fits, beside it where nothing is in the way, else nowhere: the table has it. */
function labelOf(
  span: PlacedSpan, neighbours: readonly PlacedSpan[], right: number, lane: BandLane,
): { readonly labelX: number | null; readonly labelInside: boolean } {
  const needed = span.label.length * CHARACTER
  if (needed + 12 <= span.width) return { labelX: span.x + 8, labelInside: true }
  if (lane === 'csp') return { labelX: null, labelInside: false }
  const from = span.x + span.width + LABEL_GAP
  const free = (start: number, end: number): boolean =>
    neighbours.every((other) => other.x >= end || other.x + other.width <= start)
  if (from + needed <= right && free(from, from + needed)) return { labelX: from, labelInside: false }
  return { labelX: null, labelInside: false }
}

/** Marks too close to one another drop a row, so that each can be read and reached. */
function placeMarks(
  marks: readonly BandMark[], xOf: (day: Day) => number, left: number, right: number, top: number,
): readonly PlacedMark[] {
  const lastInRow: number[] = []
  return marks.toSorted((a, b) => a.on - b.on).map((mark) => {
    const x = Math.min(Math.max(xOf(mark.on), left + 13), right - 13)
    const row = lastInRow.findIndex((last) => x - last >= MARK_PITCH)
    const chosen = row === -1 ? lastInRow.length : row
    lastInRow[chosen] = x
    return { ...mark, x, y: top + chosen * MARK_PITCH }
  })
}
export { BAR as BAR_HEIGHT }
