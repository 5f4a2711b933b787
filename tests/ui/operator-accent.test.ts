import { describe, expect, it } from 'vitest'
import { accentProperties, contrastOf, readAccent } from '@/lib/access/accent.ts'

const rust = {
  light: { accent: '#7a3b12', hover: '#63300e', on: '#ffffff', soft: '#f6e7dc', text: '#6e3510' },
  dark: { accent: '#f0b48c', hover: '#f6c8a8', on: '#2b1304', soft: '#3a2416', text: '#f4c3a1' },
}

describe('an operator’s colour', () => {
  it('is measured as WCAG says', () => {
    expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrastOf('#ffffff', '#ffffff')).toBe(1)
    expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  })

  it('sets five properties in each theme', () => {
    const accent = readAccent(rust)
    expect(accent).toEqual(rust)
    expect(accent === null ? null : accentProperties(accent)).toEqual({
      '--accent': 'light-dark(#7a3b12, #f0b48c)',
      '--accent-hover': 'light-dark(#63300e, #f6c8a8)',
      '--on-accent': 'light-dark(#ffffff, #2b1304)',
      '--accent-soft': 'light-dark(#f6e7dc, #3a2416)',
      '--accent-text': 'light-dark(#6e3510, #f4c3a1)',
    })
  })

  it('is refused where a word on it would be faint', () => {
    expect(readAccent({ ...rust, light: { ...rust.light, accent: '#e0a070' } })).toBeNull()
    expect(readAccent({ ...rust, dark: { ...rust.dark, text: '#6e3510' } })).toBeNull()
  })

  it.each([[null], [{}], ['#7a3b12'], [{ light: rust.light }], [{ ...rust, light: { ...rust.light, accent: 'red;}body{display:none' } }], [{ ...rust, more: 1 }]])(
    'is nothing when it is %j',
    (value) => {
      expect(readAccent(value)).toBeNull()
    },
  )
})
