import { parseDay } from '@/lib/accord/calendar/day.ts'
import type { BasinNoteContent } from '@/lib/cases/content/basin-note.ts'
import { formatDayInput } from '@/lib/wording/format/index.ts'

/** Entries as they are typed, one a line: `Soudeur ; H2913`; `Formation CACES ; N1103 ; 01/03/2027 ; GRETA`. */
export const SEPARATOR = ' ; '

const line = (...cells: readonly (string | null)[]): string => {
  const kept = cells.map((cell) => cell ?? '')
  while (kept.length > 1 && kept.at(-1) === '') kept.pop()
  return kept.join(SEPARATOR)
}

const typedDay = (iso: string | null): string | null => {
  const day = iso === null ? null : parseDay(iso)
  return day === null ? null : formatDayInput(day)
}

/** The entries of a note as its form shows them. */
export function noteLines({ occupations, sectors, trainings }: BasinNoteContent): { readonly occupations: string; readonly sectors: string; readonly trainings: string } {
  return {
    occupations: occupations.map(({ label, rome }) => line(label, rome)).join('\n'),
    sectors: sectors.map(({ label, naf }) => line(label, naf)).join('\n'),
    trainings: trainings.map(({ label, rome, opensOn, provider }) => line(label, rome, typedDay(opensOn), provider)).join('\n'),
  }
}

const TYPES = { occupations: 'metier', sectors: 'secteur', trainings: 'formation' } as const
export type NoteList = keyof typeof TYPES
export const NOTE_LISTS = Object.keys(TYPES) as readonly NoteList[]

const cell = (text: string): string => (/["\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** One list as typed, as the lines of a sheet: read by the same reader, told by the same faults. */
export function sheetOf(list: NoteList, typed: string): string {
  return typed
    .split(/\r?\n/u)
    .map((each) => (each.trim() === '' ? '' : [TYPES[list], ...each.split(';').map((one) => cell(one.trim()))].join(';')))
    .join('\n')
}
