'use client'
import { useTranslations } from 'next-intl'
import { SubmitButton } from '@/components/ui/submit-button.tsx'
import { useKeptForm, type FormAction } from '@/components/ui/use-kept-form.ts'
import { NOTHING_WRONG, type FormState } from '@/components/ui/form-state.ts'

/** Asks for the effect of a draft to be counted. */
export function CountButton({ code, action, again }: { readonly code: string; readonly action: FormAction<FormState>; readonly again: boolean }) {
  const t = useTranslations('texts.impact')
  const { state, pending, formProps } = useKeptForm(action, NOTHING_WRONG)
  return (
    <form {...formProps} className="count-form">
      <input type="hidden" name="code" value={code} />
      {state.notice !== null && <p role="alert" className="err">{state.notice}</p>}
      <SubmitButton pending={pending} pendingWords={t('counting')} look={again ? 'ghost' : 'primary'}>{t(again ? 'again' : 'count')}</SubmitButton>
    </form>
  )
}
