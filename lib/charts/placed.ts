// A drawing at a width of its own, in pixels: for an image, or a page of a document.
import { outlineOf, pixelsOf, type Anchor, type Frame, type Shape } from './frame.ts'
import type { Look } from './looks.ts'

export type Placed =
  | { readonly kind: 'line'; readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number; readonly look: Look }
  | { readonly kind: 'rect'; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly look: Look }
  | { readonly kind: 'circle'; readonly x: number; readonly y: number; readonly r: number; readonly look: Look }
  | { readonly kind: 'text'; readonly x: number; readonly y: number; readonly text: string; readonly anchor: Anchor; readonly look: Look }
  | { readonly kind: 'path'; readonly d: string; readonly x: number; readonly y: number; readonly look: Look }

const tidy = (value: number) => Math.round(value * 100) / 100

/** Shapes over a plot of this width whose corner is at (`x`, `y`); what only a pointer finds is left out. */
export function placeShapes(shapes: readonly Shape[], width: number, x = 0, y = 0): readonly Placed[] {
  return shapes.flatMap((shape): Placed[] => {
    if (shape.look === 'hover') return []
    switch (shape.kind) {
      case 'line':
        return [{ kind: 'line', x1: tidy(x + pixelsOf(shape.from, width)), y1: tidy(y + shape.y1), x2: tidy(x + pixelsOf(shape.to, width)), y2: tidy(y + shape.y2), look: shape.look }]
      case 'rect':
        return [{ kind: 'rect', x: tidy(x + pixelsOf(shape.x, width)), y: tidy(y + shape.y), width: tidy('px' in shape.width ? shape.width.px : shape.width.share * width), height: shape.height, look: shape.look }]
      case 'dot': {
        const [cx, cy] = [tidy(x + pixelsOf(shape.x, width)), tidy(y + shape.y)]
        if (shape.form === 'round') return [{ kind: 'circle', x: cx, y: cy, r: shape.r, look: shape.look }]
        return [{ kind: 'rect', x: tidy(cx - shape.r + 0.5), y: tidy(cy - shape.r + 0.5), width: shape.r * 2 - 1, height: shape.r * 2 - 1, look: shape.look }]
      }
      case 'text':
        return [{ kind: 'text', x: tidy(x + pixelsOf(shape.x, width)), y: tidy(y + shape.y), text: shape.text, anchor: shape.anchor, look: shape.look }]
      case 'path': {
        const d = outlineOf(shape.points, width)
        return d === '' ? [] : [{ kind: 'path', d, x, y, look: shape.look }]
      }
    }
  })
}

/** A whole drawing, texts beside the plot counted in its width. */
export function placeFrame(frame: Frame, width: number, x = 0, y = 0): readonly Placed[] {
  return placeShapes(frame.shapes, width - frame.left - frame.right, x + frame.left, y)
}
