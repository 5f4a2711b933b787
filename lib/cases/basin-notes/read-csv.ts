import { basinNoteContent, MOST_ENTRIES, nafSection, plainLabel, type BasinNoteContent } from '../content/basin-note.ts'
import { parseDay } from '../../accord/calendar/day.ts'
import { romeCode } from '../content/plan.ts'
import { requiredShortText, shortText } from '../content/text.ts'

/**
 * What a basin offers, from a sheet: one entry a line, `type;label;code;date;provider`. The type is `metier`, `secteur` or
 * `formation` (or `occupation`, `sector`, `training`); the code a ROME code, or for a sector its NAF section; the date and the
 * provider are those of a training. The separator is `;`, a comma or a tab; a cell may be quoted. A first line that names
 * the columns is passed over.
 */
export const IMPORT_TYPES = { metier: 'occupation', occupation: 'occupation', secteur: 'sector', sector: 'sector', formation: 'training', training: 'training' } as const

export type ImportProblemCode = 'unknown_type' | 'label' | 'not_a_rome' | 'not_a_naf' | 'not_a_day' | 'provider' | 'twice' | 'too_many'
export interface ImportProblem {
  /** Line of the sheet, from 1. */
  readonly line: number
  readonly code: ImportProblemCode
  /** What was written there. */
  readonly value: string
}

export type ReadImport =
  | { readonly ok: true; readonly entries: Pick<BasinNoteContent, 'occupations' | 'sectors' | 'trainings'> }
  | { readonly ok: false; readonly problems: readonly ImportProblem[] }

/** Cells of a sheet, with the line each row begins on; quotes hold separators and line ends. */
export function cellsOf(sheet: string): readonly { readonly line: number; readonly cells: readonly string[] }[] {
  const text = sheet.replace(/^\uFEFF/u, '')
  const first = text.split(/\r?\n/u, 1)[0] ?? ''
  const separator = [';', '\t', ','].find((candidate) => first.includes(candidate)) ?? ';'
  const rows: { line: number; cells: string[] }[] = []
  let line = 1
  let row = { line, cells: [''] }
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]!
    const last = row.cells.length - 1
    if (quoted) {
      if (sign === '"' && text[at + 1] === '"') {
        row.cells[last] += '"'
        at += 1
      } else if (sign === '"') quoted = false
      else row.cells[last] += sign
    } else if (sign === '"' && row.cells[last]!.trim() === '') {
      quoted = true
      row.cells[last] = ''
    } else if (sign === separator) row.cells.push('')
    else if (sign === '\n') {
      rows.push(row)
      row = { line: line + 1, cells: [''] }
    } else if (sign !== '\r') row.cells[last] += sign
    if (sign === '\n') line += 1
  }
  rows.push(row)
  return rows.map((each) => ({ line: each.line, cells: each.cells.map((cell) => cell.trim()) })).filter(({ cells }) => cells.some((cell) => cell !== ''))
}

const DAY = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/u

/** `2026-03-01` or `01/03/2026`, as ISO; `null` for anything else. */
function isoDay(text: string): string | null {
  const french = DAY.exec(text)
  const iso = french === null ? text : `${french[3]}-${french[2]!.padStart(2, '0')}-${french[1]!.padStart(2, '0')}`
  return parseDay(iso) === null ? null : iso
}

/** Reads a sheet whole: every line good, or every fault told and nothing taken. */
export function readNoteSheet(sheet: string): ReadImport {
  const rows = cellsOf(sheet)
  const problems: ImportProblem[] = []
  const entries: { occupations: BasinNoteContent['occupations']; sectors: BasinNoteContent['sectors']; trainings: BasinNoteContent['trainings'] } = { occupations: [], sectors: [], trainings: [] }
  const seen = new Set<string>()
  rows.forEach(({ line, cells: [written = '', label = '', code = '', date = '', provider = ''] }, index) => {
    if (index === 0 && plainLabel(written) === 'type') return
    const wrong = (problem: ImportProblemCode, value: string) => void problems.push({ line, code: problem, value })
    const said = plainLabel(written)
    if (!Object.hasOwn(IMPORT_TYPES, said)) return wrong('unknown_type', written)
    const type = IMPORT_TYPES[said as keyof typeof IMPORT_TYPES]
    if (!requiredShortText.safeParse(label).success) return wrong('label', label)
    const key = `${type} ${plainLabel(label)}`
    if (seen.has(key)) return wrong('twice', label)
    seen.add(key)
    if (type === 'sector') {
      const naf = nafSection.safeParse(code)
      if (!naf.success) return wrong('not_a_naf', code)
      entries.sectors.push({ label, naf: naf.data })
      return
    }
    const rome = romeCode.safeParse(code)
    if (!rome.success) return wrong('not_a_rome', code)
    if (type === 'occupation') {
      entries.occupations.push({ label, rome: rome.data })
      return
    }
    const opensOn = date === '' ? null : isoDay(date)
    if (date !== '' && opensOn === null) return wrong('not_a_day', date)
    const by = shortText.safeParse(provider)
    if (!by.success) return wrong('provider', provider)
    entries.trainings.push({ label, rome: rome.data, provider: by.data, opensOn })
  })
  const most = Math.max(entries.occupations.length, entries.sectors.length, entries.trainings.length)
  if (most > MOST_ENTRIES) problems.push({ line: MOST_ENTRIES + 1, code: 'too_many', value: String(most) })
  if (problems.length > 0) return { ok: false, problems }
  if (!basinNoteContent.safeParse({ text: null, ...entries }).success) return { ok: false, problems: [{ line: 1, code: 'label', value: '' }] }
  return { ok: true, entries }
}

/** The text of a file someone gave: UTF-8, or what older spreadsheets write. */
export function textOfSheet(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
