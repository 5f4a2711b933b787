import { EXIT_MOTIVES } from '@/lib/accord/file/facts.ts'
import { CLOSING_RESULTS } from '@/lib/cases/content/work-and-breach.ts'
import { note, onDay, type ActDefinition } from './definition.ts'

/** The closing of the file. */
export const endingActs: readonly ActDefinition[] = [
  { kind: 'file_closed', moment: 'ending', fields: [
    onDay,
    { path: 'motive', type: 'select', options: EXIT_MOTIVES, required: true },
    { path: 'content.result', type: 'select', options: CLOSING_RESULTS },
    note,
  ] },
]
