import { OctagonAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'

/** What every field takes. `name` is the form's key; `id` (the name unless given) is where an error summary leads. */
export interface FieldProps {
  readonly name: string
  readonly id?: string
  readonly label: ReactNode
  readonly hint?: ReactNode
  /** What to do, at the field: « Écrivez une date jusqu’au 22 nov. 2026. » */
  readonly error?: ReactNode
  /** What was understood: « mar. 1ᵉʳ déc. 2026, soit 2 jours ». */
  readonly echo?: ReactNode
  readonly optional?: boolean
}

interface Described {
  readonly id: string
  readonly describedBy: string | undefined
  readonly invalid: true | undefined
}

/** Ids and ARIA of a field's control, tied to its hint, its error and its echo. */
export function describeField({ name, id = name, hint, error, echo }: FieldProps): Described {
  const present = (content: ReactNode): boolean => content !== undefined && content !== null && content !== false
  const parts = [present(hint) && `${id}-hint`, present(error) && `${id}-error`, present(echo) && `${id}-echo`]
  const describedBy = parts.filter(Boolean).join(' ')
  return { id, describedBy: describedBy === '' ? undefined : describedBy, invalid: present(error) ? true : undefined }
}

export function FieldError({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <p className="err" id={id}>
      <Icon of={OctagonAlert} size={16} />
      <span>{children}</span>
    </p>
  )
}

function Optional() {
  const t = useTranslations('common')
  return <span className="req"> ({t('optional')})</span>
}

/** Label, hint, error, control, echo, in the order they are read. The control comes as `children`. */
export function Field({ children, ...field }: FieldProps & { readonly children: ReactNode }) {
  const { id, invalid } = describeField(field)
  return (
    <div className={classNames('field', invalid && 'bad')}>
      <label htmlFor={id} id={`${id}-label`}>
        {field.label}
        {field.optional === true && <Optional />}
      </label>
      {field.hint != null && field.hint !== false && <p className="hint" id={`${id}-hint`}>{field.hint}</p>}
      {invalid && <FieldError id={`${id}-error`}>{field.error}</FieldError>}
      {children}
      {field.echo != null && field.echo !== false && <p className="echo" id={`${id}-echo`} aria-live="polite">{field.echo}</p>}
    </div>
  )
}

/** The same frame for a group of controls: a legend instead of a label, and the group itself takes the focus. */
export function FieldSet({ children, ...field }: FieldProps & { readonly children: ReactNode }) {
  const { id, describedBy, invalid } = describeField(field)
  return (
    <fieldset className={classNames('field', invalid && 'bad')} id={id} tabIndex={-1} aria-describedby={describedBy}>
      <legend>
        {field.label}
        {field.optional === true && <Optional />}
      </legend>
      {field.hint != null && field.hint !== false && <p className="hint" id={`${id}-hint`}>{field.hint}</p>}
      {invalid && <FieldError id={`${id}-error`}>{field.error}</FieldError>}
      <div>{children}</div>
      {field.echo != null && field.echo !== false && <p className="echo" id={`${id}-echo`} aria-live="polite">{field.echo}</p>}
    </fieldset>
  )
}
