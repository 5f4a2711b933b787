import { RULE_IDS } from '../../accord/index.ts'

/** The keys of an answer, written out from the contract rather than taken from the code under test. */
const KEYS = ['alerts', 'amounts', 'dates', 'deadlines', 'explanations', 'refusals', 'regime', 'stage', 'totals']
const DATES = [
  'aspEnd', 'bonusClaimDue', 'bonusLastJobStart', 'bonusSecondPaymentOn', 'claimsLimit', 'contestLimit', 'contractEnd', 'cspStart', 'cspTerm', 'employerPaymentDue',
  'finalInterviewFrom', 'finalInterviewTo', 'followUpEnd', 'month4ReviewDue', 'month6End', 'planDue', 'preBilanDue', 'reflectionEnd', 'rehirePriorityEnd', 'termLetterDue',
]
const EUROS = ['sjr', 'areDaily', 'aspDaily', 'bonusTotal', 'wageGapMonthly', 'wageGapTotalCap', 'employerNoticeContribution', 'employeeNoticeBalance', 'employerPenalty', 'severanceLegal']
const AMOUNTS = [...EUROS, 'aspBasis', 'bonusInstalments', 'bonusEligible', 'wageGapEligible', 'areDaysLeft'].toSorted()
const EXTENSIONS = ['adoption', 'carer', 'maternity', 'parental_presence', 'paternity', 'sickness', 'work']
const STAGES = new Set([
  'to_propose', 'reflection', 'awaiting_authorisation', 'accepted_pending', 'refused', 'pre_bilan_due', 'plan_due', 'in_follow_up', 'suspended_work', 'suspended_health',
  'suspended_family', 'asp_stopped', 'in_job', 'breach_proposed', 'excluded', 'term', 'follow_up_after_job', 'closed', 'annulled',
])
const STATUSES = new Set(['met', 'met_late', 'due', 'overdue', 'cancelled'])
const BASES = new Set(['rate', 'are_floor', 'seniority', 'ceiling'])
const RULES: ReadonlySet<string> = new Set(RULE_IDS)

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''
/** Words with no hole where a value should be. */
const isClear = (value: unknown): boolean => isText(value) && !/undefined|NaN|Infinity|\[object/u.test(value)
const isEuros = (value: unknown): boolean => typeof value === 'string' && /^\d+\.\d{2}$/u.test(value)
const isCount = (value: unknown): boolean => typeof value === 'number' && Number.isInteger(value) && value >= 0

function isDay(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/u.test(value)) return false
  return new Date(`${value}T00:00:00Z`).toISOString().startsWith(value)
}

function hasKeys(value: unknown, keys: readonly string[]): value is Fields {
  return isFields(value) && Object.keys(value).toSorted().join() === keys.toSorted().join()
}

/**
 * What is wrong with an answer of the simulator, after a round trip through JSON; empty where it keeps the
 * contract. `factCount`: how many facts the request had.
 */
export function faultsOf(answer: unknown, factCount: number): readonly string[] {
  if (!isFields(answer)) return ['not an object']
  if ('error' in answer) {
    const { error } = answer
    const kept = Object.keys(answer).length === 1 && hasKeys(error, ['path', 'message']) && typeof error['path'] === 'string' && isText(error['message'])
    return kept ? [] : ['an error without its path and its message']
  }
  if (!hasKeys(answer, KEYS)) return [`keys: ${Object.keys(answer).join()}`]
  return [...datesAndAmounts(answer), ...lists(answer, factCount), ...regimeAndTotals(answer)]
}

function datesAndAmounts({ dates, amounts, explanations }: Fields): readonly string[] {
  if (!hasKeys(dates, DATES)) return ['keys of dates']
  if (!hasKeys(amounts, AMOUNTS)) return ['keys of amounts']
  if (!isFields(explanations)) return ['explanations']
  const faults: string[] = []
  for (const [name, value] of Object.entries(dates)) if (value !== null && !isDay(value)) faults.push(`dates.${name}: ${String(value)}`)
  for (const name of EUROS) if (amounts[name] !== null && !isEuros(amounts[name])) faults.push(`amounts.${name}: ${String(amounts[name])}`)
  for (const name of ['bonusEligible', 'wageGapEligible']) if (amounts[name] !== null && typeof amounts[name] !== 'boolean') faults.push(`amounts.${name}`)
  if (amounts['aspBasis'] !== null && !BASES.has(String(amounts['aspBasis']))) faults.push('amounts.aspBasis')
  if (amounts['areDaysLeft'] !== null && !isCount(amounts['areDaysLeft'])) faults.push(`amounts.areDaysLeft: ${String(amounts['areDaysLeft'])}`)
  const instalments = amounts['bonusInstalments']
  if (instalments !== null && !(Array.isArray(instalments) && instalments.every((payment) => hasKeys(payment, ['on', 'amount']) && isDay(payment['on']) && isEuros(payment['amount']))))
    faults.push('amounts.bonusInstalments')
  for (const [name, value] of Object.entries({ ...dates, ...amounts })) if ((value !== null) !== name in explanations) faults.push(`explanations.${name}: ${value === null ? 'of nothing' : 'missing'}`)
  for (const [name, explanation] of Object.entries(explanations)) {
    const kept = hasKeys(explanation, ['rule', 'article', 'steps']) && RULES.has(String(explanation['rule'])) && isText(explanation['article'])
    const steps = kept ? explanation['steps'] : null
    if (!Array.isArray(steps) || steps.length === 0 || !steps.every(isClear)) faults.push(`explanations.${name}: its steps`)
  }
  return faults
}

function lists({ deadlines, refusals, alerts }: Fields, factCount: number): readonly string[] {
  const faults: string[] = []
  const cited = (entry: Fields, words: string) => RULES.has(String(entry['rule'])) && isText(entry['article']) && isClear(entry[words])
  if (!Array.isArray(deadlines) || !Array.isArray(refusals) || !Array.isArray(alerts)) return ['lists']
  for (const deadline of deadlines as readonly unknown[])
    if (!hasKeys(deadline, ['rule', 'label', 'dueOn', 'metOn', 'status', 'article']) || !cited(deadline, 'label') || !isDay(deadline['dueOn']) || (deadline['metOn'] !== null && !isDay(deadline['metOn'])) || !STATUSES.has(String(deadline['status'])))
      faults.push(`deadline ${JSON.stringify(deadline)}`)
  const seen = new Set<unknown>()
  for (const refusal of refusals as readonly unknown[]) {
    if (!hasKeys(refusal, ['factIndex', 'rule', 'article', 'message']) || !cited(refusal, 'message')) faults.push(`refusal ${JSON.stringify(refusal)}`)
    else if (!isCount(refusal['factIndex']) || Number(refusal['factIndex']) >= factCount || seen.has(refusal['factIndex'])) faults.push(`refusal of fact ${String(refusal['factIndex'])}`)
    else seen.add(refusal['factIndex'])
  }
  for (const alert of alerts as readonly unknown[]) if (!hasKeys(alert, ['rule', 'article', 'message']) || !cited(alert, 'message')) faults.push(`alert ${JSON.stringify(alert)}`)
  return faults
}

function regimeAndTotals({ regime, stage, totals }: Fields): readonly string[] {
  const faults: string[] = []
  if (!STAGES.has(String(stage))) faults.push(`stage ${String(stage)}`)
  if (!hasKeys(regime, ['code', 'text', 'engagedOn']) || !isDay(regime['engagedOn']) || (regime['code'] === null) !== (regime['text'] === null)) faults.push('regime')
  if (!hasKeys(totals, ['workPeriodDays', 'extensionDays', 'aspDaysPaid']) || !hasKeys(totals['extensionDays'], EXTENSIONS)) return [...faults, 'keys of totals']
  if (!isCount(totals['workPeriodDays']) || (totals['aspDaysPaid'] !== null && !isCount(totals['aspDaysPaid']))) faults.push(`totals ${JSON.stringify(totals)}`)
  for (const [cause, days] of Object.entries(totals['extensionDays'])) if (!isCount(days)) faults.push(`totals.extensionDays.${cause}: ${String(days)}`)
  return faults
}
