// The small line of a figure card: a shape, no axis; the figure stands beside it.
import type { Spark } from './chart.ts'
import { isKnown } from './figure-words.ts'
import type { Frame, PathPoint, Shape } from './frame.ts'
import { largestOf } from './scale.ts'

const HEIGHT = 28
const EDGE = 4

/** Its drawing, from zero to its highest figure; the last point is marked, hollow where it may still change. */
export function sparkFrame({ values, unsettled = 0 }: Spark): Frame {
  const most = Math.max(1, largestOf(values))
  const y = (value: number) => HEIGHT - EDGE - (value / most) * (HEIGHT - 2 * EDGE)
  const points = values.map((value, at): PathPoint => ({ share: values.length === 1 ? 1 : at / (values.length - 1), y: isKnown(value) ? y(value) : null }))
  const settled = values.length - unsettled
  const last = points.findLastIndex((point) => point.y !== null)
  const end = points[last]
  const shapes: Shape[] = [
    { kind: 'line', from: { share: 0 }, to: { share: 1 }, y1: HEIGHT - EDGE, y2: HEIGHT - EDGE, look: 'grid' },
    { kind: 'path', points: points.slice(0, settled), look: 'line-1' },
    ...(unsettled > 0 ? [{ kind: 'path', points: points.slice(Math.max(0, settled - 1)), look: 'line-1-open' } as const] : []),
    ...(end === undefined || end.y === null ? [] : [{ kind: 'dot', x: { share: end.share }, y: end.y, form: 'round', r: 3.5, look: last >= settled ? 'dot-1-open' : 'dot-1' } as const]),
  ]
  return { height: HEIGHT, left: 4, right: 4, shapes, legend: [] }
}
