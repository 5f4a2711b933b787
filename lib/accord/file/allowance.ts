import { areDailyEstimate, aspDaily, type AspAmount } from '../rules/allowance.ts'
import { euro, type Euro } from '../rules/money.ts'
import { hasFullSeniority, type Progress, type Term } from './progress.ts'

/** the daily ARE and ASP on the first day of the CSP; `null` where a figure they need is not known. */
export function allowanceOf(progress: Progress, term: Term | null): { readonly are: Euro | null; readonly asp: AspAmount | null } {
  const { frame, governing } = progress
  if (term === null || governing === null) return { are: null, asp: null }
  const sjr = frame.sjr === null ? null : euro(frame.sjr)
  const sjrAre = frame.sjrAre === null ? sjr : euro(frame.sjrAre)
  const share = frame.workingTimeShare === null ? undefined : euro(frame.workingTimeShare)
  const are = frame.areDaily !== null ? euro(frame.areDaily) : sjrAre === null ? null : areDailyEstimate(sjrAre, term.start, governing.figures, share)
  const fullSeniority = hasFullSeniority(progress)
  if (sjr === null || are === null || fullSeniority === null) return { are, asp: null }
  const { aspRate, aspCapped } = governing.base
  return { are, asp: aspDaily(sjr, are, term.start, governing.figures, { rate: aspRate, capped: aspCapped, fullSeniority }) }
}
