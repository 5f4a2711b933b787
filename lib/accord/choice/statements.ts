import { lengthInDays } from '../calendar/period.ts'
import type { GoverningText, WordValues } from '../file/case-file.ts'
import { articleOf } from '../rules/articles.ts'
import type { RuleId } from '../rules/catalogue.ts'
import type { Statement, StatementCode } from './choice.ts'
import type { TwoLives } from './two-lives.ts'

/** CT L1233-45: the rule of the other dates is cited under its own article. */
const REHIRE = 'CT L1233-45'

/** What accepting keeps, takes away and gives, each with its rule; nothing that a missing figure would make false. */
export function statementsOf(lives: TwoLives, waitingDays: number, regime: GoverningText): { readonly kept: readonly Statement[]; readonly lost: readonly Statement[]; readonly gained: readonly Statement[] } {
  const { frame, file, text, fullSeniority } = lives
  const employer = frame.entryPath === 'employer'
  const say = (holds: boolean, code: StatementCode, rule: RuleId, values: WordValues = {}, article = articleOf(rule, regime)): readonly Statement[] =>
    holds ? [{ code, rule, article, values }] : []
  const { severanceLegal, employerNoticeContribution, employeeNoticeBalance } = file.amounts
  const money = (amount: string | null): amount is string => amount !== null && Number(amount) > 0
  const contributed = Math.min(lives.noticeMonths ?? 0, text.noticeContributionMonths)
  // A job before the term leaves the days that ASP had not yet used.
  const jobInCsp = lives.jobWith !== null && lives.jobWith <= lives.term
  const aspEnd = jobInCsp ? (lives.asp?.to ?? null) : file.dates.aspEnd
  const used = (aspEnd === null ? 0 : lengthInDays(lives.start, aspEnd)) + (lives.areBeforeCsp === null ? 0 : lengthInDays(lives.areBeforeCsp.from, lives.areBeforeCsp.to))
  const left = lives.duration === null || fullSeniority === null ? null : Math.max(0, lives.duration - used)
  const kept = [
    ...say(employer && money(severanceLegal), 'keptSeverance', 'R-140', { amount: severanceLegal }),
    ...say(employer && money(employeeNoticeBalance), 'keptNoticePay', 'R-151', { amount: employeeNoticeBalance, whole: fullSeniority === false }),
    ...say(frame.entryPath !== 'experiment', 'keptContest', 'R-141', { months: text.contestMonths }),
    ...say(employer, 'keptRehire', 'R-016', { until: file.dates.rehirePriorityEnd }, REHIRE),
    ...say(left === null || left > 0, 'keptAre', 'R-603', { days: left, job: jobInCsp }),
  ]
  const lost = [
    ...say(employer && money(employerNoticeContribution), 'lostNotice', 'R-151', { amount: employerNoticeContribution, months: contributed }),
    ...say(employer && lives.noticeEnd !== null && lives.noticeEnd > lives.reflectionEnd, 'lostContractEarlier', 'R-012', { accepted: lives.reflectionEnd, refused: lives.noticeEnd }),
    ...say(lives.aspDays > 0, 'lostAreDays', 'R-603', { days: lives.aspDays }),
    ...say(employer, 'lostReturn', 'R-119'),
    ...say(true, 'lostDuties', 'R-601', { contract: text.breachTakes === 'contract' }),
  ]
  const known = lives.aspDaily !== null && lives.areDailyAfterCsp !== null
  const { aspDaily, areDaily } = file.amounts
  const gained = [
    ...say(known && fullSeniority === true, 'gainedRate', 'R-200', { percent: Math.round(Number(text.aspRate) * 100), asp: aspDaily, are: areDaily, basis: file.amounts.aspBasis }),
    ...say(fullSeniority === false, 'gainedNoRate', 'R-202', { asp: aspDaily }),
    ...say(employer, 'gainedAtOnce', 'R-204', { start: lives.start, days: waitingDays + lives.deferredDays }),
    ...say(true, 'gainedSupport', 'R-302', { days: text.preBilanDays }),
    ...say(text.bonus && fullSeniority === true, 'gainedBonus', 'R-501', { until: file.dates.bonusLastJobStart, percent: Math.round(Number(text.incentiveShare) * 100) }),
    ...say(!text.bonus || fullSeniority === false, 'gainedWageGap', 'R-510', { months: text.wageGapMonths, loss: Math.round(Number(text.wageGapLeastLoss) * 100) }),
    ...say(lives.returnsAfterTrial, 'gainedTrial', 'R-412'),
  ]
  return { kept, lost, gained }
}
