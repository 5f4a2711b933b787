import { describe, expect, it } from 'vitest'
import { formatAmount, formatCount, formatPercent } from '@/lib/wording/format/amount.ts'
import { readTypedAmount } from '@/lib/wording/parse-amount.ts'

const NBSP = '\u00A0'
const NNBSP = '\u202F'

describe('amounts in words', () => {
  it.each([
    ['1234.56', `1${NNBSP}234,56${NBSP}€`, '€1,234.56'],
    ['0', `0,00${NBSP}€`, '€0.00'],
    ['63.1', `63,10${NBSP}€`, '€63.10'],
    ['1234567.5', `1${NNBSP}234${NNBSP}567,50${NBSP}€`, '€1,234,567.50'],
    ['999', `999,00${NBSP}€`, '€999.00'],
    ['-2.52', `\u22122,52${NBSP}€`, '\u2212€2.52'],
  ])('writes %s', (amount, french, english) => {
    expect(formatAmount(amount, 'fr')).toBe(french)
    expect(formatAmount(amount, 'en')).toBe(english)
  })

  it('rounds to the cent on the digits, half away from zero', () => {
    expect(formatAmount('1.005', 'en')).toBe('€1.01')
    expect(formatAmount('0.994999', 'en')).toBe('€0.99')
    expect(formatAmount('999.999', 'fr')).toBe(`1${NNBSP}000,00${NBSP}€`)
    expect(formatAmount('-0.001', 'en')).toBe('€0.00')
  })

  it('refuses text that is not a decimal number', () => {
    expect(() => formatAmount('12,5', 'fr')).toThrow(RangeError)
    expect(() => formatAmount('', 'fr')).toThrow(RangeError)
    expect(() => formatAmount('1e3', 'fr')).toThrow(RangeError)
  })

  it('writes counts and shares', () => {
    expect(formatCount(12345, 'fr')).toBe(`12${NNBSP}345`)
    expect(formatCount(12345, 'en')).toBe('12,345')
    expect(formatCount(64, 'fr')).toBe('64')
    expect(formatPercent(12.46, 'fr')).toBe(`12,5${NBSP}%`)
    expect(formatPercent(100, 'en')).toBe('100%')
  })
})

describe('amounts as typed', () => {
  it.each([
    ['1234,56', '1234.56'], [`1${NNBSP}234,56${NBSP}€`, '1234.56'], ['1 234', '1234.00'], ['1.234,5', '1234.50'],
    ['12.5', '12.50'], ['0012', '12.00'], ['0,5', '0.50'], ['7,', '7.00'],
  ])('reads %s in French', (typed, amount) => {
    expect(readTypedAmount(typed, 'fr')).toEqual({ ok: true, amount })
  })

  it('reads a thousands comma in English', () => {
    expect(readTypedAmount('1,234.56', 'en')).toEqual({ ok: true, amount: '1234.56' })
  })

  it.each([
    ['', 'empty'], ['  ', 'empty'], ['mille', 'unreadable'], ['12a', 'unreadable'], ['1,2,3', 'unreadable'],
    ['12,345', 'tooManyDecimals'], ['-5', 'negative'], ['1234567890', 'tooLarge'], ['😀', 'unreadable'], ['١٢', 'unreadable'],
  ])('refuses %j: %s', (typed, code) => {
    expect(readTypedAmount(typed, 'fr')).toEqual({ ok: false, code })
  })
})
