// A drawing as data. Across, a place is a share of the plot's width and some pixels more, so that one drawing fits any width
// without its letters growing or shrinking; down, pixels.
import { line } from 'd3-shape'
import type { Look } from './looks.ts'

export interface Across {
  /** 0 at the left of the plot, 1 at its right. */
  readonly share: number
  readonly px?: number
}

export type Anchor = 'start' | 'middle' | 'end'

export type Shape =
  | { readonly kind: 'line'; readonly from: Across; readonly to: Across; readonly y1: number; readonly y2: number; readonly look: Look }
  /** As wide as a share of the plot, or so many pixels. */
  | { readonly kind: 'rect'; readonly x: Across; readonly y: number; readonly width: { readonly share: number } | { readonly px: number }; readonly height: number; readonly look: Look; readonly title?: string }
  | { readonly kind: 'dot'; readonly x: Across; readonly y: number; readonly form: 'round' | 'square'; readonly r: number; readonly look: Look }
  | { readonly kind: 'text'; readonly x: Across; readonly y: number; readonly text: string; readonly anchor: Anchor; readonly look: Look }
  /** Joined from point to point; broken where there is none. */
  | { readonly kind: 'path'; readonly points: readonly PathPoint[]; readonly look: Look }

export interface PathPoint {
  readonly share: number
  readonly y: number | null
}

/** What a sign of the drawing says: drawn in a box of `SAMPLE` pixels, the words beside. */
export interface LegendLine {
  readonly sample: readonly Shape[]
  readonly words: string
}

export const SAMPLE = { width: 24, height: 12 } as const

export interface Frame {
  readonly height: number
  /** Pixels kept for texts on each side of the plot. */
  readonly left: number
  readonly right: number
  readonly shapes: readonly Shape[]
  readonly legend: readonly LegendLine[]
}

/** A place across, in pixels, of a plot of this width. */
export function pixelsOf({ share, px = 0 }: Across, width: number): number {
  return share * width + px
}

const tidy = (value: number) => Math.round(value * 100) / 100

/** The outline of a path over a plot of this width (100 for percents). */
export function outlineOf(points: readonly PathPoint[], width: number): string {
  const draw = line<PathPoint>()
    .defined(({ y }) => y !== null)
    .x(({ share }) => tidy(share * width))
    .y(({ y }) => tidy(y ?? 0))
  return draw([...points]) ?? ''
}
