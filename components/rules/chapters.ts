/** The rules page's chapters: rules in the order of their numbers, cut as the law is. */
import { RULE_IDS, type RuleId } from '@/lib/accord/rules/catalogue.ts'

const CHAPTERS = [
  { name: 'texts', to: 9 },
  { name: 'dates', to: 99 },
  { name: 'proposal', to: 149 },
  { name: 'employer', to: 199 },
  { name: 'allowance', to: 299 },
  { name: 'support', to: 399 },
  { name: 'work', to: 499 },
  { name: 'bonus', to: 599 },
  { name: 'end', to: 999 },
] as const
export type ChapterName = (typeof CHAPTERS)[number]['name']

export interface Chapter {
  readonly name: ChapterName
  readonly rules: readonly RuleId[]
}

const numberOf = (rule: RuleId): number => Number(rule.slice(2))

/** Every rule once, by chapter. */
export function chapters(): readonly Chapter[] {
  return CHAPTERS.map(({ name, to }, index) => {
    const before = CHAPTERS[index - 1]?.to ?? -1
    return { name, rules: RULE_IDS.filter((rule) => numberOf(rule) > before && numberOf(rule) <= to) }
  })
}
