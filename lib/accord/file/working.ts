import { benefitOf, type Benefit } from './allowance.ts'
import { formerEmployerOf, type FormerEmployer } from './former-employer.ts'
import { jobMoneyOf, type JobMoney } from './job-money.ts'
import { accountOf, type Account } from './ledger.ts'
import type { Progress, Term } from './progress.ts'

/** What dates, amounts, estimates, alerts and explanations are all made from: computed once for a file. */
export interface Working {
  readonly progress: Progress
  readonly term: Term | null
  readonly benefit: Benefit
  readonly account: Account
  readonly job: JobMoney | null
  readonly employer: FormerEmployer
}

/** Computes the money and the days of a file from its progress and its term. */
export function workingOf(progress: Progress, term: Term | null): Working {
  const benefit = benefitOf(progress, term)
  return {
    progress,
    term,
    benefit,
    account: accountOf(progress, term, benefit),
    job: jobMoneyOf(progress, term, benefit),
    employer: formerEmployerOf(progress),
  }
}
