import type { PreviewView } from '@/components/file/acts/act-state.ts'
import { previewOfOutcome, stateOfOutcome } from '@/components/file/acts/answer.ts'
import { fieldMessage } from '@/components/file/acts/error-words.ts'
import { recordedNotice } from '@/components/file/acts/recorded-notice.ts'
import type { ActRequest } from '@/components/file/acts/request.ts'
import { NOTHING_REFUSED, type PlanFormState } from '@/components/plan/plan-state.ts'
import { measureWords } from '@/components/plan/plan-words.ts'
import type { Flash } from '@/components/ui/flash.ts'
import type { Day } from '@/lib/accord/calendar/day.ts'
import type { Actor } from '@/lib/access/actor.ts'
import { PLAN_MEASURES } from '@/lib/cases/content/plan.ts'
import type { FieldErrors } from '@/lib/cases/field-errors.ts'
import type { PreviewOutcome, Recorded, WriteOutcome } from '@/lib/cases/outcomes.ts'
import type { PlanChange, PlanChangedMeanwhile, SavePlanOutcome } from '@/lib/cases/plan/save-plan.ts'
import type { PlanChangeSince } from '@/lib/cases/plan/views.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import { formatMoment } from '@/lib/wording/format/moment.ts'
import { messagesFor } from '@/lib/wording/messages.ts'
import { answerContext } from '../act-commands.ts'

/** What a colleague did to the plan meanwhile, one line each. */
function sinceLines(since: readonly PlanChangeSince[], locale: Locale): readonly string[] {
  const t = messagesFor(locale).plan
  return since.map(({ who, what, measure, when }) => {
    const known = PLAN_MEASURES.find((one) => one === measure)
    const about = known === undefined ? '' : `, ${measureWords({ measure: known }, locale)}`
    return t.since.line.replace('{who}', who).replace('{what}', `${t.since[what]}${about}`).replace('{when}', formatMoment(when, locale))
  })
}

/** Errors of the command at the fields of the form: those of a line stand under `line.`, one of a list leads to its row. */
function planProblems(fields: FieldErrors, today: Day, locale: Locale): PlanFormState['problems'] {
  return Object.entries(fields).map(([path, code]) => ({ field: path.replace(/^(line|content)\./u, ''), message: fieldMessage(code, today, locale) }))
}

/** What the form shows when the plan was not saved. */
export function stateOfSaving(outcome: Exclude<SavePlanOutcome, { kind: 'saved' | 'not_found' }>, actor: Actor, today: Day): PlanFormState {
  const { locale } = actor
  switch (outcome.kind) {
    case 'plan_changed':
      return { ...NOTHING_REFUSED, stale: { version: outcome.version, lines: sinceLines(outcome.since, locale) } }
    case 'invalid':
      return { ...NOTHING_REFUSED, problems: planProblems(outcome.fields, today, locale) }
    case 'not_allowed':
      return { ...NOTHING_REFUSED, notice: messagesFor(locale).acts.errors.notAllowed }
  }
}

/** Why a step could not be marked. */
export function stepRefused(outcome: Exclude<SavePlanOutcome, { kind: 'saved' }>, locale: Locale): string {
  const { plan, acts } = messagesFor(locale)
  if (outcome.kind === 'plan_changed') return `${sinceLines(outcome.since, locale).join(' ')} ${plan.changedStep}`
  return outcome.kind === 'not_allowed' ? acts.errors.notAllowed : plan.goneStep
}

export function savedNotice(change: PlanChange, locale: Locale): Flash {
  const t = messagesFor(locale).plan.done
  return { text: change.kind === 'remove' ? t.removed : change.kind === 'project' ? t.project : t.line }
}

function requestOf(reference: string): ActRequest {
  return { mode: 'record', kind: 'plan_validated', factId: '', reason: '', place: 'plan', submission: { reference, version: 0, submissionId: '' }, terms: {}, content: undefined, errors: {} }
}

/** What the form of validation shows when nothing was recorded; `null` for a file that is not theirs to see. */
export async function stateOfValidation(
  outcome: Exclude<WriteOutcome, { kind: 'recorded' }> | PlanChangedMeanwhile, actor: Actor, reference: string,
): Promise<PlanFormState | null> {
  const { locale } = actor
  if (outcome.kind === 'plan_changed') {
    return { ...NOTHING_REFUSED, notice: `${messagesFor(locale).plan.changedPlan} ${sinceLines(outcome.since, locale).join(' ')}` }
  }
  const context = await answerContext(actor, requestOf(reference))
  if (outcome.kind === 'invalid') return { ...NOTHING_REFUSED, problems: planProblems(outcome.fields, context.today, locale) }
  const state = stateOfOutcome(outcome, context)
  return state === null ? null : { ...NOTHING_REFUSED, ...state }
}

export function validatedNotice(outcome: Recorded, locale: Locale): Flash {
  return recordedNotice(outcome, requestOf(outcome.reference), locale)
}

export async function previewAnswer(outcome: PreviewOutcome, actor: Actor, reference: string): Promise<PreviewView> {
  return previewOfOutcome(outcome, await answerContext(actor, requestOf(reference)))
}
