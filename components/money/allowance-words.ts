import { formatAmount } from '@/lib/wording/format/index.ts'
import type { Locale } from '@/lib/wording/locale.ts'

/** The allowance of some files; of files whose amounts are all unknown it is not zero, it is not known. */
export function allowanceWords({ amount, unknown }: { readonly amount: string; readonly unknown: number }, locale: Locale): string {
  return unknown > 0 && Number(amount) === 0 ? '–' : formatAmount(amount, locale)
}
