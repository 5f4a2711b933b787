import { cellsOf } from '../../cases/basin-notes/read-csv.ts'
import { plainLabel } from '../../cases/content/basin-note.ts'
import { IMPORTED, type ImportedDefinition } from '../../indicators/definitions.ts'
import { messagesFor } from '../../wording/messages.ts'
import type { ImportedFigureInput } from './imported-figure.ts'
import type { NamedPlace } from './places.ts'
import { FIGURE_FIELDS, readFigure, type FigureFault, type FigureField, type PlaceRead } from './read-figure.ts'

/** Lines that one sheet may have. */
export const MOST_LINES = 1000

/** What a line is refused for; worded in the messages (`imports.fault`). */
export type SheetFault = FigureFault | 'twice' | 'columns' | 'too_many_lines'

export interface SheetProblem {
  /** Line of the sheet, from 1. */
  readonly line: number
  /** `null` where it is of the whole line. */
  readonly field: FigureField | null
  readonly fault: SheetFault
  /** What was written there. */
  readonly written: string
}

export type ReadSheet =
  | { readonly ok: true; readonly figures: readonly { readonly line: number; readonly input: ImportedFigureInput }[] }
  | { readonly ok: false; readonly problems: readonly SheetProblem[] }

const INDICATORS: ReadonlyMap<string, ImportedDefinition> = new Map(
  IMPORTED.flatMap((definition) => {
    const { name, short } = messagesFor('fr').indicators[definition.id]
    return [definition.id, name, short].map((said) => [plainLabel(said), definition] as const)
  }),
)

const LEVELS: ReadonlyMap<string, NamedPlace['level']> = new Map([
  ['region', 'region'], ['departement', 'department'], ['department', 'department'], ['bassin', 'basin'], ['basin', 'basin'],
])
const NATION_SAID: ReadonlySet<string> = new Set(['nation', 'france', 'france entiere'])
const CODED = /^(\p{L}+)\s*:\s*(\w+)$/u

/** The place that a cell names, by its code (`region:84`, `departement:69`, `bassin:8421`) or its name. */
function readNamedPlace(written: string, places: readonly NamedPlace[]): PlaceRead {
  const said = plainLabel(written)
  if (NATION_SAID.has(said)) return { place: 'nation' }
  const [, levelSaid = '', codeSaid = ''] = CODED.exec(written) ?? []
  const level = LEVELS.get(plainLabel(levelSaid))
  const found = level === undefined ? places.filter(({ name }) => plainLabel(name) === said) : places.filter((one) => one.level === level && one.code === codeSaid.toUpperCase())
  if (found.length > 1) return { fault: 'ambiguous_place' }
  return found[0] === undefined ? { fault: 'unknown_place' } : { place: found[0].place }
}

/**
 * Reads a sheet of figures whole: every line good, or every fault told and nothing taken. A line is
 * `indicateur;territoire;du;au;valeur;source;adresse;publie_le;motif`, the last being asked only of a figure that replaces
 * one. An indicator is said by its id or its French name; days and values are written the French way or as ISO. A first
 * line that names the columns is passed over.
 */
export function readFigureSheet(sheet: string, places: readonly NamedPlace[], today: string): ReadSheet {
  const rows = cellsOf(sheet).filter(({ cells }, index) => index > 0 || !['indicateur', 'indicator'].includes(plainLabel(cells[0] ?? '')))
  const beyond = rows[MOST_LINES]
  if (beyond !== undefined) return { ok: false, problems: [{ line: beyond.line, field: null, fault: 'too_many_lines', written: String(rows.length) }] }
  const reading = {
    indicatorOf: (written: string) => INDICATORS.get(plainLabel(written)) ?? null,
    placeOf: (written: string) => readNamedPlace(written, places),
    locale: 'fr',
    today,
  } as const
  const problems: SheetProblem[] = []
  const figures: { line: number; input: ImportedFigureInput }[] = []
  const seen = new Set<string>()
  for (const { line, cells } of rows) {
    const ofLine = (fault: SheetFault) => void problems.push({ line, field: null, fault, written: '' })
    if (cells.slice(FIGURE_FIELDS.length).some((extra) => extra !== '')) {
      ofLine('columns')
      continue
    }
    const written = Object.fromEntries(FIGURE_FIELDS.map((field, at) => [field, cells[at] ?? ''])) as Record<FigureField, string>
    const { input, faults } = readFigure(written, reading)
    for (const field of FIGURE_FIELDS) {
      const fault = faults[field]
      if (fault !== undefined) problems.push({ line, field, fault, written: written[field] })
    }
    if (input === null) continue
    const thing = [input.indicator, input.place, input.from, input.to].join(' ')
    if (seen.has(thing)) ofLine('twice')
    seen.add(thing)
    figures.push({ line, input })
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, figures }
}
