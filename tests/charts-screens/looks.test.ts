// The themes: what a sign says must be seen in each, and in grey, and be the same in an image.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { contrastOf } from '@/lib/access/accent.ts'
import { LOOKS, PAPER, type Look, type Paint, type Token } from '@/lib/charts/looks.ts'

const read = (path: string) => readFileSync(new URL(`../../components/${path}`, import.meta.url), 'utf8')
const css = read('ui/styles/tokens.css')
const signs = read('charts/signs.css')

function tokensOf(selector: string): ReadonlyMap<string, string> {
  const start = css.indexOf(`${selector} {`)
  return new Map([...css.slice(start, css.indexOf('\n}', start)).matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})\b/gu)].map(([, name = '', value = '']) => [name, value]))
}
const light = tokensOf(':root')
const themes = [['light', light], ['dark', tokensOf('[data-theme="dark"]')]] as const

test('an image has the colours of paper', () => {
  expect(Object.fromEntries(Object.keys(PAPER).map((name) => [name, light.get(name)]))).toEqual(PAPER)
})

function ruleOf({ fill, stroke, width, dash, round, weight, halo }: Paint): Record<string, string> {
  const token = (name: Token | 'none') => (name === 'none' ? 'none' : `var(--${name})`)
  return {
    ...(fill === undefined ? {} : { fill: token(fill) }),
    ...(stroke === undefined ? {} : { stroke: token(stroke) }),
    ...(halo === undefined ? {} : { stroke: token(halo) }),
    ...(width === undefined ? {} : { 'stroke-width': String(width) }),
    ...(dash === undefined ? {} : { 'stroke-dasharray': dash }),
    ...(round === true ? { 'stroke-linecap': 'round' } : {}),
    ...(weight === undefined ? {} : { 'font-weight': String(weight) }),
  }
}

test('the page and the image paint each sign alike', () => {
  const written = Object.fromEntries([...signs.matchAll(/\.sign-([\w-]+) \{([^}]*)\}/gu)].map(([, look = '', rule = '']) => [look, Object.fromEntries(rule.split(';').map((one) => one.split(':').map((part) => part.trim())).filter(([name]) => name !== ''))]))
  const painted = Object.fromEntries(Object.entries(LOOKS).map(([look, paint]) => [look, ruleOf(paint)]).filter(([, rule]) => Object.keys(rule as object).length > 0))
  expect(written).toEqual(painted)
})

/** What says a figure, or that there is none: never fainter than 3:1 on its ground. */
const telling: readonly Look[] = ['axis', 'line-1', 'line-1-open', 'line-2', 'line-2-open', 'dot-1', 'dot-1-open', 'dot-2', 'dot-2-open', 'target', 'mark', 'masked', 'withheld', 'bar', 'before', 'part-1', 'part-2', 'part-3', 'part-4', 'part-5', 'step-1', 'step-2', 'step-3', 'step-4', 'step-5', 'no-colour', 'no-size']
const letters: readonly Look[] = ['tick', 'label', 'value', 'strong', 'absent', 'name-1', 'name-2']
const inside: readonly (readonly [Look, Token])[] = [['on-part-1', 'seq-5'], ['on-part-2', 'seq-3'], ['on-part-3', 'seq-1'], ['on-part-4', 'seq-1'], ['on-part-5', 'surface']]

/** The part of a sign that is seen: its outline where it has one of a colour that is not the ground's, else its inside. */
function seenToken({ fill, stroke }: Paint): Token {
  if (stroke !== undefined && stroke !== 'surface') return stroke
  return fill === undefined || fill === 'none' ? 'surface' : fill
}

describe.each(themes)('in the %s theme', (_, tokens) => {
  const on = (name: Token, ground: Token) => contrastOf(tokens.get(name) ?? '', tokens.get(ground) ?? '')

  test.each(telling)('%s is seen at 3:1 or more', (look) => {
    expect(on(seenToken(LOOKS[look]), 'surface')).toBeGreaterThanOrEqual(3)
  })
  test.each(letters)('letters of %s are read at 4.5:1 or more', (look) => {
    expect(on(LOOKS[look].fill as Token, 'surface')).toBeGreaterThanOrEqual(4.5)
  })
  test.each(inside)('letters of %s are read at 4.5:1 or more on %s', (look, ground) => {
    expect(on(LOOKS[look].fill as Token, ground)).toBeGreaterThanOrEqual(4.5)
  })
  test('the five steps of a map keep their order in grey, each apart from the next', () => {
    const steps = (['seq-1', 'seq-2', 'seq-3', 'seq-4', 'seq-5'] as const).map((name) => on(name, 'surface'))
    expect(steps).toEqual(steps.toSorted((a, b) => a - b))
    expect(steps.slice(1).every((step, at) => step / (steps[at] ?? step) >= 1.25)).toBe(true)
  })
})

/** Without its colours, a sign is its form, its thickness, its dashes, its texture, whether it is full. */
const withoutColour = ({ fill, width, dash, texture }: Paint) => JSON.stringify({ full: fill !== undefined && fill !== 'surface' && fill !== 'none', width, dash, texture: texture?.form })

test.each([
  ['two lines', ['line-1', 'line-2']],
  ['what is settled and what is not', ['line-1', 'line-1-open']],
  ['points that are settled and that are not', ['dot-1', 'dot-1-open']],
  ['now and before', ['bar', 'before']],
  ['a target and a line', ['target', 'line-1', 'line-1-open', 'line-2', 'line-2-open']],
  ['a figure, one masked, one withheld', ['bar', 'masked', 'withheld']],
] as const)('%s differ by more than their colour', (_, looks) => {
  expect(new Set(looks.map((look) => withoutColour(LOOKS[look]))).size).toBe(looks.length)
})

test('the parts of a bar differ in grey: by their texture, or by twice the contrast', () => {
  for (const [, tokens] of themes) {
    const ground = (look: Look) => LOOKS[look].texture?.ground ?? LOOKS[look].fill as Token
    const parts = (['part-1', 'part-2', 'part-3', 'part-4', 'part-5'] as const).map((look) => ({ form: LOOKS[look].texture?.form ?? 'plain', shade: contrastOf(tokens.get(ground(look)) ?? '', tokens.get('surface') ?? '') }))
    for (const [at, one] of parts.entries()) {
      for (const other of parts.slice(at + 1)) {
        const times = Math.max(one.shade, other.shade) / Math.min(one.shade, other.shade)
        expect(one.form !== other.form || times >= 2).toBe(true)
      }
    }
  }
})

test('paper is white whatever the theme: the dark tokens are for screens only', () => {
  // The only dark rule of the tokens stands inside the one that is for screens.
  const forScreens = /^@media screen \{$([\s\S]*?)^\}$/mu.exec(css)?.[1] ?? ''
  expect(forScreens).toContain('[data-theme="dark"] {')
  expect(css.split('[data-theme="dark"]')).toHaveLength(2)
  expect(read('charts/charts.css')).toContain('@media print')
})
