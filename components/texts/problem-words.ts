/** What is wrong with a text, and what its author should know, as sentences. */
import type { TextNotice, TextProblemCode, TextProblemValues } from '@/lib/accord/texts/added-checks.ts'
import { formatDayPlain } from '@/lib/wording/format/index.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import { messagesFor } from '@/lib/wording/messages.ts'

function filled(message: string, values: TextProblemValues, locale: Locale): string {
  return Object.entries(values).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, typeof value === 'number' ? formatDayPlain(value, locale) : value), message)
}

/**
 * What is wrong, and what to do.
 * @param field the form's field, which says what is missing in it; absent where the text is shown as a whole
 */
export function problemWords(code: TextProblemCode, values: TextProblemValues, locale: Locale, field = ''): string {
  const missing: Readonly<Record<string, string>> = messagesFor(locale).texts.missing
  const named = missing[field.replace(/\.\d+\./u, '.').replaceAll('.', '_')]
  if (named !== undefined && (code === 'required' || code === 'unknown_figure')) return named
  return filled(messagesFor(locale).texts.problem[code], values, locale)
}

export function noticeWords(notice: TextNotice, locale: Locale): string {
  return filled(messagesFor(locale).texts.notice[notice.code], notice.values, locale)
}
