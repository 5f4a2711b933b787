import { day } from '../calendar/day.ts'
import type { WordValues } from '../file/case-file.ts'
import { asText } from '../rules/money.ts'
import type { Assumption, AssumptionId, ChangedBy, ChoiceInput } from './choice.ts'
import type { TwoLives } from './two-lives.ts'

/** Gross monthly wage from which ordinary benefit may go down after some months, which is not computed here. */
const HIGH_WAGE = 4_500
/** from the amendment of 2023, the coefficient that shortens ARE is not applied after a CSP. */
const NO_COEFFICIENT_FROM = day('2023-02-01')

/** What the comparison rests on beyond the law and the file, each said with how sure it is and how to change it. */
export function assumptionsOf(input: ChoiceInput, lives: TwoLives): readonly Assumption[] {
  const { frame } = lives
  const { supposed } = input
  const employer = frame.entryPath === 'employer'
  const found: Assumption[] = []
  const add = (holds: boolean, id: AssumptionId, confidence: Assumption['confidence'], changedBy: ChangedBy | null = null, values: WordValues = {}) => {
    if (holds) found.push({ id, confidence, values, changedBy })
  }
  add(input.decisionOn !== null, 'decisionSupposed', null, 'decisionOn', { on: input.decisionOn })
  const letter = lives.letter
  if (letter !== null) {
    const id = ({ sent: 'letterSent', earliest: 'letterEarliest', reflection: 'letterAfterReflection' } as const)[letter.from]
    add(true, id, letter.from === 'reflection' ? 'L' : 'M', 'letterOn', { on: letter.on, end: lives.noticeEnd })
  }
  add(lives.noticeIsLegal, 'noticeLegal', 'M', 'noticeMonths', { months: lives.noticeMonths })
  add(employer && lives.noticeMonths !== null && lives.noticeMonths > 0, 'noticePaidAlike', 'L')
  add(true, 'registeredAtOnce', 'L')
  add(true, 'waitingDays', 'L', 'waitingDays', { days: supposed.waitingDays })
  if (employer) add(true, supposed.paidLeave === null ? 'noLeave' : 'leaveDeferral', 'L', 'paidLeave', { days: lives.deferredDays, amount: supposed.paidLeave })
  add(employer, 'noSpecificDeferral', 'L')
  add(lives.sjrFromGross, 'sjrFromGross', 'M', 'sjr', { amount: frame.sjr })
  add(lives.sjrAreSame && frame.sjr !== null, 'sjrAreSame', 'M', 'sjrAre')
  add(frame.areDaily === null && lives.areDailyAfterNotice !== null, 'areEstimated', 'M', 'areDaily', {
    amount: lives.areDailyAfterNotice === null ? null : asText(lives.areDailyAfterNotice),
  })
  add(frame.monthlyGross !== null && Number(frame.monthlyGross) >= HIGH_WAGE, 'noDegression', 'L')
  add(lives.duration !== null, 'sameDuration', 'M', 'areDurationDays', { days: lives.duration, longer: frame.engagedOn >= NO_COEFFICIENT_FROM })
  add(lives.duration === null, 'durationUnknown', null, 'areDurationDays')
  add(employer && frame.monthlyGross !== null && frame.hiredOn !== null, 'severanceLegal', 'H')
  add(supposed.job !== null, 'jobLasting', null, 'job', { on: lives.jobWith })
  add(supposed.job !== null && lives.jobWithout !== null && lives.jobWithout > supposed.job.on, 'jobAfterNotice', 'L', 'job', { on: lives.jobWithout })
  add(true, 'noOtherIncome', null)
  add(true, 'earnedMonth', null)
  add(true, 'grossOnly', null)
  return found
}
