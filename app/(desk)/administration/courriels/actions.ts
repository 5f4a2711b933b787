'use server'

import { revalidatePath } from 'next/cache'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { NOTHING_WRONG, type FormState } from '@/components/ui/form-state.ts'
import { setFlash } from '@/components/ui/set-flash.ts'
import { requireActor } from '@/lib/access/session.ts'
import { saveMailModel, type ModelField, type ModelProblem } from '@/lib/notify/models.ts'
import { textIn } from '@/components/ui/form-text.ts'

const HOME = '/administration/courriels'

/** Keeps the wording of a model of e-mail. */
export async function keepModel(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor()
  const t = await getTranslations('mail.models')
  const key = textIn(form, 'key')
  const outcome = await saveMailModel(actor, {
    key: key === '' ? null : key,
    version: Number(textIn(form, 'version')) || 0,
    name: textIn(form, 'name'),
    subject: textIn(form, 'subject'),
    body: textIn(form, 'body').replaceAll('\r\n', '\n'),
    retired: form.get('retired') !== null,
  })
  switch (outcome.kind) {
    case 'kept':
      await setFlash({ text: t('saved') })
      revalidatePath(HOME)
      return redirect(HOME)
    case 'invalid': {
      const worded = (problem: ModelProblem): string => {
        if (problem.kind === 'unknown_token') return problem.near === null ? t('problem.unknown', { token: problem.token }) : t('problem.unknownNear', { token: problem.token, near: problem.near })
        return problem.kind === 'stray_braces' ? t('problem.stray') : t(`problem.${problem.kind}`)
      }
      return { notice: null, problems: (Object.entries(outcome.fields) as [ModelField, ModelProblem][]).map(([field, problem]) => ({ field, message: worded(problem) })) }
    }
    case 'changed_meanwhile':
      return { ...NOTHING_WRONG, notice: t('changed', { who: outcome.by }) }
    default:
      return notFound()
  }
}
