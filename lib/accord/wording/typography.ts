import { NBSP } from './spaces.ts'

/** French typography: curly apostrophes, and spaces that never break before : ; ! ? » % €, after « and n°. */
export function french(text: string): string {
  return text
    .replaceAll("'", '’')
    .replace(/ ([:;!?»%€])/g, `${NBSP}$1`)
    .replace(/« /g, `«${NBSP}`)
    .replace(/(n°|art\.|av\.|Av\.|§|R-\d{3},) (?=\S)/g, `$1${NBSP}`)
    .replace(/(\d) (jours?|mois|ans?|€|h)(?=[\s.,;:)»]|$)/g, `$1${NBSP}$2`)
}
