'use server'

import { revalidatePath } from 'next/cache'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { WithdrawState } from '@/components/attachments/withdraw-state.ts'
import { requireActor } from '@/lib/access/session.ts'
import { withdrawAttachment } from '@/lib/cases/attachments/withdraw-attachment.ts'

function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** Withdraws an attachment, with its reason. */
export async function withdrawAction(_before: WithdrawState, form: FormData): Promise<WithdrawState> {
  const actor = await requireActor()
  const reference = textOf(form, 'reference')
  const outcome = await withdrawAttachment(actor, { reference, id: textOf(form, 'id'), reason: textOf(form, 'reason') })
  const t = await getTranslations('attachments')
  switch (outcome.kind) {
    case 'withdrawn':
    case 'gone':
      revalidatePath(`/dossiers/${encodeURIComponent(reference)}/documents`)
      return { problem: null, done: outcome.kind === 'gone' ? t('withdraw.gone') : t('withdraw.done') }
    case 'invalid':
      return { problem: t(`withdraw.${outcome.error}`), done: null }
    case 'not_allowed':
      return { problem: t('error.not_allowed'), done: null }
    case 'not_found':
      return notFound()
  }
}
