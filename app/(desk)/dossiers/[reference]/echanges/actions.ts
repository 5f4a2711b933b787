'use server'

import { revalidatePath } from 'next/cache'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { NOTHING_SENT, type ActState } from '@/components/file/acts/act-state.ts'
import { stateOfOutcome } from '@/components/file/acts/answer.ts'
import { typingProblems } from '@/components/file/acts/error-words.ts'
import { recordedNotice } from '@/components/file/acts/recorded-notice.ts'
import { readActRequest } from '@/components/file/acts/request.ts'
import { exchangesHref } from '@/components/exchanges/address.ts'
import { NOTHING_WRONG, type MailFormState } from '@/components/mail/form-state.ts'
import { setFlash } from '@/components/ui/set-flash.ts'
import { requireActor } from '@/lib/access/session.ts'
import { queueMessage, type MessageField, type MessageProblem } from '@/lib/notify/queue-message.ts'
import { answerContext, commandOf } from '../act-commands.ts'

const text = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** Records a contact from the page of exchanges, and comes back to it. */
export async function logContact(_before: ActState, form: FormData): Promise<ActState> {
  const actor = await requireActor()
  const request = readActRequest(form, actor.locale)
  const unread = typingProblems(request.errors, actor.locale)
  if (unread.length > 0) return { ...NOTHING_SENT, problems: unread }
  const outcome = await commandOf(actor, request)
  if (outcome.kind !== 'recorded') return stateOfOutcome(outcome, await answerContext(actor, request)) ?? notFound()
  await setFlash(recordedNotice(outcome, request, actor.locale))
  revalidatePath(exchangesHref(outcome.reference))
  redirect(exchangesHref(outcome.reference))
}

/** Puts an e-mail to the person in the queue. */
export async function sendMessage(_before: MailFormState, form: FormData): Promise<MailFormState> {
  const actor = await requireActor()
  const t = await getTranslations('mail.compose')
  const reference = text(form, 'reference')
  const modelKey = text(form, 'modelKey')
  const outcome = await queueMessage(actor, {
    reference,
    submissionId: text(form, 'submissionId'),
    modelKey: modelKey === '' ? null : modelKey,
    to: text(form, 'to'),
    keepAddress: form.get('keepAddress') !== null,
    subject: text(form, 'subject'),
    // A browser sends lines ended by CRLF.
    body: text(form, 'body').replaceAll('\r\n', '\n'),
  })
  if (outcome.kind === 'not_found') notFound()
  if (outcome.kind === 'not_allowed') return { ...NOTHING_WRONG, notice: t('notAllowed') }
  if (outcome.kind === 'invalid') {
    const worded = (field: MessageField, problem: MessageProblem) => (problem === 'required' ? t(`problem.required.${field}`) : t(`problem.${problem}`))
    return { notice: null, problems: (Object.entries(outcome.fields) as [MessageField, MessageProblem][]).map(([field, problem]) => ({ field, message: worded(field, problem) })) }
  }
  await setFlash({ text: t('sent', { to: outcome.to }) })
  revalidatePath(exchangesHref(reference))
  redirect(exchangesHref(reference))
}
