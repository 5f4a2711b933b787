'use client'

import { useTranslations } from 'next-intl'
import { DateField } from '../ui/date-field.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { NOTHING_WRONG, type FormState } from '../ui/form-state.ts'
import { Notice } from '../ui/notices.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import { TextArea } from '../ui/text-fields.tsx'
import { useKeptForm, type FormAction } from '../ui/use-kept-form.ts'

/** Sets an alert aside until a day, with a reason. */
export function AsideForm({ kind, by, id, action }: { readonly kind: string; readonly by: string; readonly id: string; readonly action: FormAction<FormState> }) {
  const t = useTranslations('alerts.aside')
  const { state, pending, formProps } = useKeptForm(action, NOTHING_WRONG)
  const error = (field: string) => state.problems.find((problem) => problem.field === field)?.message
  return (
    <form {...formProps} className="form alert-aside">
      {Object.entries({ kind, by, id }).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      <ErrorSummary problems={state.problems} />
      {state.notice !== null && <div role="alert"><Notice>{state.notice}</Notice></div>}
      <p className="muted">{t('lead')}</p>
      <DateField name="until" label={t('until')} hint={t('untilHint')} error={error('until')} />
      <TextArea name="reason" label={t('reason')} error={error('reason')} rows={3} />
      <SubmitButton look="plain" pending={pending}>{t('submit')}</SubmitButton>
    </form>
  )
}
