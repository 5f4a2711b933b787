import { Decimal } from 'decimal.js'

/** Amounts in euros, in decimals; half cents go up (benefit parameters: rounding). */
const Euro = Decimal.clone({ precision: 30, rounding: Decimal.ROUND_HALF_UP })
export type Euro = Decimal & { written?: string }

export function euro(value: string | number): Euro {
  return new Euro(value)
}

const parameters = new Map<string, Euro>()

/** A parameter or a figure of the texts, read once: they are few, and every file is computed with them. */
export function parameter(value: string): Euro {
  let read = parameters.get(value)
  if (read === undefined) parameters.set(value, (read = new Euro(value)))
  return read
}

/**
 * An amount as text with two decimals, `"1234.50"`. Many steps repeat an amount: its text is kept on the amount
 * itself, which never changes; a map beside it costs as much as writing it again.
 */
export function asText(value: Euro): string {
  return (value.written ??= value.toFixed(2, Decimal.ROUND_HALF_UP))
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
