'use server'
import { revalidatePath } from 'next/cache'
import { getTranslations } from 'next-intl/server'
import { NOTHING_WRONG, type FormState } from '@/components/ui/form-state.ts'
import { readTextForm } from '@/components/texts/read-text-form.ts'
import { requireActor } from '@/lib/access/session.ts'
import { impactOf, publishText } from '@/lib/cases/texts/publish-text.ts'
import { draftText, editDraft, withdrawDraft } from '@/lib/cases/texts/write-text.ts'
import { doneAt, problemsState, refusalState, versionIn } from './text-form-actions.ts'
import { textIn } from '@/components/ui/form-text.ts'

type Answer = Promise<FormState>

/** Drafts a text, or writes a draft again; what could not be read or is refused is told at its field. */
export async function saveDraft(_previous: FormState, form: FormData): Answer {
  const actor = await requireActor()
  const read = readTextForm(form, actor.locale)
  if (read.problems.length > 0) return problemsState(read.problems.map(({ field, code }) => ({ path: field, code, values: {} })), (field) => field, actor.locale)
  const rewritten = textIn(form, 'version') !== ''
  const outcome = rewritten ? await editDraft(actor, textIn(form, 'code'), versionIn(form), read.content) : await draftText(actor, read.content)
  if (outcome.kind === 'invalid') return problemsState(outcome.problems, read.fieldOf, actor.locale)
  if (outcome.kind !== 'drafted') return refusalState(outcome, actor.locale)
  const t = await getTranslations('texts.publish')
  return doneAt(`/administration/textes/${outcome.code}`, t('drafted', { code: outcome.code }))
}

/** Counts what a draft would do to live files. */
export async function countImpact(_previous: FormState, form: FormData): Answer {
  const actor = await requireActor()
  const code = textIn(form, 'code')
  const outcome = await impactOf(actor, code)
  if (outcome.kind !== 'counted') return refusalState(outcome, actor.locale)
  // What was counted shows on the page itself.
  revalidatePath('/', 'layout')
  return NOTHING_WRONG
}

/** Publishes a draft that someone else wrote. */
export async function publish(_previous: FormState, form: FormData): Answer {
  const actor = await requireActor()
  const outcome = await publishText(actor, textIn(form, 'code'), versionIn(form))
  if (outcome.kind !== 'published') return refusalState(outcome, actor.locale)
  const t = await getTranslations('texts.publish')
  return doneAt('/administration/textes', t('done', { code: outcome.code, moved: outcome.moved }))
}

/** Takes a draft back, with a reason. */
export async function withdraw(_previous: FormState, form: FormData): Answer {
  const actor = await requireActor()
  const code = textIn(form, 'code')
  const outcome = await withdrawDraft(actor, code, versionIn(form), textIn(form, 'reason'))
  if (outcome.kind !== 'withdrawn') return refusalState(outcome, actor.locale)
  const t = await getTranslations('texts.publish')
  return doneAt('/administration/textes', t('withdrawn', { code }))
}
