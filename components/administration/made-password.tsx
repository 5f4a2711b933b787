'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Button, LinkButton } from '../ui/button.tsx'
import type { AdministrationFormState } from './form-state.ts'

/** A password made for someone, shown once, large enough to be copied by hand. */
export function MadePassword({ password, back }: { password: NonNullable<AdministrationFormState['password']>; back: string }) {
  const t = useTranslations('administration.password')
  const box = useRef<HTMLDivElement>(null)
  const [copied, setCopied] = useState(false)
  useEffect(() => box.current?.focus(), [])
  return (
    <div className="made-password" role="alert" tabIndex={-1} ref={box}>
      <h3>{t(password.kind, { email: password.email })}</h3>
      <p>{t('lead')}</p>
      <p className="made-password-value"><span className="vh">{t('value')}{'. '}</span><code>{password.value}</code></p>
      <p className="acts">
        <Button onClick={() => void navigator.clipboard.writeText(password.value).then(() => setCopied(true))}>{copied ? t('copied') : t('copy')}</Button>
        <LinkButton look="primary" href={back} scroll={false}>{t('done')}</LinkButton>
      </p>
    </div>
  )
}
