import { Decimal } from 'decimal.js'

/** Amounts in euros, in decimals; half cents go up (benefit parameters: rounding). */
const Euro = Decimal.clone({ precision: 30, rounding: Decimal.ROUND_HALF_UP })
export type Euro = Decimal

export function euro(value: string | number): Euro {
  return new Euro(value)
}

/** An amount as text with two decimals, `"1234.50"`. */
export function asText(value: Euro): string {
  return value.toFixed(2, Decimal.ROUND_HALF_UP)
}

/** Rounded to the cent. */
export function toCents(value: Euro): Euro {
  return value.toDecimalPlaces(2, Decimal.ROUND_HALF_UP)
}

export function least(a: Euro, b: Euro): Euro {
  return a.lessThan(b) ? a : b
}

export function greatest(a: Euro, b: Euro): Euro {
  return a.greaterThan(b) ? a : b
}
