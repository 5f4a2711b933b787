'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { IMPORTS } from '@/components/imports/address.ts'
import { NOT_KEPT, type ImportFormState } from '@/components/imports/import-state.ts'
import { textIn } from '@/components/ui/form-text.ts'
import { setFlash } from '@/components/ui/set-flash.ts'
import { isoOf } from '@/lib/accord/calendar/day.ts'
import { can } from '@/lib/access/can.ts'
import { requireActor } from '@/lib/access/session.ts'
import { textOfSheet } from '@/lib/cases/basin-notes/read-csv.ts'
import { civilDay } from '@/lib/clock/civil-day.ts'
import { IMPORTED } from '@/lib/indicators/definitions.ts'
import { readPlace } from '@/lib/indicators/slices.ts'
import { importAll, importFigure } from '@/lib/steering/imports/figures.ts'
import { importPlaces } from '@/lib/steering/imports/places.ts'
import { FIGURE_FIELDS, readFigure, type FigureFault, type FigureField } from '@/lib/steering/imports/read-figure.ts'
import { MOST_LINES, readFigureSheet, type SheetProblem } from '@/lib/steering/imports/read-sheet.ts'

/** Largest sheet taken, in bytes. */
const LARGEST_SHEET = 500_000

/** Faults told in one answer: beyond, correcting those first is enough to do. */
const MOST_TOLD = 30

async function atFields(faults: Readonly<Partial<Record<FigureField, FigureFault>>>): Promise<ImportFormState> {
  const t = await getTranslations('imports')
  return {
    ...NOT_KEPT,
    problems: FIGURE_FIELDS.flatMap((field) => {
      const fault = faults[field]
      return fault === undefined ? [] : [{ field, message: fault === 'required' ? t('missing', { field: t(`field.${field}`) }) : t(`fault.${fault}`) }]
    }),
  }
}

async function keptThen(count: number): Promise<never> {
  const t = await getTranslations('imports')
  await setFlash({ text: t('done', { count }) })
  revalidatePath(IMPORTS)
  redirect(IMPORTS)
}

/** Keeps a figure as it was typed. */
export async function keepFigure(_before: ImportFormState, form: FormData): Promise<ImportFormState> {
  const actor = await requireActor()
  const t = await getTranslations('imports')
  const written = Object.fromEntries(FIGURE_FIELDS.map((field) => [field, textIn(form, field)])) as Record<FigureField, string>
  const { input, faults } = readFigure(written, {
    indicatorOf: (id) => IMPORTED.find((definition) => definition.id === id) ?? null,
    placeOf: (place) => (readPlace(place) === null ? { fault: 'unknown_place' } : { place }),
    locale: actor.locale,
    today: isoOf(await civilDay(actor.timeZone)),
  })
  if (input === null) return atFields(faults)
  const outcome = await importFigure(actor, input)
  switch (outcome.kind) {
    case 'not_allowed': return { ...NOT_KEPT, notice: t('notAllowed') }
    case 'invalid': return atFields(outcome.fields)
    case 'kept': return keptThen(1)
  }
}

async function atLines(problems: readonly SheetProblem[]): Promise<ImportFormState> {
  const t = await getTranslations('imports')
  const told = problems.slice(0, MOST_TOLD).map(({ line, field, fault, written }) => {
    const problem = t(`fault.${fault}`)
    if (field === null) return t('sheet.line', { line, problem })
    return written === '' ? t('sheet.cell', { line, field: t(`field.${field}`), problem }) : t('sheet.written', { line, field: t(`field.${field}`), written, problem })
  })
  return { ...NOT_KEPT, lines: problems.length > MOST_TOLD ? [...told, t('sheet.more', { count: problems.length - MOST_TOLD })] : told }
}

/** Keeps the figures of a sheet, given as a file or pasted: all of them or none. */
export async function keepSheet(_before: ImportFormState, form: FormData): Promise<ImportFormState> {
  const actor = await requireActor()
  const t = await getTranslations('imports')
  if (!can(actor, 'figures.import')) return { ...NOT_KEPT, notice: t('notAllowed') }
  const file = form.get('file')
  const given = file instanceof File && file.size > 0 ? file : null
  const tooBig: ImportFormState = { ...NOT_KEPT, problems: [{ field: given === null ? 'sheet' : 'file', message: t('sheet.tooBig', { most: MOST_LINES }) }] }
  if (given !== null && given.size > LARGEST_SHEET) return tooBig
  const sheet = given === null ? textIn(form, 'sheet') : textOfSheet(new Uint8Array(await given.arrayBuffer()))
  if (sheet.length > LARGEST_SHEET) return tooBig
  const read = readFigureSheet(sheet, await importPlaces(actor), isoOf(await civilDay(actor.timeZone)))
  if (!read.ok) return atLines(read.problems)
  if (read.figures.length === 0) return { ...NOT_KEPT, problems: [{ field: given === null ? 'sheet' : 'file', message: t('sheet.empty') }] }
  const outcome = await importAll(actor, read.figures.map(({ input }) => input))
  switch (outcome.kind) {
    case 'not_allowed': return { ...NOT_KEPT, notice: t('notAllowed') }
    case 'kept': return keptThen(outcome.count)
    case 'bad_line': {
      const { line = 1 } = read.figures[outcome.index] ?? {}
      return atLines(FIGURE_FIELDS.flatMap((field) => {
        const fault = outcome.fields[field]
        return fault === undefined ? [] : [{ line, field, fault, written: '' }]
      }))
    }
  }
}
