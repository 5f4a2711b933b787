// Comma-separated values as a French spreadsheet opens them: UTF-8 with its mark, semicolons, RFC 4180 quotes and line ends.
import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { isoOf, type Day } from '../accord/calendar/day.ts'
import type { Locale } from '../wording/locale.ts'
import type { Cell, ColumnHead, SheetWriter } from './sheet.ts'

/** A spreadsheet would run what begins so; the wide forms are those of East Asian keyboards. */
const RUNS = /^\s*[=+\-@\t\r\n＝＋－＠]/u
const TO_QUOTE = /[;"\r\n]/u

/** A text that no spreadsheet takes for a formula. */
export function harmless(text: string): string {
  return RUNS.test(text) || /^[\t\r\n]/u.test(text) ? `'${text}` : text
}

function quoted(text: string): string {
  return TO_QUOTE.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const decimal = (text: string, locale: Locale) => (locale === 'fr' ? text.replace('.', ',') : text)
const yesOrNo: Readonly<Record<Locale, readonly [string, string]>> = { fr: ['Non', 'Oui'], en: ['No', 'Yes'] }

/** The words of a yes or no. */
export function wordOf(yes: boolean, locale: Locale): string {
  return yesOrNo[locale][yes ? 1 : 0]
}

/** One cell: days as ISO text, which every spreadsheet reads as a day; numbers with the decimal mark of the language. */
export function csvCell(cell: Cell, { type }: Pick<ColumnHead, 'type'>, locale: Locale): string {
  if (cell === null) return ''
  switch (type) {
    case 'text':
      return quoted(harmless(String(cell)))
    case 'day':
      return isoOf(cell as Day)
    case 'number':
    case 'amount':
      return quoted(decimal(String(cell), locale))
    case 'boolean':
      return wordOf(cell as boolean, locale)
  }
}

/** Writes to `out` a line of headers, then the rows. What is told of the export has no place in a table of this kind. */
export function csvWriter(out: Writable, columns: readonly ColumnHead[], locale: Locale): SheetWriter {
  const write = async (text: string) => {
    if (!out.write(text)) await once(out, 'drain')
  }
  const heads = columns.map(({ header }) => quoted(harmless(header))).join(';')
  let begun = false
  const begin = () => {
    const opening = begun ? '' : `\uFEFF${heads}\r\n`
    begun = true
    return opening
  }
  return {
    async rows(rows) {
      const lines = rows.map((cells) => `${columns.map((column, at) => csvCell(cells[at] ?? null, column, locale)).join(';')}\r\n`)
      await write(begin() + lines.join(''))
    },
    async end() {
      await write(begin())
      out.end()
    },
  }
}
