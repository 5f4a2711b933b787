'use server'

import { revalidatePath } from 'next/cache'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { fileHref } from '@/components/file/address.ts'
import { NOTHING_WRONG, type FormState } from '@/components/ui/form-state.ts'
import { setFlash } from '@/components/ui/set-flash.ts'
import { isoOf } from '@/lib/accord/calendar/day.ts'
import { requireActor } from '@/lib/access/session.ts'
import { silenceDeadline, takeSilenceBack } from '@/lib/cases/commands/silence-deadline.ts'
import { readTypedDay } from '@/lib/wording/parse-day.ts'
import { textIn } from '@/components/ui/form-text.ts'

/** Says a deadline done elsewhere, and comes back to the file. */
export async function sayDoneElsewhere(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor()
  const t = await getTranslations('exchanges.silence')
  const typed = readTypedDay(textIn(form, 'doneOn'))
  const reference = textIn(form, 'reference')
  const outcome = await silenceDeadline(actor, {
    reference, code: textIn(form, 'code'), dueOn: textIn(form, 'dueOn'), doneOn: typed.ok ? isoOf(typed.day) : '', reason: textIn(form, 'reason'),
  })
  switch (outcome.kind) {
    case 'silenced':
      await setFlash({ text: t('saved') })
      revalidatePath(fileHref(reference))
      return redirect(fileHref(reference))
    case 'invalid': {
      const { doneOn, reason } = outcome.fields
      return {
        notice: null,
        problems: [
          ...(doneOn === undefined ? [] : [{ field: 'doneOn', message: t(doneOn === 'in_the_future' ? 'problem.future' : 'problem.doneOn') }]),
          ...(reason === undefined ? [] : [{ field: 'reason', message: t(reason === 'too_long' ? 'problem.tooLong' : 'problem.reason') }]),
        ],
      }
    }
    case 'stays_loud':
      return { ...NOTHING_WRONG, notice: t('loud') }
    case 'no_such_deadline':
      return { ...NOTHING_WRONG, notice: t('gone') }
    case 'not_allowed':
      return { ...NOTHING_WRONG, notice: t('notAllowed') }
    case 'not_found':
      return notFound()
  }
}

/** Takes it back. */
export async function takeBackSilence(form: FormData): Promise<void> {
  const actor = await requireActor()
  const outcome = await takeSilenceBack(actor, textIn(form, 'id'))
  if (outcome.kind !== 'taken_back') notFound()
  await setFlash({ text: (await getTranslations('exchanges.silence'))('backSaved') })
  revalidatePath(fileHref(outcome.reference))
}
