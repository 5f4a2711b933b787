/** Where appointments stand in the grid of hours. Pure: minutes in, percentages out. */
import { minutesOfTime } from '@/lib/wording/time-of-day.ts'

export interface Hours {
  /** Whole hours, the first one shown and the one it ends at. */
  readonly from: number
  readonly to: number
}

const OFFICE: Hours = { from: 8, to: 19 }

export interface Timed {
  readonly id: string
  /** `HH:MM`; the end may be 24:00. */
  readonly time: string
  readonly endTime: string
}

/** The hours shown: those of an office, and those of what is earlier or later. */
export function hoursOf(slots: readonly Timed[]): Hours {
  const from = Math.min(OFFICE.from, ...slots.map(({ time }) => Math.floor(minutesOfTime(time) / 60)))
  const to = Math.max(OFFICE.to, ...slots.map(({ time, endTime }) => Math.ceil(Math.max(minutesOfTime(endTime), minutesOfTime(time) + 15) / 60)))
  return { from, to: Math.min(24, to) }
}

/** A share of the height of the grid, in per cent. */
export function shareOf(minutes: number, hours: Hours): number {
  return ((minutes - hours.from * 60) / ((hours.to - hours.from) * 60)) * 100
}

export interface Placed {
  /** Column of the slot among those at the same time, and how many there are. */
  readonly lane: number
  readonly lanes: number
}

/** Lanes for what overlaps in one day: each slot in the first lane that is free, all of a group as wide. */
export function lanesOf(slots: readonly Timed[]): ReadonlyMap<string, Placed> {
  const placed = new Map<string, Placed>()
  const sorted = slots.toSorted((a, b) => minutesOfTime(a.time) - minutesOfTime(b.time) || minutesOfTime(b.endTime) - minutesOfTime(a.endTime))
  let group: { id: string; lane: number }[] = []
  let ends: number[] = []
  const close = (): void => {
    for (const { id, lane } of group) placed.set(id, { lane, lanes: ends.length })
    group = []
    ends = []
  }
  for (const { id, time, endTime } of sorted) {
    const start = minutesOfTime(time)
    if (ends.every((end) => end <= start)) close()
    const free = ends.findIndex((end) => end <= start)
    const lane = free === -1 ? ends.length : free
    ends[lane] = Math.max(minutesOfTime(endTime), start + 15)
    group.push({ id, lane })
  }
  close()
  return placed
}

/** A quarter of an hour, the step of every move. */
export const STEP = 15

export interface Shape {
  /** Index of the day in the view. */
  readonly dayIndex: number
  /** Minutes since midnight. */
  readonly start: number
  readonly minutes: number
}

/** A shape moved by so many days and minutes, held within the view and the day. */
export function movedBy(shape: Shape, days: number, minutes: number, dayCount: number): Shape {
  const dayIndex = Math.max(0, Math.min(dayCount - 1, shape.dayIndex + days))
  const start = Math.max(0, Math.min(24 * 60 - STEP, shape.start + minutes))
  return { dayIndex, start, minutes: shape.minutes }
}

/** A shape made longer or shorter; never under a quarter of an hour, nor past the day. */
export function stretchedBy(shape: Shape, minutes: number): Shape {
  return { ...shape, minutes: Math.max(STEP, Math.min(shape.minutes + minutes, 24 * 60 - shape.start, 720)) }
}

/** Minutes on the step of the grid. */
export function onStep(minutes: number): number {
  return Math.round(minutes / STEP) * STEP
}
