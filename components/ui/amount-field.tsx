'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { formatAmount } from '../../lib/wording/format/amount.ts'
import { readTypedAmount } from '../../lib/wording/parse-amount.ts'
import { describeField, Field, type FieldProps } from './field.tsx'
import { useEarlyTyping } from './use-early-typing.ts'

export interface AmountFieldProps extends Omit<FieldProps, 'echo'> {
  /** What was typed last time, or decimal text (`1234.56`). */
  readonly defaultValue?: string
  readonly onAmount?: (amount: string | null, typed: string) => void
  readonly required?: boolean
}

/**
 * An amount in euros, typed as people write it (`1 234,56`); the echo shows what was understood.
 * The form receives the text as typed: the server reads it again with `readTypedAmount`.
 */
export function AmountField({ defaultValue = '', onAmount, required, ...field }: AmountFieldProps) {
  const t = useTranslations('common.amount')
  const locale = useLocale()
  const first = locale === 'fr' && /^\d+\.\d+$/.test(defaultValue) ? defaultValue.replace('.', ',') : defaultValue
  const [typed, setTyped] = useState(first)
  const [left, setLeft] = useState(false)
  const read = readTypedAmount(typed, locale)

  function change(text: string): void {
    setTyped(text)
    const understood = readTypedAmount(text, locale)
    onAmount?.(understood.ok ? understood.amount : null, text)
  }

  const input = useEarlyTyping(change)
  const refused = !read.ok && read.code !== 'empty' && left ? t(read.code) : undefined
  const complete: FieldProps = {
    ...field,
    error: refused ?? field.error,
    echo: read.ok ? formatAmount(read.amount, locale) : '',
  }
  const { id, describedBy, invalid } = describeField(complete)
  return (
    <Field {...complete}>
      <div className="unit">
        <input
          ref={input}
          className="input"
          id={id}
          name={field.name}
          defaultValue={first}
          inputMode="decimal"
          autoComplete="off"
          required={required}
          aria-describedby={describedBy}
          aria-invalid={invalid}
          onChange={(event) => change(event.currentTarget.value)}
          // A button about to be pressed must not move away under the pointer: pressing it tells the error.
          onBlur={(event) => setLeft(!(event.relatedTarget instanceof HTMLButtonElement))}
        />
        <span aria-hidden="true">€</span>
      </div>
    </Field>
  )
}
