import { NBSP } from './spaces.ts'

/** Texts already set: most words of the law come again and again, and a file has some two hundred of them. */
const known = new Map<string, string>()
const MOST_KNOWN = 4_000

/** French typography: curly apostrophes, and spaces that never break before : ; ! ? » % €, after « and n°. */
export function french(text: string): string {
  const before = known.get(text)
  if (before !== undefined) return before
  const typeset = text
    .replaceAll("'", '’')
    .replace(/ ([:;!?»%€])/g, `${NBSP}$1`)
    .replace(/« /g, `«${NBSP}`)
    .replace(/(n°|art\.|av\.|Av\.|§|R-\d{3},) (?=\S)/g, `$1${NBSP}`)
    .replace(/(\d) (jours?|mois|ans?|€|h)(?=[\s.,;:)»]|$)/g, `$1${NBSP}$2`)
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(text, typeset)
  return typeset
}
