'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { Term } from '@/components/help/term.tsx'
import { TERM_OF_FIELD } from '@/components/help/terms-of.ts'
import { AmountField } from '@/components/ui/amount-field.tsx'
import { Checkbox, CheckboxGroup, ChoiceGroup } from '@/components/ui/choice-fields.tsx'
import { DateField } from '@/components/ui/date-field.tsx'
import { FieldSet } from '@/components/ui/field.tsx'
import { SelectField, TextArea, TextField } from '@/components/ui/text-fields.tsx'
import type { FieldView, OptionView } from './form-view.ts'

export type FieldValues = Readonly<Record<string, string | readonly string[]>>
export type FieldMessages = Readonly<Record<string, string>>

interface ActFieldProps {
  readonly field: FieldView
  readonly values: FieldValues
  readonly messages: FieldMessages
}

const one = (values: FieldValues, path: string): string => {
  const value = values[path]
  return typeof value === 'string' ? value : ''
}
const many = (values: FieldValues, path: string): readonly string[] => {
  const value = values[path]
  return typeof value === 'string' ? [value] : (value ?? [])
}

/** The hint of a question, with the word of the trade that it turns on. */
function hintOf({ path, hint }: FieldView): ReactNode {
  const term = TERM_OF_FIELD[path]
  return term === undefined ? hint : <>{hint} <Term name={term} asks={term !== 'seniority'} /></>
}

/** One question of an act, shown as its definition says. */
export function ActFieldInput({ field, values, messages }: ActFieldProps) {
  const frame = {
    name: field.path,
    label: field.label,
    hint: hintOf(field),
    error: messages[field.path],
    optional: !field.required && field.type !== 'check' && field.type !== 'yesNo' && field.type !== 'measures',
  }
  const value = one(values, field.path)
  switch (field.type) {
    case 'day':
      return <DateField {...frame} defaultValue={value} />
    case 'amount':
      return <AmountField {...frame} defaultValue={value} />
    case 'number':
      return <TextField {...frame} defaultValue={value} inputMode="decimal" autoComplete="off" />
    case 'text':
      return <TextField {...frame} defaultValue={value} autoComplete="off" />
    case 'longText':
      return <TextArea {...frame} defaultValue={value} rows={3} />
    case 'select':
      return <SelectPlaceholder {...frame} value={value} options={field.options} />
    case 'yesNo':
      return <div className="inline-choices"><ChoiceGroup {...frame} options={field.options} defaultValue={value} /></div>
    case 'choice':
      return <ChoiceGroup {...frame} options={field.options} defaultValue={value} />
    case 'several':
      return <CheckboxGroup {...frame} options={field.options} defaultValues={many(values, field.path)} />
    case 'check':
      return <Checkbox name={field.path} label={field.label} detail={field.hint} value="true" defaultChecked={value === 'true'} />
    case 'given':
      return <input type="hidden" name={field.path} value={value} />
    case 'measures':
      return <MeasuresField field={field} values={values} messages={messages} />
  }
}

interface SelectPlaceholderProps {
  readonly name: string
  readonly label: string
  readonly hint?: ReactNode
  readonly error?: string
  readonly optional: boolean
  readonly value: string
  readonly options: readonly OptionView[]
}

function SelectPlaceholder({ value, options, ...frame }: SelectPlaceholderProps) {
  const t = useTranslations('common')
  return <SelectField {...frame} choices={options} placeholder={t('choose')} defaultValue={value} />
}

/** The measures of a plan: ticking one opens its dates and who carries it out. */
function MeasuresField({ field, values, messages }: ActFieldProps) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(many(values, field.path)))
  const toggle = (measure: string, ticked: boolean): void => {
    const next = new Set(chosen)
    if (ticked) next.add(measure)
    else next.delete(measure)
    setChosen(next)
  }
  return (
    <FieldSet name={field.path} label={field.label} hint={field.hint} error={messages[field.path]}>
      {field.options.map((option) => (
        <div key={option.value} className="measure">
          <Checkbox
            name={field.path}
            id={`${field.path}.${option.value}`}
            value={option.value}
            label={option.label}
            checked={chosen.has(option.value)}
            onChange={(ticked) => toggle(option.value, ticked)}
          />
          {chosen.has(option.value) && <MeasureDetail measure={option} values={values} messages={messages} />}
        </div>
      ))}
    </FieldSet>
  )
}

function MeasureDetail({ measure, values, messages }: { readonly measure: OptionView } & Pick<ActFieldProps, 'values' | 'messages'>) {
  const t = useTranslations('acts.form')
  const name = (part: string): string => `content.measures.${measure.value}.${part}`
  const named = (part: string, word: string) => ({
    name: name(part),
    label: <>{word}<span className="vh">, {measure.label}</span></>,
    error: messages[name(part)],
    optional: true,
    defaultValue: one(values, name(part)),
  })
  return (
    <div className="measure-detail">
      <DateField {...named('from', t('measureFrom'))} />
      <DateField {...named('to', t('measureTo'))} />
      <TextField {...named('provider', t('measureProvider'))} autoComplete="off" />
      <TextField {...named('note', t('measureNote'))} autoComplete="off" />
    </div>
  )
}
