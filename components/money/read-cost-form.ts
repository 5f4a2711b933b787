import type { TypingError } from '@/components/file/acts/read-form.ts'
import { textIn } from '@/components/ui/form-text.ts'
import { isoOf } from '@/lib/accord/calendar/day.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import { readTypedAmount } from '@/lib/wording/parse-amount.ts'
import { readTypedDay } from '@/lib/wording/parse-day.ts'

/** What a form of costs sent, and what of it could not be read, by field. */
export interface ReadCost {
  readonly cost: Readonly<Record<string, string>>
  readonly reason: string
  readonly errors: Readonly<Record<string, TypingError>>
}

const CHOSEN = ['kind', 'label', 'funder', 'state'] as const

/** Reads a cost as people write it: `1 234,56 €`, `31/12/2026`. */
export function readCostForm(form: FormData, locale: Locale): ReadCost {
  const errors: Record<string, TypingError> = {}
  const cost: Record<string, string> = { planLine: textIn(form, 'planLine') }
  for (const field of CHOSEN) {
    cost[field] = textIn(form, field)
    if (cost[field].trim() === '') errors[field] = { of: 'field', code: 'required' }
  }
  const amount = readTypedAmount(textIn(form, 'amount'), locale)
  if (amount.ok) cost['amount'] = amount.amount
  else errors['amount'] = { of: 'amount', code: amount.code }
  const on = readTypedDay(textIn(form, 'on'))
  if (on.ok) cost['on'] = isoOf(on.day)
  else errors['on'] = on.code === 'empty' ? { of: 'field', code: 'required' } : { of: 'day', typed: on }
  return { cost, reason: textIn(form, 'reason'), errors }
}
