/** Whether a text is one of a list of codes. */
export function isOneOf<Code extends string>(codes: readonly Code[], text: string): text is Code {
  return (codes as readonly string[]).includes(text)
}
