'use server'
import type { FormState } from '@/components/ui/form-state.ts'
import { requireActor } from '@/lib/access/session.ts'
import { endAbsence, tellAbsence } from '@/lib/cases/handover/absences.ts'
import { answerAbsence, readAbsence, sayEnded } from './absence-form.ts'
import { textIn } from '@/components/ui/form-text.ts'

/** Says that someone is away, and who stands in. */
export async function tellAway(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor()
  const read = await readAbsence(form)
  return read.ok ? answerAbsence(await tellAbsence(actor, read.input), actor, read.input.accountId) : read.state
}

/** Ends an absence: they are back today, or it does not take place. */
export async function backAgain(form: FormData): Promise<string> {
  return sayEnded(await endAbsence(await requireActor(), textIn(form, 'absenceId')))
}
