import type { RuleId } from '../rules/catalogue.ts'
import { asText, type Euro } from '../rules/money.ts'
import type { StepCode } from '../wording/codes.ts'
import type { Step, WordValues } from './case-file.ts'

/** A step that gives an amount, or nothing. */
export const moneyStep = (code: StepCode, rule: RuleId, amount: Euro | string | null, values: WordValues = {}): Step => ({
  code,
  values,
  gives: null,
  amount: amount === null || typeof amount === 'string' ? amount : asText(amount),
  rule,
})

/** The share of a decimal text in percent: `0.75` gives 75. */
export const percentOf = (share: string): number => Math.round(Number(share) * 1000) / 10
