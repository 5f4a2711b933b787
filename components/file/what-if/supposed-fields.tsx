'use client'

import { useRef, useState } from 'react'
import { ActFieldInput, type FieldMessages, type FieldValues } from '../acts/act-fields.tsx'
import type { FieldView } from '../acts/form-view.ts'

interface SupposedFieldsProps {
  readonly fields: readonly FieldView[]
  readonly values: FieldValues
  readonly messages: FieldMessages
}

/** The questions of a supposed fact; an answer may open others. */
export function SupposedFields({ fields, values, messages }: SupposedFieldsProps) {
  const box = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState<FieldValues>(values)

  function changed(): void {
    const form = box.current?.closest('form')
    if (form == null) return
    const texts: Record<string, string> = {}
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') texts[name] = value
    setTyped(texts)
  }

  const shows = ({ when }: FieldView): boolean => {
    const answer = when === null ? '' : typed[when.path]
    return when === null || (typeof answer === 'string' && when.is.includes(answer))
  }
  return (
    <div ref={box} className="wi-fields" onChange={changed}>
      {fields.filter(shows).map((field) => <ActFieldInput key={field.path} field={field} values={values} messages={messages} />)}
    </div>
  )
}
