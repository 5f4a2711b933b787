/** Amounts and counts in words, from decimal text: never through a float. */
import type { Locale } from './locale.ts'
import { NBSP, NNBSP } from './spaces.ts'

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/
const thousands: Record<Locale, string> = { fr: NNBSP, en: ',' }
const decimalSign: Record<Locale, string> = { fr: ',', en: '.' }
const MINUS = '\u2212'

function grouped(digits: string, locale: Locale): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, thousands[locale])
}

/** Rounds to the cent, half away from zero, on the digits themselves. */
function cents(whole: string, fraction: string): string {
  const padded = fraction.padEnd(3, '0')
  const exact = BigInt(whole + padded.slice(0, 2))
  return String(padded.charAt(2) >= '5' ? exact + 1n : exact).padStart(3, '0')
}

/**
 * An amount in euros, given as decimal text (`1234.5`): `1 234,50 €`; English `€1,234.50`.
 * Rounds to the cent. Throws on text that is not a decimal number: amounts come from our own code.
 */
export function formatAmount(amount: string, locale: Locale): string {
  const match = DECIMAL.exec(amount)
  if (match === null) throw new RangeError(`not a decimal amount: ${amount}`)
  const digits = cents(match[2] ?? '0', match[3] ?? '')
  const isZero = /^0+$/.test(digits)
  const sign = match[1] === '-' && !isZero ? MINUS : ''
  const figure = `${grouped(digits.slice(0, -2), locale)}${decimalSign[locale]}${digits.slice(-2)}`
  return locale === 'fr' ? `${sign}${figure}${NBSP}€` : `${sign}€${figure}`
}

/** A whole number: `12 345`; English `12,345`. */
export function formatCount(count: number, locale: Locale): string {
  const digits = grouped(String(Math.abs(Math.trunc(count))), locale)
  return count <= -1 ? `${MINUS}${digits}` : digits
}

/** A share given in percent: `12,5 %`; English `12.5%`. One decimal at most. */
export function formatPercent(percent: number, locale: Locale): string {
  const rounded = Math.round(percent * 10) / 10
  const figure = String(Math.abs(rounded)).replace('.', decimalSign[locale])
  return `${rounded < 0 ? MINUS : ''}${figure}${locale === 'fr' ? NBSP : ''}%`
}
