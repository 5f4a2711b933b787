'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { REASON_LIMIT } from '@/lib/cases/content/attachment-terms.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextArea } from '../ui/text-fields.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import { toast } from '../ui/toast.tsx'
import { useKeptForm, type FormAction } from '../ui/use-kept-form.ts'
import { NOTHING_WITHDRAWN, type WithdrawState } from './withdraw-state.ts'

export interface WithdrawButtonProps {
  readonly reference: string
  readonly id: string
  readonly title: string
  readonly withdraw: FormAction<WithdrawState>
}

/** Withdraws an attachment, which cannot be taken back: asked in a dialog, with the reason. */
export function WithdrawButton({ reference, id, title, withdraw }: WithdrawButtonProps) {
  const t = useTranslations('attachments')
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const { state, pending, formProps } = useKeptForm(withdraw, NOTHING_WITHDRAWN)
  useEffect(() => {
    if (state.done === null) return
    setOpen(false)
    toast({ text: state.done })
    router.refresh()
  }, [state, router])
  const form = `withdraw-${id}`
  return (
    <>
      <Button look="ghost" aria-label={t('line.withdrawNamed', { title })} onClick={() => setOpen(true)}>{t('line.withdraw')}</Button>
      <Dialog
        open={open} onClose={() => setOpen(false)} title={t('withdraw.title', { title })}
        actions={<><Button onClick={() => setOpen(false)}>{t('withdraw.keep')}</Button><SubmitButton form={form} pending={pending}>{t('withdraw.submit')}</SubmitButton></>}
      >
        <form {...formProps} id={form} className="form">
          <p>{t('withdraw.lead')}</p>
          <input type="hidden" name="reference" value={reference} />
          <input type="hidden" name="id" value={id} />
          <TextArea name="reason" id={`${form}-reason`} label={t('withdraw.reason')} hint={t('withdraw.reasonHint')} error={state.problem ?? undefined} maxLength={REASON_LIMIT} rows={3} />
        </form>
      </Dialog>
    </>
  )
}
