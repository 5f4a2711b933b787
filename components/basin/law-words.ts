import type { DeadlineCode, Stage } from '@/lib/accord/file/case-file.ts'
import type { ExitMotive } from '@/lib/accord/file/facts.ts'
import { wording } from '@/lib/accord/wording/index.ts'
import type { Locale } from '@/lib/wording/locale.ts'

/** How the law names its stages, deadlines and motives, in the reader's language: what lists and figures are labelled with. */
export interface LawWords {
  readonly stage: (stage: Stage) => string
  readonly deadline: (code: DeadlineCode) => string
  readonly motive: (motive: ExitMotive) => string
}

/** The law's own words, in a language. */
export function lawWords(locale: Locale): LawWords {
  const law = wording(locale)
  return { stage: law.stage, deadline: (code) => law.deadline(code).label, motive: (motive) => law.book.motives[motive] }
}
