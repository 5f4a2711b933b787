import { describe, expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import { contrastOf as contrast } from '@/lib/access/accent.ts'

const css = readFileSync(new URL('../../components/ui/styles/tokens.css', import.meta.url), 'utf8')

function tokensOf(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`)
  const block = css.slice(start, css.indexOf('\n}', start))
  return new Map([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})\b/g)].map((match) => [match[1] ?? '', match[2] ?? '']))
}

/** Text of at least 4.5:1 on each ground it is written on. */
const pairs: readonly (readonly [string, readonly string[]])[] = [
  ['ink', ['bg', 'surface', 'sunken', 'hover', 'mark-soft', 'accent-soft', 'stop-soft', 'met-soft']],
  ['ink-2', ['bg', 'surface', 'sunken', 'mark-soft', 'met-soft', 'stop-soft', 'accent-soft']],
  ['ink-3', ['bg', 'surface', 'sunken', 'hover']],
  ['on-accent', ['accent', 'accent-hover']],
  ['accent-text', ['bg', 'surface', 'accent-soft']],
  ['mark-ink', ['mark']],
  ['overdue', ['surface', 'bg', 'overdue-soft', 'hover']],
  ['soon', ['surface', 'bg', 'soon-soft', 'hover', 'mark-soft']],
  ['met', ['surface', 'bg', 'met-soft', 'hover']],
  ['planned', ['surface', 'bg', 'planned-soft', 'hover']],
  ['stop', ['surface', 'stop-soft']],
]

describe.each([['light', ':root'], ['dark', '[data-theme="dark"]']])('colours of the %s theme', (_, selector) => {
  const tokens = tokensOf(selector)
  const colour = (name: string): string => tokens.get(name) ?? ''
  it.each(pairs)('writes %s at 4.5:1 or more', (text, grounds) => {
    const faint = grounds.filter((ground) => !(contrast(colour(text), colour(ground)) >= 4.5))
    expect(faint).toEqual([])
  })

  it('draws field borders at 3:1 or more', () => {
    expect(contrast(colour('line-strong'), colour('surface'))).toBeGreaterThanOrEqual(3)
  })
})

describe('the dark theme', () => {
  it('is the same chosen or followed from the machine', () => {
    const chosen = css.slice(css.indexOf('[data-theme="dark"] {'))
    const followed = css.slice(css.indexOf(':root:not([data-theme="light"]) {'))
    const values = (block: string): string[] => [...block.slice(0, block.indexOf('--ring')).matchAll(/--[\w-]+:[^;]+/g)].map(([value]) => value)
    expect(values(followed)).toEqual(values(chosen))
  })
})
