import { french } from '../wording/typography.ts'
import type { Locale } from '../wording/locale.ts'
import type { Day } from '../calendar/day.ts'
import { TEXTS_READ_ON } from '../texts/shipped.ts'
import { citationsOf } from './articles.ts'
import { RULE_IDS, type RuleId } from './catalogue.ts'
import { english } from './statements.en.ts'
import { frenchStatements } from './statements.fr.ts'

/** The chapters of the rules, in the order of a file's life. */
export const RULE_CHAPTERS = ['texts', 'dates', 'proposal', 'employer', 'allowance', 'support', 'work', 'incentives', 'exit', 'governance'] as const
export type RuleChapter = (typeof RULE_CHAPTERS)[number]

/**
 * How sure the rule is: `H` its text was read, `M` a secondary source says it, `L` no source was found.
 * Where the rule and the reading applied here differ, the weaker of the two.
 */
export type Confidence = 'H' | 'M' | 'L'

/** A rule as a person reads it: what it demands, of whom, and what follows when it is not kept. */
export interface RuleEntry {
  readonly id: RuleId
  readonly chapter: RuleChapter
  readonly title: string
  readonly statement: string
  readonly confidence: Confidence
  /** The articles it rests on; `since` is the code of the first text each holds for, `null`: all. */
  readonly citations: readonly { readonly since: string | null; readonly article: string }[]
  /** The day on which the rule was last held against its sources. */
  readonly checkedOn: Day
}

const MEDIUM: ReadonlySet<RuleId> = new Set<RuleId>([
  'R-002', 'R-010', 'R-015', 'R-016', 'R-017', 'R-018', 'R-100', 'R-102', 'R-103', 'R-104', 'R-105', 'R-113', 'R-115', 'R-118', 'R-119',
  'R-141', 'R-201', 'R-203', 'R-204', 'R-207', 'R-208', 'R-302', 'R-306', 'R-307', 'R-400', 'R-402', 'R-404', 'R-410', 'R-412', 'R-414',
  'R-501', 'R-502', 'R-510', 'R-511', 'R-600', 'R-603', 'R-702',
])
const LOW: ReadonlySet<RuleId> = new Set<RuleId>(['R-152', 'R-305', 'R-710'])

const CHAPTER_OF_HUNDRED: readonly RuleChapter[] = ['texts', 'proposal', 'allowance', 'support', 'work', 'incentives', 'exit', 'governance']

/** The chapter a rule belongs to, read from its number. */
export function chapterOf(id: RuleId): RuleChapter {
  const number = Number(id.slice(2))
  if (number >= 10 && number < 100) return 'dates'
  if (number >= 150 && number < 200) return 'employer'
  return CHAPTER_OF_HUNDRED[Math.floor(number / 100)] ?? 'texts'
}

/** A rule in words, in a language, with its confidence and its articles. */
export function ruleEntry(id: RuleId, locale: Locale): RuleEntry {
  const typeset = locale === 'fr' ? french : (text: string) => text
  const words = locale === 'fr' ? frenchStatements[id] : english[id]
  return {
    id,
    chapter: chapterOf(id),
    title: typeset(words.title),
    statement: typeset(words.statement),
    confidence: LOW.has(id) ? 'L' : MEDIUM.has(id) ? 'M' : 'H',
    citations: citationsOf(id).map(({ since, article }) => ({ since, article: typeset(article) })),
    checkedOn: TEXTS_READ_ON,
  }
}

/** Every rule, in the order of the catalogue. */
export function ruleEntries(locale: Locale): readonly RuleEntry[] {
  return RULE_IDS.map((id) => ruleEntry(id, locale))
}
