import type { ReactNode } from 'react'
import { FieldSet, type FieldProps } from './field.tsx'

export interface ChoiceOption {
  readonly value: string
  readonly label: ReactNode
  /** What the choice leads to, under its label. */
  readonly detail?: ReactNode
  readonly disabled?: boolean
}

interface GroupProps extends FieldProps {
  readonly options: readonly ChoiceOption[]
  readonly required?: boolean
}

export interface ChoiceGroupProps extends GroupProps {
  readonly defaultValue?: string
  /** Given with `onChange`, the parent holds the choice. */
  readonly value?: string
  readonly onChange?: (value: string) => void
}

function OptionWords({ label, detail }: Pick<ChoiceOption, 'label' | 'detail'>) {
  return (
    <span>
      {label}
      {detail !== undefined && <small>{detail}</small>}
    </span>
  )
}

/** One choice among a few, all seen (radio buttons). */
export function ChoiceGroup({ options, defaultValue, value, onChange, required, ...field }: ChoiceGroupProps) {
  return (
    <FieldSet {...field}>
      {options.map((option) => (
        <label className="choice" key={option.value}>
          <input
            type="radio"
            name={field.name}
            value={option.value}
            required={required}
            disabled={option.disabled}
            {...(value === undefined ? { defaultChecked: option.value === defaultValue } : { checked: option.value === value })}
            {...(onChange === undefined ? {} : { onChange: () => onChange(option.value) })}
          />
          <OptionWords {...option} />
        </label>
      ))}
    </FieldSet>
  )
}

export interface CheckboxGroupProps extends Omit<GroupProps, 'required'> {
  readonly defaultValues?: readonly string[]
  readonly values?: readonly string[]
  readonly onChange?: (values: readonly string[]) => void
}

/** Any number of choices; each one ticked sends `name` once (`formData.getAll(name)`). */
export function CheckboxGroup({ options, defaultValues = [], values, onChange, ...field }: CheckboxGroupProps) {
  const toggled = (value: string): readonly string[] =>
    values === undefined ? [] : values.includes(value) ? values.filter((other) => other !== value) : [...values, value]
  return (
    <FieldSet {...field}>
      {options.map((option) => (
        <label className="choice" key={option.value}>
          <input
            type="checkbox"
            name={field.name}
            value={option.value}
            disabled={option.disabled}
            {...(values === undefined ? { defaultChecked: defaultValues.includes(option.value) } : { checked: values.includes(option.value) })}
            {...(onChange === undefined ? {} : { onChange: () => onChange(toggled(option.value)) })}
          />
          <OptionWords {...option} />
        </label>
      ))}
    </FieldSet>
  )
}

export interface CheckboxProps {
  readonly name: string
  readonly id?: string
  readonly label: ReactNode
  readonly detail?: ReactNode
  /** What the box sends when ticked; nothing is sent when it is not. */
  readonly value?: string
  readonly defaultChecked?: boolean
  readonly checked?: boolean
  readonly onChange?: (checked: boolean) => void
}

/** One yes-or-no answer. */
export function Checkbox({ name, id = name, label, detail, value = 'on', defaultChecked, checked, onChange }: CheckboxProps) {
  return (
    <label className="choice">
      <input
        type="checkbox"
        id={id}
        name={name}
        value={value}
        {...(checked === undefined ? { defaultChecked } : { checked })}
        {...(onChange === undefined ? {} : { onChange: (event) => onChange(event.currentTarget.checked) })}
      />
      <span>
        {label}
        {detail !== undefined && <small>{detail}</small>}
      </span>
    </label>
  )
}
