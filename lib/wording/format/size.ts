import type { Locale } from '../locale.ts'
import { NBSP } from './spaces.ts'

const UNITS: Readonly<Record<Locale, readonly [string, string, string]>> = { fr: ['o', 'Ko', 'Mo'], en: ['B', 'KB', 'MB'] }

/** A weight as people say it: `812 o`, `24 Ko`, `1,4 Mo`. */
export function formatSize(bytes: number, locale: Locale): string {
  const [byte, kilo, mega] = UNITS[locale]
  if (bytes < 1024) return `${bytes}${NBSP}${byte}`
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)}${NBSP}${kilo}`
  const tenths = Math.round((bytes * 10) / (1024 * 1024)) / 10
  return `${locale === 'fr' ? String(tenths).replace('.', ',') : tenths}${NBSP}${mega}`
}
