'use server'

import { revalidatePath } from 'next/cache'
import { notFound, redirect } from 'next/navigation'
import type { PreviewView } from '@/components/file/acts/act-state.ts'
import { typingProblems } from '@/components/file/acts/error-words.ts'
import { planHref } from '@/components/plan/address.ts'
import { NOTHING_REFUSED, type PlanFormState } from '@/components/plan/plan-state.ts'
import { readLineForm, readProjectForm, readStepMark, readValidationForm } from '@/components/plan/read-plan-forms.ts'
import { setFlash } from '@/components/ui/set-flash.ts'
import { isoOf } from '@/lib/accord/calendar/day.ts'
import type { Actor } from '@/lib/access/actor.ts'
import { requireActor } from '@/lib/access/session.ts'
import { savePlan, type PlanChange } from '@/lib/cases/plan/save-plan.ts'
import { previewPlan, validatePlan } from '@/lib/cases/plan/validate-plan.ts'
import { civilDay } from '@/lib/clock/civil-day.ts'
import { previewAnswer, savedNotice, stateOfSaving, stateOfValidation, stepRefused, validatedNotice } from './plan-answers.ts'
import { textIn } from '@/components/ui/form-text.ts'

async function save(actor: Actor, form: FormData, change: PlanChange): Promise<PlanFormState> {
  const reference = textIn(form, 'reference')
  const outcome = await savePlan(actor, { reference, planVersion: Number(textIn(form, 'planVersion')), change })
  if (outcome.kind === 'not_found') notFound()
  if (outcome.kind !== 'saved') return stateOfSaving(outcome, actor, await civilDay(actor.timeZone))
  await setFlash(savedNotice(change, actor.locale))
  revalidatePath(planHref(reference))
  redirect(planHref(reference))
}

/** Adds, changes or takes away a line of the plan. */
export async function saveLine(_before: PlanFormState, form: FormData): Promise<PlanFormState> {
  const actor = await requireActor()
  if (textIn(form, 'remove') !== '') return save(actor, form, { kind: 'remove', lineId: textIn(form, 'id') })
  const { value, errors } = readLineForm(form, actor.locale)
  const unread = typingProblems(errors, actor.locale)
  if (unread.length > 0) return { ...NOTHING_REFUSED, problems: unread }
  return save(actor, form, { kind: 'line', line: value })
}

/** Changes the project around the lines. */
export async function saveProject(_before: PlanFormState, form: FormData): Promise<PlanFormState> {
  return save(await requireActor(), form, { kind: 'project', project: readProjectForm(form) })
}

/** Marks a step done today, or takes that back; says why where it could not be. */
export async function markStep(sent: unknown): Promise<string | null> {
  const actor = await requireActor()
  const mark = readStepMark(sent)
  if (mark === null) notFound()
  const { reference, planVersion, lineId, stepId, done } = mark
  const doneOn = done ? isoOf(await civilDay(actor.timeZone)) : null
  const outcome = await savePlan(actor, { reference, planVersion, change: { kind: 'step', lineId, stepId, doneOn } })
  revalidatePath(planHref(reference))
  return outcome.kind === 'saved' ? null : stepRefused(outcome, actor.locale)
}

function validationOf(form: FormData) {
  const { value, errors } = readValidationForm(form)
  return { validation: { reference: textIn(form, 'reference'), planVersion: Number(textIn(form, 'planVersion')), ...value }, errors }
}

/** Validates the plan as it was read, with its signatures. */
export async function sendValidation(_before: PlanFormState, form: FormData): Promise<PlanFormState> {
  const actor = await requireActor()
  const { validation, errors } = validationOf(form)
  const unread = typingProblems(errors, actor.locale)
  if (unread.length > 0) return { ...NOTHING_REFUSED, problems: unread }
  const submission = { reference: validation.reference, version: Number(textIn(form, 'version')), submissionId: textIn(form, 'submissionId') }
  const outcome = await validatePlan(actor, submission, validation)
  if (outcome.kind !== 'recorded') return (await stateOfValidation(outcome, actor, validation.reference)) ?? notFound()
  await setFlash(validatedNotice(outcome, actor.locale))
  revalidatePath(planHref(outcome.reference))
  redirect(planHref(outcome.reference))
}

/** What validating the plan would do, with nothing written. */
export async function previewValidation(form: FormData): Promise<PreviewView> {
  const actor = await requireActor()
  const { validation, errors } = validationOf(form)
  if (Object.keys(errors).length > 0) return { kind: 'incomplete' }
  return previewAnswer(await previewPlan(actor, validation), actor, validation.reference)
}
