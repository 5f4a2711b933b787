import type { ImportedDefinition } from '../../indicators/definitions.ts'
import type { Locale } from '../../wording/locale.ts'

/** Why a value could not be read; worded in the messages (`imports.fault`). */
export type ValueFault = 'required' | 'not_a_number' | 'not_whole' | 'wrong_unit' | 'too_many_decimals'

export type TypedValue = { readonly ok: true; readonly amount: string } | { readonly ok: false; readonly fault: ValueFault }

type ImportedUnit = ImportedDefinition['unit']

const SIGN: Readonly<Record<ImportedUnit, string | null>> = { share: '%', euros: '€', people: null, count: null }
const DECIMALS: Readonly<Record<ImportedUnit, number>> = { share: 4, euros: 2, people: 0, count: 0 }

/**
 * Reads a value as people write it (`1 850`, `57,5 %`, `1.234,56 €`; in English `1,850`) as decimal text in the unit of an
 * indicator (`57.5`). Refuses a sign of another unit, and decimals where things are counted: `1.850` is not 1.85 people.
 */
export function readTypedValue(text: string, unit: ImportedUnit | null, locale: Locale): TypedValue {
  const written = text.replace(/[\s\u00A0\u202F]/gu, '')
  if (written === '') return { ok: false, fault: 'required' }
  const sign = /[%€]/u.exec(written)?.[0] ?? null
  // Which indicator is not known: whether there is something to read is all that can be said.
  if (unit === null) return { ok: true, amount: '0' }
  if (sign !== null && sign !== SIGN[unit]) return { ok: false, fault: 'wrong_unit' }
  let figures = sign === null ? written : written.replace(sign, '')
  if (locale === 'en') figures = figures.replace(/,(?=\d{3}(\D|$))/gu, '')
  else if (figures.includes(',')) figures = figures.replace(/\.(?=\d{3}(\D|$))/gu, '')
  const match = /^(\d+)(?:[.,](\d+))?$/u.exec(figures)
  if (match === null) return { ok: false, fault: 'not_a_number' }
  const [, whole = '', fraction = ''] = match
  if (fraction.length > DECIMALS[unit]) return { ok: false, fault: DECIMALS[unit] === 0 ? 'not_whole' : 'too_many_decimals' }
  const plain = whole.replace(/^0+(?=\d)/u, '')
  return plain.length > 12 ? { ok: false, fault: 'not_a_number' } : { ok: true, amount: fraction === '' ? plain : `${plain}.${fraction}` }
}
