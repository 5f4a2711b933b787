'use server'
import type { FormState } from '@/components/ui/form-state.ts'
import type { LoadsPreview } from '@/components/team/team-loads.ts'
import { requireActor } from '@/lib/access/session.ts'
import { assignFile } from '@/lib/cases/commands/assign-file.ts'
import { previewReassignment, reassignCaseload } from '@/lib/cases/commands/reassign-caseload.ts'
import { POSTS, type Post } from '@/lib/cases/handover/caseload-plan.ts'
import { cancelPlanned, planReassignment } from '@/lib/cases/handover/planned-handovers.ts'
import { isoOf } from '@/lib/accord/calendar/day.ts'
import { readTypedDay } from '@/lib/wording/parse-day.ts'
import { answerAssignment, answerPlan, answerSharing, refuseDay, sayCancelled, textsOf } from './team-form.ts'
import { textIn } from '@/components/ui/form-text.ts'

const postsOf = (values: readonly string[]): Post[] => POSTS.filter((post) => values.includes(post))

/** Loads before and after sharing someone's files out; nothing is written. */
export async function previewSharing(fromId: string, toIds: readonly string[], posts: readonly string[]): Promise<LoadsPreview> {
  const listed = (values: readonly string[]) => (Array.isArray(values) ? [...values] : [])
  const preview = await previewReassignment(await requireActor(), { fromId, toIds: listed(toIds), posts: postsOf(listed(posts)) })
  return preview.kind === 'preview' ? { count: preview.count, left: preview.left, loads: preview.loads } : null
}

/** Shares out a whole caseload, now or on the day typed. */
export async function shareCaseload(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor()
  const input = { fromId: textIn(form, 'fromId'), toIds: textsOf(form, 'toIds'), posts: postsOf(textsOf(form, 'posts')), reason: textIn(form, 'reason') }
  const typed = textIn(form, 'on').trim()
  if (typed === '') return answerSharing(await reassignCaseload(actor, input))
  const on = readTypedDay(typed)
  return on.ok ? answerPlan(await planReassignment(actor, { ...input, on: isoOf(on.day) })) : refuseDay(on)
}

/** Gives up a sharing out before its day. */
export async function giveUpPlanned(form: FormData): Promise<string> {
  return sayCancelled(await cancelPlanned(await requireActor(), textIn(form, 'plannedId')))
}

/** Entrusts one file to another counsellor. */
export async function assignOne(_previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor()
  const input = { reference: textIn(form, 'reference'), counsellorId: textIn(form, 'counsellorId'), reason: textIn(form, 'reason') }
  return answerAssignment(await assignFile(actor, input), actor, input)
}
