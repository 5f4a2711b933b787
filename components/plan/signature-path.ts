import { LONGEST_DRAWING } from '@/lib/cases/content/plan.ts'

interface Stroke {
  readonly points: readonly { readonly x: number; readonly y: number }[]
}

function drawn(strokes: readonly Stroke[], every: number): string {
  return strokes
    .flatMap(({ points }) => {
      const kept = points.filter((_, index) => index === 0 || index === points.length - 1 || index % every === 0)
      const [first, ...others] = kept.map(({ x, y }) => `${Math.round(x)} ${Math.round(y)}`)
      return first === undefined ? [] : [`M${first}L${(others.length === 0 ? [first] : others).join(' ')}`]
    })
    .join('')
}

/** Strokes as the path of an SVG image, in whole pixels; a drawing too long for what is kept loses points, never strokes. */
export function pathOf(strokes: readonly Stroke[]): string {
  for (let every = 1; every <= 64; every *= 2) {
    const path = drawn(strokes, every)
    if (path.length <= LONGEST_DRAWING) return path
  }
  return ''
}
