import { z } from 'zod'

const colour = z.string().regex(/^#[0-9a-f]{6}$/)
const shades = z.strictObject({ accent: colour, hover: colour, on: colour, soft: colour, text: colour })

/** An operator's own colour, for each theme: the button, its hover, the word on it, a soft ground, the word on that. */
const accentSchema = z.strictObject({ light: shades, dark: shades })
export type OperatorAccent = z.infer<typeof accentSchema>

/** Grounds of the two themes (tokens.css): page and surface. */
const grounds = { light: ['#f4f6f3', '#ffffff'], dark: ['#0e1412', '#151c19'] } as const
const LEAST_CONTRAST = 4.5

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** WCAG contrast of two colours (`#rrggbb`), 1 to 21. */
export function contrastOf(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

/** Reads an accent as kept in the database; `null` where it is malformed or where its words would be under 4.5:1. */
export function readAccent(value: unknown): OperatorAccent | null {
  const read = accentSchema.safeParse(value)
  if (!read.success) return null
  const legible = (['light', 'dark'] as const).every((theme) => {
    const { accent, hover, on, soft, text } = read.data[theme]
    const pairs = [[on, accent], [on, hover], [text, soft], ...grounds[theme].map((ground) => [text, ground])]
    return pairs.every(([word = '', ground = '']) => contrastOf(word, ground) >= LEAST_CONTRAST)
  })
  return legible ? read.data : null
}

/**
 * The custom properties of an accent, each with both themes' colours: a style attribute, since a style element would
 * need the nonce of a page already open.
 */
export function accentProperties({ light, dark }: OperatorAccent): Readonly<Record<`--${string}`, string>> {
  const both = (shade: keyof OperatorAccent['light']): string => `light-dark(${light[shade]}, ${dark[shade]})`
  return {
    '--accent': both('accent'),
    '--accent-hover': both('hover'),
    '--on-accent': both('on'),
    '--accent-soft': both('soft'),
    '--accent-text': both('text'),
  }
}
