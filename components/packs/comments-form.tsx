'use client'

import { useTranslations } from 'next-intl'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Notice } from '../ui/notices.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import { TextArea } from '../ui/text-fields.tsx'
import { useKeptForm, type FormAction } from '../ui/use-kept-form.ts'
import { COMMENTS_NOT_SENT, type CommentsState } from './pack-state.ts'

export interface CommentsFormProps {
  readonly id: string
  readonly version: number
  readonly sections: readonly { readonly section: string; readonly title: string; readonly text: string }[]
  readonly action: FormAction<CommentsState>
}

/** The comments of a draft, a field for each part; what a colleague saved meanwhile is shown, never lost. */
export function CommentsForm({ id, version, sections, action }: CommentsFormProps) {
  const t = useTranslations('packs.pack.comments')
  const { state, pending, formProps } = useKeptForm(action, COMMENTS_NOT_SENT)
  const error = (field: string) => state.problems.find((problem) => problem.field === field)?.message
  return (
    <form {...formProps} className="form pack-comments">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={state.version ?? version} />
      <ErrorSummary problems={state.problems} />
      {state.notice !== null && <div role="alert"><Notice>{state.notice}</Notice></div>}
      <p className="hint">{t('hint')}</p>
      {sections.map(({ section, title, text }) => (
        <TextArea key={section} name={section} label={title} hint={state.theirs[section]} error={error(section)} defaultValue={text} rows={3} optional />
      ))}
      <SubmitButton pending={pending} pendingWords={t('saving')} look="plain">{t('save')}</SubmitButton>
    </form>
  )
}
