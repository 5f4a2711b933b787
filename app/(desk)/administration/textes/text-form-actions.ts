import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { NOTHING_WRONG, type FormState } from '@/components/ui/form-state.ts'
import { problemWords } from '@/components/texts/problem-words.ts'
import { setFlash } from '@/components/ui/set-flash.ts'
import type { TextProblem } from '@/lib/accord/texts/added-checks.ts'
import type { TextChangedMeanwhile } from '@/lib/cases/texts/write-text.ts'
import { formatMoment } from '@/lib/wording/format/moment.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import { textIn } from '@/components/ui/form-text.ts'

/** A version as the form carries it; what is none matches no version, and is told as changed. */
export const versionIn = (form: FormData): number => (/^\d{1,9}$/u.test(textIn(form, 'version')) ? Number(textIn(form, 'version')) : 0)

/** Each thing wrong, at the field it was typed in; once per field. */
export function problemsState(problems: readonly TextProblem[], fieldOf: (path: string) => string, locale: Locale): FormState {
  const worded = problems.map(({ path, code, values }) => ({ field: fieldOf(path), message: problemWords(code, values, locale, fieldOf(path)) }))
  return { ...NOTHING_WRONG, problems: worded.filter((one, index) => worded.findIndex(({ field }) => field === one.field) === index) }
}

type Refusal = { readonly kind: 'needs_another_person' | 'not_found' | 'not_allowed' | 'invalid' | 'reason_missing' } | TextChangedMeanwhile

/** Why nothing was done, as a whole. */
export async function refusalState(refusal: Refusal, locale: Locale): Promise<FormState> {
  const t = await getTranslations('texts.publish.error')
  if (refusal.kind === 'changed_meanwhile') return { ...NOTHING_WRONG, notice: t('changed_meanwhile', { who: refusal.by, when: formatMoment(refusal.at, locale) }) }
  if (refusal.kind === 'reason_missing') return { ...NOTHING_WRONG, problems: [{ field: 'reason', message: t('reason_missing') }] }
  return { ...NOTHING_WRONG, notice: t(refusal.kind) }
}

/** Says what was done on the page that shows it. */
export async function doneAt(address: string, text: string): Promise<never> {
  await setFlash({ text })
  revalidatePath('/', 'layout')
  return redirect(address)
}
