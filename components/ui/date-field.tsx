'use client'

import { Calendar } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useRef, useState, type ReactNode } from 'react'
import { isoOf, parseDay, type Day } from '../../lib/accord/calendar/day.ts'
import { formatDay, formatDayInput } from '../../lib/wording/format/day.ts'
import { readTypedDay, type TypedDay } from '../../lib/wording/parse-day.ts'
import { describeField, Field, type FieldProps } from './field.tsx'
import { Icon } from './icon.tsx'
import { useEarlyTyping } from './use-early-typing.ts'

export interface DateFieldProps extends Omit<FieldProps, 'echo'> {
  /** What was typed last time, or an ISO day (shown as jj/mm/aaaa). */
  readonly defaultValue?: string
  /** Words after the day understood: `(day) => 'soit 2 jours'`. Client parents only. */
  readonly describe?: (day: Day) => ReactNode
  /** Called at each change with the day understood, or `null`. */
  readonly onDay?: (day: Day | null, typed: string) => void
  readonly required?: boolean
  readonly autoComplete?: string
}

/** The message for a day that could not be read; also what a server action answers for the same text. */
export function useTypedDayMessage(): (typed: Exclude<TypedDay, { ok: true }>) => string {
  const t = useTranslations('common.date')
  return (typed) => (typed.code === 'noSuchDay' ? t('noSuchDay', { lastDay: typed.lastDay }) : t(typed.code))
}

function shown(value: string): string {
  const day = parseDay(value)
  return day === null ? value : formatDayInput(day)
}

/**
 * A day, typed as people write it (`31/12/2026`, `2026-12-31`); says at once what it understood.
 * The form receives the text as typed under `name`: the server reads it again with `readTypedDay`.
 */
export function DateField({ defaultValue = '', describe, onDay, required, autoComplete = 'off', ...field }: DateFieldProps) {
  const t = useTranslations('common.date')
  const locale = useLocale()
  const message = useTypedDayMessage()
  const [typed, setTyped] = useState(() => shown(defaultValue))
  const [left, setLeft] = useState(false)
  const native = useRef<HTMLInputElement>(null)
  const read = readTypedDay(typed)

  function change(text: string): void {
    setTyped(text)
    const understood = readTypedDay(text)
    onDay?.(understood.ok ? understood.day : null, text)
  }

  const input = useEarlyTyping(change)

  function openCalendar(): void {
    const picker = native.current
    if (picker === null) return
    picker.value = read.ok ? isoOf(read.day) : ''
    picker.showPicker()
  }

  const refused = !read.ok && read.code !== 'empty' && left ? message(read) : undefined
  const extra = read.ok ? describe?.(read.day) : undefined
  const echo = read.ok ? <>{formatDay(read.day, locale)}{extra == null ? null : <>, {extra}</>}</> : ''
  const complete: FieldProps = { ...field, error: refused ?? field.error, echo }
  const { id, describedBy, invalid } = describeField(complete)
  return (
    <Field {...complete}>
      <div className="withbtn">
        <input
          ref={input}
          className="input"
          id={id}
          name={field.name}
          defaultValue={shown(defaultValue)}
          inputMode="numeric"
          autoComplete={autoComplete}
          placeholder={locale === 'fr' ? 'jj/mm/aaaa' : 'dd/mm/yyyy'}
          required={required}
          aria-describedby={describedBy}
          aria-invalid={invalid}
          onChange={(event) => change(event.currentTarget.value)}
          // A button about to be pressed must not move away under the pointer: pressing it tells the error.
          onBlur={(event) => setLeft(!(event.relatedTarget instanceof HTMLButtonElement))}
        />
        <input
          ref={native}
          className="native-day"
          type="date"
          tabIndex={-1}
          aria-hidden="true"
          onChange={(event) => {
            const picked = shown(event.currentTarget.value)
            if (input.current !== null) input.current.value = picked
            change(picked)
            input.current?.focus()
          }}
        />
        <button
          className="btn ghost icon"
          type="button"
          aria-label={t('pick')}
          aria-describedby={`${id}-label`}
          onClick={openCalendar}
        >
          <Icon of={Calendar} />
        </button>
      </div>
    </Field>
  )
}
