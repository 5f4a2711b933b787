const REFERENCE = /^RB-\d{4}-\d{5,10}$/

/** Whether a text has the form of a file's reference (`RB-2026-00001`); any other is no file, and is not looked for. */
export function isReference(text: string): boolean {
  return REFERENCE.test(text)
}
