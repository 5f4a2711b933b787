import { french } from '../wording/typography.ts'
import type { Locale } from '../wording/locale.ts'
import type { RuleId } from './catalogue.ts'
import { englishContradictions } from './contradictions.en.ts'
import { frenchContradictions } from './contradictions.fr.ts'

/** Where the texts, or those who explain them, disagree (rules.md §12); the numbers are stable. */
export const CONTRADICTION_IDS = [
  'X-01', 'X-02', 'X-03', 'X-04', 'X-05', 'X-06', 'X-07', 'X-08', 'X-09', 'X-10', 'X-11', 'X-12', 'X-13', 'X-14', 'X-15', 'X-16', 'X-17', 'X-18',
] as const
export type ContradictionId = (typeof CONTRADICTION_IDS)[number]

/** A contradiction in one language: who says what, and what is applied here. */
export interface ContradictionWords {
  readonly conflict: string
  readonly choice: string
}

export interface Contradiction extends ContradictionWords {
  readonly id: ContradictionId
  /** The rules where the choice is applied. */
  readonly rules: readonly RuleId[]
}

const RULES: Readonly<Record<ContradictionId, readonly RuleId[]>> = {
  'X-01': ['R-001'],
  'X-02': ['R-001'],
  'X-03': ['R-111', 'R-112'],
  'X-04': ['R-205', 'R-400'],
  'X-05': ['R-100'],
  'X-06': ['R-150'],
  'X-07': ['R-400'],
  'X-08': ['R-410', 'R-411', 'R-501'],
  'X-09': ['R-510'],
  'X-10': ['R-017', 'R-403'],
  'X-11': ['R-115'],
  'X-12': ['R-404'],
  'X-13': ['R-205', 'R-208'],
  'X-14': ['R-101'],
  'X-15': ['R-102'],
  'X-16': ['R-601'],
  'X-17': ['R-201'],
  'X-18': ['R-402'],
}

/** Every contradiction, in the order of its number, in one language. */
export function contradictions(locale: Locale): readonly Contradiction[] {
  return CONTRADICTION_IDS.map((id) => {
    const { conflict, choice } = locale === 'fr' ? frenchContradictions[id] : englishContradictions[id]
    const typeset = locale === 'fr' ? french : (text: string) => text
    return { id, rules: RULES[id], conflict: typeset(conflict), choice: typeset(choice) }
  })
}
