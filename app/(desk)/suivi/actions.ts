'use server'
import type { PlacementFormState } from '@/components/placement/form-state.ts'
import { requireActor } from '@/lib/access/session.ts'
import { getLocale, getTranslations } from 'next-intl/server'
import type { TrialPreview } from '@/components/placement/trial-drawer.tsx'
import { recordFact } from '@/lib/cases/commands/record-fact.ts'
import { trialEffect } from '@/lib/cases/handover/trial-effect.ts'
import { readTypedDay } from '@/lib/wording/parse-day.ts'
import { answerForm, personOf, readClosingForm, readContactForm, readTrialForm, refusalWords } from './follow-up-form.ts'
import { trialRows } from './trial-words.ts'

/** Records a contact with someone in their job. */
export async function logContact(_previous: PlacementFormState, form: FormData): Promise<PlacementFormState> {
  const actor = await requireActor()
  const read = await readContactForm(form)
  if (!read.ok) return read.state
  const person = await personOf(form, actor)
  return answerForm(await recordFact(actor, read.input), actor, 'contact.saved', person)
}

/** Closes a file once its six months of follow-up are over. */
export async function closeFollowUp(_previous: PlacementFormState, form: FormData): Promise<PlacementFormState> {
  const actor = await requireActor()
  const read = await readClosingForm(form, actor)
  if (!read.ok) return read.state
  const person = await personOf(form, actor)
  return answerForm(await recordFact(actor, read.input), actor, 'closing.saved', person)
}

/** Records that the trial period was broken: the file goes back to where the law puts it. */
export async function breakTrial(_previous: PlacementFormState, form: FormData): Promise<PlacementFormState> {
  const actor = await requireActor()
  const read = await readTrialForm(form)
  if (!read.ok) return read.state
  const person = await personOf(form, actor)
  return answerForm(await recordFact(actor, read.input), actor, 'trial.saved', person)
}

/** What it would change, with nothing written; nothing for a day that does not read. */
export async function previewTrial(reference: string, typedDay: string): Promise<TrialPreview> {
  const actor = await requireActor()
  const typed = readTypedDay(typeof typedDay === 'string' ? typedDay : '')
  if (!typed.ok || typeof reference !== 'string') return null
  const effect = await trialEffect(actor, reference, typed.day)
  if (effect.kind === 'refused') return { kind: 'refused', refusal: await refusalWords(effect.refusal) }
  return effect.kind === 'effect' ? { kind: 'effect', rows: trialRows(effect, await getTranslations('placement.trial'), await getLocale()) } : null
}
