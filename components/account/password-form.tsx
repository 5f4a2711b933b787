'use client'

import { signIn } from 'next-auth/react'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import type { PasswordChanged } from '../../lib/access/change-password.ts'
import { Checkbox } from '../ui/choice-fields.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { DoneNotice } from '../ui/notices.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import { TextField } from '../ui/text-fields.tsx'
import { useKeptForm, type FormAction } from '../ui/use-kept-form.ts'

export type PasswordState = PasswordChanged | null

interface PasswordFormProps {
  readonly email: string
  readonly min: number
  readonly max: number
  /** Whether one's agenda has a secret address: another password does not end it. */
  readonly agendaAddress: boolean
  readonly change: FormAction<PasswordState>
}

/** Changing one's password ends every session; this one is opened again at once with the new password. */
export function PasswordForm({ email, min, max, agendaAddress, change }: PasswordFormProps) {
  const t = useTranslations('account.password')
  const router = useRouter()

  async function changeAndReturn(previous: PasswordState, form: FormData): Promise<PasswordState> {
    const changed = await change(previous, form)
    if (changed?.ok !== true) return changed
    const back = await signIn('credentials', { email, password: String(form.get('next')), redirect: false })
    if (back?.ok === true) router.refresh()
    else window.location.assign('/connexion')
    return changed
  }

  const { state, pending, formProps } = useKeptForm(changeAndReturn, null)
  const problem = state !== null && !state.ok ? { field: state.field, message: t(state.problem, { min, max }) } : null
  const errorAt = (field: string): string | undefined => (problem?.field === field ? problem.message : undefined)
  if (state?.ok === true) return <DoneNotice title={t('saved')} />
  return (
    <form {...formProps} className="form">
      <ErrorSummary problems={problem === null ? [] : [problem]} />
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <TextField name="current" type="password" autoComplete="current-password" label={t('current')} error={errorAt('current')} dir="ltr" />
      <TextField name="next" type="password" autoComplete="new-password" label={t('next')} hint={t('hint', { min })} error={errorAt('next')} dir="ltr" />
      <TextField name="again" type="password" autoComplete="new-password" label={t('again')} error={errorAt('again')} dir="ltr" />
      {agendaAddress && <Checkbox name="endAgenda" label={t('endAgenda')} detail={t('endAgendaDetail')} />}
      <div className="acts"><SubmitButton look="plain" pending={pending}>{t('save')}</SubmitButton></div>
    </form>
  )
}
