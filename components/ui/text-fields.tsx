import type { InputHTMLAttributes, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react'
import { describeField, Field, type FieldProps } from './field.tsx'

type Control<Attributes> = FieldProps & Omit<Attributes, keyof FieldProps | 'className'>

function split<Props extends FieldProps>(props: Props): { field: FieldProps; control: Omit<Props, keyof FieldProps> } {
  const { name, id, label, hint, error, echo, optional, ...control } = props
  return { field: { name, id, label, hint, error, echo, optional }, control }
}

export type TextFieldProps = Control<InputHTMLAttributes<HTMLInputElement>>

/** One line of text. `dir="auto"`: a name written right to left stays readable. */
export function TextField(props: TextFieldProps) {
  const { field, control } = split(props)
  const { id, describedBy, invalid } = describeField(field)
  return (
    <Field {...field}>
      <input dir="auto" {...control} className="input" id={id} name={field.name} aria-describedby={describedBy} aria-invalid={invalid} />
    </Field>
  )
}

export type TextAreaProps = Control<TextareaHTMLAttributes<HTMLTextAreaElement>>

/** Several lines of text. */
export function TextArea(props: TextAreaProps) {
  const { field, control } = split(props)
  const { id, describedBy, invalid } = describeField(field)
  return (
    <Field {...field}>
      <textarea dir="auto" rows={4} {...control} className="input" id={id} name={field.name} aria-describedby={describedBy} aria-invalid={invalid} />
    </Field>
  )
}

export interface Choice {
  readonly value: string
  readonly label: string
}

export type SelectFieldProps = Control<SelectHTMLAttributes<HTMLSelectElement>> & {
  readonly choices: readonly Choice[]
  /** The line shown while nothing is chosen; its value is empty. */
  readonly placeholder?: string
}

/** One of a long list; for up to six choices prefer `ChoiceGroup`, where all are seen. */
export function SelectField(props: SelectFieldProps) {
  const { field, control } = split(props)
  const { choices, placeholder, ...select } = control
  const { id, describedBy, invalid } = describeField(field)
  return (
    <Field {...field}>
      <select {...select} className="input" id={id} name={field.name} aria-describedby={describedBy} aria-invalid={invalid}>
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>{choice.label}</option>
        ))}
      </select>
    </Field>
  )
}
