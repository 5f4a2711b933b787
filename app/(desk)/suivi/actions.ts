'use server'
import type { PlacementFormState } from '@/components/placement/form-state.ts'
import { requireActor } from '@/lib/access/session.ts'
import { recordFact } from '@/lib/cases/commands/record-fact.ts'
import { answerForm, personOf, readClosingForm, readContactForm } from './follow-up-form.ts'

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
