import fc from 'fast-check'
import { expect, test } from 'vitest'
import { definitionOf } from '@/lib/indicators/definitions.ts'
import { added, tallyOf } from '@/lib/steering/asks.ts'

test('sums of cents are cents, whatever the order of months and days they are added in', () => {
  expect(added(added(undefined, '0.10', 1), '0.20', 1)).toBe('0.3')
  expect(added(added('3300.10', '2200.20', 1), '0.3', -1)).toBe('5500')
  const cents = (amount: number) => `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 999_999 }), { maxLength: 40 }), (amounts) => {
      const sum = amounts.reduce<string | undefined>((known, amount) => added(known, cents(amount), 1), undefined)
      expect(Math.round(Number(sum ?? 0) * 100)).toBe(amounts.reduce((all, amount) => all + amount, 0))
      expect(tallyOf(definitionOf('bonusFirstAmount'), () => sum).sum).toMatch(/^\d+(\.\d{1,2})?$/u)
    }),
  )
})
