'use client'
import { useTranslations } from 'next-intl'
import { ErrorSummary } from '@/components/ui/error-summary.tsx'
import { Notice } from '@/components/ui/notices.tsx'
import { SubmitButton } from '@/components/ui/submit-button.tsx'
import { TextField } from '@/components/ui/text-fields.tsx'
import { useKeptForm, type FormAction } from '@/components/ui/use-kept-form.ts'

export interface IssueState {
  readonly problems: readonly { readonly field: string; readonly message: string }[]
  /** Refused as a whole. */
  readonly notice: string | null
}
const NOTHING: IssueState = { problems: [], notice: null }

interface IssueFormProps {
  readonly action: FormAction<IssueState>
  readonly reference: string
  readonly kind: string
  readonly about: string | null
  readonly digest: string
  readonly submissionId: string
  /** The number of the document whose place it takes. */
  readonly replaces: string | null
}

/** Issues what stands below: with a reason, where it takes the place of another. */
export function IssueForm({ action, reference, kind, about, digest, submissionId, replaces }: IssueFormProps) {
  const t = useTranslations('documents.issue')
  const { state, pending, formProps } = useKeptForm(action, NOTHING)
  const problem = state.problems.find(({ field }) => field === 'reason')?.message
  return (
    <form {...formProps} className="form doc-issue">
      <ErrorSummary problems={state.problems} />
      {state.notice !== null && <div role="alert"><Notice>{state.notice}</Notice></div>}
      <input type="hidden" name="reference" value={reference} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="about" value={about ?? ''} />
      <input type="hidden" name="digest" value={digest} />
      <input type="hidden" name="submissionId" value={submissionId} />
      {replaces !== null && <TextField name="reason" label={t('reason', { number: replaces })} hint={t('reasonHint')} error={problem} maxLength={1000} />}
      <div className="doc-issue-f">
        <SubmitButton pending={pending} pendingWords={t('issuing')}>{t(replaces === null ? 'issue' : 'replace')}</SubmitButton>
        <p className="muted sm">{t('frozen')}</p>
      </div>
    </form>
  )
}
