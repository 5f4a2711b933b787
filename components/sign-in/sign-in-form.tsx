'use client'

import { signIn } from 'next-auth/react'
import { useTranslations } from 'next-intl'
import { useState, type FormEvent } from 'react'
import { ErrorSummary, type FieldProblem } from '../ui/error-summary.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import { TextField } from '../ui/text-fields.tsx'
import { outcomeOfSignIn, type SignInOutcome } from './outcome.ts'

interface SignInFormProps {
  /** Where to go once signed in; inside the application. */
  readonly back: string
}

/** E-mail and password. A refusal never says which of the two was wrong; what was typed stays. */
export function SignInForm({ back }: SignInFormProps) {
  const t = useTranslations('signIn')
  const [pending, setPending] = useState(false)
  const [problems, setProblems] = useState<readonly FieldProblem[]>([])
  const problemAt = (field: string): string | undefined => problems.find((problem) => problem.field === field)?.message

  async function send(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    if (pending) return
    const form = new FormData(event.currentTarget)
    const email = String(form.get('email') ?? '').trim()
    const password = String(form.get('password') ?? '')
    const missing = [
      ...(email === '' ? [{ field: 'email', message: t('missingEmail') }] : []),
      ...(password === '' ? [{ field: 'password', message: t('missingPassword') }] : []),
    ]
    if (missing.length > 0) {
      setProblems(missing)
      return
    }
    setPending(true)
    const outcome: SignInOutcome = await signIn('credentials', { email, password, redirect: false }).then(
      outcomeOfSignIn,
      () => 'unreachable' as const,
    )
    if (outcome === 'signedIn') {
      window.location.assign(back)
      return
    }
    setProblems([{ field: 'email', message: t(outcome) }])
    setPending(false)
  }

  return (
    <form className="form" noValidate onSubmit={(event) => void send(event)}>
      <ErrorSummary problems={problems} />
      <TextField name="email" type="email" label={t('email')} autoComplete="username" error={problemAt('email')} maxLength={254} dir="ltr" />
      <TextField name="password" type="password" label={t('password')} autoComplete="current-password" error={problemAt('password')} dir="ltr" />
      <SubmitButton pending={pending} pendingWords={t('pending')} full>{t('submit')}</SubmitButton>
    </form>
  )
}
