import { FIGURE_SECTIONS } from './sections.ts'

/** Told after each part of a file, so that progress shows and a maker that lost its lease stops. */
export type Step = () => Promise<void>

/** Parts of each file: a beginning, one for each section, an end. */
export const STEPS_OF_A_FILE = FIGURE_SECTIONS.length + 2
/** Parts of the three files of a pack. */
export const STEPS_OF_A_PACK = 3 * STEPS_OF_A_FILE
