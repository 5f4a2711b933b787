'use server'

import { revalidatePath } from 'next/cache'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { exchangesHref } from '@/components/exchanges/address.ts'
import { NOTHING_WRONG, type FormState } from '@/components/ui/form-state.ts'
import { setFlash } from '@/components/ui/set-flash.ts'
import { requireActor } from '@/lib/access/session.ts'
import { queueMessage, type MessageField, type MessageProblem } from '@/lib/notify/queue-message.ts'
import { textIn } from '@/components/ui/form-text.ts'

/** Puts an e-mail to the person in the queue. */
export async function sendMessage(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor()
  const t = await getTranslations('mail.compose')
  const reference = textIn(form, 'reference')
  const modelKey = textIn(form, 'modelKey')
  const outcome = await queueMessage(actor, {
    reference,
    submissionId: textIn(form, 'submissionId'),
    modelKey: modelKey === '' ? null : modelKey,
    to: textIn(form, 'to'),
    keepAddress: form.get('keepAddress') !== null,
    subject: textIn(form, 'subject'),
    // A browser sends lines ended by CRLF.
    body: textIn(form, 'body').replaceAll('\r\n', '\n'),
  })
  if (outcome.kind === 'not_found') notFound()
  if (outcome.kind === 'not_allowed') return { ...NOTHING_WRONG, notice: t('notAllowed') }
  if (outcome.kind === 'too_many_today') return { ...NOTHING_WRONG, notice: t('tooManyToday', { most: outcome.most }) }
  if (outcome.kind === 'invalid') {
    const worded = (field: MessageField, problem: MessageProblem) => (problem === 'required' ? t(`problem.required.${field}`) : t(`problem.${problem}`))
    return { notice: null, problems: (Object.entries(outcome.fields) as [MessageField, MessageProblem][]).map(([field, problem]) => ({ field, message: worded(field, problem) })) }
  }
  await setFlash({ text: t('sent', { to: outcome.to }) })
  revalidatePath(exchangesHref(reference))
  redirect(exchangesHref(reference))
}
