'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { LinkButton } from '@/components/ui/button.tsx'
import { Checkbox } from '@/components/ui/choice-fields.tsx'
import { Drawer } from '@/components/ui/drawer.tsx'
import { ErrorSummary } from '@/components/ui/error-summary.tsx'
import { Notice } from '@/components/ui/notices.tsx'
import { SubmitButton } from '@/components/ui/submit-button.tsx'
import { TextArea, TextField } from '@/components/ui/text-fields.tsx'
import { useKeptForm, type FormAction } from '@/components/ui/use-kept-form.ts'
import { NOTHING_WRONG, type FormState } from '@/components/ui/form-state.ts'

interface ModelDrawerProps {
  /** `null`: a new model. */
  readonly model: { readonly key: string; readonly version: number; readonly name: string; readonly subject: string; readonly body: string; readonly retired: boolean } | null
  readonly tokens: readonly { readonly name: string; readonly label: string }[]
  readonly closeHref: string
  readonly action: FormAction<FormState>
}

/** The wording of a model, with the words that the file may put in it. */
export function ModelDrawer({ model, tokens, closeHref, action }: ModelDrawerProps) {
  const t = useTranslations('mail.models')
  const common = useTranslations('common')
  const router = useRouter()
  const { state, pending, formProps } = useKeptForm(action, NOTHING_WRONG)
  const problem = (field: string) => state.problems.find((one) => one.field === field)?.message
  return (
    <Drawer title={model === null ? t('new') : t('editTitle')} onClose={() => router.push(closeHref, { scroll: false })}>
      <form {...formProps} className="form">
        <input type="hidden" name="key" value={model?.key ?? ''} />
        <input type="hidden" name="version" value={model?.version ?? 0} />
        <ErrorSummary problems={state.problems} />
        {state.notice !== null && <div role="alert"><Notice>{state.notice}</Notice></div>}
        <TextField name="name" label={t('name')} hint={t('nameHint')} defaultValue={model?.name ?? ''} error={problem('name')} autoComplete="off" />
        <TextField name="subject" label={t('subject')} defaultValue={model?.subject ?? ''} error={problem('subject')} autoComplete="off" />
        <div className="body-field"><TextArea name="body" label={t('body')} hint={t('bodyHint', { example: '{{prenom}}' })} defaultValue={model?.body ?? ''} error={problem('body')} rows={12} /></div>
        <details className="token-list">
          <summary>{t('tokens')}</summary>
          <dl>{tokens.map(({ name, label }) => <div key={name}><dt><code>{`{{${name}}}`}</code></dt><dd>{label}</dd></div>)}</dl>
        </details>
        {model !== null && <Checkbox name="retired" label={t('retire')} defaultChecked={model.retired} />}
        <div className="drawer-foot">
          <SubmitButton pending={pending}>{t('save')}</SubmitButton>
          <LinkButton look="ghost" href={closeHref} scroll={false}>{common('cancel')}</LinkButton>
        </div>
      </form>
    </Drawer>
  )
}
