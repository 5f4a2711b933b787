'use client'

import { useTranslations } from 'next-intl'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { NOTHING_WRONG, type FormState } from '../ui/form-state.ts'
import { Notice } from '../ui/notices.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import { TextArea } from '../ui/text-fields.tsx'
import { useKeptForm, type FormAction } from '../ui/use-kept-form.ts'

export interface IssueFormProps {
  readonly id: string
  readonly version: number
  readonly edition: number
  /** The number it takes the place of, if any: a reason is then asked. */
  readonly replaces: string | null
  readonly action: FormAction<FormState>
}

/** Issues a draft: the version and the figures that were read. */
export function IssueForm({ id, version, edition, replaces, action }: IssueFormProps) {
  const t = useTranslations('packs.pack.issue')
  const { state, pending, formProps } = useKeptForm(action, NOTHING_WRONG)
  return (
    <form {...formProps} className="form pack-issue">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="edition" value={edition} />
      {replaces !== null && <input type="hidden" name="replaces" value={replaces} />}
      <ErrorSummary problems={state.problems} />
      {state.notice !== null && <div role="alert"><Notice>{state.notice}</Notice></div>}
      <p>{t('lead')}</p>
      {replaces !== null && (
        <TextArea name="reason" label={t('reason')} hint={t('reasonHint', { number: replaces })} error={state.problems.find(({ field }) => field === 'reason')?.message} rows={3} />
      )}
      <SubmitButton pending={pending} pendingWords={t('issuing')}>{t('button')}</SubmitButton>
    </form>
  )
}
