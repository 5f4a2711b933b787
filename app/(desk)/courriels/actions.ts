'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { NOTHING_WRONG, type FormState } from '@/components/ui/form-state.ts'
import { setFlash } from '@/components/ui/set-flash.ts'
import { requireActor } from '@/lib/access/session.ts'
import { cancelMail, tryAgain } from '@/lib/notify/mailbox.ts'
import { textIn } from '@/components/ui/form-text.ts'

/** Tries an e-mail again at once, or calls it back. */
export async function changeMail(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor()
  const t = await getTranslations('mail')
  const again = textIn(form, 'do') === 'retry'
  const outcome = again ? await tryAgain(actor, textIn(form, 'id')) : await cancelMail(actor, textIn(form, 'id'))
  if (outcome.kind === 'not_found') return { ...NOTHING_WRONG, notice: t('notFound') }
  if (outcome.kind === 'too_late') return { ...NOTHING_WRONG, notice: t('tooLate', { state: t(`state.${outcome.state}`) }) }
  await setFlash({ text: t(again ? 'retried' : 'cancelled') })
  revalidatePath('/courriels')
  const back = textIn(form, 'back')
  return redirect(/^\/courriels(\?|$)/u.test(back) ? back : '/courriels')
}
