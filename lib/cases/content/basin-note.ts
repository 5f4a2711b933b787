import { z } from 'zod'
import { dayText, occupationSchema, romeCode, type Occupation } from './plan.ts'
import { optionalText, requiredShortText, shortText } from './text.ts'

export const MOST_ENTRIES = 100

/** A section of the French classification of activities: one letter, from A to U. */
export const nafSection = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-U]?$/u, 'not_a_naf')
  .transform((text) => (text === '' ? null : text))
  .nullable()
  .default(null)

const sectorSchema = z.strictObject({ label: requiredShortText, naf: nafSection })
const openingTraining = z.strictObject({ label: requiredShortText, rome: romeCode, provider: shortText, opensOn: dayText })

/**
 * What a basin offers, as its manager knows it (CT L1233-65; ANI 2011 art. 13 and 15): occupations short of people, sectors
 * that recruit, trainings about to open, and what there is to say of them.
 */
export const basinNoteContent = z
  .strictObject({
    text: optionalText,
    occupations: z.array(occupationSchema).max(MOST_ENTRIES, 'too_long').default([]),
    sectors: z.array(sectorSchema).max(MOST_ENTRIES, 'too_long').default([]),
    trainings: z.array(openingTraining).max(MOST_ENTRIES, 'too_long').default([]),
  })
  .refine(({ text, occupations, sectors, trainings }) => text !== null || occupations.length + sectors.length + trainings.length > 0, { path: ['text'], message: 'required' })
export type BasinNoteContent = z.output<typeof basinNoteContent>

/** A label as two people would write it alike: no accents, no capitals, one space. */
export function plainLabel(label: string): string {
  return label.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}

/** The occupation of a note that is the one said: of the same ROME code, else of the same label, accents and capitals aside. */
export function occupationIn(note: Pick<BasinNoteContent, 'occupations'>, said: Occupation): Occupation | null {
  const byCode = said.rome === null ? undefined : note.occupations.find(({ rome }) => rome === said.rome)
  return byCode ?? note.occupations.find(({ label }) => plainLabel(label) === plainLabel(said.label)) ?? null
}
