import { isoOf } from '../../accord/calendar/day.ts'
import { IMPORTED, type ImportedDefinition } from '../../indicators/definitions.ts'
import type { Locale } from '../../wording/locale.ts'
import { readTypedDay } from '../../wording/parse-day.ts'
import { importedFigureInput, importFaults, type ImportedFigureInput, type ImportFault } from './imported-figure.ts'
import { readTypedValue, type ValueFault } from './typed-value.ts'

/** What is written of a figure, in the order of a sheet's columns. */
export const FIGURE_FIELDS = ['indicator', 'place', 'from', 'to', 'amount', 'sourceTitle', 'sourceUrl', 'publishedOn', 'reason'] as const satisfies readonly (keyof ImportedFigureInput)[]
export type FigureField = (typeof FIGURE_FIELDS)[number]

/** What a field can be refused for; worded in the messages (`imports.fault`). */
export type FigureFault = ImportFault | ValueFault | 'ambiguous_place'

export type PlaceRead = { readonly place: string } | { readonly fault: FigureFault }

export interface Reading {
  readonly indicatorOf: (written: string) => ImportedDefinition | null
  readonly placeOf: (written: string) => PlaceRead
  readonly locale: Locale
  /** ISO. */
  readonly today: string
}

export interface FigureRead {
  /** `null` where something is wrong. */
  readonly input: ImportedFigureInput | null
  readonly faults: Readonly<Partial<Record<FigureField, FigureFault>>>
}

/** Reads a figure as someone wrote it, days and value the way people write them; every fault is told at its field. */
export function readFigure(written: Readonly<Record<FigureField, string>>, { indicatorOf, placeOf, locale, today }: Reading): FigureRead {
  const faults: Partial<Record<FigureField, FigureFault>> = {}
  const indicator = indicatorOf(written.indicator)
  if (indicator === null) faults.indicator = written.indicator.trim() === '' ? 'required' : 'unknown'
  const place: PlaceRead = written.place.trim() === '' ? { fault: 'required' } : placeOf(written.place)
  if ('fault' in place) faults.place = place.fault
  const dayIn = (field: 'from' | 'to' | 'publishedOn'): string | null => {
    const read = readTypedDay(written[field])
    if (read.ok) return isoOf(read.day)
    faults[field] = read.code === 'empty' ? 'required' : 'wrong_format'
    return null
  }
  const [from, to, publishedOn] = [dayIn('from'), dayIn('to'), dayIn('publishedOn')]
  if (publishedOn !== null && publishedOn > today) faults.publishedOn = 'in_future'
  const value = readTypedValue(written.amount, indicator?.unit ?? null, locale)
  if (!value.ok) faults.amount = value.fault
  // What is told already stands as something sound, so that what is left is told as well.
  const parsed = importedFigureInput.safeParse({
    indicator: indicator?.id ?? IMPORTED[0]!.id,
    place: 'place' in place ? place.place : 'nation',
    from: from ?? '1990-01-01',
    to: to ?? '2199-12-31',
    amount: value.ok ? value.amount : '0',
    publishedOn: publishedOn ?? '1990-01-01',
    sourceTitle: written.sourceTitle,
    sourceUrl: written.sourceUrl,
    reason: written.reason,
  })
  const all = parsed.success ? faults : { ...importFaults(parsed.error), ...faults }
  return { input: parsed.success && Object.keys(all).length === 0 ? parsed.data : null, faults: all }
}
