/** A parameter's value as a form holds it, and back: months as digits, shares in percent, limits as one choice of a list. */
import { isoOf, type Day } from '@/lib/accord/calendar/day.ts'
import type { ExtensionLimit, JobThreshold } from '@/lib/accord/texts/agreement.ts'
import type { ParameterField } from '@/lib/accord/texts/parameter-fields.ts'
import { readTypedDay } from '@/lib/wording/parse-day.ts'
import { readTypedAmount } from '@/lib/wording/parse-amount.ts'
import type { Locale } from '@/lib/wording/locale.ts'

export const isChosen = (field: ParameterField): boolean => field.kind === 'yesNo' || field.kind === 'choice' || field.kind === 'extension' || field.kind === 'threshold'

/** Whether a text may say that there is no such thing any more; among the choices where one is chosen. */
export const mayBeNone = (field: ParameterField): boolean => 'mayBeNone' in field && field.mayBeNone

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1)

/** The values of a list, in the order they are shown. */
export function choicesOf(field: ParameterField): readonly string[] {
  switch (field.kind) {
    case 'yesNo':
      return ['yes', 'no']
    case 'choice':
      return field.options
    case 'extension':
      return ['none', 'legal_length', ...MONTHS.map((months) => `months:${months}`)]
    case 'threshold':
      return ['any', ...MONTHS.map((months) => `from:${months}`), ...MONTHS.map((months) => `over:${months}`)]
    default:
      return []
  }
}

/** A value in the form of its control; empty where nothing is changed, or where the value is that there is none. */
export function shownValue(field: ParameterField, value: unknown, locale: Locale): string {
  if (value === undefined) return ''
  switch (field.kind) {
    case 'yesNo':
      return value === true ? 'yes' : 'no'
    case 'extension': {
      const limit = value as ExtensionLimit | null
      return limit === null ? 'none' : limit.kind === 'months' ? `months:${limit.months}` : limit.kind
    }
    case 'threshold': {
      const threshold = value as JobThreshold
      return threshold.kind === 'any' ? 'any' : `${threshold.kind}:${threshold.months}`
    }
    case 'share': {
      const percent = String(Math.round(Number(value) * 10_000) / 100)
      return locale === 'fr' ? percent.replace('.', ',') : percent
    }
    case 'day':
      return value === null ? '' : isoOf(value as Day)
    default:
      return value === null ? '' : String(value)
  }
}

export type ReadValue = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly code: 'impossible_value' | 'not_a_day' | 'not_an_amount' }

const refused = (code: Extract<ReadValue, { ok: false }>['code']): ReadValue => ({ ok: false, code })

/** What was typed or chosen, in the JSON form of the text; `null` where nothing was: nothing is changed. */
export function readValue(field: ParameterField, typed: string, none: boolean, locale: Locale): ReadValue | null {
  if (none && mayBeNone(field)) return { ok: true, value: null }
  const text = typed.trim()
  if (text === '') return null
  switch (field.kind) {
    case 'whole':
      return /^\d{1,5}$/u.test(text) ? { ok: true, value: Number(text) } : refused('impossible_value')
    case 'share':
      return readShare(text)
    case 'amount': {
      const amount = readTypedAmount(text, locale)
      return amount.ok ? { ok: true, value: amount.amount } : refused('not_an_amount')
    }
    case 'day': {
      const day = readTypedDay(text)
      return day.ok ? { ok: true, value: isoOf(day.day) } : refused('not_a_day')
    }
    case 'yesNo':
      return { ok: true, value: text === 'yes' }
    case 'choice':
      return { ok: true, value: text }
    case 'extension':
      return { ok: true, value: text === 'none' ? null : limitOf(text) }
    case 'threshold':
      return { ok: true, value: limitOf(text) }
  }
}

/** `legal_length`, `months:4`, `from:6`. */
function limitOf(text: string): unknown {
  const [kind, months] = text.split(':')
  return months === undefined ? { kind } : { kind, months: Number(months) }
}

/** A share typed in percent: `75`, `57,4 %`. */
export function readShare(typed: string): ReadValue {
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?$/u.exec(typed.replace(/[\s\u00A0\u202F%]/gu, ''))
  if (match === null) return refused('impossible_value')
  const parts = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
  if (parts > 10_000) return refused('impossible_value')
  return { ok: true, value: (parts / 10_000).toFixed(4).replace(/(\.\d\d\d*?)0+$/u, '$1') }
}
