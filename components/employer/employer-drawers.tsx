'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import type { ReactNode } from 'react'
import { LinkButton } from '@/components/ui/button.tsx'
import { Drawer } from '@/components/ui/drawer.tsx'
import { ErrorSummary } from '@/components/ui/error-summary.tsx'
import { Notice } from '@/components/ui/notices.tsx'
import { SubmitButton } from '@/components/ui/submit-button.tsx'
import { TextField } from '@/components/ui/text-fields.tsx'
import { useKeptForm, type FormAction } from '@/components/ui/use-kept-form.ts'
import type { EmployerPage } from '@/lib/cases/views/employers.ts'
import { employerHref } from './address.ts'
import { NOTHING_WRONG, type FormState } from '@/components/ui/form-state.ts'

interface EmployerDrawerProps {
  readonly page: EmployerPage
  readonly action: FormAction<FormState>
}

interface FrameProps extends EmployerDrawerProps {
  readonly title: string
  readonly save: string
  readonly renderFields: (problem: (field: string) => string | undefined) => ReactNode
}

function EmployerForm({ page, action, title, save, renderFields }: FrameProps) {
  const common = useTranslations('common')
  const router = useRouter()
  const back = employerHref(page.id)
  const { state, pending, formProps } = useKeptForm(action, NOTHING_WRONG)
  return (
    <Drawer title={title} onClose={() => router.push(back, { scroll: false })}>
      <ErrorSummary problems={state.problems} />
      {state.notice !== null && <div role="alert"><Notice>{state.notice}</Notice></div>}
      <form {...formProps} className="form">
        <input type="hidden" name="employerId" value={page.id} />
        {renderFields((field) => state.problems.find((one) => one.field === field)?.message)}
        <div className="drawer-foot">
          <SubmitButton pending={pending}>{save}</SubmitButton>
          <LinkButton look="ghost" href={back} scroll={false}>{common('cancel')}</LinkButton>
        </div>
      </form>
    </Drawer>
  )
}

/** Name, SIRET and size of an employer. */
export function ChangeEmployerDrawer({ page, action }: EmployerDrawerProps) {
  const t = useTranslations('employers.form')
  return (
    <EmployerForm
      page={page} action={action} title={t('title')} save={t('save')}
      renderFields={(problem) => (
        <>
          <TextField name="name" label={t('name')} defaultValue={page.name} maxLength={200} error={problem('name')} autoComplete="off" required />
          <TextField name="siret" label={t('siret')} hint={t('siretHint')} defaultValue={page.siret ?? ''} maxLength={20} inputMode="numeric" error={problem('siret')} autoComplete="off" optional />
          <TextField name="size" label={t('size')} hint={t('sizeHint')} defaultValue={page.size ?? ''} maxLength={9} inputMode="numeric" error={problem('size')} autoComplete="off" optional />
        </>
      )}
    />
  )
}

/** Someone to speak to at an employer. */
export function EmployerContactDrawer({ page, action }: EmployerDrawerProps) {
  const t = useTranslations('employers.contacts')
  return (
    <EmployerForm
      page={page} action={action} title={t('addTitle')} save={t('save')}
      renderFields={(problem) => (
        <>
          <TextField name="name" label={t('name')} maxLength={200} error={problem('name')} autoComplete="off" required />
          <TextField name="role" label={t('role')} hint={t('roleHint')} maxLength={200} error={problem('role')} autoComplete="off" optional />
          <TextField name="phone" label={t('phone')} type="tel" maxLength={40} error={problem('phone')} autoComplete="off" optional />
          <TextField name="email" label={t('email')} type="email" maxLength={254} error={problem('email')} autoComplete="off" optional />
        </>
      )}
    />
  )
}
