/** What a field of a sent form holds as text, untouched; empty where the form has no such field, or a file in its place. */
export function textIn(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
