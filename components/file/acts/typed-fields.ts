import type { FieldValues } from './act-fields.tsx'
import type { FieldView } from './form-view.ts'

/** Whether a field is asked, by what is typed in the one it hangs on. */
export function shows({ when }: FieldView, typed: FieldValues): boolean {
  if (when === null) return true
  const value = typed[when.path]
  return typeof value === 'string' && when.is.includes(value)
}

/** The texts of a form, by the names of their fields; its files are left out. */
export function textsOf(form: FormData): FieldValues {
  const texts: Record<string, string> = {}
  for (const [name, value] of form) if (typeof value === 'string') texts[name] = value
  return texts
}
