import { asText, euro, type Euro } from '../rules/money.ts'
import type { Comparison } from './estimates.ts'
import type { Working } from './working.ts'

/** Share of France Travail's figure beyond which ours is said to differ. */
const TOLERANCE = euro('0.01')

/** Whether two figures differ by more than 1 % of the second; 1 % exactly does not. */
export function differBeyondTolerance(ours: Euro, theirs: Euro): boolean {
  return ours.minus(theirs).abs().greaterThan(theirs.abs().times(TOLERANCE))
}

/**
 * our figure beside each one that France Travail notified, entered when the
 * file was opened, or paid. Ours is the one computed here, whatever is then taken for the rest of the file.
 */
export function comparisonsOf({ progress, benefit, account, job }: Working): readonly Comparison[] {
  const { notified, apart } = benefit
  const { frame } = progress
  const comparisons: Comparison[] = []
  const euros = (name: 'sjr' | 'sjrAre' | 'areDaily' | 'aspDaily', ours: Euro | null, theirs: string, factIndex: number | null) =>
    comparisons.push({
      name,
      unit: 'euros',
      ours: ours === null ? null : asText(ours),
      theirs,
      differs: ours !== null && differBeyondTolerance(ours, euro(theirs)),
      factIndex,
    })
  const { sjr, sjrAre, areDaily, aspDaily, aspEnd, areDurationDays } = notified
  if (sjr !== null) euros('sjr', frame.sjr === null ? null : euro(frame.sjr), sjr.value, sjr.factIndex)
  if (sjrAre !== null) {
    const entered = apart ? frame.sjrAre : (frame.sjrAre ?? frame.sjr)
    euros('sjrAre', entered === null ? null : euro(entered), sjrAre.value, sjrAre.factIndex)
  }
  if (areDaily !== null) euros('areDaily', benefit.areOurs?.daily ?? null, areDaily.value, areDaily.factIndex)
  else if (frame.areDaily !== null && benefit.areOurs !== null) euros('areDaily', benefit.areOurs.daily, frame.areDaily, null)
  if (aspDaily !== null) euros('aspDaily', benefit.aspOurs?.daily ?? null, aspDaily.value, aspDaily.factIndex)
  if (aspEnd !== null)
    comparisons.push({
      name: 'aspEnd',
      unit: 'day',
      ours: account.aspEnd,
      theirs: aspEnd.value,
      differs: account.aspEnd !== null && account.aspEnd !== aspEnd.value,
      factIndex: aspEnd.factIndex,
    })
  if (areDurationDays !== null) {
    const ours = frame.areDurationDays
    const differs = ours !== null && differBeyondTolerance(euro(ours), euro(areDurationDays.value))
    comparisons.push({ name: 'areDurationDays', unit: 'days', ours, theirs: areDurationDays.value, differs, factIndex: areDurationDays.factIndex })
  }
  if (job === null) return comparisons
  const paid = (name: 'bonusInstalment' | 'wageGapPayment', number: number, ours: Euro | null, theirs: string, factIndex: number) =>
    comparisons.push({
      name,
      unit: 'euros',
      number,
      ours: ours === null ? null : asText(ours),
      theirs,
      differs: ours !== null && differBeyondTolerance(ours, euro(theirs)),
      factIndex,
    })
  for (const [index, payment] of job.job.bonusPayments.entries())
    paid('bonusInstalment', index + 1, (index === 0 ? job.bonus?.first : job.bonus?.second) ?? null, payment.amount, payment.factIndex)
  for (const [index, payment] of job.job.wageGapPayments.entries()) {
    const ours = job.payments?.[index]?.amount
    paid('wageGapPayment', index + 1, ours === undefined ? null : euro(ours), payment.amount, payment.factIndex)
  }
  return comparisons
}
