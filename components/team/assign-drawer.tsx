'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { LinkButton } from '../ui/button.tsx'
import { Drawer } from '../ui/drawer.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Notice } from '../ui/notices.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import { SelectField, TextArea } from '../ui/text-fields.tsx'
import { useKeptForm, type FormAction } from '../ui/use-kept-form.ts'
import { NOTHING_WRONG, type FormState } from '@/components/ui/form-state.ts'
import { LoadsBeforeAfter } from './loads-preview.tsx'
import { oneFileMoves } from './team-loads.ts'

interface Colleague {
  readonly id: string
  readonly name: string
  readonly live: number
}

export interface AssignDrawerProps {
  readonly file: { readonly reference: string; readonly personName: string; readonly counsellorId: string; readonly counsellorName: string }
  readonly colleagues: readonly Colleague[]
  readonly current: Colleague | null
  readonly action: FormAction<FormState>
}

/** Entrusting one file to another counsellor, with the loads it gives and a reason. */
export function AssignDrawer({ file, colleagues, current, action }: AssignDrawerProps) {
  const t = useTranslations('team')
  const common = useTranslations('common')
  const router = useRouter()
  const { state, pending, formProps } = useKeptForm(action, NOTHING_WRONG)
  const [to, setTo] = useState('')
  const chosen = colleagues.find(({ id }) => id === to)
  const problem = (field: string) => state.problems.find((each) => each.field === field)?.message
  return (
    <Drawer title={t('one.title')} onClose={() => router.push('/equipe', { scroll: false })}>
      <div>
        <p><b>{t('one.file', { reference: file.reference, person: file.personName })}</b></p>
        <p className="muted">{t('one.now', { name: file.counsellorName })}</p>
      </div>
      <ErrorSummary problems={state.problems} />
      {state.notice !== null && <div role="alert"><Notice>{state.notice}</Notice></div>}
      <form {...formProps} className="form">
        <input type="hidden" name="reference" value={file.reference} />
        <SelectField
          name="counsellorId" label={t('one.to')} placeholder={t('one.choose')} error={problem('counsellorId')} value={to} required
          onChange={(event) => setTo(event.target.value)}
          choices={colleagues.map(({ id, name, live }) => ({ value: id, label: t('one.load', { name, count: live }) }))}
        />
        <LoadsBeforeAfter waiting={false} preview={chosen === undefined ? null : { count: 1, left: [], loads: oneFileMoves(current, chosen) }} />
        <TextArea name="reason" label={t('reason')} hint={t('reasonHint')} rows={3} maxLength={2000} error={problem('reason')} required />
        <div className="drawer-foot">
          <SubmitButton pending={pending}>{t('one.save')}</SubmitButton>
          <LinkButton look="ghost" href="/equipe" scroll={false}>{common('cancel')}</LinkButton>
        </div>
      </form>
    </Drawer>
  )
}
