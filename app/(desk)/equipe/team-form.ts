import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { NOTHING_WRONG, type FormState } from '@/components/ui/form-state.ts'
import { setFlash } from '@/components/ui/set-flash.ts'
import type { Actor } from '@/lib/access/actor.ts'
import type { AssignOutcome } from '@/lib/cases/commands/assign-file.ts'
import type { ReassignOutcome } from '@/lib/cases/commands/reassign-caseload.ts'
import type { FieldErrorCode, FieldErrors } from '@/lib/cases/field-errors.ts'
import type { PlanOutcome } from '@/lib/cases/handover/planned-handovers.ts'
import { team } from '@/lib/cases/queries/team.ts'
import { formatDay } from '@/lib/wording/format/index.ts'
import type { TypedDay } from '@/lib/wording/parse-day.ts'

export const textsOf = (form: FormData, name: string): string[] => form.getAll(name).filter((value) => typeof value === 'string')

/** The message of each refused answer, at its field; a list's first entry stands for the list. */
async function problemsOf(fields: FieldErrors, form: readonly ('toIds' | 'counsellorId' | 'posts' | 'on' | 'reason')[]): Promise<FormState> {
  const t = await getTranslations('team.error')
  const missing = await getTranslations('team.missing')
  const worded = (path: string, code: FieldErrorCode): string => {
    const field = form.find((name) => name === path)
    if (field === 'on') return t(code === 'too_small' ? 'onPast' : code === 'too_far' ? 'onFar' : 'onDay')
    if (code === 'too_long') return t('tooLong')
    // A choice left empty is no one of the list: the question was not answered.
    if (field !== undefined && (code === 'required' || (code === 'not_an_option' && field !== 'toIds'))) return missing(field)
    return code === 'not_in_basin' || code === 'unchanged' || code === 'not_an_option' ? t(code) : t('other')
  }
  const problems = Object.entries(fields).map(([path, code]) => {
    const field = path.split('.')[0] ?? path
    return { field, message: worded(field, code) }
  })
  const shown = problems.filter(({ field }, index) => form.some((name) => name === field) && problems.findIndex((other) => other.field === field) === index)
  return { problems: shown, notice: shown.length === 0 ? t('other') : null }
}

/** Words what sharing a caseload out gave; once done, goes back to the team and says it there. */
export async function answerSharing(outcome: ReassignOutcome): Promise<FormState> {
  const t = await getTranslations('team')
  if (outcome.kind === 'invalid') return problemsOf(outcome.fields, ['posts', 'toIds', 'reason'])
  if (outcome.kind === 'not_allowed') return { ...NOTHING_WRONG, notice: t('error.notAllowed') }
  await setFlash({ text: t('all.saved', { count: outcome.count }) })
  revalidatePath('/equipe')
  return redirect('/equipe')
}

/** The same for one planned on a day. */
export async function answerPlan(outcome: PlanOutcome): Promise<FormState> {
  const [t, locale] = await Promise.all([getTranslations('team'), getLocale()])
  if (outcome.kind === 'invalid') return problemsOf(outcome.fields, ['posts', 'toIds', 'on', 'reason'])
  if (outcome.kind === 'not_allowed') return { ...NOTHING_WRONG, notice: t('error.notAllowed') }
  await setFlash({ text: t('all.planned', { day: formatDay(outcome.on, locale) }) })
  revalidatePath('/equipe')
  return redirect('/equipe')
}

/** A day typed that could not be read, said at its field. */
export async function refuseDay(typed: Exclude<TypedDay, { ok: true }>): Promise<FormState> {
  const t = await getTranslations('common.date')
  return { problems: [{ field: 'on', message: typed.code === 'noSuchDay' ? t('noSuchDay', { lastDay: typed.lastDay }) : t(typed.code) }], notice: null }
}

/** Says that a planned sharing out was given up. */
export async function sayCancelled(outcome: { readonly kind: 'cancelled' | 'not_found' | 'not_allowed' }): Promise<string> {
  const t = await getTranslations('handover.planned')
  revalidatePath('/equipe')
  return t(outcome.kind === 'cancelled' ? 'cancelled' : 'gone')
}

/** The same for one file. */
export async function answerAssignment(outcome: AssignOutcome, actor: Actor, input: { readonly counsellorId: string }): Promise<FormState> {
  const t = await getTranslations('team')
  if (outcome.kind === 'invalid') return problemsOf(outcome.fields, ['counsellorId', 'reason'])
  if (outcome.kind === 'not_allowed') return { ...NOTHING_WRONG, notice: t('error.notAllowed') }
  if (outcome.kind === 'not_found') return { ...NOTHING_WRONG, notice: t('error.notFound') }
  const name = (await team(actor))?.members.find(({ id }) => id === input.counsellorId)?.name ?? ''
  await setFlash({ text: t('one.saved', { reference: outcome.reference, name }) })
  revalidatePath('/equipe')
  return redirect('/equipe')
}
