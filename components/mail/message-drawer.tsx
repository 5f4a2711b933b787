'use client'

import { useTranslations } from 'next-intl'
import { Checkbox } from '@/components/ui/choice-fields.tsx'
import { Drawer } from '@/components/ui/drawer.tsx'
import { ErrorSummary } from '@/components/ui/error-summary.tsx'
import { LinkButton } from '@/components/ui/button.tsx'
import { Notice } from '@/components/ui/notices.tsx'
import { SubmitButton } from '@/components/ui/submit-button.tsx'
import { SelectField, TextArea, TextField } from '@/components/ui/text-fields.tsx'
import { useKeptForm, type FormAction } from '@/components/ui/use-kept-form.ts'
import { useGo } from '@/components/ui/waiting.ts'
import { NOTHING_WRONG, type FormState } from '@/components/ui/form-state.ts'

export interface MessageDrawerProps {
  readonly reference: string
  readonly submissionId: string
  readonly models: readonly { readonly key: string; readonly name: string; readonly href: string }[]
  readonly blankHref: string
  readonly draft: { readonly modelKey: string; readonly subject: string; readonly body: string; readonly missing: readonly string[] } | null
  readonly address: string | null
  readonly closeHref: string
  readonly action: FormAction<FormState>
}

/** An e-mail to the person: a model filled with the file's own dates, changed at will, and sent by the worker. */
export function MessageDrawer({ reference, submissionId, models, blankHref, draft, address, closeHref, action }: MessageDrawerProps) {
  const t = useTranslations('mail.compose')
  const common = useTranslations('common')
  const go = useGo()
  const { state, pending, formProps } = useKeptForm(action, NOTHING_WRONG)
  const problem = (field: string) => state.problems.find((one) => one.field === field)?.message
  const modelKey = draft?.modelKey ?? ''
  return (
    <Drawer title={t('title')} onClose={() => go(closeHref, { scroll: false })}>
      <p className="sm muted">{t('notContact')}</p>
      <form {...formProps} className="form">
        <input type="hidden" name="reference" value={reference} />
        <input type="hidden" name="submissionId" value={submissionId} />
        <input type="hidden" name="modelKey" value={modelKey} />
        <ErrorSummary problems={state.problems} />
        {state.notice !== null && <div role="alert"><Notice>{state.notice}</Notice></div>}
        <SelectField
          name="model" label={t('model')} placeholder={t('blank')} value={modelKey}
          choices={models.map(({ key, name }) => ({ value: key, label: name }))}
          onChange={(event) => go(models.find(({ key }) => key === event.currentTarget.value)?.href ?? blankHref, { scroll: false, replace: true })}
        />
        {draft !== null && draft.missing.length > 0 && <Notice>{t('missing', { tokens: draft.missing.map((token) => `{{${token}}}`).join(', ') })}</Notice>}
        <TextField name="to" label={t('to')} defaultValue={address ?? ''} hint={address === null ? t('noAddress') : undefined} error={problem('to')} type="text" inputMode="email" autoComplete="off" spellCheck={false} />
        <Checkbox name="keepAddress" label={t('keep')} defaultChecked={address === null} />
        <TextField key={`subject-${modelKey}`} name="subject" label={t('subject')} defaultValue={draft?.subject ?? ''} error={problem('subject')} autoComplete="off" />
        <div className="body-field"><TextArea key={`body-${modelKey}`} name="body" label={t('body')} defaultValue={draft?.body ?? ''} error={problem('body')} rows={12} /></div>
        <div className="drawer-foot">
          <SubmitButton pending={pending} pendingWords={t('sending')}>{t('send')}</SubmitButton>
          <LinkButton look="ghost" href={closeHref} scroll={false}>{common('cancel')}</LinkButton>
        </div>
      </form>
    </Drawer>
  )
}
