/** The tests that name a rule, as `npm run rule-tests` found them. */
import type { RuleId } from '@/lib/accord/rules/catalogue.ts'
import kept from './tests-of-rules.json' with { type: 'json' }

export interface RuleTest {
  /** From the project's top. */
  readonly file: string
  readonly title: string
}

const TESTS: Readonly<Partial<Record<string, readonly RuleTest[]>>> = kept

/** The tests that hold a rule; none where no title names it. */
export function testsOfRule(rule: RuleId): readonly RuleTest[] {
  return TESTS[rule] ?? []
}
