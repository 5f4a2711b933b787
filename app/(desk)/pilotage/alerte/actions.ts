'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { alertHref } from '@/components/alerts/alert-address.ts'
import { typingMessage } from '@/components/file/acts/error-words.ts'
import { NOTHING_WRONG, type FormState } from '@/components/ui/form-state.ts'
import { textIn } from '@/components/ui/form-text.ts'
import { setFlash } from '@/components/ui/set-flash.ts'
import { requireActor } from '@/lib/access/session.ts'
import { setAside, takeBack, type AlertAsked } from '@/lib/steering/alerts.ts'
import { formatDayPlain } from '@/lib/wording/format/index.ts'
import { readTypedDay } from '@/lib/wording/parse-day.ts'

const askedIn = (form: FormData): AlertAsked => ({ kind: textIn(form, 'kind'), by: textIn(form, 'by'), id: textIn(form, 'id') })

/** Sets an alert aside. */
export async function setAsideAction(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor()
  const t = await getTranslations('alerts')
  const [asked, typed] = [askedIn(form), readTypedDay(textIn(form, 'until'))]
  const until = typed.ok ? typed.day : null
  const outcome = await setAside(actor, asked, { until, reason: textIn(form, 'reason') })
  switch (outcome.kind) {
    case 'set':
      await setFlash({ text: until === null ? t('metaTitle') : t('aside.done', { day: formatDayPlain(until, actor.locale) }) })
      revalidatePath('/pilotage')
      return redirect(alertHref(asked.kind, asked))
    case 'invalid': {
      const { until: day, reason } = outcome.fields
      const unread = typed.ok || typed.code === 'empty' ? null : typingMessage({ of: 'day', typed }, actor.locale)
      return {
        notice: null,
        problems: [...(day === undefined ? [] : [{ field: 'until', message: unread ?? t(`problem.until.${day as 'required' | 'not_to_come' | 'too_far'}`) }]), ...(reason === undefined ? [] : [{ field: 'reason', message: t(`problem.reason.${reason as 'required' | 'too_long' | 'not_text'}`) }])],
      }
    }
    case 'not_found':
      return { ...NOTHING_WRONG, notice: t('aside.gone') }
  }
}

/** Tells it again. */
export async function takeBackAction(form: FormData): Promise<void> {
  const actor = await requireActor()
  const t = await getTranslations('alerts')
  const asked = askedIn(form)
  await setFlash({ text: (await takeBack(actor, asked)) ? t('aside.takenBack') : t('aside.gone') })
  revalidatePath('/pilotage')
  redirect(alertHref(asked.kind, asked))
}
