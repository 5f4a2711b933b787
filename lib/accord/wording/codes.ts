import type { fr } from './fr.ts'

/** Codes of what the law says. They are the keys of the French words: a code without words does not compile. */
export type RefusalCode = Extract<keyof (typeof fr)['refusals'], string>
export type AlertCode = Extract<keyof (typeof fr)['alerts'], string>
export type StepCode = Extract<keyof (typeof fr)['steps'], string>
