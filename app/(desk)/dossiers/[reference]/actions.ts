'use server'

import { revalidatePath } from 'next/cache'
import { notFound, redirect } from 'next/navigation'
import type { ActState, PreviewView } from '@/components/file/acts/act-state.ts'
import { NOTHING_SENT } from '@/components/file/acts/act-state.ts'
import { previewOfOutcome, stateOfOutcome } from '@/components/file/acts/answer.ts'
import { typingProblems } from '@/components/file/acts/error-words.ts'
import { recordedNotice } from '@/components/file/acts/recorded-notice.ts'
import { readActRequest } from '@/components/file/acts/request.ts'
import { fileHref } from '@/components/file/address.ts'
import { placeHref } from '@/components/file/file-places.tsx'
import { setFlash } from '@/components/ui/set-flash.ts'
import { requireActor } from '@/lib/access/session.ts'
import { answerContext, commandOf, previewOf } from './act-commands.ts'

/** Records, corrects or withdraws, as the form says; then leads back to the file. */
export async function sendAct(_before: ActState, form: FormData): Promise<ActState> {
  const actor = await requireActor()
  const request = readActRequest(form, actor.locale)
  const unread = typingProblems(request.errors, actor.locale)
  if (unread.length > 0) return { ...NOTHING_SENT, problems: unread }
  const outcome = await commandOf(actor, request)
  if (outcome.kind !== 'recorded') return stateOfOutcome(outcome, await answerContext(actor, request)) ?? notFound()
  await setFlash(recordedNotice(outcome, request, actor.locale))
  revalidatePath(fileHref(outcome.reference))
  redirect(placeHref(outcome.reference, request.place))
}

/** What the form would do, with nothing written. */
export async function previewAct(form: FormData): Promise<PreviewView> {
  const actor = await requireActor()
  const request = readActRequest(form, actor.locale)
  if (Object.keys(request.errors).length > 0) return { kind: 'incomplete' }
  return previewOfOutcome(await previewOf(actor, request), await answerContext(actor, request))
}
