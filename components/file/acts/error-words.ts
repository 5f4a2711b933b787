import type { FieldProblem } from '@/components/ui/error-summary.tsx'
import type { Day } from '@/lib/accord/calendar/day.ts'
import type { FieldErrors } from '@/lib/cases/field-errors.ts'
import { formatDayPlain } from '@/lib/wording/format/index.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import { messagesFor } from '@/lib/wording/messages.ts'
import { formNameOf, type TypingError } from './read-form.ts'

/** What to do about a text that could not be read. */
export function typingMessage(error: TypingError, locale: Locale): string {
  const { acts, common } = messagesFor(locale)
  switch (error.of) {
    case 'day': {
      const { typed } = error
      return typed.code === 'noSuchDay'
        ? common.date.noSuchDay.replace('{lastDay}', String(typed.lastDay))
        : common.date[typed.code]
    }
    case 'amount':
      return common.amount[error.code]
    case 'number':
      return acts.errors.notANumber
    case 'field':
      return acts.errors.required
  }
}

/** What to do about a value that a command refused, by its code. */
export function fieldMessage(code: string, today: Day, locale: Locale): string {
  const errors: Readonly<Record<string, string>> = messagesFor(locale).acts.errors
  return (errors[code] ?? errors['wrong_format'] ?? code).replace('{today}', formatDayPlain(today, locale))
}

export function typingProblems(errors: Readonly<Record<string, TypingError>>, locale: Locale): readonly FieldProblem[] {
  return Object.entries(errors).map(([field, error]) => ({ field, message: typingMessage(error, locale) }))
}

/**
 * A command's errors at the fields of the form that sent them. `content` finds the line of a list;
 * `strip` is a prefix of the command's paths that the form's names do not have (`frame.`).
 */
export function commandProblems(
  fields: FieldErrors, content: Readonly<Record<string, unknown>>, today: Day, locale: Locale, strip = '',
): readonly FieldProblem[] {
  return Object.entries(fields).map(([path, code]) => {
    const own = strip !== '' && path.startsWith(strip) ? path.slice(strip.length) : path
    return { field: formNameOf(own, content), message: fieldMessage(code, today, locale) }
  })
}
