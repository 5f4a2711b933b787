'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { NOTHING_WRONG, type FormState } from '@/components/ui/form-state.ts'
import { DateField } from '@/components/ui/date-field.tsx'
import { Drawer } from '@/components/ui/drawer.tsx'
import { ErrorSummary } from '@/components/ui/error-summary.tsx'
import { LinkButton } from '@/components/ui/button.tsx'
import { Notice } from '@/components/ui/notices.tsx'
import { SubmitButton } from '@/components/ui/submit-button.tsx'
import { TextArea } from '@/components/ui/text-fields.tsx'
import { useKeptForm, type FormAction } from '@/components/ui/use-kept-form.ts'

interface SilenceDrawerProps {
  readonly reference: string
  readonly code: string
  readonly dueIso: string
  /** The act and its last day, in words. */
  readonly deadline: string
  readonly today: string
  readonly closeHref: string
  readonly action: FormAction<FormState>
}

/** Saying that a deadline was met elsewhere: when, where and how. */
export function SilenceDrawer({ reference, code, dueIso, deadline, today, closeHref, action }: SilenceDrawerProps) {
  const t = useTranslations('exchanges.silence')
  const common = useTranslations('common')
  const router = useRouter()
  const { state, pending, formProps } = useKeptForm(action, NOTHING_WRONG)
  const problem = (field: string) => state.problems.find((one) => one.field === field)?.message
  return (
    <Drawer title={t('title')} onClose={() => router.push(closeHref, { scroll: false })}>
      <p><b>{deadline}</b></p>
      <p className="sm muted">{t('lead')}</p>
      <form {...formProps} className="form">
        <input type="hidden" name="reference" value={reference} />
        <input type="hidden" name="code" value={code} />
        <input type="hidden" name="dueOn" value={dueIso} />
        <ErrorSummary problems={state.problems} />
        {state.notice !== null && <div role="alert"><Notice>{state.notice}</Notice></div>}
        <DateField name="doneOn" label={t('doneOn')} defaultValue={today} error={problem('doneOn')} />
        <TextArea name="reason" label={t('reason')} hint={t('reasonHint')} rows={3} error={problem('reason')} />
        <div className="drawer-foot">
          <SubmitButton pending={pending}>{t('save')}</SubmitButton>
          <LinkButton look="ghost" href={closeHref} scroll={false}>{common('cancel')}</LinkButton>
        </div>
      </form>
    </Drawer>
  )
}
