import { fieldMessage } from '@/components/file/acts/error-words.ts'
import { NO_COST_REFUSED, type CostFormState } from '@/components/money/cost-state.ts'
import type { Day } from '@/lib/accord/calendar/day.ts'
import { FIRST_COST_DAY, lastDayOfFunder, MOST_OF_ONE_COST } from '@/lib/cases/content/costs.ts'
import type { CostErrorCode } from '@/lib/cases/costs/costs.ts'
import type { CostChangeOutcome } from '@/lib/cases/costs/record-cost.ts'
import { formatAmount, formatDayPlain } from '@/lib/wording/format/index.ts'
import { formatMoment } from '@/lib/wording/format/moment.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import { messagesFor } from '@/lib/wording/messages.ts'

/** What to do about a field of a cost that was refused. */
export function costMessage(field: string, code: CostErrorCode, locale: Locale, today: Day): string {
  const { error } = messagesFor(locale).money
  switch (code) {
    case 'funder_closed':
      return error.funder_closed.replace('{day}', formatDayPlain(lastDayOfFunder('fpspp') ?? today, locale))
    case 'before_csp':
      return error.before_csp.replace('{day}', formatDayPlain(FIRST_COST_DAY, locale))
    case 'not_experiment':
      return error.not_experiment
    case 'too_small':
    case 'too_large':
      return field === 'amount' ? error[code].replace('{most}', formatAmount(String(MOST_OF_ONE_COST), locale)) : fieldMessage(code, today, locale)
    case 'required':
      return field === 'reason' ? error.reason : fieldMessage(code, today, locale)
    default:
      return fieldMessage(code, today, locale)
  }
}

/** What a form of costs shows when nothing was written. */
export function stateOfCost(outcome: Exclude<CostChangeOutcome, { kind: 'recorded' }>, locale: Locale, today: Day): CostFormState {
  const { error } = messagesFor(locale).money
  switch (outcome.kind) {
    case 'invalid':
      return { ...NO_COST_REFUSED, problems: Object.entries(outcome.fields).map(([field, code]) => ({ field, message: costMessage(field, code, locale, today) })) }
    case 'cost_changed':
      return { ...NO_COST_REFUSED, notice: error.changed[outcome.change].replace('{who}', outcome.who).replace('{when}', formatMoment(outcome.when, locale)) }
    case 'not_found':
      return { ...NO_COST_REFUSED, notice: error.gone }
    case 'not_allowed':
      return { ...NO_COST_REFUSED, notice: error.notAllowed }
  }
}
