'use server'

import { revalidatePath } from 'next/cache'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { WithdrawState } from '@/components/attachments/withdraw-state.ts'
import { requireActor } from '@/lib/access/session.ts'
import { withdrawAttachment } from '@/lib/cases/attachments/withdraw-attachment.ts'
import { textIn } from '@/components/ui/form-text.ts'

/** Withdraws an attachment, with its reason. */
export async function withdrawAction(_before: WithdrawState, form: FormData): Promise<WithdrawState> {
  const actor = await requireActor()
  const reference = textIn(form, 'reference')
  const outcome = await withdrawAttachment(actor, { reference, id: textIn(form, 'id'), reason: textIn(form, 'reason') })
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
