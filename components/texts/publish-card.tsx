'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Card } from '@/components/ui/card.tsx'
import { Dialog } from '@/components/ui/dialog.tsx'
import { Notice } from '@/components/ui/notices.tsx'
import { SubmitButton } from '@/components/ui/submit-button.tsx'
import { TextArea } from '@/components/ui/text-fields.tsx'
import { useKeptForm, type FormAction } from '@/components/ui/use-kept-form.ts'
import { NOTHING_WRONG, type FormState } from '@/components/ui/form-state.ts'

export interface PublishCardProps {
  readonly code: string
  readonly version: number
  readonly title: string
  readonly mayPublish: boolean
  /** Whether the draft is the reader's own. */
  readonly needsAnother: boolean
  readonly counted: boolean
  readonly publish: FormAction<FormState>
  readonly withdraw: FormAction<FormState>
}

/** Publishing a draft or taking it back: each is confirmed, neither can be undone. */
export function PublishCard({ code, version, title, mayPublish, needsAnother, counted, publish, withdraw }: PublishCardProps) {
  const t = useTranslations('texts.publish')
  const [asked, setAsked] = useState<'publish' | 'withdraw' | null>(null)
  const publishing = useKeptForm(publish, NOTHING_WRONG)
  const withdrawing = useKeptForm(withdraw, NOTHING_WRONG)
  const close = () => setAsked(null)
  const hidden = <><input type="hidden" name="code" value={code} /><input type="hidden" name="version" value={version} /></>
  const reasonError = withdrawing.state.problems.find(({ field }) => field === 'reason')?.message
  return (
    <Card id="publish" title={t('title')}>
      <p className="muted">{t('lead')}</p>
      {needsAnother && <Notice>{t('needsAnother')}</Notice>}
      {mayPublish && !counted && <Notice>{t('notCounted')}</Notice>}
      <div className="acts">
        {mayPublish && <Button look="primary" onClick={() => setAsked('publish')}>{t('action')}</Button>}
        <Button onClick={() => setAsked('withdraw')}>{t('withdraw')}</Button>
      </div>
      <Dialog open={asked === 'publish'} onClose={close} title={t('confirm', { title })}>
        <form {...publishing.formProps} className="form">
          {hidden}
          <p>{t('confirmLead')}</p>
          {publishing.state.notice !== null && <div role="alert"><Notice>{publishing.state.notice}</Notice></div>}
          <div className="acts">
            <SubmitButton pending={publishing.pending} pendingWords={t('publishing')}>{t('confirmYes')}</SubmitButton>
            <Button look="ghost" onClick={close}>{t('cancel')}</Button>
          </div>
        </form>
      </Dialog>
      <Dialog open={asked === 'withdraw'} onClose={close} title={t('withdrawTitle', { code })}>
        <form {...withdrawing.formProps} className="form">
          {hidden}
          <p>{t('withdrawLead')}</p>
          {withdrawing.state.notice !== null && <div role="alert"><Notice>{withdrawing.state.notice}</Notice></div>}
          <TextArea name="reason" label={t('reason')} rows={2} maxLength={1000} error={reasonError} required />
          <div className="acts">
            <SubmitButton pending={withdrawing.pending} pendingWords={t('withdrawing')}>{t('withdrawYes')}</SubmitButton>
            <Button look="ghost" onClick={close}>{t('cancel')}</Button>
          </div>
        </form>
      </Dialog>
    </Card>
  )
}
