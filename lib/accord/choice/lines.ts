import { addDays, addMonths, earliest, latest, type Day } from '../calendar/day.ts'
import { lengthInDays } from '../calendar/period.ts'
import type { GoverningText } from '../file/case-file.ts'
import { articleOf } from '../rules/articles.ts'
import type { RuleId } from '../rules/catalogue.ts'
import { legalSeverance } from '../rules/employer-money.ts'
import { asText, euro, least, type Euro } from '../rules/money.ts'
import type { AssumptionId, ChoiceInput, ChoiceLine, ChoiceLineCode, ChoiceSide } from './choice.ts'
import { spread, type Flow, type MonthColumn } from './months.ts'
import type { Span, TwoLives } from './two-lives.ts'

/** Articles of ordinary law, which the rules of the CSP only refer to. */
const ORDINARY = {
  notice: 'CT L1234-1',
  severance: 'CT L1234-9 ; CT R1234-2',
  paidLeave: 'CT L3141-28',
  benefit: 'Règlement d’assurance chômage',
} as const

interface Drafted {
  readonly code: ChoiceLineCode
  readonly rule: RuleId
  readonly article?: string
  readonly assumes: readonly AssumptionId[]
  /** `null`: a figure is missing. */
  readonly flows: readonly Flow[] | null
  /** Where the line is paid by the day: the spans, and the daily amount. */
  readonly spans?: readonly Span[]
  readonly daily?: Euro | null
}

interface Drafting {
  readonly input: ChoiceInput
  readonly lives: TwoLives
  readonly columns: readonly MonthColumn[]
  readonly last: Day
  readonly regime: GoverningText
  readonly present: ReadonlySet<AssumptionId>
}

function written(draft: Drafted, { columns, regime, present, last }: Drafting): ChoiceLine {
  const amounts = draft.flows === null ? null : spread(draft.flows, columns)
  const spans = draft.spans?.map((span) => ({ from: span.from, to: earliest(span.to, last) })).filter((span) => span.to >= span.from) ?? []
  return {
    code: draft.code,
    rule: draft.rule,
    article: draft.article ?? articleOf(draft.rule, regime),
    assumes: draft.assumes.filter((id) => present.has(id)),
    from: spans[0]?.from ?? null,
    to: spans.at(-1)?.to ?? null,
    days: draft.spans === undefined ? null : spans.reduce((days, span) => days + lengthInDays(span.from, span.to), 0),
    daily: draft.daily === undefined || draft.daily === null ? null : asText(draft.daily),
    amounts: columns.map((_, index) => (amounts === null ? null : asText(amounts[index] ?? euro(0)))),
    total: amounts === null ? null : asText(amounts.reduce((sum, amount) => sum.plus(amount), euro(0))),
  }
}

const LETTER: readonly AssumptionId[] = ['letterSent', 'letterEarliest', 'letterAfterReflection']
const REFERENCE: readonly AssumptionId[] = ['sjrFromGross', 'sjrAreSame', 'areEstimated', 'noDegression']

const once = (on: Day | null, amount: Euro | null): readonly Flow[] | null => (on === null || amount === null ? null : [{ kind: 'once', on, amount }])
const daily = (spans: readonly Span[], amount: Euro | null): readonly Flow[] | null =>
  amount === null ? null : spans.map(({ from, to }) => ({ kind: 'daily', from, to, amount }))

function benefit(code: 'asp' | 'are', rule: RuleId, spans: readonly Span[], amount: Euro | null, assumes: readonly AssumptionId[], article?: string): Drafted {
  return { code, rule, ...(article === undefined ? {} : { article }), assumes: [...REFERENCE, ...assumes, 'noOtherIncome'], flows: daily(spans, amount), spans, daily: amount }
}

function jobLine(on: Day | null, rule: RuleId, { input, last }: Drafting): readonly Drafted[] {
  const { job } = input.supposed
  if (job === null || on === null || on > last) return []
  return [{ code: 'job', rule, assumes: ['jobLasting', 'jobAfterNotice', 'earnedMonth'], flows: [{ kind: 'monthly', from: on, to: last, amount: euro(job.monthlyGross) }] }]
}

/** what the job opens in the CSP: the bonus, or the wage-gap indemnity where the bonus is not open. */
function incentives({ lives }: Drafting): readonly Drafted[] {
  const { fileWithJob: file, jobWith: on } = lives
  if (file === null || on === null) return []
  const { bonusInstalments, wageGapEligible, wageGapMonthly, wageGapTotalCap, bonusEligible } = file.amounts
  if (bonusEligible === true)
    return [{
      code: 'bonus', rule: 'R-502', assumes: ['jobLasting', ...REFERENCE],
      flows: bonusInstalments === null ? null : bonusInstalments.map((payment) => ({ kind: 'once', on: payment.on, amount: euro(payment.amount) })),
    }]
  if (wageGapEligible !== true || wageGapMonthly === null || wageGapTotalCap === null) return []
  const flows: Flow[] = []
  let left = euro(wageGapTotalCap)
  for (let month = 1; month <= lives.text.wageGapMonths && left.greaterThan(0); month += 1) {
    const amount = least(euro(wageGapMonthly), left)
    flows.push({ kind: 'once', on: addMonths(on, month), amount })
    left = left.minus(amount)
  }
  return [{ code: 'wageGap', rule: 'R-510', assumes: ['jobLasting', ...REFERENCE], flows }]
}

/** The lines of the life with the CSP. */
export function acceptedLines(drafting: Drafting): readonly ChoiceLine[] {
  const { input, lives } = drafting
  const { frame, file, reflectionEnd } = lives
  const drafts: Drafted[] = []
  if (frame.entryPath === 'employer') {
    const gross = frame.monthlyGross === null ? null : euro(frame.monthlyGross)
    drafts.push({ code: 'wage', rule: 'R-012', assumes: ['earnedMonth'], flows: gross === null ? null : [{ kind: 'monthly', from: input.proposedOn, to: reflectionEnd, amount: gross }] })
    const balance = file.amounts.employeeNoticeBalance
    if (balance !== null && Number(balance) > 0) drafts.push({ code: 'noticeBalance', rule: 'R-151', assumes: ['noticeLegal'], flows: once(reflectionEnd, euro(balance)) })
    const severance = file.amounts.severanceLegal
    if (severance === null || Number(severance) > 0)
      drafts.push({ code: 'severance', rule: 'R-140', assumes: ['severanceLegal', 'noticeLegal'], flows: once(reflectionEnd, severance === null ? null : euro(severance)) })
    if (input.supposed.paidLeave !== null) drafts.push({ code: 'paidLeave', rule: 'R-204', assumes: ['leaveDeferral'], flows: once(reflectionEnd, euro(input.supposed.paidLeave)) })
  }
  if (lives.asp !== null || lives.fullSeniority === null)
    drafts.push(benefit('asp', lives.fullSeniority === false ? 'R-202' : 'R-200', lives.asp === null ? [] : [lives.asp], lives.asp === null ? null : lives.aspDaily, ['durationUnknown']))
  const areSpans = [lives.areBeforeCsp, lives.areAfterCsp].filter((span) => span !== null)
  if (areSpans.length > 0) drafts.push(benefit('are', lives.areAfterCsp === null ? 'R-130' : 'R-603', areSpans, lives.areDailyAfterCsp, ['sameDuration']))
  drafts.push(...incentives(drafting), ...jobLine(lives.jobWith, 'R-410', drafting))
  return drafts.map((draft) => written(draft, drafting))
}

/** The lines of the life without it: ordinary dismissal, notice and benefit. */
export function refusedLines(drafting: Drafting): readonly ChoiceLine[] {
  const { input, lives, last } = drafting
  const { frame, letter, noticeMonths, noticeEnd } = lives
  const drafts: Drafted[] = []
  if (frame.entryPath === 'employer') {
    const gross = frame.monthlyGross === null ? null : euro(frame.monthlyGross)
    const lastWorked = letter === null ? null : noticeMonths === 0 ? letter.on : addDays(letter.on, -1)
    if (lastWorked === null || lastWorked >= input.proposedOn)
      drafts.push({
        code: 'wage', rule: 'R-118', assumes: [...LETTER, 'earnedMonth'],
        flows: gross === null || lastWorked === null ? null : [{ kind: 'monthly', from: input.proposedOn, to: lastWorked, amount: gross }],
      })
    if (noticeMonths !== 0)
      drafts.push({
        code: 'notice', rule: 'R-118', article: ORDINARY.notice, assumes: [...LETTER, 'noticeLegal', 'noticePaidAlike'],
        flows: gross === null || noticeMonths === null || letter === null ? null : [{ kind: 'dated_months', from: letter.on, months: noticeMonths, amount: gross }],
      })
    const severance = gross === null || frame.hiredOn === null || letter === null || noticeMonths === null ? null : legalSeverance(gross, frame.hiredOn, letter.on, noticeMonths)
    if (severance === null || severance.greaterThan(0))
      drafts.push({ code: 'severance', rule: 'R-118', article: ORDINARY.severance, assumes: ['severanceLegal', 'noticeLegal', 'noSpecificDeferral'], flows: once(noticeEnd, severance) })
    if (input.supposed.paidLeave !== null)
      drafts.push({ code: 'paidLeave', rule: 'R-118', article: ORDINARY.paidLeave, assumes: ['leaveDeferral'], flows: once(noticeEnd, euro(input.supposed.paidLeave)) })
  }
  const are = lives.areWithout
  if (are !== null) {
    const spans = are.from > last ? [] : [{ from: are.from, to: are.to ?? last }]
    drafts.push(benefit('are', 'R-118', spans, lives.areDailyAfterNotice, ['registeredAtOnce', 'waitingDays', 'leaveDeferral', 'noLeave', 'noSpecificDeferral', 'sameDuration', 'durationUnknown'], ORDINARY.benefit))
  } else if (noticeEnd === null && frame.entryPath === 'employer') drafts.push({ ...benefit('are', 'R-118', [], null, ['durationUnknown'], ORDINARY.benefit), flows: null })
  drafts.push(...jobLine(lives.jobWithout, 'R-118', drafting))
  return drafts.map((draft) => written(draft, drafting))
}

/** Days of some spans that fall on or before a day. */
export function daysUntil(spans: readonly (Span | null)[], last: Day): number {
  return spans.reduce((days, span) => (span === null ? days : days + lengthInDays(span.from, earliest(span.to, last))), 0)
}

/** The sums of a side's lines. */
export function sumsOf(lines: readonly ChoiceLine[], columns: readonly MonthColumn[]): Pick<ChoiceSide, 'monthly' | 'total'> {
  const monthly = columns.map((_, index) =>
    lines.reduce<Euro | null>((sum, line) => {
      const amount = line.amounts[index]
      return sum === null || amount === null || amount === undefined ? null : sum.plus(amount)
    }, euro(0)),
  )
  const total = monthly.reduce<Euro | null>((sum, amount) => (sum === null || amount === null ? null : sum.plus(amount)), euro(0))
  return { monthly: monthly.map((amount) => (amount === null ? null : asText(amount))), total: total === null ? null : asText(total) }
}

/** The last day from which nothing more of either life changes: the months shown go up to it. */
export function lastChange(input: ChoiceInput, lives: TwoLives): Day {
  const days = [lives.term, lives.reflectionEnd]
  if (input.supposed.job !== null && lives.jobWith !== null) days.push(addMonths(lives.jobWith, 3))
  else for (const span of [lives.areAfterCsp, lives.areWithout]) if (span?.to != null) days.push(span.to)
  return days.reduce(latest)
}
