import { factTerms } from '@/lib/accord/file/fact-json.ts'
import type { Fact } from '@/lib/accord/file/facts.ts'
import { formatDay, formatPeriod } from '@/lib/wording/format/index.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import { kindName } from '../acts/form-view.ts'
import type { LeaveNames } from '../acts/leave-choice.ts'
import { factWords } from '../fact-words.ts'

/** When a supposed fact takes place: `dim. 1 mars 2026`, `du … au …`. */
export function whenWords(fact: Fact, locale: Locale): string {
  return 'from' in fact ? formatPeriod(fact.from, fact.to, locale) : formatDay(fact.on, locale)
}

/** A supposed fact in one line: « Emploi, lun. 2 mars 2026 · CDI ». */
export function supposedWords(fact: Fact, leaves: LeaveNames | undefined, locale: Locale): string {
  const { kind: _, to: __, validatedOn: ___, ...terms } = factTerms(fact)
  const details = factWords({ kind: fact.kind, terms, content: null }, leaves, locale)
  return [`${kindName(fact.kind, locale)}, ${whenWords(fact, locale)}`, ...details].join(' · ')
}
