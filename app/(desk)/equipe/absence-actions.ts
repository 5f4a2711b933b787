'use server'
import type { HandoverFormState } from '@/components/handover/form-state.ts'
import { requireActor } from '@/lib/access/session.ts'
import { endAbsence, tellAbsence } from '@/lib/cases/handover/absences.ts'
import { answerAbsence, readAbsence, sayEnded, textOf } from './absence-form.ts'

/** Says that someone is away, and who stands in. */
export async function tellAway(_previous: HandoverFormState, form: FormData): Promise<HandoverFormState> {
  const actor = await requireActor()
  const read = await readAbsence(form)
  return read.ok ? answerAbsence(await tellAbsence(actor, read.input), actor, read.input.accountId) : read.state
}

/** Ends an absence: they are back today, or it does not take place. */
export async function backAgain(form: FormData): Promise<string> {
  return sayEnded(await endAbsence(await requireActor(), textOf(form, 'absenceId')))
}
