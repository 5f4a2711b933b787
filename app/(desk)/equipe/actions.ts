'use server'
import type { LoadsPreview, TeamFormState } from '@/components/team/form-state.ts'
import { requireActor } from '@/lib/access/session.ts'
import { assignFile } from '@/lib/cases/commands/assign-file.ts'
import { previewReassignment, reassignCaseload } from '@/lib/cases/commands/reassign-caseload.ts'
import { answerAssignment, answerSharing, textOf, textsOf } from './team-form.ts'

/** Loads before and after sharing someone's files out; nothing is written. */
export async function previewSharing(fromId: string, toIds: readonly string[]): Promise<LoadsPreview> {
  const preview = await previewReassignment(await requireActor(), { fromId, toIds: Array.isArray(toIds) ? [...toIds] : [] })
  return preview.kind === 'preview' ? { count: preview.count, left: preview.left, loads: preview.loads } : null
}

/** Shares out a whole caseload. */
export async function shareCaseload(_previous: TeamFormState, form: FormData): Promise<TeamFormState> {
  const actor = await requireActor()
  return answerSharing(await reassignCaseload(actor, { fromId: textOf(form, 'fromId'), toIds: textsOf(form, 'toIds'), reason: textOf(form, 'reason') }))
}

/** Entrusts one file to another counsellor. */
export async function assignOne(_previous: TeamFormState, form: FormData): Promise<TeamFormState> {
  const actor = await requireActor()
  const input = { reference: textOf(form, 'reference'), counsellorId: textOf(form, 'counsellorId'), reason: textOf(form, 'reason') }
  return answerAssignment(await assignFile(actor, input), actor, input)
}
